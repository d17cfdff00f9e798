from kept_calls import a_call, a_result, a_scorecard

from scoring.review.agreement import Labelled, Pair, agreement, compare
from scoring.rubric import Norms, load_rubric
from scoring.scorecard import Answer
from scoring.settings import ROOT

RUBRIC = load_rubric(ROOT / "tests" / "small_rubric" / "klein.yaml")
NORMS = Norms(id="proef", title="Proef", source="test", values={})


def pairs(*answers: tuple[str, str]) -> list[Pair]:
    return [
        Pair(call_id="1", source="a.json", criterion="beleefd.x", label=label, machine=machine)
        for label, machine in answers
    ]


def test_kappa_takes_chance_away():
    found = agreement(pairs(("yes", "yes"), ("yes", "yes"), ("no", "yes"), ("no", "no")))
    assert (found.agreement, found.kappa) == (0.75, 0.5)
    assert (found.precision, found.recall) == (0.6667, 1.0)


def test_what_cannot_be_computed_is_none_and_never_a_number():
    assert agreement([]).agreement is None
    same = agreement(pairs(("no", "no"), ("no", "no")))
    assert (same.agreement, same.kappa, same.precision, same.recall) == (1.0, None, None, None)


def test_what_the_machine_leaves_to_a_person_is_not_agreement():
    found = agreement(pairs(("yes", "human"), ("yes", "yes"), ("na", "no"), ("na", "na")))
    assert (found.agreement, found.judged, found.na_confused) == (0.5, 0.75, 1)


def test_scores_are_compared_with_the_weights_and_over_the_labelled_criteria_only():
    call = a_call(1)
    results = (
        a_result("beleefd.begroeting", Answer.YES),
        a_result("betrouwbaar.samenvatting", Answer.NO),
    )
    card = a_scorecard(call, results=results, dimensions={})
    answers = {"beleefd.begroeting": Answer.PARTIAL}
    found = compare([Labelled(call=call, scorecard=card, answers=answers)], RUBRIC, NORMS)
    assert found.dimensions["beleefd"].mean_absolute_error == 50.0
    assert found.dimensions["betrouwbaar"].n == 0
    assert found.total.mean_absolute_error == 50.0
    assert found.escalation.n == 0
    assert [d.machine for d in found.differences] == ["yes"]
