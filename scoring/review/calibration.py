"""This module contains calibration: several people score the same calls blind, and talk afterwards.

Until a session is closed nobody gets to see anybody's answers but their own.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from scoring.errors import ReviewError
from scoring.review.allowed import in_call, own_name
from scoring.review.call_review import same_person
from scoring.review.session import SessionView, closed_session, read_view
from scoring.rubric import Rubric
from scoring.scorecard import Answer, Evidence
from scoring.store import GIVEN, Store
from scoring.store import calibrations as kept
from scoring.store import reviews as kept_calls
from scoring.store.calibrations import Calibration, CalibrationEvent, CalibrationStep

__all__ = [
    "SessionView",
    "add_note",
    "close",
    "decide",
    "give_score",
    "open_session",
    "ready",
    "sessions",
    "view",
]


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
        return read_view(session, number, viewer)


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
        return read_view(session, number, reviewer)


def close(
    store: Store, number: int, person: str, unfinished_too: bool = False, now: datetime | None = None
) -> SessionView:
    """Calling this closes the session, so that everyone sees everything.

    ReviewError while someone is not ready, unless `unfinished_too`: then what they answered is used.
    """
    own_name(person)
    with store.transaction() as session:
        kept.calibration(session, number, lock=True)
        seen = read_view(session, number, person)
        waiting = [one.reviewer for one in seen.progress if not one.ready]
        if seen.closed:
            raise ReviewError("Deze kalibratie is al gesloten.")
        if waiting and not unfinished_too:
            raise ReviewError(
                f"Nog niet klaar: {', '.join(waiting)}. Wacht, of sluit zonder hun laatste antwoorden."
            )
        _add(session, number, CalibrationStep.CLOSED, person, now)
        return read_view(session, number, person)


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


def _scoring(session: Session, number: int, reviewer: str) -> SessionView:
    kept.calibration(session, number, lock=True)
    seen = read_view(session, number, reviewer)
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
