"""Asking what is meant and why, what was not heard, what is left to choose, and who handles it in other words."""

import pytest
from by_the_rubric import answer

ASKED = """A: Goedemorgen, gemeente Rijnmeer, u spreekt met Anke Postma.
B: Goedemorgen, met Wiersma, ik bel over de brief van vorige week.
A: {}
B: Geen idee.
A: Dan kunt u het online indienen.
B: Oké, dag."""
CUT = """B: Er is iets met mijn hekwerk, ik weet het niet meer.
A: {}
B: Het eerste.
A: Dat kost tachtig euro."""
ROUTES = """A: Goedemorgen, gemeente Rijnmeer, u spreekt met Anke Postma.
B: Met Wiersma, mijn hulp is gehalveerd en dat snap ik niet.
A: Dat staat in het besluit. U kunt bezwaar maken.
B: En verder?
A: U mag ook met de aanbieder praten. En een klacht kan altijd.
B: En als die niks doet?
A: {}
B: Nou ja.
A: Dag meneer Wiersma."""
STATUS = """A: Goedemorgen, gemeente Rijnmeer, u spreekt met Anke Postma.
B: {}
A: {}
B: Oké.
A: Fijne dag."""
NAMED = "Ik kijk even. Dat ligt bij Joris Maas, die is ermee bezig."
HOW_FAR = "Ik heb in mei een uitrit aangevraagd. Hoe staat het daarmee?"


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("En weet je toevallig wat de oorzaak was?", "yes"),
        ("Weet u misschien ook waardoor?", "yes"),
        ("Heeft u zelf een idee waarom?", "yes"),
        ("Hebt u enig idee wat hun reden kan zijn?", "yes"),
        ("Tegen welke beslissing was dat?", "yes"),
        ("Voor welke voorziening geldt dat?", "yes"),
        ("Wat zegt u daarover in de brief?", "yes"),
        ("Wat zei u toen tegen de monteur?", "yes"),
        ("Wat zegt u? En waardoor is het dan misgegaan?", "yes"),
        ("Wat zegt u?", "no"),
        ("Sorry, wat zei u daar als laatste?", "no"),
        ("Van de wat?", "no"),
        ("Dan weet u ook waarom het langer duurt.", "no"),
        ("Voor welke datum is dat?", "no"),
        ("Voor welk adres geldt dat?", "no"),
        ("Weet u dat zeker?", "no"),
    ],
)
def test_asking_why_is_open_and_asking_what_was_said_is_not(said, expected, bare):
    assert answer("behulpzaam.open_vragen", ASKED.format(said), bare=bare) == expected


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Is het nou dat u een nieuw hek wilt, of wilt u liever dat het gemaakt wordt?", "yes"),
        ("Wilt u dat wij komen kijken, of wilt u alleen weten of het mag?", "yes"),
        ("Gaat het u nu om de kosten, of gaat het u om de termijn?", "yes"),
        ("Wilt u gebeld worden, of wilt u liever een brief?", "no"),
        ("Wilt u contant betalen, of wilt u liever pinnen?", "no"),
        ("Schikt maandag, of liever woensdag?", "no"),
        ("Wilt u om tien uur, of wilt u liever in de middag?", "no"),
        ("Wilt u even wachten, of wilt u liever later terugbellen?", "no"),
        ("Wilt u vandaag, of wilt u liever een dag later?", "no"),
    ],
)
def test_a_choice_of_what_the_caller_wants_checks_the_question(said, expected, bare):
    assert answer("bekend.vraag_helder", CUT.format(said), bare=bare) == expected


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Dus een klacht of bezwaar, meer kan ik er niet van maken.", "yes"),
        ("Dus het is bezwaar maken of met de aanbieder praten, meer is er niet.", "yes"),
        ("Bezwaar of een gesprek dus, dat zijn de twee wegen.", "yes"),
        ("Ik vat samen: bezwaar binnen zes weken, en praten met de aanbieder.", "yes"),
        ("Even herhalen: bezwaar binnen zes weken, op papier, met het besluit erbij.", "yes"),
        ("Even herhalen: donderdag zeven uur.", "partial"),
        ("Even herhalen: 06 12 34 56 78.", "partial"),
        ("Nog eventjes: 06 12 34 56 78.", "partial"),
        ("06 12 34 56 78, heb ik die zo goed?", "partial"),
        ("Ik lees het nog even terug: 06 12 34 56 78.", "partial"),
        ("Kunt u dat even herhalen voor me alstublieft?", "no"),
        ("Dus ja, meer kan ik er niet van maken.", "no"),
        ("Dus het is af of niet, dat weet ik ook niet.", "no"),
        ("U kunt ons bereiken op 06 12 34 56 78.", "no"),
    ],
)
def test_routes_restated_are_a_summary_and_a_detail_read_back_is_half(said, expected, bare):
    assert answer("betrouwbaar.samenvatting", ROUTES.format(said), bare=bare) == expected


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Ik had allang bericht moeten krijgen over mijn uitkering.", "yes"),
        ("Vorige maand hadden wij al iets moeten horen.", "yes"),
        ("Er liggen twee meldingen, waarom doen ze daar dan niks mee?", "yes"),
        ("Waarom wordt er niets met mijn klacht gedaan?", "yes"),
        ("Iemand zou bellen en daarna heb ik niks gehoord.", "yes"),
        ("Wie beslist er over mijn ontheffing?", "yes"),
        ("Wie beslist er dan over zo'n ontheffing?", "na"),
        ("En zo'n medische keuring, wie doet dat eigenlijk?", "na"),
        ("En zulke keuringen, wie beoordeelt die?", "na"),
        ("Mijn zoon had iets eerder moeten komen, zegt hij.", "na"),
        ("Waarom doen ze daar niks mee, met dat lege schoolplein?", "na"),
        ("Ze zijn begonnen met kappen. Ik heb niks gehoord. Geen brief.", "na"),
    ],
)
def test_who_should_have_heard_asks_how_far_it_is_and_who_does_such_things_does_not(said, expected, bare):
    assert answer("betrouwbaar.behandelaar", STATUS.format(said, NAMED), bare=bare) == expected


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Namen geven we niet, maar het is bureau Toezicht dat u antwoordt.", "yes"),
        ("Wie precies zeg ik niet, het is het cluster Groen dat erover gaat.", "yes"),
        ("De afdeling Bouwen pakt dat op.", "yes"),
        ("Bureau Erfgoed beslist daarover.", "yes"),
        ("De afdeling pakt dat op.", "no"),
        ("De afdeling waar u was pakt dat nu op.", "no"),
        ("De afdeling Bouwen pakt dat niet op.", "no"),
        ("Namen geven we niet. U krijgt vanzelf antwoord.", "no"),
    ],
)
def test_a_department_that_does_it_is_named_also_behind_a_refusal(said, expected, bare):
    assert answer("betrouwbaar.behandelaar", STATUS.format(HOW_FAR, said), bare=bare) == expected
