"""Turns that say when, and turns that do two things at once."""

import pytest
from pydantic import TypeAdapter
from spoken import a_context, quotes_stand

from scoring.detectors import AnyDetector, CallContext
from scoring.language.lexicon import Lexicon
from scoring.language.text import TurnText
from scoring.language.when import says_when
from scoring.scorecard import Observation

KINDS = TypeAdapter(AnyDetector)
CALL = """A: Goedemorgen, met Noor Brandsma. Een fijne dag.
B: Wanneer komt het?
A: U krijgt er een brief over.
A: Die komt in het najaar.
A: Dinsdag ben ik vrij."""
DOES = {
    2: {"expectation": 0.9, "handler": 0.2},
    3: {"expectation": 0.7, "handler": 0.8},
    4: {"expectation": 0.1, "handler": 0.9},
}


def measure(kind: str, **options: object) -> tuple[CallContext, Observation]:
    context = a_context(CALL)
    context.__dict__["intents"] = [DOES.get(turn, {}) for turn in range(5)]
    seen = KINDS.validate_python({"kind": kind} | options).measure(context)
    assert quotes_stand(context, seen)
    return context, seen


@pytest.mark.parametrize(
    ("said", "when"),
    [
        ("Ze komen dinsdag de elfde.", True),
        ("binnen vier weken", True),
        ("Dat wordt in maart gesnoeid.", True),
        ("Om half acht buiten zetten.", True),
        ("morgenvroeg hangt hij bij u aan de lijn", True),
        ("U krijgt daar bericht van.", False),
        ("U hoort het als het zover is.", False),
        ("Fijne dag nog!", False),
        ("U krijgt een brief over hoe het verder gaat. Dag meneer.", False),
        ("Binnen een dag weet u het.", True),
        ("U hoort het de volgende dag", True),
        ("nog dezelfde dag", True),
        ("Het duurt niet langer dan twee weken.", True),
        ("Dan komt die brief met de code.", False),
        ("Ze hebben het nu druk.", False),
        ("Daar komt antwoord op, vroeg of laat.", False),
        ("De foto mag niet ouder zijn dan een half jaar.", False),
        ("De twaalfde hoort u het.", True),
        ("Elke dag hetzelfde liedje.", False),
        ("Ik kan niet zeggen wanneer.", False),
        ("Dat wordt een halfuurtje.", True),
        ("Ze zijn er binnen een halfuur.", True),
        ("Een minuut of twintig.", True),
        ("Maar bij u was het vorig jaar.", False),
        ("Dat is twee weken geleden verstuurd.", False),
        ("Wat u elk jaar betaalt.", False),
        ("Volgend jaar hoort u het.", True),
        ("Ik bel u over een uur terug.", True),
        ("Vorige week lag het stil, dinsdag komt hij.", True),
    ],
)
def test_words_that_say_when(said: str, when: bool):
    assert says_when(TurnText(said, Lexicon()).line) is when


def test_all_turns_that_say_when():
    _, seen = measure("term")
    assert [quote.turn for quote in seen.evidence] == [3, 4]
    assert seen.value == 2


def test_only_turns_that_also_do_something():
    _, seen = measure("term", beside="expectation", min=0.5)
    assert [quote.turn for quote in seen.evidence] == [3]
    assert measure("term", beside="expectation", min=0.8)[1].value == 0


def test_an_intent_beside_another():
    _, seen = measure("intent", intent="handler", min=0.5, beside="expectation")
    assert [quote.turn for quote in seen.evidence] == [3]
    assert measure("intent", intent="handler", min=0.5)[1].value == 2
    assert measure("intent", intent="handler", min=0.5, beside="expectation", beside_min=0.8)[1].value == 0


def test_an_intent_right_behind_another():
    assert measure("intent", intent="handler", min=0.5, after="expectation")[1].value == 2
    _, seen = measure("intent", intent="handler", min=0.5, after="expectation", after_min=0.8)
    assert [quote.turn for quote in seen.evidence] == [3]


def test_an_intent_in_a_turn_with_an_unwanted_phrase_does_not_count():
    _, seen = measure("intent", intent="handler", min=0.5, unless=["ben ik vrij"])
    assert [quote.turn for quote in seen.evidence] == [3]


def test_beside_a_sure_turn_an_unsure_one_is_no_proof():
    context = a_context("A: Dat komt. Goed.\n" * 3)
    context.__dict__["intents"] = [{"expectation": chance} for chance in (0.35, 0.9, 0.8)]
    seen = KINDS.validate_python({"kind": "intent", "intent": "expectation", "min": 0.3}).measure(context)
    assert (seen.value, [quote.turn for quote in seen.evidence]) == (3, [1, 2])


def test_turns_that_are_each_too_unsure_are_sure_together():
    apart, together = (
        measure("intent", intent="expectation", min=0.95, together=both)[1] for both in (False, True)
    )
    assert (apart.value, together.value) == (0, 1)
    assert [quote.turn for quote in together.evidence] == [2, 3]  # surest first; the third says too little
    assert together.confidence == pytest.approx(0.5 + 0.5 * (0.973 - 0.95) / 0.05, abs=0.001)
    assert "samen" in together.fired[0]


def test_turns_that_are_too_unsure_together_do_not_count():
    assert measure("intent", intent="expectation", min=0.98, together=True)[1].value == 0


def test_a_long_call_is_not_sure_of_everything():
    context = a_context("A: Ja.\n" * 100)
    context.__dict__["intents"] = [{"empathy": 0.05}] * 100
    detector = KINDS.validate_python({"kind": "intent", "intent": "empathy", "min": 0.3, "together": True})
    assert detector.measure(context).value == 0


def test_what_is_still_to_come_is_quoted_before_what_was():
    said = (
        "A: Die acht weken waren stilgezet omdat er nog stukken misten. U krijgt binnen vier weken een brief."
    )
    context = a_context(said)
    seen = KINDS.validate_python({"kind": "term"}).measure(context)
    assert [e.quote for e in seen.evidence] == ["U krijgt binnen vier weken een brief."]
