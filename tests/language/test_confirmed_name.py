"""The caller's name that the employee says first and the caller confirms."""

import pytest
from spoken import a_turn

from scoring.language.confirmed_name import confirmed_name
from scoring.language.name_questions import questions


@pytest.mark.parametrize(
    ("said", "answer", "name"),
    [
        ("el amrani", "el amrani ja fatiha", "el amrani"),
        ("El Amrani?", "Ja, Fatiha El Amrani.", "El Amrani"),
        ("dat staat op naam van el amrani klopt dat", "ja klopt", "el amrani"),
        ("Hij staat op naam van Kooijman, klopt dat?", "Jazeker.", "Kooijman"),
        ("staat het op naam van kooijman", "kooijman ja", "kooijman"),
        ("op naam van kooijman", "nee dat is mijn man", None),
        ("staat het op naam van uw man", "ja klopt", None),
        ("staat het op uw naam", "ja klopt", None),
        ("dorpsstraat", "ja dorpsstraat twaalf", None),
        ("Dorpsstraat?", "Ja, Dorpsstraat.", None),
        ("DigiD?", "Ja, DigiD.", None),
        ("ok momentje", "ja is goed", None),
        ("dat doet mevrouw kooijman", "kooijman ja", None),
    ],
)
def test_a_name_that_the_caller_confirms_is_the_callers(said, answer, name):
    turn = a_turn(said)
    capitals = any(map(str.isupper, said))
    span = confirmed_name(turn, a_turn(answer), capitals=capitals)
    assert (span and turn.text[turn.spans[span[0]][0] : turn.spans[span[1] - 1][1]]) == name


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("en u heet", True),
        ("En u bent de heer?", True),
        ("mag ik uw postcode en de naam erbij", True),
        ("en hoe het heet weet ik niet", False),
        ("wat is de naam van uw dochter", False),
    ],
)
def test_half_a_question_asks_for_the_name_too(said, asked):
    assert any(True for _ in questions(a_turn(said))) == asked
