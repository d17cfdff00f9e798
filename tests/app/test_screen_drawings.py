"""How values, scores and marks are written and drawn."""

import base64
import re
from datetime import UTC, datetime

import pytest
from screen_calls import EVIL

from app_pages import answers, charts, dutch, norm_table
from app_pages.conversation import Mark, moment, pieces
from scoring.call import Speaker, Turn, Word
from scoring.scorecard import Answer, Evidence


def test_values_are_written_in_dutch():
    assert dutch.number(7.5) == "7,5"
    assert dutch.number(None) == "–"
    assert dutch.day_and_time(datetime(2026, 3, 10, 9, 5)) == "10 maart 2026, 09:05"
    assert dutch.day(None) == "datum onbekend"
    assert dutch.clock(65.9) == "1:05"
    assert dutch.count(1, "gesprek", "gesprekken") == "1 gesprek"
    assert dutch.count(1200, "gesprek", "gesprekken") == "1.200 gesprekken"
    assert dutch.label("beleefd.naam_medewerker") == "Naam medewerker"


def test_a_moment_is_shown_by_the_dutch_clock_wherever_the_server_stands():
    night = datetime(2026, 6, 30, 22, 30, tzinfo=UTC)
    assert dutch.day(night) == "1 juli 2026"
    assert dutch.day_and_time(night) == "1 juli 2026, 00:30"
    assert dutch.short_moment(night) == "01-07-2026 00:30"
    assert dutch.weekday(night) == "woensdag"


@pytest.mark.parametrize(
    "active", ["**", "<script", "](", ":red[", ":material/", "$x", ":smile:", "->", "www."]
)
def test_literal_text_keeps_no_markdown(active: str):
    written = dutch.literal(f"{EVIL} :smile: -> www.kwaad.nl a@b.nl")
    assert active not in re.sub(r"\\.", "", written)  # what is left is what Markdown would act on
    shown = re.sub(r"\\(.)", r"\1", written).replace("\u2060", "")
    assert active in shown  # it still reads the same


def test_every_answer_has_an_icon_and_a_word_of_its_own():
    assert len({look.icon for look in answers.LOOKS.values()}) == len(Answer)
    assert len({look.word for look in answers.LOOKS.values()}) == len(Answer)


def test_a_b_without_score_shows_a_dash_and_no_corner():
    bars = [
        charts.Bar(name, score, 1.0, False) for name, score in (("Een", 80.0), ("Twee", None), ("Drie", 0.0))
    ]
    drawn = charts.radar(bars)
    assert "alt='Radar van de B’s: Een 80, Twee –, Drie 0'" in drawn
    picture = base64.b64decode(re.search(r"base64,([^']+)", drawn)[1]).decode()
    assert picture.count("<circle") == 2
    assert ">–</tspan>" in picture
    assert "<span class='kb-score'>–</span>" in charts.table(bars)


def test_names_of_others_are_escaped_in_drawings():
    bars = [charts.Bar(EVIL, 50.0, 1.0, True)]
    picture = base64.b64decode(re.search(r"base64,([^']+)", charts.radar(bars))[1]).decode()
    for drawn in (charts.table(bars), charts.radar(bars), picture):
        assert "<script" not in drawn
        assert "<img src=x" not in drawn


def test_marks_may_overlap():
    text = "Goedemorgen, met Noor."
    marks = [Mark(Evidence.cut(text, 0, 0, 16), "a"), Mark(Evidence.cut(text, 0, 13, 21), "b")]
    cut = pieces(text, marks)
    assert "".join(str(piece["text"]) for piece in cut) == text
    assert [(p["text"], p["proves"]) for p in cut] == [
        ("Goedemorgen, ", ["a"]),
        ("met", ["a", "b"]),
        (" Noor", ["b"]),
        (".", []),
    ]


def test_a_quote_starts_at_its_first_word_when_words_have_times():
    words = (
        Word(text=" Goedemorgen,", start=1.0),
        Word(text=" met", start=1.8),
        Word(text=" Noor", start=2.1),
    )
    turn = Turn(speaker=Speaker.AGENT, text="Goedemorgen, met Noor", start=0.9, words=words)
    assert moment(turn, Evidence.cut(turn.text, 0, 17)) == 2.1
    assert moment(turn, Evidence.cut(turn.text, 0, 0, 12)) == 1.0
    assert moment(turn.model_copy(update={"words": ()}), Evidence.cut(turn.text, 0, 17)) == 0.9


def test_norms_are_shown_as_a_reader_says_them():
    assert [norm_table.value(v) for v in (True, False, 4.0, 0.25, None)] == ["ja", "nee", "4", "0,25", "–"]
