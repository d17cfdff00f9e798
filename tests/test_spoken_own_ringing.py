"""Beside a promise to ring: the caller who may ring too, who is away, who declines, and calls from strangers."""

import pytest
from by_the_rubric import answer
from spoken import a_turn

from scoring.language.confirmed_calls import confirms_call

PROMISE = "betrouwbaar.terugbelbelofte"
NOTE = "betrouwbaar.terugbelnotitie"
TALK = """A: Goedemorgen, gemeente Rijnmeer, met Stef Dijkman.
B: Met Anja Groen, is de opzichter er?
A: {}
B: Goed. Mijn nummer is 06 12 34 56 78.
A: 06 12 34 56 78, dank u wel, mevrouw Groen."""


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("U kunt donderdag nog bellen of ik maak een terugbelverzoek.", ("partial", "partial")),
        ("Je kan hem morgen bellen of ik maak een terugbelverzoek.", ("partial", "partial")),
        ("Ik maak een terugbelverzoek. Of u belt morgen nog een keer.", ("partial", "partial")),
        ("Ik maak een terugbelverzoek. De opzichter belt u morgen.", ("yes", "yes")),
        ("Mijn collega Bart belt u morgen, of u belt hem zelf.", ("yes", "yes")),
        ("Hij kan u morgen bellen, dat geef ik door.", ("yes", "yes")),
    ],
)
def test_when_the_caller_may_ring_is_no_term_and_no_doer(said, expected, bare):
    talk = TALK.format(said)
    assert (answer(PROMISE, talk, bare=bare), answer(NOTE, talk, bare=bare)) == expected


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Nee, die is vandaag vrij. Belt u morgen na negen uur nog even.", "na"),
        ("Die is ziek, belt u morgen nog eens.", "na"),
        ("Die zit in overleg. Belt u morgen maar.", "na"),
        ("Hij werkt alleen 's middags. Belt u morgen na twaalven.", "na"),
        ("Dan wordt u gebeld door reclamemensen.", "na"),
        ("Daarna wordt u gebeld door allerlei bedrijven.", "na"),
        ("Die is vandaag vrij, maar die belt u morgen op.", "yes"),
        ("De opzichter belt u morgen terug.", "yes"),
        ("U wordt morgen gebeld door mensen van de planning.", "yes"),
    ],
)
def test_who_is_away_or_works_elsewhere_promises_nothing(said, expected, bare):
    assert answer(PROMISE, TALK.format(said), bare=bare) == expected


@pytest.mark.parametrize(
    ("said", "promises"),
    [
        ("Ja, dat snap ik, maar zij belt nooit.", False),
        ("Ja, dat begrijp ik, alleen bellen ze niet terug.", False),
        ("Ja hoor, zij belt vandaag niet meer, maar morgen wel.", True),
        ("Ja, zij belt u morgen.", True),
    ],
)
def test_a_yes_behind_which_nobody_rings_promises_nothing(said, promises):
    assert confirms_call(a_turn("Kan zij mij bellen?"), a_turn(said)) == promises


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("said", "expected"),
    [("Ja, dat kan, maar niet vandaag.", "partial"), ("Ja, dat kan, vandaag nog.", "yes")],
)
def test_a_day_that_it_is_not_is_no_term(said, expected, bare):
    talk = f"A: Gemeente Rijnmeer, met Stef.\nB: Kan de opzichter mij bellen?\nA: {said}\nB: Goed."
    assert answer(PROMISE, talk, bare=bare) == expected
