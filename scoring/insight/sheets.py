"""This module contains sheets to talk from: at most three points about an employee's calls, with fragments."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from scoring.errors import ReviewError
from scoring.highlights import Highlight, to_coach, went_well
from scoring.insight.quoted import is_demo, spoken
from scoring.record import Record
from scoring.review.allowed import not_own_call, own_name
from scoring.rubric import Rubric
from scoring.scorecard import Evidence, Scorecard
from scoring.store import CallFilter, CallRow, Store
from scoring.store import coachings as kept
from scoring.store import reviews as kept_calls
from scoring.store.coachings import Coaching, CoachingEvent, CoachingKind, CoachingStep, Point

MOST = 3
"""Nobody remembers more points of one talk."""
FRAGMENTS = 2
LOOK_BACK = 20
"""So many of the newest calls are looked at for what to talk about."""


class Fragment(Record):
    """This represents a quote in a call, as proof of a point."""

    call_id: str
    quote: Evidence


class Suggestion(Record):
    """This represents a point that could stand on a sheet: what it costs or adds over the newest calls."""

    criterion: str
    good: bool
    calls: tuple[str, ...]
    points: float
    fragments: tuple[Fragment, ...]


class Sheet(Record):
    """This represents a sheet with its fragments by criterion; those of a deleted call are gone."""

    about: Coaching
    fragments: tuple[CoachingEvent, ...]

    def of(self, criterion: str) -> tuple[CoachingEvent, ...]:
        """The fragments of one point."""
        return tuple(one for one in self.fragments if one.criterion == criterion)


def suggest(store: Store, agent: str, rubric: Rubric, demo: bool = False) -> list[Suggestion]:
    """What to talk about, out of the newest calls: what goes well first, then what costs most points.

    What went wrong because it was not said has no quote; then somebody has to point at the moment.
    """
    rows = store.calls(CallFilter(agent=agent, demo=demo), limit=LOOK_BACK)
    cards = [(row, card) for row in rows if (card := store.scorecard(row.id))]
    lost = _gather(cards, rubric, good=False)
    mixed = {one.criterion for one in lost}
    good = [one for one in _gather(cards, rubric, good=True) if one.fragments and one.criterion not in mixed]
    return good[:MOST] + lost[: 2 * MOST]


def make_sheet(
    store: Store,
    agent: str,
    points: Sequence[tuple[Point, Sequence[Fragment]]],
    person: str,
    now: datetime | None = None,
) -> Sheet:
    """Calling this keeps a sheet for this employee, who may see it from then on.

    Raises ReviewError with no or more than three points, one without a fragment, or a call of someone else.
    """
    own_name(person)
    _check(points)
    at = now or datetime.now(UTC)
    with store.transaction() as session:
        calls = {one.call_id: kept_calls.call(session, one.call_id) for _, found in points for one in found}
        if any(row.agent != agent for row in calls.values()):
            raise ReviewError(
                "Op dit blad staat een gesprek van een andere medewerker. Kies een eigen gesprek."
            )
        for call_id in calls:
            not_own_call(session, call_id, person)
        about = Coaching(
            kind=CoachingKind.SHEET,
            **{"agent": agent, "person": person, "at": at},
            **{
                "demo": any(is_demo(session, call_id) for call_id in calls),
                "points": tuple(point for point, _ in points),
            },
        )
        made = kept.add_coaching(session, about)
        for point, found in points:
            for one in found[:FRAGMENTS]:
                said = spoken(session, one.call_id, one.quote)
                fields = {"call_id": one.call_id, "criterion": point.criterion, "person": person, "at": at}
                base = {"coaching": made.id, "kind": CoachingStep.MOMENT}
                kept.add_step(session, CoachingEvent.model_validate(base | fields | said))
        return Sheet(about=made, fragments=kept.steps(session, made.id))


def sheets(store: Store, agent: str | None = None) -> list[Sheet]:
    """The sheets of an employee, or of all, newest first."""
    with store.transaction(reading=True) as session:
        found = kept.coachings(session, CoachingKind.SHEET, agent)
        return [Sheet(about=about, fragments=kept.steps(session, about.id)) for about in found]


def sheet(store: Store, number: int) -> Sheet:
    """The sheet with this number; StoreError when there is none."""
    with store.transaction(reading=True) as session:
        about = kept.coaching(session, number, CoachingKind.SHEET)
        return Sheet(about=about, fragments=kept.steps(session, number))


def _check(points: Sequence[tuple[Point, Sequence[Fragment]]]) -> None:
    if not points:
        raise ReviewError("Kies minstens één punt voor het gespreksblad.")
    if len(points) > MOST:
        raise ReviewError(f"Kies hoogstens {MOST} punten: meer onthoudt niemand van één gesprek.")
    if len({point.criterion for point, _ in points}) < len(points):
        raise ReviewError("Elk punt gaat over een ander criterium. Haal de dubbele weg.")
    if not all(found for _, found in points):
        raise ReviewError("Kies bij elk punt een fragment: zonder bewijs valt er niets te bespreken.")


def _gather(cards: Iterable[tuple[CallRow, Scorecard]], rubric: Rubric, good: bool) -> list[Suggestion]:
    found: dict[str, list[tuple[CallRow, Highlight]]] = {}
    for row, card in cards:
        for one in (
            went_well(card, rubric, len(card.results)) if good else to_coach(card, rubric, len(card.results))
        ):
            found.setdefault(one.criterion.id, []).append((row, one))
    made = [_suggestion(criterion, good, seen) for criterion, seen in found.items()]
    return sorted(made, key=lambda one: -one.points)


def _suggestion(criterion: str, good: bool, seen: Sequence[tuple[CallRow, Highlight]]) -> Suggestion:
    quotes = [
        Fragment(call_id=row.id, quote=one.result.evidence[0]) for row, one in seen if one.result.evidence
    ]
    return Suggestion(
        criterion=criterion,
        good=good,
        calls=tuple(row.id for row, _ in seen),
        points=sum(one.stake if good else one.loss for _, one in seen),
        fragments=tuple(quotes[:FRAGMENTS]),
    )
