"""This module contains the keeping of goals and sheets of employees, and of what happened with them."""

from datetime import datetime
from enum import StrEnum

from pydantic import Field
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from scoring.errors import StoreError
from scoring.record import Record
from scoring.scorecard import Evidence
from scoring.store.coaching_tables import CoachingEventTable, CoachingTable, ForgottenAgentTable
from scoring.store.numbered import added, value


class CoachingKind(StrEnum):
    """This represents what coaching is written down as."""

    GOAL = "doel"
    SHEET = "gespreksblad"


class CoachingStep(StrEnum):
    """This represents what happened with a goal, in the words of the screen; a sheet only has fragments."""

    MOMENT = "fragment"
    FOLLOW_UP = "vervolggesprek"
    NOTE = "aantekening"
    CLOSED = "afgerond"


class Point(Record):
    """This represents a criterion on a sheet, by which goal where there is one, and what the coach says of it."""

    criterion: str
    good: bool = False
    text: str = ""
    goal: int | None = None


class Coaching(Record):
    """This represents a goal on a criterion, or a sheet with points, of an employee (a pseudonym).

    `demo`: it is about the invented calls of the demo, whose pseudonyms may be someone else's in real life.
    """

    id: int = 0
    kind: CoachingKind
    agent: str = Field(min_length=1)
    person: str
    at: datetime
    demo: bool = False
    criterion: str = ""
    text: str = ""
    points: tuple[Point, ...] = ()


class CoachingEvent(Record):
    """This represents a step. `seconds`: when the quote starts; `criterion` is of a fragment on a sheet."""

    id: int = 0
    coaching: int
    kind: CoachingStep
    person: str
    at: datetime
    call_id: str | None = None
    criterion: str = ""
    quote: Evidence | None = None
    speaker: str = ""
    seconds: float | None = None
    text: str = ""


def add_coaching(session: Session, coaching: Coaching) -> Coaching:
    """Calling this keeps a new goal or sheet, and answers it with its number."""
    row = CoachingTable(
        kind=coaching.kind.value,
        agent=coaching.agent,
        person=coaching.person,
        at=coaching.at,
        record=coaching.model_dump_json(),
    )
    return added(session, row, coaching)


def coachings(session: Session, kind: CoachingKind, agent: str | None = None) -> list[Coaching]:
    """The goals or the sheets of an employee, or of all, newest first."""
    query = select(CoachingTable).where(CoachingTable.kind == kind.value).order_by(CoachingTable.id.desc())
    if agent is not None:
        query = query.where(CoachingTable.agent == agent)
    return [_coaching(row) for row in session.scalars(query)]


def coaching(session: Session, number: int, kind: CoachingKind, lock: bool = False) -> Coaching:
    """The goal or sheet with this number; StoreError when there is none."""
    row = session.get(CoachingTable, number, with_for_update=lock)
    if row is None or row.kind != kind.value:
        raise StoreError(f"Er is geen {kind.value} met nummer {number}. Kijk in de lijst bij Coaching.")
    return _coaching(row)


def add_step(session: Session, event: CoachingEvent) -> CoachingEvent:
    """Calling this keeps a step, and answers it with its number."""
    row = CoachingEventTable(
        coaching_id=event.coaching,
        kind=event.kind.value,
        call_id=event.call_id,
        person=event.person,
        at=event.at,
        record=event.model_dump_json(),
    )
    return added(session, row, event)


def steps(session: Session, number: int) -> tuple[CoachingEvent, ...]:
    """All steps of a goal or sheet, oldest first; those about a deleted call went with it."""
    query = select(CoachingEventTable).where(CoachingEventTable.coaching_id == number)
    found = session.scalars(query.order_by(CoachingEventTable.id))
    return tuple(value(CoachingEvent, row) for row in found)


def forget(session: Session, agent: str) -> int:
    """Calling this removes every goal and sheet of an employee with all that was said, and answers how many."""
    session.add(ForgottenAgentTable(agent=agent))
    session.flush()
    gone = session.scalars(
        delete(CoachingTable).where(CoachingTable.agent == agent).returning(CoachingTable.id)
    )
    number = len(gone.all())
    session.execute(delete(ForgottenAgentTable))
    return number


def _coaching(row: CoachingTable) -> Coaching:
    return value(Coaching, row)
