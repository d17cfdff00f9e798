"""The judging rule, on rubrics of a few lines."""

import pytest
from ruamel.yaml import YAML

from scoring.call import Call
from scoring.detectors import PhraseDetector
from scoring.detectors.callback import CallbackDetector
from scoring.evaluate import evaluate
from scoring.examples import dialogue
from scoring.reasons import MAX_QUOTE
from scoring.rubric import Norms, Part, Rubric
from scoring.scorecard import Answer, CriterionResult
from scoring.verdict import MAX_EVIDENCE

NORMS = Norms(id="proef", title="Proef", source="test", values={"grens": 2, "verplicht": True, "vrij": False})
DETECTORS = """
ja: {kind: phrase, phrases: [ja]}
nee: {kind: phrase, phrases: [nee]}
misschien: {kind: phrase, phrases: [misschien]}
tempo: {kind: pace}
"""


def judged(criterion: str, said: str = "A: Ja.\nB: Dag.", **call: object) -> CriterionResult:
    """The answer of one criterion, given as YAML lines, to this conversation."""
    return judged_by(a_rubric(criterion), said, **call)


def judged_by(rubric: Rubric, said: str, **call: object) -> CriterionResult:
    whole = Call.model_validate({"id": "proef", "source": "proef"} | call)
    return evaluate(whole, dialogue(said), rubric, NORMS)[0][0]


def a_rubric(criterion: str, **fields: object) -> Rubric:
    load = YAML(typ="safe").load
    base = {"id": "b.proef", "question": "?", "why": "w", "source": "s", "mode": "machine", "tip": "t"}
    return Rubric.model_validate(
        {
            "id": "proef",
            "version": "1.0.0",
            "title": "Proef",
            "dimensions": [{"id": "b", "title": "B", "question": "?"}],
            "detectors": load(DETECTORS),
            "criteria": [base | load(criterion)],
        }
        | fields
    )


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


def test_a_reason_quotes_the_employee_where_both_said_it():
    detectors = "detectors: {beiden: {kind: phrase, phrases: [ja], speaker: null}}"
    rubric = f"{{yes: beiden, {detectors}, reasons: {{yes: 'Gezegd: {{citaat}}.'}}}}"
    assert judged(rubric, "B: O ja?\nA: Ja zeker.").reason == "Gezegd: ‘Ja’."
    assert judged(rubric, "B: O ja?\nA: Nee.").reason == "Gezegd: ‘ja’."


def test_reasons_are_filled_in_or_say_it_without_a_quote():
    reasons = 'reasons: {yes: "Gezegd: {citaat}.", no: "Niet ({meting} keer): {citaat}.", na: "Past niet."}'
    assert judged(f"{{yes: ja, {reasons}}}").reason == "Gezegd: ‘Ja’."
    assert judged(f"{{yes: nee, {reasons}}}").reason == "Niet (0 keer)."
    assert judged(f"{{yes: ja, applies_when: nee, {reasons}}}").reason == "Past niet."
    assert "{" not in judged("{yes: nee}").reason


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


WHOLE_TURN = """
{yes: {measure: u, at_least: 1}, detectors: {u: {kind: address, measures: share}}, reasons: {yes: "Gezegd: {citaat}."}}
"""


def test_a_quote_in_a_reason_has_no_full_stop_of_its_own():
    assert judged(WHOLE_TURN, "A: Dat kunt u.").reason == "Gezegd: ‘Dat kunt u’."
    assert judged(WHOLE_TURN, "A: Kunt u dat?").reason == "Gezegd: ‘Kunt u dat?’."
    assert judged(WHOLE_TURN, "A: Dan kunt u ...").reason == "Gezegd: ‘Dan kunt u ...’."


def test_a_long_quote_is_shortened_in_the_reason_alone():
    said = "Dan kunt u, " + "ja zo, " * 30 + "klaar."
    got = judged(WHOLE_TURN, f"A: {said}")
    quote = got.reason.removeprefix("Gezegd: ‘").removesuffix("’.")
    assert quote.endswith((" ja…", " zo…"))
    assert said.startswith(quote.removesuffix("…"))
    assert 100 < len(quote) <= MAX_QUOTE
    assert [e.quote for e in got.evidence] == [said]
    one_word = judged(WHOLE_TURN, f"A: U{'a' * 200} kunt u.")
    assert one_word.reason.endswith("a…’.")
    assert len(one_word.reason) < MAX_QUOTE + 20


PARTS = """
yes: {all: [ja, nee]}
partial: {any: [ja, nee]}
parts:
  - {when: ja, found: het jawoord}
  - {when: nee, found: een weigering}
  - {when: {none: [misschien]}, missing: zekerheid}
reasons: {partial: "Een deel.", "no": "Niets."}
"""


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("A: Ja.", "Een deel. Wel: het jawoord. Niet gevonden: een weigering."),
        ("A: Nee.", "Een deel. Wel: een weigering. Niet gevonden: het jawoord."),
        (
            "A: Nee, misschien.",
            "Een deel. Wel: een weigering. Niet gevonden: het jawoord en zekerheid (‘misschien’).",
        ),
        ("A: Dag.", "Niets."),
        ("A: Ja, nee.", "De medewerker deed dit: ‘Ja’."),
    ],
)
def test_a_reason_tells_which_parts_are_there_and_which_are_not(said, reason):
    assert judged(PARTS, said).reason == reason


def test_what_shows_that_a_part_is_missing_is_evidence_too():
    assert [e.quote for e in judged(PARTS, "A: Nee, misschien.").evidence] == ["Nee", "misschien"]


def test_a_part_that_cannot_be_seen_is_neither_there_nor_missing():
    unseen = PARTS.replace("{when: nee, found: een weigering}", "{when: tempo, found: rust}")
    assert (
        judged(unseen, "A: Ja, misschien.").reason
        == "Een deel. Wel: het jawoord. Niet gevonden: zekerheid (‘misschien’)."
    )


def test_several_quotes_are_named_without_what_stands_inside_another():
    criterion = """
    {yes: {all: [ja, zin]}, detectors: {zin: {kind: phrase, phrases: [ja hoor, graag]}}, reasons: {yes: "Gezegd: {citaten}."}}
    """
    assert (
        judged(criterion, "A: Dat kan, ja hoor.\nB: Fijn.\nA: Heel graag.").reason
        == "Gezegd: ‘Dat kan, ja hoor’ en ‘Heel graag’."
    )


BECAUSE = """
applies_when: {any: [ja, misschien]}
yes: {any: [ja, misschien]}
because:
  - {answer: na, when: nee, reason: Er werd geweigerd.}
  - {answer: "yes", when: misschien, reason: "Onder voorbehoud: {citaat}."}
reasons: {"yes": "Volmondig: {citaat}.", na: "Het ging hier niet over."}
"""


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("A: Ja.", "Volmondig: ‘Ja’."),
        ("A: Ja, misschien.", "Onder voorbehoud: ‘misschien’."),
        ("A: Nee.", "Er werd geweigerd."),
        ("A: Dag.", "Het ging hier niet over."),
    ],
)
def test_a_reason_that_fits_this_call_better_comes_first(said, reason):
    assert judged(BECAUSE, said).reason == reason


def test_a_missing_part_is_quoted_only_where_that_shows_it():
    counted = PARTS.replace("when: nee, found", "when: {measure: nee, at_least: 2}, found").replace(
        "all: [ja, nee]", "all: [ja, nee, misschien]"
    )
    assert (
        judged(counted, "A: Ja.\nB: Dag.\nA: Nee.").reason
        == "Een deel. Wel: het jawoord. Niet gevonden: een weigering."
    )


def test_a_part_needs_a_name():
    with pytest.raises(ValueError, match="een naam"):
        Part(when="ja")


SOME = """
yes: {all: [ja, nee, misschien]}
reasons: {"yes": "Dit: {citaten}."}
"""


def test_a_word_or_two_is_shown_in_its_sentence():
    said = "A: Ja, dat is heel goed hoor, wat u daar zegt. Nee, misschien komt er van de week nog iets bij."
    whole = (
        "‘Ja, dat is heel goed hoor, wat u daar zegt’ en ‘Nee, misschien komt er van de week nog iets bij’"
    )
    assert judged(SOME, said).reason == f"Dit: {whole}."
    assert {e.quote for e in judged(SOME, said).evidence} == {"Ja", "Nee", "misschien"}


def test_some_quotes_are_told_once_each_and_in_order():
    assert judged(SOME, "A: Ja.\nA: Ja.\nA: Misschien.\nA: Nee.").reason == "Dit: ‘Ja’, ‘Misschien’ en ‘Nee’."


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
