"""Who is on the line: asking for the caller's name in other words, giving in, and how the employee says an own name."""

import pytest
from by_the_rubric import answer, judge, shipped

from scoring.call import Call
from scoring.detectors import CallContext
from scoring.evaluate import Judge
from scoring.learned import learned, lexicon

CALLER, OWN = "bekend.naam_beller", "beleefd.naam_medewerker"
ASKED = """A: Goedemiddag, gemeente Rijnmeer, met Anke Postma.
B: De slagboom bij de haven blijft open staan.
A: {}
B: {}
A: Goed. Sinds wanneer is dat?
B: Sinds gisteren.
A: Ik geef het door, dag."""
PRESSED = """A: Goedemiddag, gemeente Rijnmeer, met Anke Postma.
B: De slagboom bij de haven blijft open staan.
A: {}
B: {}
A: {}
B: {}
A: Goed. Sinds wanneer is dat?
B: Sinds gisteren.
A: Ik geef het door, dag."""
INTRODUCED = """A: Goedemiddag, gemeente Rijnmeer, met Anke Postma.
B: Dag, met {}. Weet u of de brug open is?
A: Dat kijk ik na.
B: Fijn.
A: {}
B: Dank u wel.
A: Graag gedaan, dag."""
ANSWERED = """A: {}
B: Dag, ik bel over de slagboom bij de haven.
A: Die wordt morgen gemaakt."""


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("asked", "told", "expected"),
    [
        ("Mag ik opschrijven wie het meldt?", "Ja hoor, Tineke Harmsel.", "yes"),
        ("Zou ik mogen weten wie u bent?", "Harmsel.", "yes"),
        ("Mag ik vragen wie u bent?", "Harmsel.", "yes"),
        ("Kunt u zeggen wie ik aan de lijn heb?", "Met Tineke Harmsel.", "yes"),
        ("Hoe mag ik u noemen?", "Mevrouw Harmsel.", "yes"),
        ("Wie kan ik noteren als melder?", "Dijkhuis.", "yes"),
        ("Een voornaam is ook genoeg.", "Tineke dan.", "yes"),
        ("En op wie staat het pasje?", "Op mij, Harmsel.", "yes"),
        ("Op wiens naam staat het?", "Op die van mij, Harmsel.", "yes"),
        ("Hoe staat u ingeschreven?", "Onder Harmsel.", "yes"),
        ("Mag ik weten wie er belt?", "Waarom wilt u dat weten?", "partial"),
        ("Wilt u zeggen wie u bent?", "Nee, dat hoeft niet.", "partial"),
        ("Mag ik noteren wie dit meldt?", "Nee, geen namen.", "partial"),
        ("Onder welke naam zet ik het?", "Zonder naam, als het kan.", "partial"),
        ("Mag ik weten wie er langs is geweest?", "Jullie monteur.", "no"),
        ("Hoe mag ik dat noemen?", "Een slagboom.", "no"),
        ("Wie kan ik noteren als eigenaar?", "Dijkhuis.", "no"),
        ("Wie heeft dat gemeld?", "Mijn buurman Dijkhuis.", "no"),
        ("Daar moet een naam bij van de eigenaar.", "Oké.", "no"),
        ("Zonder naam kan ik het ook melden.", "Mooi.", "no"),
        ("U hoeft uw naam niet te noemen. Waar is het?", "Bij de haven.", "no"),
        ("En op wie staat het pasje?", "Op mijn moeder, mevrouw Harmsel.", "no"),
        ("Op wie staat die auto?", "Op Dijkhuis.", "no"),
        ("Op wie staat de auto?", "Op mij. Waarom?", "no"),
        ("Hoe staat u ingeschreven?", "Als alleenstaande.", "no"),
    ],
)
def test_the_name_is_asked_for_in_other_words(asked, told, expected, bare):
    assert answer(CALLER, ASKED.format(asked, told), bare=bare) == expected


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("refused", "pressed", "told", "expected"),
    [
        ("Liever niet.", "Zonder naam kan ik het niet vastleggen.", "Zet maar Herman.", "yes"),
        ("Dat zeg ik niet.", "Ik heb echt een naam nodig.", "Nou vooruit, Dijkhuis.", "yes"),
        ("Anoniem graag.", "Daar moet toch een naam bij.", "Yvonne Harmsel dan.", "yes"),
        ("Dat doet er niet toe.", "Alleen een voornaam dan, is dat goed?", "Ja hoor, Tineke.", "yes"),
        ("Liever niet.", "Daar moet toch echt een naam bij.", "Dan niet.", "partial"),
        ("Liever niet.", "Zonder naam kan ik het niet vastleggen.", "Privé, dat blijft geheim.", "partial"),
        ("Liever niet.", "Dat is goed. Van wie is die boot?", "Van Dijkhuis.", "partial"),
    ],
)
def test_who_refuses_first_and_then_says_it_has_given_the_name(refused, pressed, told, expected, bare):
    talk = PRESSED.format("Wat is uw naam?", refused, pressed, told)
    assert answer(CALLER, talk, bare=bare) == expected


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("name", "said", "expected"),
    [
        ("Piet van der Wal", "Bent u er nog, meneer van der Wal?", "yes"),
        ("Jan van de Weg", "Meneer van de Weg, hij is open.", "yes"),
        ("Piet van der Wal", "Hij ligt aan de wal.", "no"),
        ("Jan", "Hij is open. Doe meneer de groeten.", "no"),
    ],
)
def test_a_surname_that_is_a_word_as_well_behind_a_first_name(name, said, expected, bare):
    assert answer(CALLER, INTRODUCED.format(name, said), bare=bare) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Wendy? Fijn dat u wachtte.", "yes"),
        ("Wendy? De brug is weer open.", "yes"),
        ("Wendy? Met een y?", "partial"),
        ("Wendy?", "partial"),
    ],
)
def test_a_name_called_after_a_while(said, expected):
    assert answer(CALLER, INTRODUCED.format("Wendy Boot", said)) == expected


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("Gemeente Rijnmeer, je spreekt met Merel, eh, Merel Wouters.", "yes"),
        ("Met Noor, pardon, Noor Elbers.", "yes"),
        ("Gemeente Rijnmeer, met Joost, nou ja, Joost Jansma.", "yes"),
        ("Gemeente Rijnmeer, met Joost, sorry hoor, met Joost Jansma.", "yes"),
        ("Gemeente Rijnmeer, met Joost. Joost is mijn naam.", "partial"),
        ("Met Merel, eh, afdeling Wonen.", "partial"),
        ("Gemeente Rijnmeer, Bouwen en Wonen.", "no"),
        ("Gemeente Rijnmeer, Zorg en Welzijn, zegt u het maar.", "no"),
        ("Gemeente Bergen op Zoom, goedemorgen.", "no"),
        ("Gemeente Edam-Volendam, goedemorgen.", "no"),
        ("Gemeente Bergen op Zoom, met Merel.", "partial"),
        ("Gemeente Bergen op Zoom Merel Derks, goedemorgen.", "yes"),
    ],
)
def test_an_own_name_is_said_again_and_a_place_or_department_is_none(opening, expected, bare):
    assert answer(OWN, ANSWERED.format(opening), bare=bare) == expected


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("Gemeente Edam en Volendam, belastingen, goedemorgen.", "no"),
        ("Gemeente Peel en Maas, goedemiddag, zegt u het maar.", "no"),
        ("Gemeente Peel en Maas, met Merel.", "partial"),
        ("Gemeente Peel en Maas, met Merel Derks, goedemorgen.", "yes"),
    ],
)
def test_the_second_half_of_a_place_is_no_name_where_the_organisation_is_known_by_halves(
    opening, expected, bare
):
    talk = judge(ANSWERED.format(opening), bare=bare).context
    call = Call(id="proef", source="proef", organisation="Gemeente")
    rubric, norms = shipped()
    asked = Judge(rubric, norms, CallContext(call, talk.transcript, lexicon(rubric), learned(rubric)))
    assert asked.result(rubric.criterion(OWN)).answer.value == expected


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("said", "own", "caller"),
    [
        ("Ik verbind u door met Loes Peters van Belastingen.", "no", "no"),
        ("Moment, ik verbind u met mevrouw Peters.", "no", "no"),
        ("U heeft daar contact over gehad met mevrouw Peters.", "no", "no"),
        ("Dan maak ik een afspraak met meneer Peters voor u.", "no", "no"),
        ("U bent verbonden met Loes Peters, zegt u het maar.", "yes", "no"),
        ("U spreekt met Loes Peters, zegt u het maar.", "yes", "no"),
        ("Spreek ik met mevrouw Peters?", "no", "yes"),
    ],
)
def test_a_colleague_behind_met_is_neither_employee_nor_caller(said, own, caller, bare):
    talk = f"A: Goedemorgen, gemeente Rijnmeer.\nB: Ik heb een vraag over mijn aanslag.\nA: {said}\nB: Ja."
    assert (answer(OWN, talk, bare=bare), answer(CALLER, talk, bare=bare)) == (own, caller)
