"""What sounds like a question and asks nothing: a reproach, a sigh, a mishearing, how somebody is called back."""

import pytest
from by_the_rubric import answer

OPEN, CLEAR = "behulpzaam.open_vragen", "bekend.vraag_helder"
TALK = """A: Goedemiddag, gemeente Rijnmeer, met Anke Postma.
B: Goedemiddag, met Bos. Mijn fiets is bij de brug weggehaald.
A: {}
B: Ja. Nee, eigenlijk niet.
A: De fietsen staan in het depot.
B: Dank u wel, dag.
A: Dag."""


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    "said",
    [
        "Had u daar niet wat voor opzij kunnen leggen?",
        "Had u hem niet gewoon in het rek kunnen zetten?",
        "Had je dat misschien wat eerder kunnen bedenken?",
        "Wat had u dan verwacht?",
        "Hoe haalt u het in uw hoofd om hem daar te zetten?",
        "Hoe komt u erbij om hem daar te zetten?",
        "Waar haalt u het lef vandaan?",
        "Wat wilt u dat ik daaraan doe?",
    ],
)
def test_a_reproach_neither_asks_nor_checks(said, bare):
    assert answer(OPEN, TALK.format(said), bare=bare) == "no"
    assert answer(CLEAR, TALK.format(said), bare=bare) == "no"


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    "said",
    [
        "Wat had u daar zelf bij bedacht?",
        "Wat had u verwacht te betalen?",
        "Wat wilt u dat er met de fiets gebeurt?",
        "Hoe komt u aan die fiets?",
        "Waarom stond hij daar?",
        "Weet u waarom hij daar weg is?",
        "Het wat hogere rek, hoe ziet dat eruit?",
    ],
)
def test_an_open_question_that_is_alike(said, bare):
    assert answer(OPEN, TALK.format(said), bare=bare) == "yes"


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    "said",
    [
        "Een wat?",
        "Sorry, het wat?",
        "Weet u waarom wij dat doen?",
        "Weet u waarom we dat elk jaar vragen? Dan klopt de lijst weer.",
    ],
)
def test_who_did_not_hear_it_or_goes_on_to_explain_asks_nothing_open(said, bare):
    assert answer(OPEN, TALK.format(said), bare=bare) == "no"


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Waarom gaat u niet gewoon naar het rek?", "no"),
        ("Wilt u dat ze u bellen, of liever een mail?", "no"),
        ("Wilt u dat een collega u terugbelt?", "no"),
        ("Wilt u teruggebeld worden of heeft u liever een brief?", "no"),
        ("Nu is het zo dat we dat elke maandag doen.", "no"),
        ("Nu is het zo dat hij weg is, begrijp ik dat goed?", "yes"),
        ("Had u hem niet op slot kunnen krijgen?", "yes"),
        ("Had u misschien zelf al iets kunnen vinden?", "yes"),
        ("Wilt u weten waarom u gebeld bent?", "yes"),
        ("Wilt u dat ze u de fiets brengen?", "yes"),
        ("Wilt u dat de buurman niet meer belt?", "yes"),
    ],
)
def test_what_does_and_what_does_not_check_the_matter(said, expected, bare):
    assert answer(CLEAR, TALK.format(said), bare=bare) == expected
