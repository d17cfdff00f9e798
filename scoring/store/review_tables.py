"""This module contains the tables of what people decide; all but `call_states` are only added to.

The JSON in `record` is the truth, the other columns are for queries.
"""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from scoring.store.tables import Base as Base


def _of(table: str) -> ForeignKey:
    return ForeignKey(f"{table}.id", ondelete="CASCADE")


class ReviewAnswerTable(Base):
    """This represents what one reviewer said about one criterion (or the escalation) of a scorecard."""

    __tablename__ = "review_answers"
    __table_args__ = (
        Index(None, "call_id", "id"),
        Index(None, "scorecard_id", "id"),
        Index(None, "rule_wrong", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    call_id: Mapped[str] = mapped_column(_of("calls"))
    scorecard_id: Mapped[int] = mapped_column(_of("scorecards"))
    criterion: Mapped[str]
    reviewer: Mapped[str]
    reviewed_at: Mapped[datetime]
    machine: Mapped[str]
    answer: Mapped[str]
    rule_wrong: Mapped[bool]
    record: Mapped[str]


class ReviewStepTable(Base):
    """This represents a step of the review as a whole: finished, approved by a second person, reopened."""

    __tablename__ = "review_steps"
    __table_args__ = (Index(None, "call_id", "id"), Index(None, "scorecard_id", "id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    call_id: Mapped[str] = mapped_column(_of("calls"))
    scorecard_id: Mapped[int] = mapped_column(_of("scorecards"))
    kind: Mapped[str]
    reviewer: Mapped[str]
    at: Mapped[datetime]
    final_id: Mapped[int | None] = mapped_column(_of("scorecards"), index=True)
    record: Mapped[str]


class AnswerPairTable(Base):
    """This represents the machine's answer beside the final answer that a person gave in so many words."""

    __tablename__ = "answer_pairs"
    __table_args__ = (Index(None, "criterion", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    call_id: Mapped[str] = mapped_column(_of("calls"), index=True)
    scorecard_id: Mapped[int] = mapped_column(_of("scorecards"), index=True)
    criterion: Mapped[str]
    machine: Mapped[str]
    answer: Mapped[str]
    reviewer: Mapped[str]
    at: Mapped[datetime]


class RuleFixTable(Base):
    """This represents what the rubric's author did with a ‘regel fout’."""

    __tablename__ = "rule_fixes"

    id: Mapped[int] = mapped_column(primary_key=True)
    review_answer_id: Mapped[int] = mapped_column(_of("review_answers"), index=True)
    fixed_by: Mapped[str]
    at: Mapped[datetime]
    record: Mapped[str]


class AgentEventTable(Base):
    """This represents a step between agent and coach: self-assessment, seen, disputed, answered."""

    __tablename__ = "agent_events"
    __table_args__ = (Index(None, "call_id", "id"), Index(None, "kind", "id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    call_id: Mapped[str] = mapped_column(_of("calls"))
    kind: Mapped[str]
    criterion: Mapped[str | None]
    person: Mapped[str]
    at: Mapped[datetime]
    record: Mapped[str]


class SampleTable(Base):
    """This represents one random draw; `record` holds the criteria, the population and the outcome."""

    __tablename__ = "samples"

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    seed: Mapped[str]
    drawn_by: Mapped[str]
    at: Mapped[datetime]
    record: Mapped[str]


class SampleCallTable(Base):
    """This represents a call that was drawn, and as which one."""

    __tablename__ = "sample_calls"

    sample_id: Mapped[int] = mapped_column(_of("samples"), primary_key=True)
    call_id: Mapped[str] = mapped_column(_of("calls"), primary_key=True, index=True)
    position: Mapped[int]


class CalibrationTable(Base):
    """This represents a calibration session: which calls, which criteria, who takes part."""

    __tablename__ = "calibrations"

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    opened_by: Mapped[str]
    at: Mapped[datetime]
    record: Mapped[str]


class CalibrationEventTable(Base):
    """This represents a step in a session: an answer, ready, closed, a note, a decision."""

    __tablename__ = "calibration_events"
    __table_args__ = (Index(None, "calibration_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    calibration_id: Mapped[int] = mapped_column(_of("calibrations"))
    kind: Mapped[str]
    call_id: Mapped[str | None] = mapped_column(_of("calls"), index=True)
    criterion: Mapped[str | None]
    reviewer: Mapped[str]
    at: Mapped[datetime]
    record: Mapped[str]


class TrainingEventTable(Base):
    """This represents that reviewed turns were approved to learn from, or taken back."""

    __tablename__ = "training_events"
    __table_args__ = (Index(None, "batch", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    batch: Mapped[str]
    kind: Mapped[str]
    person: Mapped[str]
    at: Mapped[datetime]
    record: Mapped[str]


class CallStateTable(Base):
    """This represents where a call stands now; derived from all that was appended, so that lists are quick.

    `machine_id` is the machine's newest scorecard of the newest transcript, `scorecard_id` the one that
    counts: the final one of people where there is one, else the machine's. Both None: not judged.
    """

    __tablename__ = "call_states"
    __table_args__ = (
        Index(None, "state", "escalated", "called_at"),
        Index(None, "state", "grade"),
        Index(None, "state", "proposals"),
    )

    call_id: Mapped[str] = mapped_column(_of("calls"), primary_key=True)
    transcript_id: Mapped[int]
    roles_certain: Mapped[bool]
    machine_id: Mapped[int | None]
    scorecard_id: Mapped[int | None]
    state: Mapped[str]
    escalated: Mapped[bool]
    escalation_level: Mapped[int | None]
    grade: Mapped[float | None]
    proposals: Mapped[int]
    open_disputes: Mapped[int] = mapped_column(index=True)
    called_at: Mapped[datetime | None]
