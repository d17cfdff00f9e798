"""The small kinds, and what holds for each kind: windows, refusals, calls that none may stumble over."""

import pytest
from measured import HOLD, KINDS, PROMISE, TRANSFER, measure
from pydantic import ValidationError
from spoken import a_context


@pytest.mark.parametrize(
    ("metadata", "value"), [({"rings": 3}, 3), ({"rings": "3"}, None), ({"rings": True}, None), ({}, None)]
)
def test_metadata(metadata, value):
    assert measure(a_context("A: Dag.", metadata=metadata), "metadata", field="rings").value == value


def test_what_is_said_in_a_row_counts_as_one_turn_of_the_opening():
    cut_up = a_context("A: goedemorgen gemeente\nA: zonnedaal\nB: dag\nA: met noor\nB: ja\nA: met eva")
    assert measure(cut_up, "phrase", phrases=["met noor"], first=2).value == 1
    assert measure(cut_up, "phrase", phrases=["met eva"], first=2).value == 0


def test_direction_turns_words_sentences_and_organisation():
    context = a_context(
        "A: Gemeente Zonnedaal. Dit is een zin van zeven woorden.\nB: Ja.", organisation="Zonnedaal"
    )
    assert measure(context, "incoming").value == 1
    assert measure(context, "turns", min_words=3).value == 1
    assert measure(context, "reading", measures="words").value == 9
    assert measure(context, "reading", measures="sentence_length").value == 7
    assert measure(context, "organisation").value == 1
    bare = a_context("A: dit is een zin\nB: ja", direction="out")
    assert measure(bare, "reading", measures="sentence_length").value is None
    assert measure(bare, "incoming").value == 0
    assert measure(bare, "organisation").value == 0


@pytest.mark.parametrize(
    ("said", "quotes"),
    [
        ("Nee. (huilt) Sorry, ik ben [Huilt zachtjes] weer rustig.", ["(huilt)", "[Huilt zachtjes]"]),
        ("(baby huilt) Wat zei u?", []),
        ("Mijn zoon huilt elke nacht.", []),
        ("(huiltje) Dag (stil)", []),
    ],
)
def test_an_aside_is_what_stands_between_brackets(said, quotes):
    found = measure(
        a_context(f"A: Dag.\nB: {said}"), "aside", speaker="caller", words=["huilt"], unless=["baby"]
    )
    assert (found.value, [e.quote for e in found.evidence]) == (len(quotes), quotes)


@pytest.mark.parametrize(
    ("town", "said", "value"),
    [
        ("Rijnwaarden", "Waar woon je, Kevin?", 0),
        ("Zevenaar", "Even kijken.", 0),
        ("Hoorn", "Ja hoor.", 0),
        ("Overbetuwe", "Gaat het over een pas?", 0),
        ("Hoorn", "Goedemorgen, gemeente Hoorn.", 1),
        ("Zonnedaal", "goedemorgen zonne daal", 1),
    ],
)
def test_a_common_word_inside_a_towns_name_is_not_the_organisation(town, said, value):
    context = a_context(f"A: {said}\nB: Ja.", organisation=f"Gemeente {town}")
    assert measure(context, "organisation").value == value


TEN = "\n".join(f"{'AB'[i % 2]}: ja {i}" for i in range(10))


@pytest.mark.parametrize(
    ("window", "turns"),
    [
        ({"first": 2}, [0, 2]),
        ({"last": 2}, [6, 8]),
        ({"speaker": "caller", "last": 1}, [9]),
        ({"speaker": None, "from_share": 0.8}, [8, 9]),
        ({"speaker": None, "to_share": 0.2}, [0, 1]),
        ({"speaker": "other"}, []),
    ],
)
def test_windows(window, turns):
    context = a_context(TEN)
    seen = measure(context, "phrase", phrases=["ja"], **window)
    assert seen.value == len(turns)
    assert [e.turn for e in seen.evidence] == turns[:5]


def test_what_is_said_to_a_colleague_can_be_left_out():
    context = a_context(
        "B: Ik wil een pas.\nA: Tim, ken je de brp?\nO: Ja, die ken ik.\nA: Dat staat in de brp."
    )
    assert measure(context, "phrase", phrases=["brp"]).value == 2
    assert measure(context, "phrase", phrases=["brp"], to_caller=True).value == 1


def test_what_the_caller_says_is_not_left_out_as_said_to_a_colleague():
    context = a_context("A: Dag.\nB: Mijn brp klopt niet.\nO: Ik sta ernaast, hoor.\nB: De brp dus.")
    assert measure(context, "phrase", phrases=["brp"], speaker="caller", to_caller=True).value == 2


def test_unless_takes_away_only_what_it_overlaps():
    context = a_context("A: Dat begrijp ik niet. Dat begrijp ik.\nA: Dat begrijp ik niet.")
    seen = measure(context, "phrase", phrases=["begrijp ik"], unless=["begrijp ik niet"])
    assert seen.value == 1
    assert [(e.turn, e.start) for e in seen.evidence] == [(0, 25)]


def test_an_unknown_kind_or_field_is_refused():
    for wrong in (
        {"kind": "gevoel"},
        {"kind": "turns", "minwords": 3},
        {"kind": "phrase", "phrases": ["a !"]},
    ):
        with pytest.raises(ValidationError):
            KINDS.validate_python(wrong)


EVERY = [
    {"kind": "address"}, {"kind": "agent_name"}, {"kind": "callback", "measures": "working_days", **PROMISE},
    *({"kind": "caller_name", "measures": m} for m in ("addresses", "asks", "repeats", "given")),
    {"kind": "incoming"}, {"kind": "episode", "measures": "quality", **HOLD},
    {"kind": "episode", "measures": "quality", **TRANSFER}, {"kind": "intent", "intent": "goodbye"},
    {"kind": "interruptions"}, {"kind": "metadata", "field": "x"}, {"kind": "organisation"}, {"kind": "pace"},
    {"kind": "phone", "measures": "direct"}, {"kind": "phrase", "phrases": ["ja ... nee"]},
    {"kind": "cut_off"}, {"kind": "order", "phrases": ["ja"], "then": ["nee"], "within": 2},
    {"kind": "reading", "measures": "sentence_length"}, {"kind": "ringing"}, {"kind": "turns"}, {"kind": "term"},
    {"kind": "put_off", "phrases": ["ik zet u"], "pauses": ["ja"], "asks": ["eerst"]},
    {"kind": "aside", "words": ["huilt"]},
]  # fmt: skip
STRANGE = {
    "one word": "A: Ja",
    "empty turns": "A:\nB:\nA: Ja\nA: ...\nB: (stilte)",
    "emoji": "A: 😀😀 👩‍👩‍👧 ja\nB: 🙃",
    "right to left": "B: שלום, אני דוד\nA: مرحبا ﷺ met نور",
    "only others": "O: Alle medewerkers zijn in gesprek.\nO: (muziek)",
    "capitals": "A: GOEDEMORGEN MET NOOR\nB: IK BEN PIETER AALDERS",
    "signs": "A: — … !? ½ ² ፩ 0x1F\nB: ´ ` ‘ ’",
    "many turns": "\n".join(f"{'AB'[i % 2]}: Ja, ik bel u morgen op 06 12 34 56 78." for i in range(2000)),
    "long turn": "A: " + "Ik bel u morgen terug, meneer Aalders. " * 2600 + "\nB: Met Aalders.",
    "long dots": "A: " + "." * 100_000 + "\nB: " + "nul zes " * 12_000,
}


@pytest.mark.parametrize("lines", STRANGE.values(), ids=STRANGE.keys())
def test_every_kind_survives_strange_calls(lines):
    context = a_context(lines)
    for options in EVERY:
        measure(context, **options)


def test_every_kind_is_tried():
    tags = KINDS.json_schema()["discriminator"]["mapping"].keys()
    assert {options["kind"] for options in EVERY} == set(tags)
