"""This module contains goals of employees: made from a moment in a call, followed up, and closed."""

from datetime import UTC, datetime

from sqlalchemy.orm import Session

from scoring.errors import ReviewError
from scoring.insight.quoted import called_at, is_demo, spoken
from scoring.record import Record
from scoring.review.allowed import not_own_call, own_name
from scoring.rubric import Rubric
from scoring.scorecard import Evidence
from scoring.store import Store
from scoring.store import coachings as kept
from scoring.store import reviews as kept_calls
from scoring.store.coachings import Coaching, CoachingEvent, CoachingKind, CoachingStep


class Goal(Record):
    """This represents a goal with all that happened; without moments when their calls were deleted."""

    about: Coaching
    steps: tuple[CoachingEvent, ...]

    @property
    def closed(self) -> CoachingEvent | None:
        """The step with which it was closed; None while people work on it."""
        return next((step for step in self.steps if step.kind is CoachingStep.CLOSED), None)

    def of(self, kind: CoachingStep) -> tuple[CoachingEvent, ...]:
        """The steps of one kind, oldest first."""
        return tuple(step for step in self.steps if step.kind is kind)


def set_goal(
    store: Store,
    call_id: str,
    criterion: str,
    quote: Evidence,
    text: str,
    person: str,
    rubric: Rubric,
    now: datetime | None = None,
) -> Goal:
    """Calling this makes a goal for the employee of this call, from what was said there.

    Raises ReviewError without an agreement in words, a name, a known employee or a criterion of the rubric.
    """
    own_name(person)
    _check(text, criterion, rubric)
    at = now or datetime.now(UTC)
    with store.transaction() as session:
        agent = _agent(session, call_id)
        not_own_call(session, call_id, person)
        about = Coaching(
            kind=CoachingKind.GOAL,
            agent=agent,
            criterion=criterion,
            text=text.strip(),
            demo=is_demo(session, call_id),
            person=person,
            at=at,
        )
        made = kept.add_coaching(session, about)
        _add_moment(session, made.id, CoachingStep.MOMENT, call_id, quote, person, at)
        return _goal(session, made)


def goals(store: Store, agent: str | None = None) -> list[Goal]:
    """Every goal of an employee, or of all: open ones first, newest first."""
    with store.transaction(reading=True) as session:
        found = [_goal(session, about) for about in kept.coachings(session, CoachingKind.GOAL, agent)]
    return sorted(found, key=lambda goal: goal.closed is not None)


def goal(store: Store, number: int) -> Goal:
    """The goal with this number; StoreError when there is none."""
    with store.transaction(reading=True) as session:
        return _goal(session, kept.coaching(session, number, CoachingKind.GOAL))


def follow_up(
    store: Store,
    number: int,
    call_id: str,
    person: str,
    text: str = "",
    quote: Evidence | None = None,
    now: datetime | None = None,
) -> Goal:
    """Calling this adds a later call of the employee that was listened to for this goal."""
    own_name(person)
    with store.transaction() as session:
        about = _open(session, number)
        _check_later(session, about, call_id)
        not_own_call(session, call_id, person)
        at = now or datetime.now(UTC)
        _add_moment(session, number, CoachingStep.FOLLOW_UP, call_id, quote, person, at, text)
        return _goal(session, about)


def note(store: Store, number: int, person: str, text: str, now: datetime | None = None) -> Goal:
    """Calling this adds what was said about a goal."""
    return _say(store, number, CoachingStep.NOTE, person, text, now)


def close_goal(store: Store, number: int, person: str, text: str, now: datetime | None = None) -> Goal:
    """Calling this closes a goal; `text` says how it went."""
    return _say(store, number, CoachingStep.CLOSED, person, text, now)


def _check(text: str, criterion: str, rubric: Rubric) -> None:
    if not text.strip():
        raise ReviewError("Schrijf in één zin op wat u samen afspreekt.")
    if criterion not in {known.id for known in rubric.criteria}:
        raise ReviewError("Dit criterium staat niet in de rubriek. Kies een ander.")


def _agent(session: Session, call_id: str) -> str:
    row = kept_calls.call(session, call_id)
    if row.agent is None:
        raise ReviewError("Van dit gesprek is de medewerker niet bekend. Vul eerst het pseudoniem in.")
    return row.agent


def _check_later(session: Session, about: Coaching, call_id: str) -> None:
    if kept_calls.call(session, call_id).agent != about.agent:
        raise ReviewError("Dit gesprek is van een andere medewerker. Kies een gesprek van deze medewerker.")
    if (moment := called_at(session, call_id)) is None or moment < about.at:
        raise ReviewError("Een vervolggesprek is van na de afspraak. Kies een later gesprek.")


def _say(store: Store, number: int, kind: CoachingStep, person: str, text: str, now: datetime | None) -> Goal:
    own_name(person)
    if not text.strip():
        raise ReviewError("Schrijf op hoe het gaat of ging, in een enkele zin.")
    with store.transaction() as session:
        about = _open(session, number)
        said = {"person": person, "at": now or datetime.now(UTC), "text": text.strip()}
        kept.add_step(session, CoachingEvent.model_validate({"coaching": number, "kind": kind} | said))
        return _goal(session, about)


def _open(session: Session, number: int) -> Coaching:
    about = kept.coaching(session, number, CoachingKind.GOAL, lock=True)
    if _goal(session, about).closed:
        raise ReviewError("Dit doel is afgerond. Maak een nieuw doel als u er verder aan wilt werken.")
    return about


def _goal(session: Session, about: Coaching) -> Goal:
    return Goal(about=about, steps=kept.steps(session, about.id))


def _add_moment(
    session: Session,
    number: int,
    kind: CoachingStep,
    call_id: str,
    quote: Evidence | None,
    person: str,
    at: datetime,
    text: str = "",
) -> None:
    said = {"call_id": call_id, "person": person, "at": at, "text": text.strip()} | spoken(
        session, call_id, quote
    )
    kept.add_step(session, CoachingEvent.model_validate({"coaching": number, "kind": kind} | said))
