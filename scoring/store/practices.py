"""This module contains the keeping of sets of calls to practise with, and of what people answered in them.

Nothing here is ever read by what judges calls or counts figures.
"""

from datetime import datetime
from enum import StrEnum

from pydantic import Field
from sqlalchemy import select
from sqlalchemy.orm import Session

from scoring.errors import StoreError
from scoring.record import Record
from scoring.scorecard import Answer, Evidence
from scoring.store.coaching_tables import PracticeEventTable, PracticeSetTable
from scoring.store.numbered import added, value


class PracticeStep(StrEnum):
    """This represents a step with a set, in the words of the screen."""

    EXPERT = "antwoord van de expert"
    ANSWERED = "geoefend"
    DONE = "gesprek klaar"
    WITHDRAWN = "set ingetrokken"


class PracticeSet(Record):
    """This represents calls to practise with, on these criteria of this rubric."""

    id: int = 0
    title: str = Field(min_length=1)
    text: str = ""
    calls: tuple[str, ...]
    criteria: tuple[str, ...]
    rubric: str
    rubric_version: str
    person: str
    at: datetime


class PracticeEvent(Record):
    """This represents a step: of an answer with the reason, and of the expert with a quote too."""

    id: int = 0
    practice_set: int
    kind: PracticeStep
    person: str
    at: datetime
    call_id: str | None = None
    criterion: str | None = None
    answer: Answer | None = None
    text: str = ""
    evidence: tuple[Evidence, ...] = ()


def add_set(session: Session, made: PracticeSet) -> PracticeSet:
    """Calling this keeps a new set, and answers it with its number."""
    row = PracticeSetTable(title=made.title, person=made.person, at=made.at, record=made.model_dump_json())
    return added(session, row, made)


def all_sets(session: Session) -> list[PracticeSet]:
    """Every set, newest first."""
    return [
        _set(row) for row in session.scalars(select(PracticeSetTable).order_by(PracticeSetTable.id.desc()))
    ]


def one_set(session: Session, number: int, lock: bool = False) -> PracticeSet:
    """The set with this number; StoreError when there is none."""
    row = session.get(PracticeSetTable, number, with_for_update=lock)
    if row is None:
        raise StoreError(f"Er is geen oefenset met nummer {number}. Kijk in de lijst bij Oefenen.")
    return _set(row)


def add_step(session: Session, event: PracticeEvent) -> PracticeEvent:
    """Calling this keeps a step, and answers it with its number."""
    row = PracticeEventTable(
        practice_set_id=event.practice_set,
        kind=event.kind.value,
        call_id=event.call_id,
        criterion=event.criterion,
        person=event.person,
        at=event.at,
        record=event.model_dump_json(),
    )
    return added(session, row, event)


def steps(session: Session, number: int) -> tuple[PracticeEvent, ...]:
    """All steps of a set, oldest first; those about a deleted call went with it."""
    query = select(PracticeEventTable).where(PracticeEventTable.practice_set_id == number)
    found = session.scalars(query.order_by(PracticeEventTable.id))
    return tuple(value(PracticeEvent, row) for row in found)


def _set(row: PracticeSetTable) -> PracticeSet:
    return value(PracticeSet, row)
