"""Questions of the employee: for the caller's name and about the matter, and what is no question at all."""

import pytest
from by_the_rubric import answer

ASKED = """A: Goedemorgen, gemeente Rijnmeer, u spreekt met Anke Postma.
B: Goedemorgen, ik bel over het riool bij ons.
A: {}
B: {}
A: Dan maak ik een melding."""


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("asked", "told", "expected"),
    [
        ("En de naam was Ter Harmsen?", "Harmsel, met een l.", "yes"),
        ("De naam was ook weer?", "Van Harmsel.", "yes"),
        ("En ik spreek met?", "Dijkhuis.", "yes"),
        ("En de naam van uw zoon was?", "Dijkhuis.", "no"),
        ("En de naam was Max? Van de hond bedoel ik.", "Klopt.", "no"),
        ("Wie heb ik aan de lijn?", "Dat doet er effe niet toe.", "partial"),
        ("Mag ik uw naam?", "Maakt dat wat uit?", "partial"),
        ("Hoe heet u?", "Moet dat? Ik wil alleen weten wie dat opruimt.", "partial"),
        ("Wat is uw naam?", "Waar is dat voor nodig?", "partial"),
        ("Met wie spreek ik?", "Dat hoeft u niet te weten.", "partial"),
        ("Mag ik uw naam?", "Dijkhuis. Moet ik ook mijn postcode geven?", "yes"),
        ("Mag ik uw naam?", "Ria Dijkhuis, het maakt niet uit waar u het noteert.", "yes"),
    ],
)
def test_the_name_was(asked, told, expected, bare):
    assert answer("bekend.naam_beller", ASKED.format(asked, told), bare=bare) == expected


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("said", "expected"),
    [("Ja, anders kan ik uw melding niet terugvinden.", "yes"), ("Nee hoor, dat hoeft niet.", "partial")],
)
def test_who_hesitates_gives_the_name_when_it_is_needed(said, expected, bare):
    talk = ASKED.format("Hoe heet u?", f"Moet dat?\nA: {said}\nB: Nou goed, Dijkhuis dan.")
    assert answer("bekend.naam_beller", talk, bare=bare) == expected


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("Wat scheelt eraan?", "yes"),
        ("Welke dag is uw vader gevallen?", "yes"),
        ("Legt u dat eens uit.", "yes"),
        ("Hoe laat schikt het?", "no"),
        ("Welke dag schikt u?", "no"),
        ("En wanneer bent u bereikbaar?", "no"),
        ("Zegt u het maar.", "no"),
    ],
)
def test_open_questions(asked, expected, bare):
    assert answer("behulpzaam.open_vragen", ASKED.format(asked, "Maandag."), bare=bare) == expected


@pytest.mark.parametrize("criterion", ["bekend.vraag_helder", "behulpzaam.open_vragen"])
@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("O, dan heb ik verkeerd gedraaid. Sorry hoor.", "na"),
        ("Ik was net verkeerd verbonden. Ik wil weten wanneer de heg wordt gesnoeid.", "no"),
    ],
)
def test_a_wrong_number_asks_nothing(criterion, said, expected):
    assert answer(criterion, f"A: Gemeente Rijnmeer.\nB: {said}\nA: Geeft niet, dag.") == expected


@pytest.mark.parametrize(
    ("closing", "expected"),
    [
        ("Samengevat: donderdag, zeven uur, koelkast en bed.", "yes"),
        ("Zal ik het samengevat nog even naar u mailen?", "no"),
    ],
)
def test_a_recap_without_a_verb(closing, expected):
    told = "A: Dag.\nB: Ik wil grofvuil kwijt.\nA: Wat is het?\nB: Een koelkast en een bed.\n"
    told += "A: Donderdag kan.\nB: Goed.\n"
    assert answer("betrouwbaar.samenvatting", f"{told}A: {closing}\nB: Prima.\nA: Dag.") == expected
