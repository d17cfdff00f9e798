"""What turns are about is seen whatever the words and their order."""

from itertools import pairwise

import pytest

from scoring.language.concepts import REACH, concepts
from scoring.language.lexicon import Lexicon
from scoring.language.text import TurnText


def about(text: str) -> set[str]:
    return set(concepts(TurnText(text, Lexicon()).line).split())


@pytest.mark.parametrize(
    "said",
    [
        "U had vorige week een formulier ingeleverd.",
        "maandag heeft u iets gestuurd zie ik",
        "Je hebt ons gemaild, gisteren.",
    ],
)
def test_earlier_contact_in_other_words_has_the_same_pairs(said: str):
    found = about(said)
    assert {"you", "be"} <= found
    assert {"you>send", "you>write"} & found


def test_the_order_of_two_things_counts():
    assert "not>know" in about("Dat kan ik niet weten")
    assert "know>not" not in about("Dat kan ik niet weten")
    assert "know>not" in about("Ik weet het niet")


def test_things_far_apart_are_not_taken_together():
    close, far = "u en " * 1 + "gestuurd", "u " + "en " * REACH + "gestuurd"
    assert "you>send" in concepts(close).split()
    assert "you>send" not in concepts(far).split()
    assert {"you", "send"} <= set(concepts(far).split())


def test_an_unknown_word_that_looks_like_a_participle_counts_as_one():
    assert "participle" in about("Die is toen afgegrendeld")
    assert not {"participle"} & about("Die tafel is groen")


def test_long_turns_stay_in_proportion():
    sizes = [len(concepts("u had ons gisteren gebeld " * n).split()) for n in (10, 20, 40)]
    assert all(twice < 2.2 * once for once, twice in pairwise(sizes))
