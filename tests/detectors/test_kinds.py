from datetime import datetime

import pytest
from pydantic import TypeAdapter, ValidationError
from spoken import a_context, of_turns, quotes_stand

from scoring.call import Speaker, Turn, Word
from scoring.detectors import AnyDetector, CallContext
from scoring.scorecard import Observation

KINDS = TypeAdapter(AnyDetector)


def measure(context: CallContext, kind: str, **options: object) -> Observation:
    seen = KINDS.validate_python({"kind": kind} | options).measure(context)
    assert quotes_stand(context, seen)
    assert 0 <= seen.confidence <= 1
    return seen


def opening(said: str, **call: object) -> float | None:
    return measure(a_context(f"A: {said}\nB: ik heb een vraag", **call), "agent_name", first=2).value


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("Goedemorgen, gemeente Zonnedaal, u spreekt met Noor Brandsma.", 2),
        ("goedemorgen gemeente zonnedaal u spreekt met noor brandsma waarmee kan ik u helpen", 2),
        ("Goeiemurge, gemeente Zonnedaal, mit Noor Brandsma.", 2),
        ("Gemeente Zonnedaal, mijn naam is Noor van der Bij.", 2),
        ("Goedemiddag, met Noor.", 1),
        ("goedemiddag met noor", 1),
        ("U spreekt met mevrouw Brandsma.", 1),
        ("Goedemorgen, met de gemeente Zonnedaal.", 0),
        ("goedemorgen met de gemeente zonnedaal", 0),
        ("Hallo?", 0),
        ("GOEDEMORGEN MET NOOR WAARMEE KAN IK U HELPEN", 1),
        ("Met", 0),
    ],
)
def test_the_employees_name(said, value):
    assert opening(said, organisation="Zonnedaal") == value


def test_the_callers_name_is_not_the_employees():
    assert opening("Goedemorgen. Spreek ik met meneer Aalders?") == 0


def test_a_name_given_later_is_outside_the_opening():
    context = a_context("A: Hallo?\nB: Dag.\nA: Zegt u het maar.\nB: Ja.\nA: Mijn naam is Noor Brandsma.")
    assert measure(context, "agent_name", first=2).value == 0
    assert measure(context, "agent_name").value == 2


@pytest.mark.parametrize(
    ("lines", "measures", "value"),
    [
        ("A: Zegt u het maar.\nB: Met Pieter Aalders.\nA: Dag meneer Aalders.", "addresses", 1),
        ("A: zegt u het maar\nB: met pieter aalders\nA: dag meneer aalders", "addresses", 1),
        ("A: Met wie spreek ik?\nB: Aalders.", "asks", 1),
        ("A: Hoe heet uw zoontje?\nB: Amir.", "asks", 0),
        ("A: Zegt u het maar.\nB: Met Pieter Aalders.\nA: Aalders, ik noteer het.", "repeats", 1),
        ("A: Zegt u het maar.\nB: Met Pieter Aalders.\nA: Ja, oké.", "repeats", 0),
        ("A: Zegt u het maar.\nB: Met Pieter Aalders.", "given", 2),
        ("A: Zegt u het maar.\nB: Ik bel over mijn paspoort.", "given", 0),
    ],
)
def test_the_callers_name(lines, measures, value):
    assert measure(a_context(lines), "caller_name", measures=measures).value == value


@pytest.mark.parametrize(
    ("said", "share"),
    [
        ("Kunt u uw naam spellen?", 1.0),
        ("wat is je naam en heb jij een nummer", 0.0),
        ("Dan krijg je een brief. Kunt u dat onthouden? Heeft u pen en papier?", 1.0),
        ("dank je wel weet je wat ik bel u", 1.0),
        ("Je spreekt met Noor. Kunt u dat herhalen, en uw naam, en uw adres?", 0.75),
    ],
)
def test_form_of_address(said, share):
    assert measure(a_context(f"A: {said}\nB: Ja."), "address").value == pytest.approx(share)


def test_nobody_addressed():
    context = a_context("A: Dat kan.\nB: Heeft u dat?")
    assert measure(context, "address", measures="any").value == 0


@pytest.mark.parametrize(
    ("lines", "value"),
    [
        ("B: Hoe bereik ik Karin?\nA: Haar nummer is 06-12345678.", 1),
        (
            "A: haar directe nummer\nB: ja\nA: nul zes twaalf vierendertig zesenvijftig achtenzeventig",
            1,
        ),
        ("B: Mijn nummer is 0612345678.\nA: 06 12 34 56 78, klopt dat?", 0),
        ("B: nul zes twaalf vierendertig zesenvijftig achtenzeventig\nA: 06 12345678", 0),
        ("A: U kunt bellen met 14 0316.\nB: Dank u.", 0),
        ("A: Bel 0800 1234 of 0900-8844, of 112 bij nood.\nB: Dank u.", 0),
        ("B: Het nummer van Karin is 06-12345678.\nA: Dat klopt.", 0),
    ],
)
def test_direct_numbers(lines, value):
    assert measure(a_context(lines), "phone", measures="direct").value == value


def test_a_number_that_anybody_says_can_be_agreed():
    context = a_context("A: Op welk nummer?\nB: 06 12 34 56 78.")
    assert measure(context, "phone", measures="spoken").value == 0
    assert measure(context, "phone", measures="spoken", speaker=None).value == 1


PROMISE = {"phrases": ["bel* ... u", "wordt u ... gebeld|teruggebeld"], "unless": ["u kunt ... bellen"]}


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("Ik bel u vandaag nog terug.", 0),
        ("morgenochtend belt mijn collega u", 1),
        ("Dan wordt u binnen twee werkdagen teruggebeld.", 2),
        ("Ik bel u maandag voor vijven.", 2),
        ("Ik bel u volgende week terug.", 6),
        ("Dan bel ik u binnen 24 uur.", 1),
        ("Ik bel u zo snel mogelijk terug.", 999),
        ("Ik bel u.", 999),
    ],
)
def test_the_term_of_a_callback(said, days):
    context = a_context(f"A: {said}\nB: Fijn.")
    assert measure(context, "callback", measures="promised", **PROMISE).value == 1
    assert measure(context, "callback", measures="working_days", **PROMISE).value == days


def test_a_term_may_follow_the_promise_and_the_latest_counts():
    context = a_context("A: Ik bel u terug.\nB: Wanneer?\nA: Dat wordt dan dinsdag.\nB: Goed.")
    assert measure(context, "callback", measures="working_days", **PROMISE).value == 3


def test_no_promise_and_an_unknown_day():
    none = a_context("A: U kunt ons bellen.\nB: Goed.")
    assert measure(none, "callback", measures="working_days", **PROMISE).value == 0
    undated = a_context("A: Ik bel u morgen.\nB: Goed.", called_at=None)
    assert measure(undated, "callback", measures="working_days", **PROMISE).value is None


def test_a_callback_in_the_night_of_the_year():
    context = a_context("A: Ik bel u binnen twee werkdagen.\nB: Ja.", called_at=datetime(2026, 12, 31, 16))
    seen = measure(context, "callback", measures="working_days", **PROMISE)
    assert seen.value == 2
    assert "termijn: 05-01-2027" in seen.fired


HOLD = {
    "episode": "hold",
    "announcing": ["in de wacht"],
    "first_part": ["want", "even kijken"],
    "second_part": ["bedankt"],
}
TRANSFER = {"episode": "transfer", "announcing": ["verbind* u ... door"], "first_part": ["burgerzaken"],
            "second_part": ["geef ... door"]}  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "count", "quality"),
    [
        ("A: Ik zet u in de wacht, want ik kijk even.\nO: (wachtmuziek)\nA: Bedankt voor het wachten.", 1, 2),
        ("A: ik zet u even in de wacht\nO: (wachtmuziek)\nA: bedankt voor het wachten", 1, 1),
        ("A: Momentje.\nO: (wachtmuziek)\nA: Ja, daar ben ik.", 1, 0),
        (
            "A: Ik zet u in de wacht, want zo.\nA: (stilte)\nB: Ja, hallo?\nO: (muziek)\nA: Bedankt.",
            1,
            2,
        ),
        ("A: Ik zet u in de wacht, want zo.\nB: Ja.\nA: Bedankt voor het wachten.", 1, 2),
        ("A: Momentje, ik typ het in.\nB: Ja.\nA: Zo, dat staat erin.", 0, 0),
        ("A: Ik zet u in de wacht.\nO: (wachtmuziek)\nO: Burgerzaken, met Tim.", 0, 0),
    ],
)
def test_holds(lines, count, quality):
    context = a_context(lines)
    assert measure(context, "episode", measures="occurred", **HOLD).value == count
    assert measure(context, "episode", measures="quality", **HOLD).value == quality


@pytest.mark.parametrize(
    ("lines", "count", "quality", "ends"),
    [
        (
            "A: Ik verbind u door met Burgerzaken, ik geef uw vraag door.\nO: (gaat over)\nO: Met Tim.",
            1,
            2,
            1,
        ),
        ("A: Ik verbind u door.\nO: Burgerzaken, met Tim.", 1, 0, 1),
        ("B: Kan dat?\nA: ik verbind u even door met burgerzaken", 1, 1, 1),
        (
            "A: Ik verbind u door.\nO: (wachtmuziek)\nA: Hij neemt niet op. Wat wilt u?\nB: Terugbellen.",
            0,
            0,
            0,
        ),
        ("A: Dat kan.\nB: Fijn.", 0, 0, 0),
    ],
)
def test_transfers(lines, count, quality, ends):
    context = a_context(lines)
    assert measure(context, "episode", measures="occurred", **TRANSFER).value == count
    assert measure(context, "episode", measures="quality", **TRANSFER).value == quality
    assert measure(context, "episode", measures="ends", **TRANSFER).value == ends


def test_two_transfers_that_differ_are_halfway():
    context = a_context(
        "A: Ik verbind u door met burgerzaken, ik geef het door.\nO: (gaat over)\nO: Met Tim.\n"
        "A: Ik verbind u door.\n"
        "O: (gaat over)\nO: Met Eva."
    )
    assert measure(context, "episode", measures="quality", **TRANSFER).value == 1


def timed(speaker: str, text: str, start: float, end: float) -> Turn:
    words = text.split()
    step = (end - start) / max(1, len(words))
    spoken = tuple(
        Word(text=w, start=start + i * step, end=start + (i + 1) * step) for i, w in enumerate(words)
    )
    return Turn(speaker=Speaker(speaker), text=text, start=start, end=end, words=spoken)


def test_pace_in_words_a_minute():
    context = of_turns(timed("agent", "een twee drie vier vijf zes", 0, 2), timed("caller", "ja", 2, 3))
    assert measure(context, "pace").value == pytest.approx(180)
    assert measure(a_context("A: een twee drie vier vijf zes"), "pace").value is None


def test_interruptions_by_the_clock():
    turns = timed("caller", "ik wil graag weten of", 0, 4), timed("agent", "ja maar dat kan niet", 3, 6)
    assert measure(of_turns(*turns), "interruptions").value == 1
    short = timed("agent", "hm", 1, 2)
    assert measure(of_turns(turns[0], short), "interruptions").value == 0
    assert measure(a_context("A: Ja.\nB: Nee."), "interruptions").value is None
    assert measure(a_context("B: Ik wil\nA: (onderbreekt) Dat kan niet."), "interruptions").value == 1


def test_an_empty_turn_that_interrupts_is_no_interruption():
    empty = Turn(speaker=Speaker.AGENT, text="", start=1, end=6)
    assert measure(of_turns(timed("caller", "ik wil graag", 0, 4), empty), "interruptions").value == 0


def test_cut_off_turns():
    cut = "A: Zegt u het maar.\nB: Ik wilde graag weten of\nA: Ik verbind u door.\nB: Maar ik.\nA: Dag."
    assert measure(a_context(cut), "cut_off").value == 1
    assert measure(a_context(cut.replace(".", "").replace("Ik", "ik")), "cut_off").value == 0


@pytest.mark.parametrize(
    ("metadata", "value"), [({"rings": 3}, 3), ({"rings": "3"}, None), ({"rings": True}, None), ({}, None)]
)
def test_metadata(metadata, value):
    assert measure(a_context("A: Dag.", metadata=metadata), "metadata", field="rings").value == value


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
