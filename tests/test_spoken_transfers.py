"""Who takes a call over, to whom the caller is sent, who waits, and whom the employee asks something."""

import pytest
from by_the_rubric import answer

ASKS = """A: Goedemorgen, gemeente Rijnmeer, u spreekt met Stef Dijkman.
B: Met Anja Bos, ik bel over mijn kwijtschelding, is daar al iets over bekend?
"""
COLLEAGUE = """
O: Hallo mevrouw Bos, met Fatiha Amrani. Ik heb uw aanvraag voor me.
B: Fijn, en hoe ver is het?
O: Hij is toegewezen, u krijgt volgende week een brief.
B: Nou, heel mooi, dank u wel.
O: Graag gedaan, dag mevrouw.
B: Dag."""
UNNAMED = """
O: {}
B: Fijn, en hoe ver is het?
O: Hij is toegewezen, er komt volgende week een brief.
B: Mooi."""


def outcomes(talk: str, *, bare: bool) -> set[str]:
    """What is answered to the four questions about the end of a call, which a transfer leaves out."""
    ends = "beleefd.afscheid", "behulpzaam.meer_vragen", "betrouwbaar.samenvatting", "betrouwbaar.tevreden"
    return {answer(one, talk, bare=bare) for one in ends}


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    "said",
    [
        "A: Daar gaat mijn collega over. Zal ik haar halen?\nB: Graag.\nA: Ja toch. Komt ze aan.",
        "A: Daar gaat mijn collega over, die zit naast me.\nB: O, fijn.\nA: Nou, hier heeft u haar.",
        "A: Dat kan zij u vertellen. Gaat uw gang.",
        "A: Ik heb Fatiha erbij geroepen. Ik stap eruit, succes.\nB: Dank u.",
        "A: Zij neemt het van mij over.\nB: Ja.",
        "A: Die zit hier tegenover me.\nB: O.\nA: Ik geef u even aan haar.",
        "A: Fatiha, hier is mevrouw Bos, neem jij het over?\nO: Ja hoor.",
    ],
)
def test_a_colleague_who_introduces_herself_and_goes_on_has_taken_over(said, bare):
    assert outcomes(ASKS + said + COLLEAGUE, bare=bare) == {"na"}
    assert answer("bereikbaar.doorverbinden_warm", ASKS + said + COLLEAGUE, bare=bare) != "na"


@pytest.mark.parametrize(
    "said",
    [
        "Ik stap eruit, succes.",
        "Nou, hier heeft u haar.",
        "Zij neemt het van mij over.",
        "Komt ze aan.",
        "Hier heeft u Fatiha.",
    ],
)
@pytest.mark.parametrize("begins", ["Ja, ik heb de aanvraag hier.", "Zegt u het maar.", "Dag mevrouw Bos."])
def test_who_is_handed_over_may_meet_a_colleague_who_gives_no_name(said, begins):
    assert outcomes(ASKS + f"A: Mijn collega zit naast me. {said}" + UNNAMED.format(begins), bare=False) == {
        "na"
    }


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    "after",
    [
        "O: Wat vond u van dit gesprek? Kies een voor goed, twee voor slecht.\nB: Een.",
        "O: Wie was dat, schat?\nB: De gemeente.\nO: O, en?\nB: Het is goed.",
        "O: Klaar met bellen?\nB: Ja.\nO: Kom je dan eten met ons?\nB: Zo.",
        "O: Dag mam, ben je klaar met je gesprek?\nB: Ja.",
        "O: Uw gesprek is beëindigd. U kunt ophangen.\nB: Hè?",
        "O: Dag mevrouw, een pakketje.\nB: Dank u.",
        "O: Goedemiddag mevrouw, tot volgende week.\nB: Dag.",
    ],
)
def test_a_tape_or_somebody_at_home_takes_nothing_over(after, bare):
    talk = (
        ASKS + "A: Die is toegewezen.\nB: Mooi, dank u.\nA: Graag gedaan mevrouw Bos, fijne avond.\n" + after
    )
    assert answer("bereikbaar.doorverbinden_warm", talk, bare=bare) == "na"
    assert answer("beleefd.afscheid", talk, bare=bare) == "yes"


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Ik kreeg mevrouw Amrani te pakken, ik verbind u nu door.", "partial"),
        ("Fatiha van kwijtschelding zit al met uw dossier open. Ik verbind u door.", "yes"),
        ("Mijn collega Fatiha wil u wel even spreken. Ik verbind u door.", "partial"),
        ("Ik heb iemand van kwijtschelding aan de lijn, ik zet u door.", "partial"),
        ("U wilt kwijtschelding. Ik verbind u door.", "no"),
        ("Ik verbind u door.", "no"),
    ],
)
def test_to_whom_may_be_said_in_many_ways(said, expected, bare):
    talk = (
        ASKS + f"A: {said}\nB: Graag.\nO: (wachtmuziek)\nO: Zegt u het maar.\nB: Ja, ik bel over de aanvraag."
    )
    assert answer("bereikbaar.doorverbinden_warm", talk, bare=bare) == expected


BIN = """A: Goedemorgen, gemeente Rijnmeer, u spreekt met Stef Dijkman.
B: Met Bos, mijn vader is overleden, gaat zijn container dan terug?
{}
A: Ja, die wordt opgehaald.
B: Dank u."""
HEARD = "A: {}\nO: Ja, die wordt opgehaald."


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (HEARD.format("Peter, als iemand overlijdt, gaat die dan terug?"), "no"),
        (HEARD.format("Hoe zit dat, Peter?"), "no"),
        (HEARD.format("Anja! Wat moet mevrouw insturen?"), "no"),
        (HEARD.format("Even vragen. Hoe zit dat, Peter?") + "\nA: Nou, hoorde u het?\nB: Ja.", "no"),
        ("A: Anja, weet jij wanneer die wordt opgehaald?\nB: Ik hoor u.", "no"),
        ("A: Woont u daar alleen?\nB: Ja.", "yes"),
        ("A: Welke container is dat, de groene of de grijze?\nB: De groene.", "yes"),
    ],
)
def test_a_question_to_a_colleague_asks_the_caller_nothing(said, expected, bare):
    assert answer("bekend.vraag_helder", BIN.format(said), bare=bare) == expected


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    "brings",
    [
        "B: Ik kom er niet uit, ik geef u mijn dochter even.\nO: Ja hallo, met Karin.",
        "B: Wacht.\nO: Ja hallo, met Karin, ik doe de papieren voor mijn moeder.",
        "B: Hier komt mijn man.\nO: Goedemorgen.",
        "B: Een ogenblik.\nO: Hallo, ik ben de buurvrouw, zij hoort niet goed.",
    ],
)
def test_who_sits_beside_the_caller_is_asked_and_waits_like_the_caller(brings, bare):
    talk = f"""A: Goedemorgen, gemeente Rijnmeer, u spreekt met Stef Dijkman.
B: Met Bos, ik heb een vraag over de aanslag.
A: Zegt u het maar.
{brings}
A: Wat is er precies met de aanslag gebeurd?
O: Die is veel te hoog.
A: Ik zet u even in de wacht, een minuutje of twee.
O: Ja.
A: Zo, hij is inderdaad niet goed berekend.
O: Mooi."""
    assert answer("behulpzaam.open_vragen", talk, bare=bare) == "yes"
    assert answer("bereikbaar.wachtstand", talk, bare=bare) == "partial"
    assert answer("bereikbaar.doorverbinden_warm", talk, bare=bare) == "na"


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ("Ja.", "partial"),
        ("Ja hoor, ik heb toch de hele dag de tijd, ik zit hier lekker met een bakje koffie.", "partial"),
        ("Dat geeft niet, ik wacht wel, ik heb de telefoon op de luidspreker liggen.", "partial"),
        ("Nee, wacht, want ik moet zo weg en ik wil eerst weten hoe het met dat andere zit.", "na"),
    ],
)
def test_who_chats_on_before_waiting_still_waits(answers, expected, bare):
    talk = f"""A: Goedemorgen, gemeente Rijnmeer, u spreekt met Stef Dijkman.
B: Met Bos, kunt u nakijken of mijn aanslag klopt?
A: Ik zet u even in de wacht, ik vraag het na.
B: {answers}
A: Zo, hij klopt gewoon, niks aan de hand.
B: Mooi."""
    assert answer("bereikbaar.wachtstand", talk, bare=bare) == expected


MOVING = """A: Goedemorgen, gemeente Rijnmeer, u spreekt met Stef Dijkman.
B: Met Bos, wij willen een verhuizing doorgeven.
A: {}
B: Oké.
A: Dan pas ik het aan. Dag meneer Bos."""


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Waarheen gaan jullie?", "yes"),
        ("Waarheen verhuist u?", "yes"),
        ("U schrijft in uw brief dat de aanslag naar het oude adres is gegaan, hoe zit dat?", "yes"),
        ("Begrijp ik dat goed?", "no"),
        ("Heb ik dat goed begrepen?", "no"),
        ("Ik kijk waarheen dat moet.", "no"),
        ("Ik zoek uit hoe dat zit.", "no"),
    ],
)
def test_an_open_question_may_stand_behind_a_long_sentence(said, expected, bare):
    assert answer("behulpzaam.open_vragen", MOVING.format(said), bare=bare) == expected


@pytest.mark.parametrize(
    "said",
    [
        "A: Mag ik van uw man zelf horen dat het goed is?\nB: Ja hoor, ik geef hem even.\nO: Ja hallo, met Kees Bos.",
        "A: Heeft u het kenmerk bij de hand?\nB: Dat weet mijn dochter, momentje.\nO: Ja, met Anja.",
    ],
)
def test_somebody_of_the_caller_takes_nothing_over(said):
    talk = ASKS + said + "\nB: Zo, dat is goed.\nO: Ja hoor.\nB: Dank u wel, dag."
    assert answer("bereikbaar.doorverbinden_warm", talk, bare=False) == "na"
