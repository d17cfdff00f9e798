"""This module contains the overview of a period: scores per B, answers per criterion, and what changed.

Figures of fewer calls than the setting `overview_minimum` are not given. Whether something changed since the
period before is judged with Bonferroni's correction: of forty figures two would differ by chance alone.
"""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from functools import partial

from pydantic import Field

from scoring.insight import counting
from scoring.insight.counting import TOTAL, Group
from scoring.insight.intervals import (
    LEVEL,
    Estimate,
    Moments,
    beyond_chance,
    mean,
    mean_difference,
    share,
    share_difference,
)
from scoring.insight.periods import LINES, Period
from scoring.insight.scope import Scope, agents
from scoring.record import Record
from scoring.rubric import Rubric
from scoring.scorecard import POINTS, Answer
from scoring.store import Store

DEMO_MINIMUM = 3
"""The calls of the demo are invented, so that there is nobody to protect; fewer still say nothing."""


class Trend(StrEnum):
    """This represents a comparison with the period before, in the words of the screen."""

    UP = "hoger"
    DOWN = "lager"
    SAME = "geen verschil buiten toeval"
    UNKNOWN = "te weinig om te vergelijken"


class Figure(Record):
    """This represents one figure, now and in the period before; no value: too few calls to give it.

    Scores are 0–100, shares 0–1. `loss`: points of the total that this criterion costs per call.
    """

    name: str
    now: Estimate
    before: Estimate
    change: Estimate
    trend: Trend
    answers: dict[Answer, int] = Field(default_factory=dict)
    loss: float | None = None


class Point(Record):
    """This represents one period of the trend: its scores by name, and calls by escalation level 0–4."""

    period: Period
    n: int
    scores: dict[str, Estimate]
    levels: tuple[int, ...]


class TeamFigures(Record):
    """This represents a team in the period; without scores when they would be about too few or one person."""

    team: str | None
    n: int
    agents: int
    scores: dict[str, Estimate]


class Overview(Record):
    """This represents everything that the screen shows of a period."""

    scope: Scope
    minimum: int
    n: int
    before: int
    agents: int
    total: Figure
    dimensions: tuple[Figure, ...]
    criteria: tuple[Figure, ...]
    history: tuple[Point, ...]
    teams: tuple[TeamFigures, ...]
    versions: tuple[str, ...]

    @property
    def enough(self) -> bool:
        """Whether there are enough calls to give figures at all."""
        return self.n >= self.minimum


def overview(store: Store, scope: Scope, rubric: Rubric, minimum: int) -> Overview:
    """Calling this counts the period, the one before it and those of the trend."""
    minimum = min(minimum, DEMO_MINIMUM) if scope.demo else minimum
    periods = scope.period.back(LINES[scope.period.unit])
    first = min(periods[0].first, scope.period.before().first)
    found = counting.groups(store, scope, first, scope.period.after)
    now, before = (counting.within(found, period) for period in (scope.period, scope.period.before()))
    scores, answers = _figures(now, before, rubric, minimum)
    people = agents(store, scope)
    return Overview(
        scope=scope,
        minimum=minimum,
        n=counting.number_of(now),
        before=counting.number_of(before),
        agents=people.get(scope.team, 0) if scope.team else sum(people.values()),
        total=scores[0],
        dimensions=scores[1:],
        criteria=answers,
        history=tuple(_point(period, counting.within(found, period), minimum) for period in periods),
        teams=_teams(now, people, minimum),
        versions=tuple(sorted({f"{g.layout.version} ({g.layout.norms})" for g in (*now, *before)})),
    )


def _figures(
    now: list[Group], before: list[Group], rubric: Rubric, minimum: int
) -> tuple[tuple[Figure, ...], tuple[Figure, ...]]:
    scores, old_scores = counting.scores(now), counting.scores(before)
    answers, old_answers = counting.answers(now), counting.answers(before)
    names = [TOTAL, *_in_order([d.id for d in rubric.dimensions], scores)]
    criteria = _in_order([c.id for c in rubric.criteria], answers)
    level = 1 - (1 - LEVEL) / (len(names) + len(criteria))
    of_score = partial(_score, minimum=minimum, level=level)
    of_share = partial(_share, minimum=minimum, level=level)
    lost, n = counting.losses(now, rubric), counting.number_of(now)
    return (
        tuple(of_score(name, scores.get(name, Moments()), old_scores.get(name, Moments())) for name in names),
        tuple(
            of_share(name, answers[name], old_answers.get(name, Counter()), lost.get(name, 0.0) / n)
            for name in criteria
        ),
    )


def _in_order(known: list[str], found: Iterable[str]) -> list[str]:
    """The names that were found: those of the rubric first, in its order."""
    present = set(found) - {TOTAL}
    return [name for name in (*known, *sorted(present - set(known))) if name in present]


def _score(name: str, now: Moments, before: Moments, minimum: int, level: float) -> Figure:
    change = mean_difference(now, before, level)
    return _figure(name, mean(now), mean(before), change, minimum)


def _share(
    name: str, now: Counter[Answer], before: Counter[Answer], loss: float, minimum: int, level: float
) -> Figure:
    part, n = now[Answer.YES], sum(now[answer] for answer in POINTS)
    old_part, old_n = before[Answer.YES], sum(before[answer] for answer in POINTS)
    change = share_difference(share(part, n, level), share(old_part, old_n, level))
    figure = _figure(name, share(part, n), share(old_part, old_n), change, minimum)
    if n < minimum:
        return figure
    return figure.model_copy(update={"answers": {a: k for a, k in now.items() if k}, "loss": loss})


def _figure(name: str, now: Estimate, before: Estimate, change: Estimate, minimum: int) -> Figure:
    if min(now.n, before.n) < minimum or change.low is None:
        trend, change = Trend.UNKNOWN, Estimate(n=change.n)
    elif beyond_chance(change):
        trend = Trend.UP if (change.value or 0) > 0 else Trend.DOWN
    else:
        trend = Trend.SAME
    return Figure(
        name=name, now=_shown(now, minimum), before=_shown(before, minimum), change=change, trend=trend
    )


def _shown(estimate: Estimate, minimum: int) -> Estimate:
    return estimate if estimate.n >= minimum else Estimate(n=estimate.n)


def _point(period: Period, found: list[Group], minimum: int) -> Point:
    n = counting.number_of(found)
    scores = {name: _shown(mean(m), minimum) for name, m in counting.scores(found).items()}
    levels = counting.levels(found) if n >= minimum else ()
    return Point(period=period, n=n, scores=scores, levels=levels)


def _teams(found: list[Group], people: dict[str | None, int], minimum: int) -> tuple[TeamFigures, ...]:
    """The teams by the alphabet, not by score: an overview is no competition."""
    names = sorted({group.team for group in found}, key=lambda team: (team is None, team or ""))
    lines = []
    for team in names:
        mine = [group for group in found if group.team == team]
        safe = people.get(team, 0) > 1
        scores = {name: _shown(mean(m), minimum) for name, m in counting.scores(mine).items() if safe}
        lines.append(
            TeamFigures(team=team, n=counting.number_of(mine), agents=people.get(team, 0), scores=scores)
        )
    return tuple(lines)
