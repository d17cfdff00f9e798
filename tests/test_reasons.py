"""How an answer explains itself, on rubrics of a few lines."""

import pytest
from one_criterion import judged

from scoring.reasons import MAX_QUOTE
from scoring.rubric import Part


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
