"""Despair, tears and sayings are emotion also when nobody answers them; the same words about a thing are not."""

import pytest
from by_the_rubric import CALM, answer, level, levels


@pytest.mark.parametrize(
    "said",
    [
        "Soms wil ik gewoon niet meer leven.",
        "Ik wou dat ik er niet meer was.",
        "Ik denk er steeds vaker aan om er een eind aan te maken.",
        "Ik maak er nog een keer een eind aan.",
        "Dan rij ik maar tegen een boom, denk ik weleens.",
        "Straks spring ik nog van de flat.",
        "Ze vinden me nog eens in de gracht.",
        "Het leven hoeft voor mij niet meer.",
    ],
)
def test_who_does_not_want_to_go_on_shows_emotion(said):
    assert levels(said) == {1}


@pytest.mark.parametrize(
    "said",
    [
        "Ik maak er een eind aan, aan dat contract.",
        "Er sprong iemand voor de trein, daarom ben ik te laat.",
        "Ik stap voor de trein nog even bij u binnen.",
        "Het hoeft allemaal niet meer, de afspraak is verzet.",
        "Ik rij elke dag langs die boom.",
        "Als ik er niet meer ben, wie krijgt dan het graf?",
        "Ik heb mijn pillen nodig voor het weekend.",
    ],
)
def test_words_of_despair_about_something_else_are_none(said):
    assert levels(said) == {0}


@pytest.mark.parametrize(
    "said",
    [
        "Ik ben op. Echt helemaal op.",
        "De moed zinkt me in de schoenen.",
        "Ik schiet er weer vol van.",
        "De tranen springen in mijn ogen.",
        "Dat knaagt echt aan me.",
        "Ik kook van woede.",
        "Ik was des duivels.",
        "Het zit me allemaal tot hier.",
        "Mijn bloeddruk schiet ervan omhoog.",
        "Daar zie ik als een berg tegenop.",
        "Ik kon wel door de grond zakken.",
        "Ik baal als een stier.",
        "Ik ben ten einde raad.",
        "Ik erger me dood.",
    ],
)
def test_a_saying_for_a_feeling_is_emotion(said):
    assert levels(said) == {1}


@pytest.mark.parametrize(
    "said",
    [
        "Ik ben helemaal op de hoogte.",
        "De koffie is op.",
        "De ratten knagen aan de kabels.",
        "De paal zakt door de grond.",
        "Het water staat me tot hier in de schuur.",
        "Ik heb een baal hooi op de stoep liggen.",
        "Met mevrouw Van Baal, ik bel nog even.",
        "Ik kook op vrijdag voor de buurt.",
        "Ik heb tranen in mijn ogen van het lachen.",
        "Mijn bloeddruk is goed, zei de dokter.",
    ],
)
def test_the_same_words_about_a_thing_are_not(said):
    assert levels(said) == {0}


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("(snikt) Ik zoek het nummer even.", 1),
        ("Ja. (huilt zachtjes) Goed.", 1),
        ("(baby huilt) Een ogenblik.", 0),
        ("(huilt van het lachen) Die is goed.", 0),
        ("(stilte) Goed.", 0),
    ],
)
def test_tears_that_a_transcriber_noted_are_emotion(said, found):
    assert level(CALM.format(said)) == found


def test_who_weeps_and_is_comforted_is_answered():
    talk = CALM.format("(huilt) Neem me niet kwalijk.").replace(
        "Ik zet het erbij voor de afdeling.",
        "Wat naar voor u. De vakgroep kijkt ernaar, want er is een bezwaar.",
    )
    assert answer("behulpzaam.ombuigen", talk) == "yes"
