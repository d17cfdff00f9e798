"""This module contains goals of employees: made from a moment in a call, followed up, and whether it got better.

Better is measured over all calls of the employee in which the criterion counted, from 90 days before the goal
until now. The calls that the goal was made from do not count: they were chosen because of how they went, and
after a chosen low the next calls are mostly better by themselves.
"""

from datetime import UTC, datetime, timedelta
from enum import StrEnum

from sqlalchemy.orm import Session

from scoring.errors import ReviewError
from scoring.insight.intervals import Estimate, beyond_chance, share, share_difference
from scoring.record import Record
from scoring.review.allowed import in_call, not_own_call, own_name
from scoring.rubric import Rubric
from scoring.scorecard import POINTS, Answer, Evidence
from scoring.store import CallFilter, CallRow, ReviewState, Store
from scoring.store import coachings as kept
from scoring.store import reviews as kept_calls
from scoring.store.coachings import Coaching, CoachingEvent, CoachingKind, CoachingStep
from scoring.store.tables import CallTable

BEFORE = timedelta(days=90)


class Verdict(StrEnum):
    """This represents what before and after say together, in the words of the screen."""

    TOO_FEW = "nog te weinig gesprekken"
    BETTER = "het gaat vaker goed"
    WORSE = "het gaat minder vaak goed"
    CHANCE = "het verschil kan toeval zijn"


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


class Progress(Record):
    """This represents the share of calls in which it went well, before and after; `minimum` calls on each side.

    `checked`: in how many of all these calls a person settled the answer.
    """

    before: Estimate
    after: Estimate
    change: Estimate
    minimum: int
    checked: int
    verdict: Verdict


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
    at = now or datetime.now(UTC)
    if not text.strip():
        raise ReviewError("Schrijf in één zin op wat u samen afspreekt.")
    if criterion not in {known.id for known in rubric.criteria}:
        raise ReviewError("Dit criterium staat niet in de rubriek. Kies een ander.")
    with store.transaction() as session:
        row = kept_calls.call(session, call_id)
        if row.agent is None:
            raise ReviewError("Van dit gesprek is de medewerker niet bekend. Vul eerst het pseudoniem in.")
        not_own_call(session, call_id, person)
        about = Coaching(
            kind=CoachingKind.GOAL,
            **{
                "agent": row.agent,
                "criterion": criterion,
                "text": text.strip(),
                "demo": is_demo(session, call_id),
            },
            **{"person": person, "at": at},
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
        row = kept_calls.call(session, call_id)
        if row.agent != about.agent:
            raise ReviewError(
                "Dit gesprek is van een andere medewerker. Kies een gesprek van deze medewerker."
            )
        if (moment := _moment(session, call_id)) is None or moment < about.at:
            raise ReviewError("Een vervolggesprek is van na de afspraak. Kies een later gesprek.")
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


def later_calls(store: Store, seen: Goal, most: int = 20) -> list[CallRow]:
    """The newest calls after the goal in which its criterion counted and that nobody followed up yet."""
    known = {step.call_id for step in seen.of(CoachingStep.FOLLOW_UP)}
    found = store.calls(_counting(seen, since=seen.about.at), limit=most + len(known))
    return [row for row in found if row.id not in known][:most]


def progress(store: Store, seen: Goal, minimum: int, now: datetime | None = None) -> Progress:
    """How often it went well before and after the goal, with Wilson's interval."""
    start, end = seen.about.at, now or datetime.now(UTC)
    before, checked = _share(store, seen, start - BEFORE, start)
    after, also = _share(store, seen, start, end)
    change = share_difference(after, before)
    return Progress(
        before=before,
        after=after,
        change=change,
        minimum=minimum,
        checked=checked + also,
        verdict=_verdict(before, after, change, minimum),
    )


def _verdict(before: Estimate, after: Estimate, change: Estimate, minimum: int) -> Verdict:
    if min(before.n, after.n) < minimum:
        return Verdict.TOO_FEW
    if not beyond_chance(change):
        return Verdict.CHANCE
    return Verdict.BETTER if (change.value or 0) > 0 else Verdict.WORSE


def _share(store: Store, seen: Goal, since: datetime, until: datetime) -> tuple[Estimate, int]:
    """The share of calls with ‘yes’, and how many of them all a person settled."""
    chosen = {step.call_id for step in seen.of(CoachingStep.MOMENT)}
    rows = [row for row in store.calls(_counting(seen, since=since, until=until)) if row.id not in chosen]
    good = store.calls(_counting(seen, since=since, until=until, answers=(Answer.YES,)))
    part = len([row for row in good if row.id not in chosen])
    return share(part, len(rows)), len([row for row in rows if row.review is ReviewState.FINAL])


def _counting(seen: Goal, **fields: object) -> CallFilter:
    about = seen.about
    base = {"agent": about.agent, "criterion": about.criterion, "answers": tuple(POINTS), "demo": about.demo}
    return CallFilter.model_validate(base | fields)


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


def _moment(session: Session, call_id: str) -> datetime | None:
    """When the call was, with its zone; the file may have left that out."""
    row = session.get(CallTable, call_id)
    return row.called_at if row else None


def is_demo(session: Session, call_id: str) -> bool:
    """Whether a call is one of the invented ones."""
    row = session.get(CallTable, call_id)
    return row is not None and row.demo


def spoken(session: Session, call_id: str, quote: Evidence | None) -> dict[str, object]:
    """A quote with who said it and when; ReviewError when it is not in the call."""
    if quote is None:
        return {}
    transcript = kept_calls.transcript(session, call_id)
    in_call(transcript, quote)
    turn = transcript.turns[quote.turn]
    return {"quote": quote, "speaker": turn.speaker.value, "seconds": turn.start}
