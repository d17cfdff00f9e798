"""Understanding is words for the caller's feeling; "sorry" for a slip or a bad line is not."""

import pytest
from by_the_rubric import answer, bared

FRAME = """A: Goedemorgen, gemeente Rijnmeer, u spreekt met Femke Brands.
B: Ja, met Aalders. Ik ben echt woest, ik wacht al drie weken op mijn rolstoel en ik slaap er niet van.
A: {}
B: Ja, het is de Iepenhof 12.
A: Oké. En uw geboortedatum?
B: Drie mei 1950.
A: Ik geef het door aan de afdeling."""

OTHER_THINGS = [
    "Sorry, wat zei u?",
    "Sorry, wat was de straat?",
    "Sorry, welke straat was het ook weer?",
    "Sorry, hoe was uw naam?",
    "Sorry, hoe heet die straat?",
    "Sorry, kunt u dat herhalen?",
    "Sorry, dat kan ik niet zien.",
    "Sorry, dat weet ik niet.",
    "Momentje, sorry, de computer is traag.",
    "Sorry, mijn computer doet het even niet.",
    "Sorry, ik zat in het verkeerde scherm.",
    "Sorry, ik zat even verkeerd te kijken.",
    "Ik hoor u heel slecht.",
    "Ik hoor u niet goed, u valt weg.",
    "Ja, even rustig hè, ik hoor het niet goed, u valt weg.",
    "Dat begrijpt u toch ook wel.",
    "Dat snapt u ook wel.",
    "U begrijpt zelf ook wel dat dat niet kan.",
]
UNDERSTANDING = [
    "Sorry dat u zo lang moest wachten.",
    "Excuses voor het ongemak.",
    "Nee, dat snap ik ook wel.",
    "Ik hoor dat u er klaar mee bent.",
    "Ik hoor aan u hoe zwaar het is.",
    "Sorry, dat is echt niet zoals het hoort. Wat vervelend voor u.",
    "Sorry, dat had niet mogen gebeuren.",
    "Het spijt me dat het zo gelopen is.",
    "Sorry, wat was de straat? Wat vreselijk voor u.",
    "Ik hoor u slecht, maar wat erg voor u.",
]


def empathy(said: str, spoken: bool) -> str:
    """What is answered when the employee says this to somebody who is furious."""
    return answer("beleefd.empathie", FRAME.format(bared(said) if spoken else said))


@pytest.mark.parametrize("spoken", [False, True])
@pytest.mark.parametrize("said", OTHER_THINGS)
def test_a_slip_or_a_bad_line_is_no_understanding(said, spoken):
    assert empathy(said, spoken) == "no"


@pytest.mark.parametrize("spoken", [False, True])
@pytest.mark.parametrize("said", UNDERSTANDING)
def test_understanding_still_counts(said, spoken):
    assert empathy(said, spoken) == "yes"
