"""Words of a boundary, of listening or of a reason that are about something else, are none."""

import pytest
from by_the_rubric import answer, bared

INSULTED = """A: Goedemorgen, gemeente Rijnmeer, u spreekt met Femke Brands.
B: Ja, met Aalders. Wat bent u een ongelooflijke trut, zeg.
A: {}
B: Nou ja.
A: En uw geboortedatum?"""
ANGRY = INSULTED.replace(
    "Wat bent u een ongelooflijke trut, zeg.",
    "Ik ben echt woest, ik wacht al drie weken op mijn rolstoel en ik slaap er niet van.",
)


def both(criterion: str, frame: str, said: str) -> set[str]:
    """The answers to this, as written and as recognised."""
    return {answer(criterion, frame.format(one)) for one in (said, bared(said))}


@pytest.mark.parametrize(
    "said",
    [
        "Kan het ook op een andere manier, per brief bijvoorbeeld?",
        "Kan u iets rustiger praten, ik schrijf mee.",
        "Een beetje rustiger graag, de verbinding is slecht.",
        "Op woensdag is het wat rustiger hier.",
        "Doe maar rustig aan, zoek het maar op.",
        "Rustig aan, we hebben de tijd.",
        "Een beetje respect voor de natuur hoort daarbij.",
        "De toeslag, dat stopt direct als u verhuist.",
        "De tekening moet nu klaar zijn.",
        "Nu is het genoeg, ik heb alle gegevens.",
        "Contant geld accepteren wij hier niet.",
        "Dat laat de wet niet toe.",
        "Dat laat het systeem helaas niet toe.",
        "Houdt u er rekening mee op maandag.",
        "Mijn computer houdt ermee op.",
        "Die aanvraag nemen we vandaag niet meer in behandeling.",
    ],
)
def test_everyday_words_set_no_boundary(said):
    assert both("behulpzaam.grens_stellen", INSULTED, said) == {"no"}


@pytest.mark.parametrize(
    "said",
    [
        "Kan het wat rustiger, meneer?",
        "Kan dat op een andere toon?",
        "Kan het op een normale manier?",
        "Ho, rustig aan.",
        "Beetje respect graag.",
        "Dat stopt nu.",
        "Dit moet nu afgelopen zijn.",
        "Ik laat dat niet toe.",
    ],
)
def test_half_a_boundary_stays_one(said):
    assert both("behulpzaam.grens_stellen", INSULTED, said) == {"partial"}


@pytest.mark.parametrize(
    "said",
    [
        "Dat merk ik in het systeem.",
        "Dat merk ik wel aan mijn scherm.",
        "Hallo? Ik luister hoor.",
        "U bent mevrouw Aalders, dat hoor ik.",
    ],
)
def test_a_remark_about_the_line_or_the_system_is_no_step(said):
    assert both("behulpzaam.ombuigen", ANGRY, said) == {"no"}


@pytest.mark.parametrize(
    "said",
    [
        "Uw aanvraag kwam te laat.",
        "Is hij ziek?",
        "Kwam de taxi te laat?",
        "Kwam hij weer te laat?",
        "Bent u met te weinig geld thuisgekomen?",
        "Is die ziek, weet u dat?",
    ],
)
def test_a_question_or_the_callers_own_lateness_is_no_reason(said):
    assert both("behulpzaam.ombuigen", ANGRY, f"Dat snap ik. {said}") == {"partial"}


@pytest.mark.parametrize(
    "said",
    [
        "Wat vervelend voor u. Dat moet u toch niet zelf hoeven bijhouden.",
        "Wat vervelend voor u. U moet er toch niet zelf achteraan hoeven gaan.",
        "Wat vervelend voor u. Daar hoort u toch zelf niet achteraan te gaan, dat is ons werk.",
        "Dat snap ik. Dat moet u wel zelf nog even in de gaten houden, in de mail.",
        "Wat vervelend voor u. Dan moet u gewoon maar vroeger komen, we zijn om acht uur open.",
        "Ik begrijp uw boosheid, maar daar moet u niet zelf achteraan, dat doen wij.",
        "Ik begrijp uw boosheid, maar u moet er niet zelf achteraan hoeven gaan.",
    ],
)
def test_what_the_caller_need_not_do_is_no_blame(said):
    assert "no" not in both("behulpzaam.ombuigen", ANGRY, said) | both("beleefd.empathie", ANGRY, said)


@pytest.mark.parametrize("said", ["De chauffeur kwam te laat.", "Ze zijn met te weinig.", "Hij was ziek."])
def test_a_short_reason_stays_one(said):
    assert both("behulpzaam.ombuigen", ANGRY, f"Dat snap ik. {said}") == {"yes"}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Kan ik mijn woning niet uit de verkoop halen?", "na"),
        ("Ik kan mijn huis niet in het systeem vinden.", "na"),
        ("Is er op de markt geen stroom meer dit jaar?", "na"),
        ("Op het terrein is al geen toilet, mag ik er een plaatsen?", "na"),
        ("Ik kan mijn huis niet meer uit, de lift is stuk.", "no"),
        ("We hebben al sinds gisteren geen warm water.", "no"),
    ],
)
def test_only_who_goes_without_has_a_problem(told, expected):
    talk = f"A: Goedemorgen, met Femke Brands.\nB: {told}\nA: Wat is uw adres?\nB: Iepenhof 12."
    assert {answer("beleefd.empathie", talk, bare=bare) for bare in (False, True)} == {expected}
