"""Who takes a call over, to whom the caller is sent, who waits, and whom the employee asks something."""

import pytest
from test_spoken_wordings import answer

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
    ],
)
def test_a_colleague_who_introduces_herself_and_goes_on_has_taken_over(said, bare):
    assert outcomes(ASKS + said + COLLEAGUE, bare=bare) == {"na"}
    assert answer("bereikbaar.doorverbinden_warm", ASKS + said + COLLEAGUE, bare=bare) != "na"


@pytest.mark.parametrize(
    "said",
    ["Ik stap eruit, succes.", "Nou, hier heeft u haar.", "Zij neemt het van mij over.", "Komt ze aan."],
)
@pytest.mark.parametrize("begins", ["Ja, ik heb de aanvraag hier.", "Zegt u het maar."])
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
