"""This module contains how well the machine agrees with people who labelled the same calls."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from scoring.aggregate import aggregate
from scoring.call import Call
from scoring.record import Record
from scoring.rubric import Norms, Rubric
from scoring.scorecard import Answer, CriterionResult, Scorecard

MISSING = "missing"
"""What stands for the machine's answer when the rubric does not have the labelled criterion."""


class Labelled(Record):
    """This represents one call with what a person answered and what the machine made of it."""

    call: Call
    scorecard: Scorecard
    answers: dict[str, Answer]
    escalation_level: int | None = None


class Pair(Record):
    """This represents two answers to one criterion of one call; for the machine also `missing`.

    `reason` is how the machine explains its answer, in plain Dutch.
    """

    call_id: str
    source: str
    criterion: str
    label: str
    machine: str
    reason: str = ""


class Agreement(Record):
    """This represents agreement on n answers: shares 0–1, None where it cannot be computed.

    `judged`: share that the machine answered at all; answers left to a person count as disagreement.
    `precision` and `recall` are of ‘yes’; `na_confused` counts the pairs of which one side says ‘na’.
    `confusion`: label → machine → number.
    """

    n: int
    agreement: float | None
    kappa: float | None
    judged: float | None
    precision: float | None
    recall: float | None
    na_confused: int
    confusion: dict[str, dict[str, int]]


class ScoreError(Record):
    """This represents how far scores lie apart: mean of the absolute difference, in points of 0–100."""

    n: int
    mean_absolute_error: float | None


class Levels(Record):
    """This represents two escalation levels (0–4) of one call; `turns` (from 0) show the machine's."""

    source: str
    label: int
    machine: int
    turns: tuple[int, ...] = ()


class EscalationAgreement(Record):
    """This represents agreement on the level: shares (0–1) that are the same, and at most one apart."""

    n: int
    exact: float | None
    within_one: float | None
    differences: tuple[Levels, ...] = ()


class Comparison(Record):
    """This represents the whole comparison of the machine with the labels of people."""

    calls: int
    overall: Agreement
    criteria: dict[str, Agreement]
    dimensions: dict[str, ScoreError]
    total: ScoreError
    escalation: EscalationAgreement
    differences: tuple[Pair, ...]


def compare(calls: Sequence[Labelled], rubric: Rubric, norms: Norms) -> Comparison:
    """Calling this compares every label with the machine's answer to the same criterion."""
    pairs = [pair for call in calls for pair in _pairs(call)]
    order = [c.id for c in rubric.criteria] + sorted({p.criterion for p in pairs})
    by_criterion = {
        name: agreement([p for p in pairs if p.criterion == name])
        for name in dict.fromkeys(order)
        if any(p.criterion == name for p in pairs)
    }
    dimensions, total = _score_errors(calls, rubric, norms)
    return Comparison(
        calls=len(calls),
        overall=agreement(pairs),
        criteria=by_criterion,
        dimensions=dimensions,
        total=total,
        escalation=_escalation(calls),
        differences=tuple(p for p in pairs if p.label != p.machine),
    )


def agreement(pairs: Sequence[Pair]) -> Agreement:
    """The agreement on these pairs of answers."""
    counts = Counter((pair.label, pair.machine) for pair in pairs)
    same = sum(n for (label, machine), n in counts.items() if label == machine)
    judged = sum(n for (_, machine), n in counts.items() if machine not in (MISSING, Answer.HUMAN))
    both = counts[Answer.YES, Answer.YES]
    confusion: dict[str, dict[str, int]] = {}
    for (label, machine), n in sorted(counts.items()):
        confusion.setdefault(label, {})[machine] = n
    return Agreement(
        n=len(pairs),
        agreement=_share(same, len(pairs)),
        kappa=_kappa(pairs),
        judged=_share(judged, len(pairs)),
        precision=_share(both, sum(n for (_, machine), n in counts.items() if machine == Answer.YES)),
        recall=_share(both, sum(n for (label, _), n in counts.items() if label == Answer.YES)),
        na_confused=sum(n for two, n in counts.items() if two.count(Answer.NOT_APPLICABLE) == 1),
        confusion=confusion,
    )


def _pairs(call: Labelled) -> Iterable[Pair]:
    given = {result.criterion: result for result in call.scorecard.results}
    for criterion, label in call.answers.items():
        result = given.get(criterion)
        yield Pair(
            call_id=call.call.id,
            source=call.call.source,
            criterion=criterion,
            label=label.value,
            machine=result.answer.value if result else MISSING,
            reason=result.reason if result else "",
        )


def _share(part: float, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None


def _kappa(pairs: Sequence[Pair]) -> float | None:
    labels, machine = [p.label for p in pairs], [p.machine for p in pairs]
    if len({*labels, *machine}) < 2:
        return None  # one answer everywhere: chance explains all of it, kappa does not exist
    from sklearn.metrics import cohen_kappa_score  # takes seconds to load, and only `evaluate` needs it

    return round(float(cohen_kappa_score(labels, machine)), 4)


def _score_errors(
    calls: Sequence[Labelled], rubric: Rubric, norms: Norms
) -> tuple[dict[str, ScoreError], ScoreError]:
    cards = [_two_cards(call, rubric, norms) for call in calls]
    dimensions = {
        d.id: _error((a.dimensions[d.id].score, b.dimensions[d.id].score) for a, b in cards)
        for d in rubric.dimensions
    }
    return dimensions, _error((a.total, b.total) for a, b in cards)


def _two_cards(call: Labelled, rubric: Rubric, norms: Norms) -> tuple[Scorecard, Scorecard]:
    """The labels and the machine's answers added up alike, over the same criteria."""
    machine = [r for r in call.scorecard.results if r.criterion in call.answers]
    person = [_as_labelled(result, call.answers) for result in machine]
    card = call.scorecard
    both = [
        aggregate(call.call, rubric, norms, results, card.escalation, card.scored_at)
        for results in (person, machine)
    ]
    return both[0], both[1]


def _as_labelled(result: CriterionResult, answers: Mapping[str, Answer]) -> CriterionResult:
    return result.model_copy(update={"answer": answers[result.criterion]})


def _error(scores: Iterable[tuple[float | None, float | None]]) -> ScoreError:
    apart = [abs(a - b) for a, b in scores if a is not None and b is not None]
    mean = round(sum(apart) / len(apart), 2) if apart else None
    return ScoreError(n=len(apart), mean_absolute_error=mean)


def _escalation(calls: Sequence[Labelled]) -> EscalationAgreement:
    pairs = [_levels(call, call.escalation_level) for call in calls if call.escalation_level is not None]
    apart = [abs(pair.label - pair.machine) for pair in pairs]
    return EscalationAgreement(
        n=len(apart),
        exact=_share(apart.count(0), len(apart)),
        within_one=_share(sum(difference <= 1 for difference in apart), len(apart)),
        differences=tuple(pair for pair in pairs if pair.label != pair.machine),
    )


def _levels(call: Labelled, label: int) -> Levels:
    found = call.scorecard.escalation
    turns = tuple(dict.fromkeys(evidence.turn for evidence in found.evidence))
    return Levels(source=call.call.source, label=label, machine=found.level, turns=turns)
