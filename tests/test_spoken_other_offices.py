"""Earlier contact with another office than the one that is on the line is none of this call."""

import pytest
from by_the_rubric import answer

TALK = """A: Goedemorgen, {}, u spreekt met Anke Postma.
B: {}
A: Waar is dat precies?
B: Aan de Iepenhof.
A: Ik maak er een melding van.
B: Goed.
A: Fijne dag."""


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("office", "said", "expected"),
    [
        ("waterschap Rijnmeer", "Ik heb dinsdag de gemeente gebeld over de beschoeiing.", "na"),
        ("waterschap Rijnmeer", "Ik heb gemaild met de gemeente en die zei dat ik u moest bellen.", "na"),
        ("omgevingsdienst De Veste", "Ik belde de gemeente over de stank en die stuurde mij door.", "na"),
        ("provincie Rijnland", "Ik had de gemeente vorige week al aan de lijn over die drempel.", "na"),
        ("gemeente Rijnmeer", "Ik heb dinsdag het waterschap gebeld over de beschoeiing.", "na"),
        ("waterschap Rijnmeer", "Ik heb dinsdag al gebeld over de beschoeiing.", "no"),
        ("waterschap Rijnmeer", "Ik heb het waterschap dinsdag al gebeld over de beschoeiing.", "no"),
        ("waterschap Rijnmeer", "Ik heb de gemeente gebeld en daarna dinsdag jullie gebeld.", "no"),
        ("waterschap Rijnmeer", "De gemeente zei niks, en jullie zouden dinsdag al komen kijken.", "no"),
        ("gemeente Rijnmeer", "Ik heb dinsdag de gemeente al gebeld over de stoep.", "no"),
        ("gemeente Rijnmeer", "Ik heb het waterschap gebeld en vorige week heb ik u al gebeld.", "no"),
    ],
)
def test_contact_with_another_office_is_not_of_this_one(office, said, expected, bare):
    assert answer("bekend.eerder_contact", TALK.format(office, said), bare=bare) == expected


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("asked", "reply", "expected"),
    [
        ("Wordt zoiets vaak afgewezen?", "Dat zie ik weleens ja, er wordt wel eens iets afgewezen.", "na"),
        ("Wordt zo'n aanvraag weleens afgewezen?", "Dat gebeurt soms.", "na"),
        ("Is mijn aanvraag afgewezen?", "Ja, dat zie ik, hij is op 3 maart afgewezen.", "yes"),
    ],
)
def test_how_it_mostly_goes_takes_nothing_up(asked, reply, expected, bare):
    talk = f"A: Gemeente Rijnmeer, met Anke Postma.\nB: {asked}\nA: {reply}\nB: Oké.\nA: Fijne dag."
    assert answer("bekend.eerder_contact", talk, bare=bare) == expected
