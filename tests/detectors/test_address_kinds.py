"""Whom the employee addresses and how, and numbers that go past the desk."""

import pytest
from measured import KINDS, measure
from spoken import a_context


@pytest.mark.parametrize(
    ("said", "share"),
    [
        ("Kunt u uw naam spellen?", 1.0),
        ("wat is je naam en heb jij een nummer", 0.0),
        ("Dan krijg je een brief. Kunt u dat onthouden? Heeft u pen en papier?", 1.0),
        ("dank je wel weet je wat ik bel u", 1.0),
        ("Je spreekt met Noor. Kunt u dat herhalen, en uw naam, en uw adres?", 0.75),
    ],
)
def test_form_of_address(said, share):
    assert measure(a_context(f"A: {said}\nB: Ja."), "address").value == pytest.approx(share)


def test_the_je_that_counts_is_quoted_also_where_it_might_be_anyone():
    said = "A: Goedemorgen, u spreekt met Anouk.\nB: Dag.\nA: Dan krijg je een brief.\nB: O.\nA: Daar lees je het in."
    context = a_context(said)
    detector = KINDS.validate_python({"kind": "address", "measures": "share"})
    seen = detector.measure(context)
    assert seen.value < 0.5
    assert [one.turn for one in seen.evidence] == [2, 4]


def test_nobody_addressed():
    context = a_context("A: Dat kan.\nB: Heeft u dat?")
    assert measure(context, "address", measures="any").value == 0


def test_another_person_who_is_spoken_of_is_not_addressed():
    said = "A: Goedemorgen.\nB: Met Peters.\nA: Mevrouw Van Dijk belt u uiterlijk maandag terug.\nB: Goed."
    assert measure(a_context(said), "caller_name", measures="addresses").value == 0
    greeted = said.replace("Mevrouw Van Dijk belt", "Meneer Peters, ik bel")
    assert measure(a_context(greeted), "caller_name", measures="addresses").value == 1


@pytest.mark.parametrize(
    ("lines", "value"),
    [
        ("B: Hoe bereik ik Karin?\nA: Haar nummer is 06-12345678.", 1),
        (
            "A: haar directe nummer\nB: ja\nA: nul zes twaalf vierendertig zesenvijftig achtenzeventig",
            1,
        ),
        ("B: Mijn nummer is 0612345678.\nA: 06 12 34 56 78, klopt dat?", 0),
        ("B: nul zes twaalf vierendertig zesenvijftig achtenzeventig\nA: 06 12345678", 0),
        ("A: U kunt bellen met 14 0316.\nB: Dank u.", 0),
        ("A: Bel 0800 1234 of 0900-8844, of 112 bij nood.\nB: Dank u.", 0),
        ("B: Het nummer van Karin is 06-12345678.\nA: Dat klopt.", 0),
        ("B: Wie dan?\nA: Mijn collega Joost, dat is 038 123 45 67.", 1),
        ("B: wie dan\nA: mariska van ons nul drie vier een twaalf vierendertig zesenvijftig", 1),
        ("B: Wie dan?\nA: Bel Harm maar, ik zie hier 06 12 34 56 78.", 1),
        ("B: En anders?\nA: Dan belt u gewoon mij, 06 12 34 56 78.", 1),
        ("B: Wie dan?\nA: De balie, dat is 038 123 45 67.", 0),
        ("B: Wie dan?\nA: Mijn collega van het wijkteam, dat is 038 123 45 67.", 0),
        ("B: Wie dan?\nA: De huisartsenpost, 038 123 45 67.", 0),
        ("B: Wie dan?\nA: Dan moet u Netbeheer Oost hebben, 038 123 45 67.", 0),
        ("B: Goed.\nA: Mijn collega belt u op 06 12 34 56 78, klopt dat?", 0),
        ("B: Goed.\nA: Ik bel Saskia even, ik zie hier 06 12 34 56 78 van u.", 0),
        ("B: Goed.\nA: Het nummer van ons is 038 123 45 67.", 0),
    ],
)
def test_direct_numbers(lines, value):
    assert measure(a_context(lines), "phone", measures="direct").value == value
