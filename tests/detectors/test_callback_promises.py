"""Promises to ring that are sure by their words or by the question they answer."""

import pytest
from measured import PROMISE, measure
from spoken import a_context


def promised(lines: str, **options: object) -> float | None:
    """How many promises, where nothing learned sees any."""
    context = a_context(lines)
    context.intents = [{"callback_offer": 0.0} for _ in context.turns]
    return measure(context, "callback", measures="promised", **PROMISE | options).value


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        ("B: Word ik daarover gebeld?\nA: Ja hoor, morgen.", 1),
        ("B: Word ik daarover gebeld?\nO: (piep)\nA: Ja hoor, morgen.", 0),
        ("A: Word ik daarover gebeld?\nB: Ja hoor, morgen.", 0),
        ("B: Goed.\nA: U krijgt morgen telefoon van de planner.", 1),
        ("B: Goed.\nA: Ik bel u morgen.", 0),
    ],
)
def test_what_needs_no_learned_call(lines, count):
    assert promised(lines) == count


def test_what_is_refused_is_not_sure_either():
    lines = "B: Word ik gebeld?\nA: Ja, maar morgen kan ik u niet toezeggen."
    assert promised(lines) == 1
    assert promised(lines, refusals=["niet toezeggen"]) == 0


def test_its_term_counts():
    context = a_context("B: Word ik daarover gebeld?\nA: Ja, over een week of twee.")
    context.intents = [{"callback_offer": 0.0} for _ in context.turns]
    assert measure(context, "callback", measures="working_days", **PROMISE).value == 10


@pytest.mark.parametrize(
    ("answer", "days"),
    [
        ("Nee, dan mail ik liever.", 999),
        ("nee hoor hoeft niet", 999),
        ("Ja, graag.", 1),
        ("Nee, vandaag niet, morgen graag.", 1),
    ],
)
def test_no_term_is_sought_after_the_caller_declined(answer, days):
    context = a_context(
        f"B: Is zij er?\nA: Nee. Dan belt ze u terug, of u mag mailen. Goed?\nB: {answer}\nA: Morgen dan."
    )
    assert measure(context, "callback", measures="working_days", **PROMISE).value == days


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        ("A: Zij belt u morgen terug.\nB: Graag, op dit nummer.\nA: Goed.", 1),
        ("A: Zij belt u morgen terug.\nB: Op het nummer waar ik nu mee bel?\nA: Ja hoor.", 1),
        ("A: Zij belt u morgen terug.\nB: Op dit nummer?\nA: Nee, op uw mobiel.", 0),
        ("A: Goedemorgen.\nB: Ik werd net gebeld door dit nummer.\nA: Dat kan.", 0),
    ],
)
def test_who_points_at_the_number_of_the_call_need_not_say_it(lines, count):
    assert measure(a_context(lines), "phone", measures="spoken", speaker=None).value == count


@pytest.mark.parametrize(
    ("offer", "answer", "count"),
    [
        ("Zal ik vragen of de opzichter u eens belt?", "Ja, graag.", 1),
        ("kan ik regelen dat ze je even opbelt", "ja doe maar", 1),
        ("Zal ik u anders laten bellen?", "Is goed.", 1),
        ("Zal ik u anders laten bellen?", "Oké, prima.", 1),
        ("Wilt u dat hij u belt?", "Ja.", 1),
        ("Wilt u liever teruggebeld worden?", "Nee, dat hoeft niet.", 0),
        ("Zal ik vragen of de opzichter u eens belt?", "En wat kost dat?", 0),
        ("Zal ik vragen of het klaar is?", "Ja, graag.", 0),
    ],
)
def test_an_offer_that_is_taken_is_a_promise(offer, answer, count):
    assert promised(f"B: Goedemiddag.\nA: {offer}\nB: {answer}\nA: Ja.") == count
