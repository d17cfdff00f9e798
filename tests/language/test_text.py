import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spoken import a_turn

from scoring.language.lexicon import Lexicon, fold
from scoring.language.text import TurnText, _tokens
from scoring.language.tokenizer import tokenizer

RULES = ("doorverbinden", "terugbellen", "waarmee", "telefoonnummer", "begrijp")


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("Goedemorgen, met Noor.", "goedemorgen met noor"),
        ("goeie morgen met noor", "goedemorgen met noor"),
        ("Goeiemurge, mit Noor", "goedemorgen met noor"),
        ("Goeden avond", "goedenavond"),
        ("’t is m'n fout", "het is mijn fout"),
        ("‘t is m´n fout", "het is mijn fout"),
        ("da's goed", "dat is goed"),
        ("Kan ik u door verbinden?", "kan ik u doorverbinden"),
        ("waar mee kan ik u helpen", "waarmee kan ik u helpen"),
        ("Wat is uw tele foon nummer", "wat is uw telefoonnummer"),
        ("Dan bel ik u.", "dan bel ik u"),
        ("Is dat voor u. Ja", "is dat voor u ja"),
        ("dhr. Jansen en mevr. De Wit", "meneer jansen en mevrouw de wit"),
        ("vragen/opmerkingen", "vragen opmerkingen"),
        ("Oké, één momentje", "oke een momentje"),
        ("zeg 't es, hoe heet-ie", "zeg het es hoe heet hij"),
        ("06-12345678", "06 12345678"),
        ("(06) 12345678", "06 12345678"),
        ("heeftu kuntu dankuwel", "heeft u kunt u dank u wel"),
        ("dat begrejp ik", "dat begrijp ik"),
        ("dat begrip heb ik", "dat begrip heb ik"),
        ("(zucht) ja [stilte] goed", "ja goed"),
        ("ja--nee ... ja - nee", "ja nee ja nee"),
        ("ff wachten, hè", "even wachten he"),
        ("goede mor gen, donder dag of vrij dag", "goedemorgen donderdag of vrijdag"),
        ("goeie mid dag, over mor gen", "goedemiddag overmorgen"),
    ],
)
def test_many_ways_of_saying_become_one_form(said, words):
    assert " ".join(a_turn(said, *RULES).words) == words


def test_plain_words_are_cut_as_the_tokeniser_cuts_them():
    lines = (Path(__file__).parent / "plain_speech.txt").read_text(encoding="utf-8")
    stretches = {
        *lines.split(),
        "dhr.",
        "mw.",
        "etc.,",
        "nr.",
        "Oké...",
        "z’n",
        "a.u.b.",
        "ja?!",
        "wat…",
        "c.q.",
    }
    assert len(stretches) > 200
    for stretch in stretches:
        real = [token.text.rstrip(".") for token in tokenizer()(stretch)]
        assert [word for word, _ in _tokens(stretch)] == [
            w for w in real if w.strip(",?!…") or len(real) == 1
        ], stretch


def test_joined_and_split_words_know_where_they_stand():
    turn = a_turn("Kan ik u door verbinden? Dank-u-wel.", *RULES)
    assert [turn.text[a:b] for a, b in turn.spans][3] == "door verbinden"
    at = turn.line.index("dank u")
    start, end = turn.span(at, at + len("dank u"))
    assert turn.text[start:end] == "Dank-u-wel"


def test_stage_directions_are_kept_apart():
    turn = a_turn("(Wachtmuziek) Ja, [onderbreekt] daar ben ik.")
    assert turn.stage == "(wachtmuziek) [onderbreekt]"
    assert turn.words == ["ja", "daar", "ben", "ik"]


def test_sentences_are_those_with_words():
    turn = a_turn("Ja hoor... Dat kan! (lacht) Wilt u morgen komen? ...")
    assert [s.strip() for s in turn.sentences] == ["Ja hoor", "Dat kan", "Wilt u morgen komen"]
    assert a_turn("dat kan wilt u komen").sentences == ["dat kan wilt u komen"]


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60))
def test_any_text_has_words_in_place(text):
    turn = TurnText(text, Lexicon(RULES))
    assert len(turn.words) == len(turn.spans)
    assert turn.line == f" {' '.join(turn.words)} "
    assert all(0 <= a < b <= len(text) for a, b in turn.spans)
    assert all(turn.words)


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.sampled_from("goede morgen u. m'n (ja) 06-12 tele foon dank-u-wel 😀 שלום".split()), max_size=12
    )
)
def test_every_word_can_be_traced_back(parts):
    turn = a_turn(" ".join(parts), *RULES)
    at = 1
    for word, span in zip(turn.words, turn.spans, strict=True):
        assert turn.span(at, at + len(word)) == span
        at += len(word) + 1


@pytest.mark.parametrize(
    "text",
    [
        "." * 100_000 + "x",
        "".join(chr(97 + i * i % 26) for i in range(100_000)),
        "(" * 100_000,
        "06 " * 33_000,
        "e" + "\u0301" * 100_000,
        "ja hoor dat kan " * 6_000,
        "?!\"'" * 25_000,
        "שלום 😀 " * 14_000,
        "a-" * 50_000,
    ],
    ids=["dots", "one word", "brackets", "digits", "accents", "words", "signs", "rtl", "hyphens"],
)
def test_a_turn_of_a_hundred_thousand_characters_takes_seconds(text):
    started = time.perf_counter()
    turn = a_turn(text, *RULES)
    assert turn.sentences is not None
    assert turn.stage is not None
    assert time.perf_counter() - started < 5


def test_common_words_and_names_are_never_repaired():
    lexicon = Lexicon(["vergunning", "begrijp", "wachten"])
    assert lexicon.standard("vergunnig") == "vergunning"
    assert lexicon.standard("wachter") == "wachter"
    assert lexicon.standard("machten") == "machten"
    assert lexicon.standard("Begrijp") == "begrijp"


def test_fold_takes_off_accents_and_capitals():
    assert fold("DRIEËNTWINTIG’s") == "drieentwintig's"
