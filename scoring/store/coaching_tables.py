"""This module contains the tables of getting better: coaching of employees, and practising with calls.

All of it is only added to. The JSON in `record` is the truth, the other columns are for queries. What was said
in a call stands in the events, which go with the call. All of one employee goes when that person is forgotten.
"""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from scoring.store.tables import Base


def _of(table: str) -> ForeignKey:
    return ForeignKey(f"{table}.id", ondelete="CASCADE")


class CoachingTable(Base):
    """This represents a goal of an employee, or a sheet to talk from."""

    __tablename__ = "coachings"
    __table_args__ = (Index(None, "agent", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    agent: Mapped[str]
    person: Mapped[str]
    at: Mapped[datetime]
    record: Mapped[str]


class CoachingEventTable(Base):
    """This represents what happened with a goal, or a fragment on a sheet."""

    __tablename__ = "coaching_events"
    __table_args__ = (Index(None, "coaching_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    coaching_id: Mapped[int] = mapped_column(_of("coachings"))
    kind: Mapped[str]
    call_id: Mapped[str | None] = mapped_column(_of("calls"), index=True)
    person: Mapped[str]
    at: Mapped[datetime]
    record: Mapped[str]


class ForgottenAgentTable(Base):
    """This represents an employee whose coaching is being removed; empty but for that moment."""

    __tablename__ = "forgotten_agents"

    agent: Mapped[str] = mapped_column(primary_key=True)


class PracticeSetTable(Base):
    """This represents calls to practise with: which calls, which criteria, of which rubric."""

    __tablename__ = "practice_sets"

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    person: Mapped[str]
    at: Mapped[datetime]
    record: Mapped[str]


class PracticeEventTable(Base):
    """This represents an answer of an expert or a trainee, or that a trainee is done with a call."""

    __tablename__ = "practice_events"
    __table_args__ = (Index(None, "practice_set_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    practice_set_id: Mapped[int] = mapped_column(_of("practice_sets"))
    kind: Mapped[str]
    call_id: Mapped[str | None] = mapped_column(_of("calls"), index=True)
    criterion: Mapped[str | None]
    person: Mapped[str]
    at: Mapped[datetime]
    record: Mapped[str]
