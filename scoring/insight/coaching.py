"""This module contains what to coach: the criteria that cost the team most points, shown with real calls."""

from scoring.insight.overview import Figure, Overview
from scoring.insight.scope import Scope
from scoring.record import Record
from scoring.rubric import Criterion, Rubric
from scoring.scorecard import POINTS, Answer, CriterionResult, Evidence
from scoring.store import CallFilter, CallRow, Store

LOST = (Answer.NO, Answer.PARTIAL)


class Moment(Record):
    """This represents one call as proof: the answer, the reason and a quote where there is one."""

    call: CallRow
    answer: Answer
    reason: str
    quote: Evidence | None


class CoachPoint(Record):
    """This represents a criterion to work on: what it costs per call, where it went wrong, where it went well."""

    criterion: Criterion
    figure: Figure
    calls: CallFilter
    lost: int
    moments: tuple[Moment, ...]
    example: Moment | None


def to_coach(
    store: Store, seen: Overview, rubric: Rubric, most: int = 3, moments: int = 3
) -> tuple[CoachPoint, ...]:
    """The criteria with the largest weighted loss in the period, with the newest calls where points were lost."""
    costly = [figure for figure in seen.criteria if figure.loss]
    known = {criterion.id: criterion for criterion in rubric.criteria}
    chosen = sorted((f for f in costly if f.name in known), key=lambda f: -(f.loss or 0))[:most]
    return tuple(_point(store, seen.scope, figure, known[figure.name], moments) for figure in chosen)


def _point(store: Store, scope: Scope, figure: Figure, criterion: Criterion, most: int) -> CoachPoint:
    where = scope.answered(criterion.id, *LOST)
    wrong = _moments(store, scope.answered(criterion.id, Answer.NO), criterion.id, most)
    if len(wrong) < most:
        partly = scope.answered(criterion.id, Answer.PARTIAL)
        wrong += _moments(store, partly, criterion.id, most - len(wrong))
    good = _moments(store, scope.answered(criterion.id, Answer.YES), criterion.id, 1)
    return CoachPoint(
        criterion=criterion,
        figure=figure,
        calls=where,
        lost=sum(figure.answers.get(answer, 0) for answer in LOST),
        moments=wrong,
        example=good[0] if good and good[0].quote else None,
    )


def _moments(store: Store, where: CallFilter, criterion: str, most: int) -> tuple[Moment, ...]:
    found = []
    for row in store.calls(where, limit=most):
        result = _result(store, row.id, criterion)
        if result is not None and result.answer in POINTS:
            quote = result.evidence[0] if result.evidence else None
            found.append(Moment(call=row, answer=result.answer, reason=result.reason, quote=quote))
    return tuple(found)


def _result(store: Store, call_id: str, criterion: str) -> CriterionResult | None:
    card = store.scorecard(call_id)
    found = (result for result in card.results if result.criterion == criterion) if card else iter(())
    return next(found, None)
