"""Understanding followed by blame is none; listening, agreeing and a short reason are steps; a boundary is no blame."""

import pytest
from by_the_rubric import answer, bared, judge

BLAMED = """A: Goedemorgen, gemeente Rijnmeer, u spreekt met Femke Brands.
B: Ja, met Aalders. Ik ben echt woest, ik wacht al drie weken op mijn rolstoel en ik slaap er niet van.
A: {}
B: Nou ja.
A: En uw geboortedatum?"""
AFRAID = BLAMED.replace("Ik ben echt woest", "Ik ben zo bang dat ik mijn huis uit moet")

DUTY_AS_BLAME = [
    "Dat begrijp ik, maar u moet er toch echt zelf achteraan.",
    "Dat snap ik, maar dat moet u wel een beetje zelf bijhouden.",
    "Wat vervelend voor u, maar daar moet u toch zelf op letten.",
    "Dat begrijp ik, maar dat blijft toch uw eigen verantwoordelijkheid.",
    "Dat snap ik, maar jullie moeten er toch zelf een beetje op letten.",
]
BLAME_ALONE = [
    "Dat heeft u toch echt aan uzelf te wijten.",
    "Het is uw eigen verantwoordelijkheid om dat te volgen.",
    "Tja, dan moet u de krant maar lezen.",
    "Dan moet u maar beter opletten.",
    "Dan moet u gewoon maar eerder bellen.",
    "Als u niet oplet, houdt het op.",
]
PLAIN_DUTY = [
    "Dat begrijp ik, maar u moet hem zelf aanvragen op de website, want wij mogen dat niet voor u doen.",
    "Dat snap ik, maar dat moet u zelf aanvragen, dat kan op de site.",
    "Dat begrijp ik, maar voor de pasfoto moet u zelf zorgen, die maken wij hier niet.",
    "Wat vervelend voor u. De uren moet u zelf bijhouden, dat kan met een formulier.",
    "Wat vervelend voor u. De oprit is uw eigen verantwoordelijkheid, de stoep maken wij.",
    "Wat vervelend voor u. Dan moet u morgen maar even terugbellen, want mijn collega is er nu niet.",
    "Wat vervelend voor u. De schutting? Dat is uw eigen verantwoordelijkheid, de stoep maken wij.",
    "Wat vervelend voor u. Uw kilometers, dat moet u wel zelf bijhouden, want wij hebben die niet.",
    "Wat vervelend voor u. Dat moet u wel even zelf nakijken, want die gegevens heb ik niet.",
    "Wat vervelend voor u. Voor het vervoer, daar moet u wel zelf voor zorgen, want wij rijden niet.",
    "Wat vervelend voor u. Als u niet binnen zes weken reageert, vervalt de aanvraag.",
]
LISTENING = [
    "Gooit u het er maar uit.",
    "Lucht uw hart maar even.",
    "Ga uw gang, ik luister.",
    "Neemt u rustig de tijd.",
    "Neemt u de tijd.",
    "U mag best even mopperen hoor.",
    "Doet u rustig uw verhaal.",
    "Dat merk ik, mevrouw.",
    "Dat kan ik horen.",
    "U bent er niet blij mee, dat hoor ik.",
    "Daar heeft u helemaal gelijk in.",
    "Daar heeft u een punt.",
]
NO_LISTENING = [
    "Dat merk ik aan de lijn, die kraakt.",
    "Ja ja. Zegt u het maar.",
    "Ja, zegt u het maar, ik luister.",
    "Ik luister even mee met mijn collega.",
    "Neemt u rustig de tijd om het op te zoeken.",
    "Wij nemen de tijd voor elke aanvraag.",
    "U mag hier niet schelden.",
    "Dat hoor ik wel vaker.",
    "Ik zeg niet dat u gelijk heeft.",
]


def bend(said: str, spoken: bool = False, frame: str = BLAMED) -> str:
    """How the emotion is taken up when the employee says this."""
    return answer("behulpzaam.ombuigen", frame.format(bared(said) if spoken else said))


def empathy(said: str, spoken: bool = False, frame: str = BLAMED) -> str:
    """Whether there is understanding when the employee says this."""
    return answer("beleefd.empathie", frame.format(bared(said) if spoken else said))


@pytest.mark.parametrize("spoken", [False, True])
@pytest.mark.parametrize("said", DUTY_AS_BLAME)
def test_understanding_with_a_duty_behind_it_is_blame(said, spoken):
    assert (empathy(said, spoken), bend(said, spoken)) == ("no", "no")


@pytest.mark.parametrize("spoken", [False, True])
@pytest.mark.parametrize("said", BLAME_ALONE)
def test_blame_put_as_a_duty_takes_the_understanding_away(said, spoken):
    assert bend(f"Ik snap dat u boos bent. {said}", spoken) == "no"


@pytest.mark.parametrize("spoken", [False, True])
@pytest.mark.parametrize("said", PLAIN_DUTY)
def test_a_plain_instruction_is_no_blame(said, spoken):
    assert empathy(said, spoken) == "yes"
    assert bend(said, spoken) in ("yes", "partial")


@pytest.mark.parametrize("spoken", [False, True])
@pytest.mark.parametrize("said", LISTENING)
def test_listening_noticing_and_agreeing_are_a_step(said, spoken):
    assert bend(said, spoken) == "partial"


@pytest.mark.parametrize("said", NO_LISTENING)
def test_an_opening_or_a_remark_is_no_step(said):
    assert bend(said) == "no"


@pytest.mark.parametrize(
    "said", ["Ik snap het. De monteur is ziek geworden.", "Dat snap ik. Ze zijn met te weinig."]
)
def test_a_short_reason_explains(said):
    assert (bend(said), bend(said, spoken=True)) == ("yes", "yes")


@pytest.mark.parametrize("said", ["Dat snap ik. Bent u ziek?", "Dat snap ik. Was uw kind ziek?"])
def test_somebody_ill_at_home_is_no_reason(said):
    assert bend(said) == "partial"


def test_letting_off_steam_and_a_reason_is_both_steps():
    assert (
        bend("Gaat u eerst maar stoom afblazen. De leverancier wacht op een onderdeel, daarom duurt het.")
        == "yes"
    )


def test_reassuring_is_a_step_but_no_understanding():
    said = "Nee, nee, dat is helemaal niet aan de orde. U hoeft echt niet weg."
    assert (empathy(said, frame=AFRAID), bend(said, frame=AFRAID)) == ("no", "partial")
    assert empathy("Ik begrijp dat u bang bent, maar dat is niet aan de orde.", frame=AFRAID) == "yes"


@pytest.mark.parametrize("said", ["Zo gaan we niet met elkaar om.", "Zo praat u niet tegen mij."])
def test_a_boundary_is_not_quoted_as_blame(said):
    asked = judge(BLAMED.format(f"Hé, ho. {said}"))
    assert "verwijt" not in asked.result(asked.rubric.criterion("behulpzaam.ombuigen")).reason


@pytest.mark.parametrize(
    "said", [*LISTENING, *NO_LISTENING, *BLAME_ALONE, "De aanvraag ligt bij de leverancier."]
)
def test_a_reason_never_names_a_step_that_a_no_left_out(said):
    asked = judge(BLAMED.format(said))
    result = asked.result(asked.rubric.criterion("behulpzaam.ombuigen"))
    assert result.answer != "no" or "verwijt" in result.reason or "Wel:" not in result.reason


@pytest.mark.parametrize(
    "said",
    ["Ge moet nogal verschoten zijn.", "Daar zou een mens van verschieten.", "Daar zult u maar mee zitten."],
)
def test_other_words_for_understanding(said):
    assert (empathy(said), empathy(said, spoken=True)) == ("yes", "yes")
    assert empathy("Amai.") == "no"


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Wij hebben al sinds zondag geen wc meer.", "no"),
        ("Er staat twintig centimeter water in onze kelder.", "no"),
        ("Mijn rolstoel is stuk en ik kan de deur niet uit.", "no"),
        ("Wij zitten al drie dagen zonder stroom.", "no"),
        ("Wij wonen al jaren zonder gas, welke subsidie is er?", "na"),
        ("Op de markt heb ik geen stroom meer nodig.", "na"),
        ("De lantaarn voor de deur is uit.", "na"),
        ("Ik wil graag een nieuwe container.", "na"),
    ],
)
def test_a_problem_counts_also_when_nobody_is_kind_about_it(told, expected):
    talk = f"A: Goedemorgen, met Femke Brands.\nB: {told}\nA: Wat is uw adres?\nB: Iepenhof 12."
    assert (answer("beleefd.empathie", talk), answer("beleefd.empathie", talk, bare=True)) == (
        expected,
        expected,
    )
