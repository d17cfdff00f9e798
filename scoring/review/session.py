"""This module contains a calibration session as one person may see it: blind until it is closed."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from scoring.errors import ReviewError
from scoring.record import Record
from scoring.review.call_review import same_person
from scoring.store import calibrations as kept
from scoring.store import reviews as kept_calls
from scoring.store.calibrations import Calibration, CalibrationEvent, CalibrationStep


class Progress(Record):
    """This represents how far a participant is: how many answers, and whether they said to be ready."""

    reviewer: str
    answered: int
    ready: bool


class SessionView(Record):
    """This represents a session as one person may see it.

    `own`: their last answer by call and criterion; `missing`: what they still have to answer, in order.
    `events` is empty until the session is closed.
    """

    calibration: Calibration
    viewer: str
    takes_part: bool
    closed: bool
    own: dict[tuple[str, str], CalibrationEvent]
    missing: tuple[tuple[str, str], ...]
    progress: tuple[Progress, ...]
    events: tuple[CalibrationEvent, ...] = ()

    @property
    def ready(self) -> bool:
        """Whether everyone said to be ready, so that the session can be closed."""
        return all(one.ready for one in self.progress)


def read_view(session: Session, number: int, viewer: str) -> SessionView:
    """The session as this person may see it, inside a transaction."""
    found, events = kept.calibration(session, number), kept.steps(session, number)
    name = next((one for one in found.reviewers if same_person(one, viewer)), viewer)
    own = last_scores(events, name)
    present = [call_id for call_id in found.calls if kept_calls.state_of(session, call_id)]
    asked = [(call_id, criterion) for call_id in present for criterion in found.criteria]
    closed = any(event.kind is CalibrationStep.CLOSED for event in events)
    done = {event.reviewer for event in events if event.kind is CalibrationStep.READY}
    return SessionView(
        calibration=found,
        viewer=name,
        takes_part=name in found.reviewers,
        closed=closed,
        own=own,
        missing=tuple(one for one in asked if one not in own) if name in found.reviewers else (),
        progress=tuple(
            Progress(reviewer=one, answered=len(last_scores(events, one)), ready=one in done)
            for one in found.reviewers
        ),
        events=tuple(events) if closed else (),
    )


def closed_session(session: Session, number: int) -> tuple[Calibration, list[CalibrationEvent]]:
    """A closed session with all that happened in it; ReviewError while people still score blind."""
    found, events = kept.calibration(session, number), kept.steps(session, number)
    if not any(event.kind is CalibrationStep.CLOSED for event in events):
        raise ReviewError("Deze kalibratie is nog niet gesloten: ieder scoort nog zonder elkaar te zien.")
    return found, events


def last_scores(events: Sequence[CalibrationEvent], reviewer: str) -> dict[tuple[str, str], CalibrationEvent]:
    """The last answer of a person by call and criterion."""
    return {
        (str(event.call_id), str(event.criterion)): event
        for event in events
        if event.kind is CalibrationStep.SCORED and event.reviewer == reviewer
    }
