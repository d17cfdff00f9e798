"""The judging rule, on rubrics of a few lines."""

import pytest
from one_criterion import DETECTORS, NORMS, a_rubric, judged, judged_by
from ruamel.yaml import YAML

from scoring.call import Call
from scoring.detectors import PhraseDetector
from scoring.detectors.callback import CallbackDetector
from scoring.evaluate import evaluate
from scoring.examples import dialogue
from scoring.scorecard import Answer
from scoring.verdict import MAX_EVIDENCE


@pytest.mark.parametrize(
    ("criterion", "said", "answer"),
    [
        ("{yes: ja}", "A: Ja.", "yes"),
        ("{yes: ja}", "A: Dag.", "no"),
        ("{yes: ja, partial: nee}", "A: Nee.", "partial"),
        ("{yes: ja, partial: nee}", "A: Ja, nee.", "yes"),
        ("{yes: ja, partial: nee}", "A: Dag.", "no"),
        ("{yes: tempo}", "A: Ja.", "unmeasurable"),
        ("{yes: ja, partial: tempo}", "A: Dag.", "unmeasurable"),
        ("{yes: ja, partial: tempo}", "A: Ja.", "yes"),
        ("{applies_when: nee, yes: ja}", "A: Ja.", "na"),
        ("{applies_when: nee, yes: tempo}", "A: Ja.", "na"),
        ("{applies_when: tempo, yes: ja}", "A: Ja.", "unmeasurable"),
        ("{applies_when: nee, yes: ja}", "A: Nee.", "no"),
    ],
)
def test_first_na_then_unmeasurable_then_the_answer(criterion, said, answer):
    assert judged(criterion, said).answer == answer


@pytest.mark.parametrize(
    ("condition", "said", "answer"),
    [
        ("{all: [ja, nee]}", "A: Ja. Nee.", "yes"),
        ("{all: [ja, nee]}", "A: Ja.", "no"),
        ("{all: [ja, tempo]}", "A: Ja.", "unmeasurable"),
        ("{all: [ja, tempo]}", "A: Dag.", "no"),
        ("{any: [ja, nee]}", "A: Nee.", "yes"),
        ("{any: [ja, nee]}", "A: Dag.", "no"),
        ("{any: [ja, tempo]}", "A: Ja.", "yes"),
        ("{any: [ja, tempo]}", "A: Dag.", "unmeasurable"),
        ("{none: [ja, nee]}", "A: Dag.", "yes"),
        ("{none: [ja, nee]}", "A: Nee.", "no"),
        ("{none: [ja, tempo]}", "A: Ja.", "no"),
        ("{none: [ja, tempo]}", "A: Dag.", "unmeasurable"),
        ("{none: [{none: [ja]}]}", "A: Ja.", "yes"),
        ("{all: [{any: [ja, nee]}, {none: [misschien]}]}", "A: Nee.", "yes"),
        ("{all: [{any: [ja, nee]}, {none: [misschien]}]}", "A: Nee, misschien.", "no"),
        ("{measure: ja, at_least: 2}", "A: Ja.\nB: Zo.\nA: Ja.", "yes"),
        ("{measure: ja, at_least: 2}", "A: Ja, ja.", "no"),
        ("{measure: ja, at_most: 0}", "A: Dag.", "yes"),
        ("{measure: ja, at_most: 0}", "A: Ja.", "no"),
        ("{measure: ja, at_least: 1, at_most: 1}", "A: Ja.\nA: Ja.", "no"),
        ("{measure: ja, at_most: {norm: grens}}", "A: Ja.\nA: Ja.", "yes"),
        ("{measure: ja, at_most: {norm: grens}}", "A: Ja.\nA: Ja.\nA: Ja.", "no"),
        ("{measure: ja, at_least: {norm: grens}}", "A: Ja.\nA: Ja.", "yes"),
        ("{measure: ja, at_least: {norm: grens}}", "A: Ja.", "no"),
        ("{measure: tempo, at_most: {norm: grens}}", "A: Ja.", "unmeasurable"),
        ("{norm: verplicht}", "A: Dag.", "yes"),
        ("{norm: vrij}", "A: Dag.", "no"),
    ],
)
def test_conditions_know_three_values(condition, said, answer):
    assert judged(f"{{yes: {condition}}}", said).answer == answer


@pytest.mark.parametrize("end", ["opening", "ending"])
@pytest.mark.parametrize(
    ("need", "said", "recorded", "answer"),
    [
        ("always", "A: Ja.", False, "unmeasurable"),
        ("unless_met", "A: Ja.", False, "yes"),
        ("unless_met", "A: Dag.", False, "unmeasurable"),
        ("always", "A: Dag.", True, "no"),
        ("unless_met", "A: Dag.", True, "no"),
    ],
)
def test_what_must_be_recorded(end, need, said, recorded, answer):
    call = {f"{end}_recorded": recorded}
    assert judged(f"{{yes: ja, {end}: {need}}}", said, **call).answer == answer


def test_na_comes_before_what_is_not_recorded():
    got = judged("{applies_when: nee, yes: ja, opening: always}", "A: Ja.", opening_recorded=False)
    assert got.answer == "na"


def test_the_strictest_need_counts_when_both_ends_are_missing():
    got = judged(
        "{yes: ja, opening: unless_met, ending: always}",
        "A: Ja.",
        opening_recorded=False,
        ending_recorded=False,
    )
    assert got.answer == "unmeasurable"


def test_a_detector_that_crashes_is_a_failure_and_spares_the_others(monkeypatch, caplog):
    rubric = a_rubric("{yes: ja}")
    other = rubric.criteria[0].model_copy(update={"id": "b.ander", "yes": "misschien"})
    rubric = rubric.model_copy(update={"criteria": (*rubric.criteria, other)})
    measure = PhraseDetector.measure

    def crash(self, context):
        if self.phrases == ("ja",):
            raise ZeroDivisionError("geheim citaat")
        return measure(self, context)

    monkeypatch.setattr(PhraseDetector, "measure", crash)
    call = Call(id="proef", source="proef")
    results = evaluate(call, dialogue("A: Misschien."), rubric, NORMS).results
    assert [r.answer for r in results] == [Answer.FAILED, Answer.YES]
    assert results[0].confidence == 0
    assert not results[0].evidence
    assert "ZeroDivisionError" in caplog.text
    assert "geheim" not in caplog.text + results[0].reason


def test_a_crash_in_an_escalation_level_spares_the_answers(monkeypatch):
    rubric = a_rubric("{yes: ja}", escalation=[{"level": 4, "title": "Dreiging", "when": "nee"}])
    measure = PhraseDetector.measure

    def crash(self, context):
        if self.phrases == ("nee",):
            raise ZeroDivisionError
        return measure(self, context)

    monkeypatch.setattr(PhraseDetector, "measure", crash)
    assert judged_by(rubric, "A: Ja.").answer == "yes"
    found = evaluate(Call(id="p", source="p"), dialogue("A: Ja."), rubric, NORMS).escalation
    assert (found.level, found.confidence) == (0, 0.0)


def test_a_crash_in_the_callback_arrangement_spares_the_answers(monkeypatch, caplog):
    promise = {"kind": "callback", "measures": "promised", "phrases": ["bel u"]}
    rubric = a_rubric("{yes: belofte}", detectors={"belofte": promise}, callback="belofte")

    def crash(self, context):
        raise ZeroDivisionError("geheim citaat")

    monkeypatch.setattr(CallbackDetector, "arrangement", crash)
    judged = evaluate(Call(id="p", source="p"), dialogue("A: Ik bel u morgen."), rubric, NORMS)
    assert (judged.results[0].answer, judged.callback) == (Answer.YES, None)
    assert "ZeroDivisionError" in caplog.text
    assert "geheim" not in caplog.text


def test_a_norm_that_the_profile_lacks_is_a_failure():
    assert judged("{yes: {norm: onbekend}}").answer == "failed"
    assert judged("{yes: {measure: ja, at_most: {norm: onbekend}}}").answer == "failed"


def test_a_human_criterion_is_left_to_people():
    got = judged("{mode: human, reasons: {unmeasurable: Luister samen.}}")
    assert (got.answer, got.mode, got.reason, got.evidence) == ("human", "human", "Luister samen.", ())


def test_confidence_and_proposal():
    sure = judged("{yes: ja}")
    assert sure.confidence == 0.95
    assert not sure.proposal
    doubtful = judged("{yes: ja, min_confidence: 0.99}")
    assert doubtful.proposal
    assert judged("{yes: {all: [ja, nee]}}", "A: Ja.").confidence == 0.85
    assert judged("{yes: {any: [ja, nee]}}", "A: Ja.").confidence == 0.95
    assert judged("{applies_when: {none: [nee]}, yes: ja}").confidence == 0.85


def test_evidence_is_capped_ordered_literal_and_once():
    said = "\n".join(f"A: Zo {i}, ja en nee.\nB: Dag." for i in range(20))
    got = judged("{yes: {all: [ja, nee, ja]}}", said)
    turns = dialogue(said).turns
    assert len(got.evidence) == MAX_EVIDENCE
    assert len(set(got.evidence)) == MAX_EVIDENCE
    assert [(e.turn, e.start) for e in got.evidence] == sorted((e.turn, e.start) for e in got.evidence)
    assert all(turns[e.turn].text[e.start : e.end] == e.quote for e in got.evidence)


def test_answers_that_do_not_count_have_no_evidence():
    for criterion in ("{applies_when: {none: [ja]}, yes: nee}", "{yes: {all: [ja, tempo]}}"):
        assert judged(criterion).evidence == ()


def test_situations_are_shared_and_may_build_on_each_other():
    rubric = a_rubric("{yes: derde}", situations={"eerste": "ja", "derde": {"all": ["eerste", "nee"]}})
    assert judged_by(rubric, "A: Ja, nee.").answer == "yes"
    assert judged_by(rubric, "A: Ja.").answer == "no"


@pytest.mark.parametrize(
    ("said", "level"), [("A: Ja. Nee.", 3), ("A: Nee.", 1), ("A: Misschien.", 0), ("A: Dag.", 0)]
)
def test_the_highest_level_that_holds(said, level):
    levels = [
        {"level": 1, "title": "een", "when": "nee"},
        {"level": 3, "title": "drie", "when": "ja"},
        {"level": 4, "title": "vier", "when": {"all": ["misschien", "tempo"]}},
    ]
    by = a_rubric("{yes: ja}", escalation=levels)
    found = evaluate(Call(id="p", source="p"), dialogue(said), by, NORMS).escalation
    assert found.level == level
    assert bool(found.evidence) == (level > 0)


@pytest.mark.parametrize("said", ["A: 😀", "O: (muziek) ja", "A: Ja\n" * 2000, "A: " + "ja nee " * 15_000])
def test_strange_calls_get_an_answer(said):
    got = judged("{yes: {all: [ja, {none: [misschien]}]}, partial: nee}", said)
    assert got.answer in (Answer.YES, Answer.NO, Answer.PARTIAL)


@pytest.mark.parametrize(("applies", "arranged"), [("ja", True), ("nee", False)])
def test_a_call_without_a_promise_by_its_criterion_has_no_arrangement(applies, arranged):
    promise = {"kind": "callback", "measures": "promised", "phrases": ["bel u"]}
    term = "{dagen: {kind: callback, measures: working_days, phrases: [bel u]}}"
    rubric = a_rubric(
        f"{{applies_when: {applies}, detectors: {term}, yes: dagen}}",
        detectors={"belofte": promise, **YAML(typ="safe").load(DETECTORS)},
        callback="belofte",
    )
    whole = Call(id="proef", source="proef")
    found = evaluate(whole, dialogue("A: Ja. Ik bel u morgen terug.\nB: Goed."), rubric, NORMS)
    assert (found.callback is not None) == arranged
