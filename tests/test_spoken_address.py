"""How the caller is addressed: ge and gij, and je where no verb goes with it."""

import pytest
from by_the_rubric import answer

FORM = "beleefd.aanspreekvorm"
TOLD = """A: Goedemorgen, gemeente Rijnmeer, met Anke Postma.
B: Goedemorgen, mijn rijbewijs is gestolen.
A: {}
B: Dat is goed.
A: {}"""
POLITE = "Dan maakt u een afspraak. Kunt u dinsdag?"


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("said", "after", "expected"),
    [
        ("Zijt ge al bij de politie geweest?", "Dan moet ge een afspraak maken.", "unmeasurable"),
        ("Hebt ge uw pas nog?", "Gij moogt die meebrengen, dank u.", "unmeasurable"),
        (POLITE, "Hebt ge een foto?", "partial"),
        (POLITE, "Als ge wilt, mag dat ook online.", "partial"),
        ("Heb je een foto?", "Dan kunt ge morgen komen, heb je tijd?", "no"),
        (POLITE, "Van wie hebt u dat gehoord?", "yes"),
    ],
)
def test_ge_is_neither_u_nor_je(said, after, expected, bare):
    assert answer(FORM, TOLD.format(said, after), bare=bare) == expected


@pytest.mark.parametrize(
    "heard",
    [
        "van wie heeft u dat ge hoord",
        "gij sbert staat hier ook bij",
        "daar hoeft ge daar hoeft u niet voor te komen",
        "u hebt dat in mei van ons ge had",
    ],
)
def test_half_a_word_or_a_slip_put_right_is_no_ge(heard):
    assert answer(FORM, TOLD.format(POLITE, heard), bare=True) == "yes"


@pytest.mark.parametrize(
    "slip",
    [
        "En je geldige paspoort meebrengen, hè.",
        "En je pinpas niet vergeten.",
        "Even je naam eronder.",
        "Dan nog je oude pas inleveren.",
        "Vergeet je foto niet.",
        "Mooi, je hoort maandag van mijn collega.",
    ],
)
def test_je_in_what_the_caller_is_asked_to_do_is_a_slip(slip):
    assert answer(FORM, TOLD.format(POLITE, slip)) == "partial"


@pytest.mark.parametrize(
    "generic",
    [
        "Je oude pas lever je altijd in, dat is overal zo.",
        "Aan de balie betaal je veertien euro.",
        "Soms vergeet je je pas niet eens.",
        "Je hoort wel eens van mij dat het druk is.",
        "U moet uw oude pas meenemen.",
    ],
)
def test_je_of_anyone_is_no_slip(generic):
    assert answer(FORM, TOLD.format(POLITE + " U krijgt een brief. Neemt u die mee.", generic)) == "yes"
