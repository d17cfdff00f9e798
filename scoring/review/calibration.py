"""This module contains calibration: several people score the same calls blind, and talk afterwards.

Until a session is closed nobody gets to see anybody's answers but their own.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from scoring.errors import ReviewError
from scoring.record import Record
from scoring.review.call_review import same_person
from scoring.review.reviewing import in_call, own_name
from scoring.rubric import Rubric
from scoring.scorecard import Answer, Evidence
from scoring.store import GIVEN, Store
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


def open_session(
    store: Store,
    title: str,
    calls: Sequence[str],
    reviewers: Sequence[str],
    rubric: Rubric,
    opened_by: str,
    criteria: Sequence[str] | None = None,
    now: datetime | None = None,
) -> Calibration:
    """Calling this opens a session; without `criteria` it is about all of the rubric.

    Raises ReviewError with fewer than two people, no calls, an unknown criterion, or an employee who would
    score an own call.
    """
    own_name(opened_by)
    people = tuple(dict.fromkeys(" ".join(name.split()) for name in reviewers if name.strip()))
    about = tuple(criteria or (c.id for c in rubric.criteria))
    _can_start(title, calls, people, about, rubric)
    with store.transaction() as session:
        for call_id in calls:
            agent = kept_calls.call(session, call_id).agent
            if any(same_person(name, agent) for name in people):
                raise ReviewError("Een medewerker kan een eigen gesprek niet beoordelen.")
        found = Calibration(
            title=title.strip(),
            calls=tuple(dict.fromkeys(calls)),
            reviewers=people,
            criteria=about,
            rubric=rubric.id,
            rubric_version=rubric.version,
            opened_by=opened_by,
            at=now or datetime.now(UTC),
        )
        return kept.add_calibration(session, found)


def sessions(store: Store) -> list[Calibration]:
    """Every session, newest first."""
    with store.transaction(reading=True) as session:
        return kept.calibrations(session)


def view(store: Store, number: int, viewer: str) -> SessionView:
    """The session as this person may see it: with answers of others only when it is closed."""
    with store.transaction(reading=True) as session:
        return _view(session, number, viewer)


def give_score(
    store: Store,
    number: int,
    reviewer: str,
    call_id: str,
    criterion: str,
    answer: Answer,
    text: str = "",
    evidence: tuple[Evidence, ...] = (),
    now: datetime | None = None,
) -> CalibrationEvent:
    """Calling this adds a blind answer; the last one counts, until the person is ready."""
    if answer not in GIVEN:
        raise ReviewError("Kies ja, deels, nee, niet van toepassing of niet te beoordelen.")
    with store.transaction() as session:
        seen = _scoring(session, number, reviewer)
        about = seen.calibration
        if call_id not in about.calls or criterion not in about.criteria:
            raise ReviewError("Dit gesprek of criterium hoort niet bij deze kalibratie.")
        for quote in evidence:
            in_call(kept_calls.transcript(session, kept_calls.call(session, call_id).id), quote)
        given = {"call_id": call_id, "criterion": criterion, "answer": answer.value, "evidence": evidence}
        return _add(session, number, CalibrationStep.SCORED, seen.viewer, now, text=text.strip(), **given)


def ready(store: Store, number: int, reviewer: str, now: datetime | None = None) -> SessionView:
    """Calling this adds that a person answered everything and changes nothing any more."""
    with store.transaction() as session:
        seen = _scoring(session, number, reviewer)
        if seen.missing:
            raise ReviewError(f"U hebt nog {len(seen.missing)} van de antwoorden niet gegeven.")
        _add(session, number, CalibrationStep.READY, seen.viewer, now)
        return _view(session, number, reviewer)


def close(
    store: Store, number: int, person: str, unfinished_too: bool = False, now: datetime | None = None
) -> SessionView:
    """Calling this closes the session, so that everyone sees everything.

    ReviewError while someone is not ready, unless `unfinished_too`: then what they answered is used.
    """
    own_name(person)
    with store.transaction() as session:
        kept.calibration(session, number, lock=True)
        seen = _view(session, number, person)
        waiting = [one.reviewer for one in seen.progress if not one.ready]
        if seen.closed:
            raise ReviewError("Deze kalibratie is al gesloten.")
        if waiting and not unfinished_too:
            raise ReviewError(
                f"Nog niet klaar: {', '.join(waiting)}. Wacht, of sluit zonder hun laatste antwoorden."
            )
        _add(session, number, CalibrationStep.CLOSED, person, now)
        return _view(session, number, person)


def add_note(
    store: Store,
    number: int,
    call_id: str,
    criterion: str,
    person: str,
    text: str,
    now: datetime | None = None,
) -> CalibrationEvent:
    """Calling this adds what was said about one difference."""
    about = {"call_id": call_id, "criterion": criterion}
    return _talk(store, number, CalibrationStep.NOTE, person, text, about, now)


def decide(
    store: Store,
    number: int,
    criterion: str,
    person: str,
    text: str,
    version: str | None = None,
    now: datetime | None = None,
) -> CalibrationEvent:
    """Calling this adds what was decided about a criterion; `version`: the rubric it was written in."""
    about = {"criterion": criterion, "version": version}
    return _talk(store, number, CalibrationStep.DECIDED, person, text, about, now)


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


def _can_start(
    title: str, calls: Sequence[str], people: Sequence[str], criteria: Sequence[str], rubric: Rubric
) -> None:
    if not title.strip():
        raise ReviewError("Geef de kalibratie een naam.")
    if not calls:
        raise ReviewError("Kies minstens één gesprek.")
    if len({name.casefold() for name in people}) < 2 or len({n.casefold() for n in people}) < len(people):
        raise ReviewError("Kies minstens twee verschillende beoordelaars.")
    unknown = sorted(set(criteria) - {c.id for c in rubric.criteria})
    if unknown:
        raise ReviewError(f"Deze criteria staan niet in de rubriek: {', '.join(unknown)}.")


def _view(session: Session, number: int, viewer: str) -> SessionView:
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


def _scoring(session: Session, number: int, reviewer: str) -> SessionView:
    kept.calibration(session, number, lock=True)
    seen = _view(session, number, reviewer)
    if not seen.takes_part:
        raise ReviewError("U doet niet mee aan deze kalibratie.")
    if seen.closed:
        raise ReviewError("Deze kalibratie is gesloten; antwoorden veranderen niet meer.")
    if any(one.ready for one in seen.progress if one.reviewer == seen.viewer):
        raise ReviewError("U zei dat u klaar bent; uw antwoorden veranderen niet meer.")
    return seen


def _talk(
    store: Store,
    number: int,
    kind: CalibrationStep,
    person: str,
    text: str,
    about: Mapping[str, str | None],
    now: datetime | None,
) -> CalibrationEvent:
    own_name(person)
    if not text.strip():
        raise ReviewError("Schrijf op wat er besproken of besloten is.")
    with store.transaction() as session:
        found, _ = closed_session(session, number)
        if (
            about["criterion"] not in found.criteria
            or about.get("call_id", found.calls[0]) not in found.calls
        ):
            raise ReviewError("Dit gesprek of criterium hoort niet bij deze kalibratie.")
        return _add(session, number, kind, person, now, text=text.strip(), **about)


def _add(
    session: Session, number: int, kind: CalibrationStep, person: str, now: datetime | None, **fields: object
) -> CalibrationEvent:
    base = {"calibration": number, "kind": kind, "reviewer": person, "at": now or datetime.now(UTC)}
    return kept.add_step(session, CalibrationEvent.model_validate(base | fields))
