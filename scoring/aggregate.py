"""This module contains the adding up: answers become five B's, a total and a school grade."""

from collections.abc import Sequence
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal

import scoring
from scoring.call import Call
from scoring.rubric import Criterion, Norms, Rubric
from scoring.scorecard import (
    POINTS,
    Answer,
    Callback,
    CriterionResult,
    DimensionScore,
    Escalation,
    RubricStamp,
    Scorecard,
)

Judged = tuple[Criterion, CriterionResult]


def aggregate(
    call: Call,
    rubric: Rubric,
    norms: Norms,
    results: Sequence[CriterionResult],
    escalation: Escalation,
    scored_at: datetime,
    callback: Callback | None = None,
    warnings: tuple[str, ...] = (),
) -> Scorecard:
    """Calling this adds answers up as the codebook says: points × weight over what counts, per B."""
    by_id = {criterion.id: criterion for criterion in rubric.criteria}
    judged = [(by_id[result.criterion], result) for result in results]
    scores = {d.id: _dimension(judged, d.id, rubric.cap) for d in rubric.dimensions}
    total = _total(rubric, scores)
    return Scorecard(
        call_id=call.id,
        source=call.source,
        rubric=RubricStamp(id=rubric.id, version=rubric.version, hash=rubric.hash),
        norms=norms.id,
        tool_version=scoring.__version__,
        scored_at=scored_at,
        results=tuple(results),
        dimensions=scores,
        total=total,
        grade=grade(total),
        escalation=escalation,
        callback=callback,
        warnings=warnings,
    )


def grade(percentage: float | None) -> float | None:
    """The Dutch school grade (1–10, one decimal) of a percentage (0–100)."""
    if percentage is None:
        return None
    exact = 1 + 9 * Decimal(str(percentage)) / 100  # as taught at school: 1,45 is 1,5
    return float(exact.quantize(Decimal("0.1"), ROUND_HALF_UP))


def _dimension(judged: Sequence[Judged], dimension: str, cap: float) -> DimensionScore:
    mine = [(c, r) for c, r in judged if c.dimension == dimension]
    weight = sum(c.weight for c, _ in mine)
    counting = [(c, r) for c, r in mine if r.answer in POINTS]
    counted = sum(c.weight for c, _ in counting)
    if not counted:
        return DimensionScore(score=None, coverage=0.0)
    score = 100 * sum(POINTS[r.answer] * c.weight for c, r in counting) / counted
    capped = any(_fatal(c, r) for c, r in counting)
    return DimensionScore(
        score=round(min(score, cap) if capped else score, 1),
        coverage=round(counted / weight, 3),
        capped=capped,
    )


def _fatal(criterion: Criterion, result: CriterionResult) -> bool:
    return criterion.critical and result.answer is Answer.NO


def _total(rubric: Rubric, scores: dict[str, DimensionScore]) -> float | None:
    weighted = [(d.weight, score) for d in rubric.dimensions if (score := scores[d.id].score) is not None]
    weight = sum(w for w, _ in weighted)
    return round(sum(w * s for w, s in weighted) / weight, 1) if weight else None
