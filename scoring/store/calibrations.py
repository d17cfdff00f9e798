"""This module contains the keeping of calibration sessions."""

from datetime import datetime
from enum import StrEnum

from pydantic import Field
from sqlalchemy import select
from sqlalchemy.orm import Session

from scoring.errors import StoreError
from scoring.record import Record
from scoring.scorecard import Evidence
from scoring.store.numbered import added, value
from scoring.store.review_tables import CalibrationEventTable, CalibrationTable


class CalibrationStep(StrEnum):
    """This represents a step in a session, in the words of the screen."""

    SCORED = "antwoord gegeven"
    READY = "klaar"
    CLOSED = "gesloten"
    NOTE = "besproken"
    DECIDED = "besloten"


class Calibration(Record):
    """This represents a session: which calls these people score blind, on which criteria of which rubric."""

    id: int = 0
    title: str = Field(min_length=1)
    calls: tuple[str, ...]
    reviewers: tuple[str, ...]
    criteria: tuple[str, ...]
    rubric: str
    rubric_version: str
    opened_by: str
    at: datetime


class CalibrationEvent(Record):
    """This represents a step. `answer` is of a score; `version` the rubric that a decision was written in."""

    id: int = 0
    calibration: int
    kind: CalibrationStep
    reviewer: str
    at: datetime
    call_id: str | None = None
    criterion: str | None = None
    answer: str | None = None
    text: str = ""
    evidence: tuple[Evidence, ...] = ()
    version: str | None = None


def add_calibration(session: Session, calibration: Calibration) -> Calibration:
    """Calling this keeps a new session, and answers it with its number."""
    row = CalibrationTable(
        title=calibration.title,
        opened_by=calibration.opened_by,
        at=calibration.at,
        record=calibration.model_dump_json(),
    )
    return added(session, row, calibration)


def calibrations(session: Session) -> list[Calibration]:
    """Every session, newest first."""
    found = session.scalars(select(CalibrationTable).order_by(CalibrationTable.id.desc()))
    return [_calibration(row) for row in found]


def calibration(session: Session, number: int, lock: bool = False) -> Calibration:
    """The session with this number; StoreError when there is none."""
    row = session.get(CalibrationTable, number, with_for_update=lock)
    if row is None:
        raise StoreError(f"Er is geen kalibratie met nummer {number}.")
    return _calibration(row)


def add_step(session: Session, event: CalibrationEvent) -> CalibrationEvent:
    """Calling this keeps a step of a session, and answers it with its number."""
    row = CalibrationEventTable(
        calibration_id=event.calibration,
        kind=event.kind.value,
        call_id=event.call_id,
        criterion=event.criterion,
        reviewer=event.reviewer,
        at=event.at,
        record=event.model_dump_json(),
    )
    return added(session, row, event)


def steps(session: Session, number: int) -> list[CalibrationEvent]:
    """All steps of a session, oldest first; those about a deleted call went with it."""
    query = select(CalibrationEventTable).where(CalibrationEventTable.calibration_id == number)
    found = session.scalars(query.order_by(CalibrationEventTable.id))
    return [value(CalibrationEvent, row) for row in found]


def _calibration(row: CalibrationTable) -> Calibration:
    return value(Calibration, row)
