"""This module contains what a closed calibration shows: agreement, who is strict or mild, each difference."""

from collections.abc import Sequence
from typing import Literal

from scoring.record import Record
from scoring.review.reliability import Measure, alpha, cohen, fleiss, mean, pairs_of, percent_agreement
from scoring.review.session import closed_session, last_scores
from scoring.scorecard import POINTS, Answer
from scoring.store import Store
from scoring.store import reviews as kept_calls
from scoring.store.calibrations import Calibration, CalibrationEvent, CalibrationStep

ORDER = tuple(str(answer.value) for answer in sorted(POINTS, key=lambda answer: POINTS[answer]))
"""The answers that have an order: no, partial, yes."""

Scores = dict[tuple[str, str], dict[str, str]]
"""Call and criterion → reviewer → answer."""


class PairKappa(Record):
    """This represents Cohen's kappa of two people."""

    one: str
    other: str
    kappa: Measure


class CriterionAgreement(Record):
    """This represents how alike people answered one criterion.

    `kappa` is Cohen's for two people, Fleiss' for more; `alpha` counts every answer as equally different,
    `alpha_ordinal` counts yes–no as further apart than yes–partial and leaves out what has no order.
    """

    criterion: str
    calls: int
    percent: Measure
    kappa: Measure
    kappa_kind: Literal["Cohen", "Fleiss"]
    pairs: tuple[PairKappa, ...]
    alpha: Measure
    alpha_ordinal: Measure


class Leaning(Record):
    """This represents whether someone is strict or mild: points (−1 to 1) above the others, on average."""

    reviewer: str
    difference: Measure
    leans: Literal["streng", "mild", "gelijk"]


class Difference(Record):
    """This represents one criterion of one call that people answered differently, with what was said of it."""

    call_id: str
    criterion: str
    answers: dict[str, str]
    remarks: dict[str, str]
    machine: str | None
    notes: tuple[CalibrationEvent, ...]


class SessionComparison(Record):
    """This represents all that a closed session shows; `differences` has the largest first.

    `tables` has for each criterion the answers behind its figures: a row a call, a column a reviewer.
    """

    calibration: Calibration
    percent: Measure
    criteria: tuple[CriterionAgreement, ...]
    leanings: tuple[Leaning, ...]
    differences: tuple[Difference, ...]
    decisions: tuple[CalibrationEvent, ...]

    tables: dict[str, tuple[tuple[str | None, ...], ...]]


def compare_session(store: Store, number: int) -> SessionComparison:
    """Calling this compares everyone's answers; ReviewError while the session is not closed."""
    with store.transaction(reading=True) as session:
        found, events = closed_session(session, number)
        machine = {
            call_id: {
                result.criterion: result.answer.value for result in kept_calls.card(session, card).results
            }
            for call_id in found.calls
            if (state := kept_calls.state_of(session, call_id)) and (card := state.machine_id)
        }
    scores = _scores(found, events)
    tables = {name: _table(found, scores, name) for name in found.criteria}
    return SessionComparison(
        calibration=found,
        percent=_overall(found, scores),
        criteria=tuple(_agreement(name, tables[name], found.reviewers) for name in found.criteria),
        leanings=tuple(_leaning(reviewer, scores) for reviewer in found.reviewers),
        differences=_differences(scores, events, machine),
        decisions=tuple(event for event in events if event.kind is CalibrationStep.DECIDED),
        tables={name: tuple(map(tuple, table)) for name, table in tables.items()},
    )


def _scores(found: Calibration, events: Sequence[CalibrationEvent]) -> Scores:
    scores: Scores = {}
    for reviewer in found.reviewers:
        for about, event in last_scores(events, reviewer).items():
            scores.setdefault(about, {})[reviewer] = str(event.answer)
    order = [(call_id, criterion) for call_id in found.calls for criterion in found.criteria]
    return {about: scores[about] for about in order if about in scores}


def _table(found: Calibration, scores: Scores, criterion: str) -> list[list[str | None]]:
    rows = [answers for (_, name), answers in scores.items() if name == criterion]
    return [[answers.get(reviewer) for reviewer in found.reviewers] for answers in rows]


def _agreement(criterion: str, table: list[list[str | None]], people: Sequence[str]) -> CriterionAgreement:
    pairs = tuple(
        PairKappa(one=one, other=other, kappa=cohen(_columns(table, people, one, other)))
        for one, other in pairs_of(people)
    )
    return CriterionAgreement(
        criterion=criterion,
        calls=len(table),
        percent=percent_agreement(table),
        kappa=pairs[0].kappa if len(people) == 2 else fleiss(table),
        kappa_kind="Cohen" if len(people) == 2 else "Fleiss",
        pairs=pairs,
        alpha=alpha(table),
        alpha_ordinal=alpha(table, ORDER),
    )


def _columns(
    table: list[list[str | None]], people: Sequence[str], one: str, other: str
) -> list[list[str | None]]:
    return [[row[people.index(one)], row[people.index(other)]] for row in table]


def _overall(found: Calibration, scores: Scores) -> Measure:
    """The share of equal pairs over all criteria; the interval draws whole calls."""
    same, calls = [], []
    for (call_id, _), answers in scores.items():
        for one, other in pairs_of(found.reviewers):
            if one in answers and other in answers:
                same.append(float(answers[one] == answers[other]))
                calls.append(call_id)
    return mean(same, calls)


def _leaning(reviewer: str, scores: Scores) -> Leaning:
    apart, calls = [], []
    for (call_id, _), answers in scores.items():
        points = {name: POINTS[Answer(a)] for name, a in answers.items() if Answer(a) in POINTS}
        others = [value for name, value in points.items() if name != reviewer]
        if reviewer in points and others:
            apart.append(points[reviewer] - sum(others) / len(others))
            calls.append(call_id)
    found = mean(apart, calls)
    strict = found.high is not None and found.high < 0
    mild = found.low is not None and found.low > 0
    return Leaning(
        reviewer=reviewer, difference=found, leans="streng" if strict else "mild" if mild else "gelijk"
    )


def _differences(
    scores: Scores, events: Sequence[CalibrationEvent], machine: dict[str, dict[str, str]]
) -> tuple[Difference, ...]:
    remarks = {
        (event.call_id, event.criterion, event.reviewer): event.text
        for event in events
        if event.kind is CalibrationStep.SCORED
    }
    found = [
        Difference(
            call_id=call_id,
            criterion=criterion,
            answers=answers,
            remarks={name: text for name in answers if (text := remarks[call_id, criterion, name])},
            machine=machine.get(call_id, {}).get(criterion),
            notes=tuple(e for e in events if _is_note(e, call_id, criterion)),
        )
        for (call_id, criterion), answers in scores.items()
        if len(set(answers.values())) > 1
    ]
    return tuple(sorted(found, key=lambda difference: -_spread(difference.answers)))


def _is_note(event: CalibrationEvent, call_id: str, criterion: str) -> bool:
    return event.kind is CalibrationStep.NOTE and (event.call_id, event.criterion) == (call_id, criterion)


def _spread(answers: dict[str, str]) -> float:
    """How far answers lie apart: in points, and a whole one between an answer that counts and one that does not."""
    points = [POINTS[Answer(answer)] for answer in answers.values() if Answer(answer) in POINTS]
    apart = max(points) - min(points) if points else 0.0
    return apart + float(len(points) < len(answers))
