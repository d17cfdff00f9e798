"""This module contains whether a goal got better, and the later calls in which that can be seen.

Better is measured over all calls of the employee in which the criterion counted, from 90 days before the goal
until now. The calls that the goal was made from do not count: they were chosen because of how they went, and
after a chosen low the next calls are mostly better by themselves.
"""

from datetime import UTC, datetime, timedelta
from enum import StrEnum

from scoring.insight.goals import Goal
from scoring.insight.intervals import Estimate, beyond_chance, share, share_difference
from scoring.record import Record
from scoring.scorecard import POINTS, Answer
from scoring.store import CallFilter, CallRow, ReviewState, Store
from scoring.store.coachings import CoachingStep

BEFORE = timedelta(days=90)


class Verdict(StrEnum):
    """This represents what before and after say together, in the words of the screen."""

    TOO_FEW = "nog te weinig gesprekken"
    BETTER = "het gaat vaker goed"
    WORSE = "het gaat minder vaak goed"
    CHANCE = "het verschil kan toeval zijn"


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
