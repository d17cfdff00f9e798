"""Who is promised a call without the word for it, who is on hold, and what is passed on instead of the caller."""

import pytest
from by_the_rubric import answer

ASKS = """A: Goedemorgen, gemeente Rijnmeer, u spreekt met Stef Dijkman.
B: Met Anja Bos, ik heb een vraag over de bomen in mijn straat.
"""
TAKEN = "\nO: Goedemorgen, zegt u het maar.\nB: Ik heb een vraag over de bomen.\nO: Wat is ermee?"


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("U krijgt morgen een telefoontje van Noor.", "yes"),
        ("Die hangt morgenmiddag bij u aan de lijn.", "yes"),
        ("Morgen heeft u Noor aan de telefoon.", "yes"),
        ("Dan spreekt Noor u morgen telefonisch.", "yes"),
        ("Ik geef u nog een belletje.", "partial"),
        ("U krijgt morgen een briefje van Noor.", "na"),
        ("U krijgt haar nu aan de lijn.", "na"),
        ("Zij hangt de hele dag aan de telefoon.", "na"),
        ("U kunt ons morgen een belletje geven.", "na"),
        ("Dan spreekt Noor u morgen aan de balie.", "na"),
    ],
)
def test_a_call_may_be_promised_by_the_word_for_it(said, expected, bare):
    talk = ASKS + f"A: Daar gaat Noor over. {said}\nB: Prima.\nA: Fijne dag nog."
    assert answer("betrouwbaar.terugbelbelofte", talk, bare=bare) == expected


@pytest.mark.parametrize(
    "said",
    ["Ik geef 'm even door aan handhaving.", "Ik geef hem meteen door.", "Ik ga 'm doorzetten naar groen."],
)
def test_a_report_passed_on_is_no_transfer(said):
    talk = ASKS + f"A: Dat is een melding. {said}\nB: Dank u.\nA: Graag gedaan, dag mevrouw Bos."
    assert answer("bereikbaar.doorverbinden_warm", talk) == "na"
    assert answer("beleefd.afscheid", talk) == "yes"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Ik verbind u door naar de sociale dienst.", "partial"),
        ("Ik verbind u door met het OCMW.", "partial"),
        ("Ik geef u even door aan handhaving.", "partial"),
        ("Ik schakel u even door.", "no"),
        ("Ik verbind u door met mevrouw Kramer van Groen. Ik zeg haar waarover het gaat.", "yes"),
        ("Ik verbind u door met mevrouw Kramer van Groen. Ik praat haar even bij.", "yes"),
        ("Ik verbind u door met mevrouw Kramer van Groen. Dan moet u niet ophangen.", "partial"),
    ],
)
def test_to_whom_and_what_is_told_in_a_transfer(said, expected):
    assert answer("bereikbaar.doorverbinden_warm", f"{ASKS}A: {said}\nB: Goed.{TAKEN}") == expected


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    "said",
    [
        "Er staan er nog meer in de wacht.",
        "Heeft u lang in de wacht gestaan?",
        "Uw aanvraag staat nog in de wacht.",
        "Als het druk is, komt u in de wacht.",
    ],
)
def test_the_queue_is_no_hold(said, bare):
    talk = ASKS + f"A: {said}\nB: O.\nA: Wij komen maandag langs, mevrouw. Anders nog iets?\nB: Nee.\nA: Dag."
    assert answer("bereikbaar.wachtstand", talk, bare=bare) == "na"


@pytest.mark.parametrize("said", ["Ik zet u in de wacht.", "U komt even in de wacht te staan."])
def test_a_hold_that_only_words_show_stays(said):
    assert answer("bereikbaar.wachtstand", ASKS + f"A: {said}\nB: Ja.\nA: Daar ben ik weer.") == "partial"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Merci voor 't wachten.", "yes"),
        ("Sorry hoor, dat duurde effe.", "yes"),
        ("Zijt ge er nog?", "yes"),
        ("Merci, ik heb het gevonden.", "partial"),
        ("Dat duurt nog drie weken.", "partial"),
    ],
)
def test_the_return_from_a_hold(said, expected):
    talk = (
        ASKS + f"A: Ik zet u even in de wacht, ik vraag het na.\nB: Ja.\nO: (wachtmuziek)\nA: {said}\nB: Oké."
    )
    assert answer("bereikbaar.wachtstand", talk) == expected
