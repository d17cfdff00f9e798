"""Transfers, holds and numbers in other words, and speakers that recognition swapped."""

import pytest
from by_the_rubric import answer

OPENS = """A: Goedemorgen, gemeente Rijnmeer, u spreekt met Loes Hendriks.
B: Goedemorgen, met Peters. Ik heb een vraag over mijn aanvraag.
A: Zegt u het maar.
B: Ik wil weten of ik nog iets moet opsturen.
"""
TRANSFER = OPENS + "A: {}\nB: Is goed.\nO: (wachtmuziek)\nO: Goedemorgen, met Karim.{}\nB: Dag, met Peters."
HOLD = OPENS + "A: {}\nB: Is goed.\nO: (stilte)\nA: {}\nB: O fijn.\nA: Dag meneer Peters."
ENDS = OPENS + "A: Nee, u hebt alles al opgestuurd.\nB: Mooi.\nA: U krijgt over een week bericht.\n{}"
ASKS = ENDS.format("B: {}\nA: Dag meneer Peters, fijne dag.\nB: Dag.")
NUMBER = OPENS + "B: Kan ik de inspecteur zelf bellen?\nA: {}\nB: Dank u.\nA: Dag meneer Peters."
VOICEMAIL = "O: Dit is de voicemail van Peters. Spreek in na de toon.\nA: {}"
BARE = pytest.mark.parametrize("bare", [False, True])


@BARE
@pytest.mark.parametrize(
    ("said", "opens", "expected"),
    [
        ("Dan moet u bij het Wmo-loket zijn, ik verbind u door.", "", "partial"),
        ("Dat is schuldhulp. Ik zet u door.", "", "partial"),
        ("Ik zet u door naar de wijkbeheerder.", "", "partial"),
        ("Daar gaat iemand anders over. Ik verbind u door.", "", "no"),
        ("Dan moet u niet bij mij zijn, ik verbind u door.", "", "no"),
    ],
)
def test_where_a_transfer_goes(said, opens, expected, bare):
    assert answer("bereikbaar.doorverbinden_warm", TRANSFER.format(said, opens), bare=bare) == expected


@BARE
@pytest.mark.parametrize(
    ("said", "back", "expected"),
    [
        ("Blijft u even aan de lijn, dan loop ik langs bij Wegbeheer.", "Ja, hij is compleet.", "partial"),
        (
            "Blijft u even aan de lijn, ik pak het dossier erbij.",
            "Sorry dat u moest wachten. Hij is compleet.",
            "yes",
        ),
        ("Blijft u even aan de lijn.", "Ja, hij is compleet.", "no"),
        ("Blijft u even aan de lijn.", "Sorry dat u moest wachten. Hij is compleet.", "partial"),
    ],
)
def test_a_hold_has_a_reason_and_thanks(said, back, expected, bare):
    assert answer("bereikbaar.wachtstand", HOLD.format(said, back), bare=bare) == expected


@BARE
@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Had u nog iets anders? Nee nee, dat was het.", "yes"),
        ("Kan ik verder nog iets voor u doen? Nee hoor, dank u.", "yes"),
        ("Heeft u nog iets van de inspecteur gehoord?", "no"),
        ("Nee, verder had ik niks.", "no"),
    ],
)
def test_the_last_question_stands_in_the_turn_of_the_caller(said, expected, bare):
    assert answer("behulpzaam.meer_vragen", ASKS.format(said), bare=bare) == expected


@BARE
@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        ("B: Bedankt. Ja, graag gedaan meneer Peters.", "yes"),
        ("B: Graag, ja. Dan wacht ik dat af.\nA: Ja.", "no"),
    ],
)
def test_a_goodbye_stands_in_the_turn_of_the_caller(ends, expected, bare):
    assert answer("beleefd.afscheid", ENDS.format(ends), bare=bare) == expected


@BARE
@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Zijn toestel is 4891.", "no"),
        ("Het mobiele nummer van de inspecteur is 06 12 34 56 78.", "no"),
        ("Dat gaat via 14 0299.", "yes"),
        ("Uw dossier heeft nummer 4891.", "yes"),
    ],
)
def test_a_number_that_leads_straight_to_a_colleague(said, expected, bare):
    assert answer("bereikbaar.geen_doorkiesnummer", NUMBER.format(said), bare=bare) == expected


@BARE
@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Met Loes Hendriks van de gemeente. Wij bellen over de traplift.", "yes"),
        ("Met Loes Hendriks van de gemeente. Ik bel over een uurtje nog eens.", "partial"),
    ],
)
def test_what_a_voicemail_is_about(said, expected, bare):
    assert answer("betrouwbaar.voicemail", VOICEMAIL.format(said), bare=bare, direction="out") == expected
