"""Which part of a long turn is quoted: sentences, and in speech without full stops the clauses."""

from itertools import pairwise

import pytest
from spoken import a_turn

from scoring.language.proof import line, offsets, parts


def quoted(text: str) -> list[str]:
    turn = a_turn(text)
    return [text[slice(*offsets(turn, part))] for part in parts(turn)]


def test_a_short_turn_stays_whole():
    assert quoted("Wat vervelend. Dat zoek ik uit, mevrouw.") == ["Wat vervelend. Dat zoek ik uit, mevrouw."]


def test_a_word_or_two_go_with_the_sentence_after_them():
    text = (
        "Zo. Dan lopen we het nog even na. Top, Jeroen. De monteur belt u vrijdag na vieren op. Dag mevrouw."
    )
    assert quoted(text) == [
        "Zo. Dan lopen we het nog even na.",
        "Top, Jeroen. De monteur belt u vrijdag na vieren op.",
        "Dag mevrouw.",
    ]


def test_a_sentence_of_empty_words_goes_with_the_one_after_it():
    text = "Zo, dat zit erin. Leergeld laat het u binnen twee weken weten. Dus dat was gewoon, ja. Sorry daarvoor, meneer."
    assert quoted(text) == [
        "Zo, dat zit erin. Leergeld laat het u binnen twee weken weten.",
        "Dus dat was gewoon, ja. Sorry daarvoor, meneer.",
    ]


def test_a_long_turn_falls_into_its_sentences():
    text = "Wat vervelend voor u. (typt) Ik zie hier dat er vrijdag iemand komt! Kunt u zo vooruit? Mooi dan"
    assert quoted(text) == [
        "Wat vervelend voor u.",
        "Ik zie hier dat er vrijdag iemand komt!",
        "Kunt u zo vooruit?",
        "Mooi dan",
    ]


def test_speech_without_full_stops_is_cut_where_it_goes_on():
    text = (
        "ja dat is wel heel erg vervelend voor u allemaal dus ik ga het zo voor u navragen bij de collega's "
        "en dan bel ik u morgen in de loop van de dag terug"
    )
    assert quoted(text) == [
        "ja dat is wel heel erg vervelend voor u allemaal",
        "dus ik ga het zo voor u navragen bij de collega's",
        "en dan bel ik u morgen in de loop van de dag terug",
    ]


def test_a_short_form_ends_no_sentence():
    text = "U spreekt met dhr. Van Dam van de afdeling. Ik heb hier mevr. De Wit staan."
    assert quoted(text) == ["U spreekt met dhr. Van Dam van de afdeling.", "Ik heb hier mevr. De Wit staan."]


@pytest.mark.parametrize(
    "text", ["", "...", "(zucht)", "(typt een hele tijd) ja", "ja " * 40, "Ja. " * 40, "en " * 40, "!? " * 9]
)
def test_every_word_is_in_one_part(text):
    turn = a_turn(text)
    assert "".join(line(turn, part) for part in parts(turn)).split() == turn.words
    places = [offsets(turn, part) for part in parts(turn)]
    assert all(a[1] <= b[0] for a, b in pairwise(places))


def test_speech_is_not_cut_before_a_dan_that_ends_what_was_said():
    text = "nou ja morgen is het vrijdag en de helft is er dan niet dus het wordt maandag dat er iemand bij u langs komt"
    assert not any(part.startswith("dan") for part in quoted(text))
    assert any(part.endswith("de helft is er dan niet") for part in quoted(text))
