"""Promises to ring that leave unsaid whom."""

import pytest
from spoken import a_turn

from scoring.language.unsaid_whom import rings_unsaid

NUMBER = "Op welk nummer kan dat?"


def promises(*lines: str) -> bool:
    """Whether the first of these turns promises a call."""
    return rings_unsaid([a_turn(line) for line in lines], 0)


@pytest.mark.parametrize(
    "said",
    [
        "Hij belt morgen wel even.",
        "die is er niet hij belt morgen wel even",
        "Ik laat Peter morgen even bellen.",
        "Dan laat ik hem even bellen, donderdag.",
        "Ik vraag of hij morgen even belt.",
        "Dan belt ze maandag tussen negen en twaalf.",
        "Ik zet erin dat ie vanmiddag belt.",
    ],
)
def test_a_term_beside_it_is_enough(said):
    assert promises(said, "Fijn.")


@pytest.mark.parametrize(
    "said",
    [
        "Zal ik Ubbo d'r op zetten dat ie even belt?",
        "Zal ik Peter vragen of hij even belt?",
        "Ik laat Peter even bellen, goed?",
        "Zal ik haar even laten bellen?",
        "Ik vraag Peter contact met u op te nemen.",
        "Ik laat hem contact met u opnemen.",
        "zal ik vragen of ze straks een belletje doet",
    ],
)
def test_a_number_that_is_asked_for_is_enough(said):
    assert promises(said, "Ja, graag.", NUMBER)
    assert promises(said, "Ja, 06 12 34 56 78.", "Dank u.")


@pytest.mark.parametrize(
    "said",
    [
        "Ik laat Peter even de leverancier bellen.",
        "Zal ik vragen of ie de leverancier belt?",
        "Ik vraag of hij de leverancier belt, morgen.",
        "Peter moet de leverancier nog bellen, dat doet hij morgen.",
        "Hij belt morgen even met de aannemer.",
        "Hij belt morgen de leverancier wel even.",
        "Als hij morgen belt, hoort u het.",
        "U belt morgen even.",
        "Belt u morgen even.",
        "Dan bel je morgen gewoon even.",
        "Hij belt altijd vrijdag met de monteur.",
        "Hij belt morgen niet.",
        "Belt hij morgen?",
        "Is dit het nummer waar u nu mee belt?",
        "U bent iemand die elke maand belt.",
        "U belt ze morgen op 14 0123.",
        "Dan belt uw man morgen even.",
        "Uw zoon belt morgen dan zelf even.",
    ],
)
def test_somebody_else_is_rung_or_nobody(said):
    assert not promises(said, "O, dat is goed.", "Mooi.")


def test_contact_in_writing_is_no_call():
    assert not promises("Zij neemt contact met u op, op dit nummer of per mail.", "Goed.", NUMBER)


@pytest.mark.parametrize("said", ["Ik laat Peter even bellen.", "Ik vraag of hij contact met u opneemt."])
def test_without_term_and_number_it_is_not_sure(said):
    assert not promises(said, "O, dat is goed.", "Mooi, dag meneer.")


@pytest.mark.parametrize(
    "said",
    [
        "Ik neem even contact op met de leverancier. Wat is uw nummer?",
        "Neemt u zelf contact op met de leverancier?",
        "Dan moet u contact opnemen met de woningbouw, die zijn bereikbaar tot vijf uur.",
    ],
)
def test_contact_with_another_is_no_promise(said):
    assert not promises(said, "Ja.", NUMBER)
