"""What is missing now and comes later by the employee, and who else knows it: another way than here and now."""

import pytest
from by_the_rubric import answer

OTHER_WAY = "bereikbaar.alternatief"

TALK = """A: Goedemiddag, gemeente Rijnmeer, u spreekt met Wies Terpstra.
B: {}
A: {}
B: Goed, dank u wel.
A: Graag gedaan, dag."""

FENCE = "Mag mijn hek in een andere kleur?"
PUMP = "Waarom doet de fontein het nog niet?"
HOURS = "Hoeveel uren hulp heb ik nog over dit jaar?"


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("asked", "said", "expected"),
    [
        (FENCE, "Dat moet ik eerst navragen bij de welstand. Ik mail u vanmiddag.", "yes"),
        (FENCE, "Dit durf ik niet te zeggen. Ik zoek het uit en dan bel ik u.", "yes"),
        (FENCE, "Zal ik dat nagaan en u mailen?", "yes"),
        (PUMP, "Daar wachten we nog op een onderdeel. Donderdag bel ik u.", "yes"),
        (PUMP, "Dat zoek ik voor u uit, u hoort het morgen van me.", "yes"),
        # somebody else knows
        (
            HOURS,
            "Daar weten wij niks van. Mailt u het naar de zorgaanbieder, zorg apenstaart thuis punt nl.",
            "yes",
        ),
        (HOURS, "Dat kunnen wij hier niet zien. Belt u de zorgaanbieder, die ziet het meteen.", "yes"),
        (HOURS, "Daar hebben wij geen gegevens van. Dat staat wel op de site van de zorgaanbieder.", "yes"),
        # near misses: nothing is missing, or nothing is offered
        (FENCE, "Dat moet ik even nakijken. Ja, dat mag.", "na"),
        ("Kunt u mij een kopie sturen?", "Ja hoor, ik mail het u vanmiddag.", "na"),
        ("Is mijn pas klaar?", "Ik zoek het even uit. Ja, hij ligt er. Ik mail u de bevestiging.", "na"),
        (
            "Mag ik drie auto's op mijn oprit?",
            "Nee, dat mag niet. Dat staat op de site van de gemeente.",
            "na",
        ),
        ("Waar kan ik klagen over de fabriek?", "Mailt u het naar de omgevingsdienst.", "na"),
        (HOURS, "Dat kan ik hier niet zien, daar weten wij niks van.", "no"),
    ],
)
def test_who_comes_back_to_it_or_tells_who_knows_offers_another_way(asked, said, expected, bare):
    assert answer(OTHER_WAY, TALK.format(asked, said), bare=bare) == expected


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    "said",
    [
        "Dat weet ik zo niet uit mijn hoofd, moment. Ja, dat mag. Ik mail u de brief nog.",
        "Dat weet ik zo niet, wacht, ik pak het erbij. Elke kleur mag.",
        "Dat weet ik niet, even kijken. Het mag in groen.",
    ],
)
def test_who_only_looks_it_up_needs_no_other_way(said, bare):
    assert answer(OTHER_WAY, TALK.format(FENCE, said), bare=bare) == "na"


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Dat geef ik u op een briefje, het wordt duurder.", "no"),
        ("Dat geef ik je zwart op wit, het wordt duurder.", "no"),
        # near misses
        ("Dat geef ik meteen door aan de opzichter.", "yes"),
        ("Dat schrijf ik voor u op een briefje.", "yes"),
    ],
)
def test_a_saying_is_no_action(said, expected, bare):
    asked = "Wordt het parkeren volgend jaar duurder?"
    assert answer("behulpzaam.initiatief", TALK.format(asked, said), bare=bare) == expected
