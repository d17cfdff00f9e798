"""Understanding is for the caller: who pities himself or his colleagues, or blames the caller, shows none."""

import pytest
from by_the_rubric import answer, bared

FRAME = """A: Goedemorgen, gemeente Rijnmeer, u spreekt met Femke Brands.
B: Ja, met Aalders. Mijn container is nu voor de tweede keer niet geleegd. Het stinkt hier, ik ben het zo zat.
A: {} De wagen is stuk, dus hij kan pas volgende week komen.
B: Ja, het is de Iepenhof 12.
A: Oké. Ik maak er een melding van.
B: Goed.
A: Dag mevrouw."""
OWN_SIDE = [
    "Dat is niet zo. Die jongens lopen zich met deze hitte het vuur uit de sloffen.",
    "Wij hebben het hier ook zwaar, dat is voor ons ook niet leuk.",
    "Wij zitten met drie man minder, dat is voor ons ook geen pretje.",
    "Het is voor mijn collega's ook heel vervelend dat iedereen boos is.",
    "Voor ons is dat ook vervelend, zo'n storing.",
    "Ik vind het ook niet leuk om dit de hele dag aan te horen.",
    "Ik zit hier ook maar in mijn eentje, dat is ook niet makkelijk.",
]
BLAME = [
    "Dat begrijp ik best, maar jullie hadden ook gisteren kunnen bellen.",
    "Ik snap het wel, alleen had u eerder aan de bel moeten trekken.",
    "Dat is vervelend, maar ja, dat had u zelf ook kunnen bedenken.",
    "Dat snap ik, maar dan had u toch de brief moeten lezen.",
    "Vervelend voor u, maar daar had u aan moeten denken.",
    "Ik begrijp dat u boos bent, maar u had het formulier beter moeten invullen.",
    "Ja sorry, maar dan had u maar op tijd moeten zijn.",
    "Ik snap het, maar dat is toch echt uw eigen schuld.",
]
FOR_THE_CALLER = [
    "Zes weken is lang, dat is voor u ook vervelend.",
    "Wij zitten met drie man minder, en daar heeft u last van, dat snap ik.",
    "Dat is voor u heel vervelend, en voor ons ook.",
    "Excuses voor het ongemak, voor ons is het ook lastig.",
    "Ik zou het ook niet leuk vinden als mijn container bleef staan.",
    "Dat snap ik, maar dat hadden wij eerder moeten zien.",
    "Dat begrijp ik, maar wij kunnen het pas maandag oppakken.",
    "Dat is heel vervelend, dat hadden we u eerder moeten laten weten.",
    "Wat vervelend. U had gisteren al een brief moeten krijgen.",
    "Dat snap ik, u had dat ook niet kunnen weten.",
    "Dat begrijp ik, u had eerder gebeld moeten worden.",
    "Dat is vervelend, maar daar kunt u niets aan doen.",
    "Bah, dat zal een lucht zijn bij u.",
    "Getver, ja. Da's niet fris met dertig graden.",
    "Jakkes, dat ruikt natuurlijk.",
    "Dat begrijp ik, voor mij zou dat ook lastig zijn.",
    "Dat is natuurlijk niet leuk om te horen.",
    "Dat is vervelend, maar dat is niet uw schuld.",
    "Dat is vervelend, u had ook niet anders kunnen doen.",
    "Dat is vervelend, u had niet zo lang moeten wachten.",
    "Wat vervelend. De afdeling had u moeten bellen.",
    "Dat is vervelend. Had u nog iets moeten betalen?",
    "Wat vervelend, wanneer had u het moeten melden volgens de brief?",
]


def answers(said: str, spoken: bool) -> tuple[str, str]:
    """Understanding, and how emotion is met, when the employee says this to somebody who is fed up."""
    talk = FRAME.format(bared(said) if spoken else said)
    return answer("beleefd.empathie", talk), answer("behulpzaam.ombuigen", talk)


@pytest.mark.parametrize("spoken", [False, True])
@pytest.mark.parametrize("said", OWN_SIDE)
def test_pity_for_oneself_or_colleagues_is_no_understanding(said, spoken):
    empathy, met = answers(said, spoken)
    assert empathy == "no"
    assert met in ("partial", "no")


@pytest.mark.parametrize("spoken", [False, True])
@pytest.mark.parametrize("said", BLAME)
def test_blame_takes_the_understanding_away(said, spoken):
    assert answers(said, spoken) == ("no", "no")


@pytest.mark.parametrize("spoken", [False, True])
@pytest.mark.parametrize("said", FOR_THE_CALLER)
def test_words_for_the_caller_still_count(said, spoken):
    empathy, met = answers(said, spoken)
    assert empathy == "yes"
    assert met in ("yes", "partial")
