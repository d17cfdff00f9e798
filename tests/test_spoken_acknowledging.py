"""Understanding with blame or disbelief behind it is none; a guess at the feeling and one's own fault are."""

import pytest
from by_the_rubric import answer

TOWED = """A: Goedemorgen, gemeente Rijnmeer, u spreekt met Loes Hendriks.
B: Met Van Buren. Ik ben zo boos, mijn auto is weggesleept en ik moet driehonderd euro betalen. Ik slaap er niet van.
A: {}
B: Nou, ik vind het wat.
A: De auto staat op de Havenweg, u kunt hem vandaag tot tien uur ophalen.
B: Goed.
A: Dag meneer."""
"""A caller who is upset; the employee answers with one thing and then explains."""


def both(said: str) -> set[tuple[str, str]]:
    """Empathy and turning the emotion round, as written and as recognised."""
    asked = "beleefd.empathie", "behulpzaam.ombuigen"
    empathy, turned = ([answer(c, TOWED.format(said), bare=bare) for bare in (False, True)] for c in asked)
    return set(zip(empathy, turned, strict=True))


@pytest.mark.parametrize(
    "said",
    [
        "Dat is vervelend, maar dat heeft u toch echt aan uzelf te danken.",
        "Dat snap ik, maar wie zijn gat brandt moet op de blaren zitten.",
        "Vervelend, maar eigen schuld dikke bult.",
        "Naar voor u, maar u vraagt er zelf om.",
        "Dat is vervelend, maar je belt drie dagen te vroeg. Je bent echt te vroeg met bellen.",
        "Wat naar voor u. Maar ja, als u had opgelet, was het niet gebeurd.",
        "Dat is naar. Maar u had hem daar zelf weg kunnen halen.",
        "Vervelend. Aan de andere kant, u koos er zelf voor.",
        "Ik snap het, maar ja, u wist toch dat het daar niet mag.",
        "Dat begrijp ik, maar u kon toch weten dat het niet mag.",
        "Vervelend voor u, maar het staat toch duidelijk op het bord.",
        "Dat snap ik, maar u heeft er zelf voor getekend.",
    ],
)
def test_understanding_with_blame_behind_it_is_none(said):
    assert both(said) == {("no", "no")}


@pytest.mark.parametrize(
    "said",
    [
        "Ik begrijp niet hoe dat kan. Bij mij staat dat u betaald heeft.",
        "Ik snap eigenlijk niet hoe u daarbij komt.",
        "Ik kan me niet voorstellen dat een collega dat gezegd heeft.",
        "Dat kan ik me nauwelijks indenken.",
        "Dat kan ik me moeilijk voorstellen, want dan stond het hier.",
    ],
)
def test_not_understanding_and_not_believing_are_no_understanding(said):
    assert both(said) == {("no", "partial")}


@pytest.mark.parametrize(
    "said",
    [
        "Dat is vervelend, maar over een week heeft u het terug.",
        "Dat snap ik, maar de regels laten het niet toe.",
        "Wat vervelend. Maar het bord staat er, dus het is wel een geldige boete.",
        "Dat snap ik, het staat ook niet duidelijk in de brief.",
        "Heel vervelend. U heeft er zelf voor getekend, klopt dat?",
        "Wat vervelend. Als u de brief heeft gelezen, weet u het bedrag.",
        "Dat is naar, en het is niet aan uzelf te wijten.",
        "Vervelend, ik begrijp niet hoe dat kan.",
        "Ik begrijp niet hoe dat kon gebeuren, dat is niet goed van ons.",
        "Ik kan me niet voorstellen hoe zwaar dat nu is.",
        "Dat kan ik me goed voorstellen, dat u schrikt.",
    ],
)
def test_understanding_with_an_explanation_behind_it_stands(said):
    assert both(said) == {("yes", "yes")}


@pytest.mark.parametrize(
    "said",
    [
        "Dat moet u hard geraakt hebben.",
        "Dat zal wel hard aangekomen zijn.",
        "Dat zal u verdriet doen.",
        "Zoiets verdient niemand.",
        "Dat heeft u echt niet verdiend.",
        "Dat hebben wij niet netjes aangepakt.",
        "We hebben dat verkeerd gedaan.",
        "Daarin zijn wij tekortgeschoten.",
        "Ik had die brief moeten sturen en dat heb ik niet gedaan.",
    ],
)
def test_a_guess_at_the_feeling_or_the_own_fault_acknowledges(said):
    assert both(said) == {("yes", "yes")}


@pytest.mark.parametrize(
    "said",
    [
        "Dat hoor ik vaker.",
        "De bumper moet hard geraakt zijn.",
        "Niemand verdient daar iets aan.",
        "Dat hebben wij niet gedaan, dat was de politie.",
        "Wij hebben dat goed gedaan, volgens de regels.",
        "Ik had hem moeten doorverbinden, momentje.",
    ],
)
def test_words_like_it_about_the_matter_acknowledge_nothing(said):
    assert both(said) == {("no", "partial")}
