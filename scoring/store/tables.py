"""This module contains the tables; the JSON in `record` is the truth, the other columns are for queries."""

from datetime import UTC, datetime
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from sqlalchemy import DateTime, Dialect, ForeignKey, Index, MetaData, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import JSON, TypeDecorator

LOCAL = ZoneInfo("Europe/Amsterdam")
"""A time without a zone in a file is Dutch time."""


class UtcTime(TypeDecorator[datetime]):
    """This represents a moment: kept as UTC in the database, handed back in Dutch time."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Calling this turns any moment into UTC without a zone, as both databases keep it."""
        if value is None:
            return None
        aware = value if value.tzinfo else value.replace(tzinfo=LOCAL)
        return aware.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Calling this turns the UTC of the database into Dutch time."""
        return None if value is None else value.replace(tzinfo=UTC).astimezone(LOCAL)


class Base(DeclarativeBase):
    """This represents the shared metadata; fixed constraint names keep migrations portable."""

    type_annotation_map: ClassVar[dict[Any, Any]] = {str: Text, datetime: UtcTime}
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class CallTable(Base):
    """This represents one stored call; `search_text` is folded and last, so lists never read it."""

    __tablename__ = "calls"

    id: Mapped[str] = mapped_column(primary_key=True)
    source: Mapped[str]
    called_at: Mapped[datetime | None] = mapped_column(index=True)
    direction: Mapped[str]
    organisation: Mapped[str | None] = mapped_column(index=True)
    team: Mapped[str | None]
    agent: Mapped[str | None]
    call_type: Mapped[str | None]
    demo: Mapped[bool] = mapped_column(default=False)
    audio: Mapped[str | None]
    imported_at: Mapped[datetime] = mapped_column(index=True)
    record: Mapped[str] = mapped_column(deferred=True)
    search_text: Mapped[str] = mapped_column(default="", deferred=True)


class TranscriptTable(Base):
    """This represents one version of a transcript; versions are added, never changed."""

    __tablename__ = "transcripts"
    __table_args__ = (Index(None, "call_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    call_id: Mapped[str] = mapped_column(ForeignKey("calls.id", ondelete="CASCADE"))
    version: Mapped[int]
    reason: Mapped[str]
    roles_certain: Mapped[bool]
    created_at: Mapped[datetime]
    record: Mapped[str] = mapped_column(deferred=True)


class ScorecardTable(Base):
    """This represents one judgement of one transcript version; judgements are added, never changed."""

    __tablename__ = "scorecards"
    __table_args__ = (Index(None, "call_id", "id"), Index(None, "transcript_id", "id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    call_id: Mapped[str] = mapped_column(ForeignKey("calls.id", ondelete="CASCADE"))
    transcript_id: Mapped[int] = mapped_column(ForeignKey("transcripts.id", ondelete="CASCADE"))
    rubric_id: Mapped[str]
    rubric_version: Mapped[str]
    rubric_hash: Mapped[str]
    norms: Mapped[str]
    tool_version: Mapped[str]
    scored_at: Mapped[datetime]
    total: Mapped[float | None]
    grade: Mapped[float | None]
    dimensions: Mapped[dict[str, float | None]] = mapped_column(JSON)
    escalation_level: Mapped[int]
    provisional: Mapped[bool]
    record: Mapped[str] = mapped_column(deferred=True)


class ResultTable(Base):
    """This represents one answer of a scorecard, flattened so that it can be counted."""

    __tablename__ = "criterion_results"
    __table_args__ = (Index(None, "criterion", "answer"),)

    scorecard_id: Mapped[int] = mapped_column(
        ForeignKey("scorecards.id", ondelete="CASCADE"), primary_key=True
    )
    criterion: Mapped[str] = mapped_column(primary_key=True)
    answer: Mapped[str]
    mode: Mapped[str]
    confidence: Mapped[float]
    proposal: Mapped[bool]
