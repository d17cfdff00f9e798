"""This module contains what stands out on a scorecard: what went well and what to coach first."""

from typing import NamedTuple

from scoring.rubric import Criterion, Rubric
from scoring.scorecard import POINTS, Answer, CriterionResult, Scorecard


class Highlight(NamedTuple):
    """This represents one answer and its stake: how many points (0–100) of the total hang on it."""

    criterion: Criterion
    result: CriterionResult
    stake: float

    @property
    def loss(self) -> float:
        """The points of the total that this answer cost."""
        return self.stake * (1 - POINTS[self.result.answer])

    @property
    def fatal(self) -> bool:
        """Whether this answer caps its B."""
        return self.criterion.critical and self.result.answer is Answer.NO


def went_well(card: Scorecard, rubric: Rubric, most: int = 3) -> list[Highlight]:
    """The criteria that were met and weigh most; what a person still has to check comes last."""
    met = [h for h in counting(card, rubric) if h.result.answer is Answer.YES]
    return sorted(met, key=lambda h: (h.result.proposal, -h.stake))[:most]


def to_coach(card: Scorecard, rubric: Rubric, most: int = 3) -> list[Highlight]:
    """The criteria that cost most points, those that cap a whole B first."""
    lost = [h for h in counting(card, rubric) if h.loss > 0]
    return sorted(lost, key=lambda h: (not h.fatal, -h.loss, h.result.proposal))[:most]


def counting(card: Scorecard, rubric: Rubric) -> list[Highlight]:
    """Every answer that counted, with its stake; criteria that this rubric does not have are left out."""
    known = {c.id: c for c in rubric.criteria}
    counted = [(known[r.criterion], r) for r in card.results if r.answer in POINTS and r.criterion in known]
    weights = {d.id: d.weight for d in rubric.dimensions if any(c.dimension == d.id for c, _ in counted)}
    inside = {d: sum(c.weight for c, _ in counted if c.dimension == d) for d in weights}
    total = sum(weights.values())
    return [
        Highlight(c, r, 100 * weights[c.dimension] / total * c.weight / inside[c.dimension])
        for c, r in counted
    ]
