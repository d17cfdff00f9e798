"""This module contains what another version of a rubric does to scores: per call, per B and per criterion."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from statistics import fmean

from scoring.difference import Changed, changed
from scoring.record import Record
from scoring.scorecard import Scorecard

TOTAL = ""
"""The name of the total beside the names of the B's."""


class Scores(Record):
    """This represents the scores of one scorecard: total and B's 0–100, grade 1–10."""

    total: float | None
    grade: float | None
    dimensions: dict[str, float | None]


class CallEffect(Record):
    """This represents one call, scored before and after."""

    call_id: str
    source: str
    called_at: datetime | None
    before: Scores
    after: Scores
    changed: tuple[Changed, ...]

    @property
    def shift(self) -> float:
        """How much the total rose (percentage points); 0 where one of both has none."""
        if self.before.total is None or self.after.total is None:
            return 0.0
        return round(self.after.total - self.before.total, 1)


class Means(Record):
    """This represents a mean (0–100) before and after, over the `n` calls that have both."""

    before: float
    after: float
    n: int


class CriterionEffect(Record):
    """This represents one criterion: how many calls got another answer, and which turned better or worse."""

    criterion: str
    n: int
    better: int
    worse: int
    kinds: tuple[tuple[Changed, int], ...]


class Effect(Record):
    """This represents all calls that were scored before and after."""

    calls: tuple[CallEffect, ...]

    def moved(self) -> tuple[CallEffect, ...]:
        """The calls whose score or answers changed, the largest change first."""
        touched = (c for c in self.calls if c.changed or c.before != c.after)
        return tuple(sorted(touched, key=lambda c: (-abs(c.shift), -len(c.changed), c.source)))

    def means(self, dimension: str = TOTAL) -> Means | None:
        """The mean of a B (or of the total) before and after; None when no call has both."""
        pairs = [(_of(c.before, dimension), _of(c.after, dimension)) for c in self.calls]
        both = [(a, b) for a, b in pairs if a is not None and b is not None]
        if not both:
            return None
        return Means(before=fmean(a for a, _ in both), after=fmean(b for _, b in both), n=len(both))

    def criteria(self) -> tuple[CriterionEffect, ...]:
        """Every criterion that got other answers, the most first."""
        every = [one for call in self.calls for one in call.changed]
        names = Counter(one.criterion for one in every)
        return tuple(
            _criterion(name, [one for one in every if one.criterion == name])
            for name, _ in names.most_common()
        )


def scores(card: Scorecard) -> Scores:
    """The scores of a scorecard, without its answers."""
    dimensions = {name: dimension.score for name, dimension in card.dimensions.items()}
    return Scores(total=card.total, grade=card.grade, dimensions=dimensions)


def call_effect(before: Scorecard, after: Scorecard, called_at: datetime | None = None) -> CallEffect:
    """What changed between two scorecards of one call."""
    return CallEffect(
        call_id=after.call_id,
        source=after.source,
        called_at=called_at,
        before=scores(before),
        after=scores(after),
        changed=changed(before, after),
    )


def _of(found: Scores, dimension: str) -> float | None:
    return found.dimensions.get(dimension) if dimension else found.total


def _criterion(name: str, found: Sequence[Changed]) -> CriterionEffect:
    return CriterionEffect(
        criterion=name,
        n=len(found),
        better=sum(one.better is True for one in found),
        worse=sum(one.better is False for one in found),
        kinds=tuple(Counter(found).most_common()),
    )
