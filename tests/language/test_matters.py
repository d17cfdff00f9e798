"""What a callback is about: what somebody names, and not who talks, waits or is angry."""

import pytest
from spoken import a_turn

from scoring.language.matters import asks_detail, said_about, told_matter


@pytest.mark.parametrize(
    ("said", "about"),
    [
        ("Dan belt Joris u over uw terras.", "over uw terras"),
        ("dan belt joris u morgen over de kwijtschelding op dit nummer", "over de kwijtschelding"),
        ("Ze belt u over de dubbele loonstrook. Kunt u dan?", "over de dubbele loonstrook"),
        ("Ik maak een terugbelverzoek in verband met uw bezwaar.", "in verband met uw bezwaar"),
        ("Hij belt u over een ander voorstel.", "over een ander voorstel"),
        ("Ik bel u over een kwartier terug.", None),
        ("Hij belt u over een week.", None),
        ("Daar gaat het college over, de voorzitter belt u.", None),
        ("Wat vindt u van dat terras? Ik weet alles over uw terras.", None),
    ],
)
def test_what_the_employee_says_it_is_about(said, about):
    turn = a_turn(said)
    place = said_about(turn)
    assert (said[slice(*place)] if place else None) == about


@pytest.mark.parametrize(
    ("matter", "aside"),
    [
        ("Ik wil weten hoe het met mijn terrasvergunning staat.", "Dit is de vierde keer deze maand."),
        ("ik bel over de kwijtschelding", "ik zit al twintig minuten in de wacht"),
        ("Mijn uitkering is niet gestort.", "Met wie zegt u?"),
        ("de klep van de container klemt", "want ik ben degene die er kwaad om is"),
        ("Ik heb een vraag over mijn parkeerpas.", "Goedemorgen, met Karin Bosman."),
        ("Er staat een plas onder de vloer.", "En er is dus niks."),
    ],
)
def test_words_that_name_a_matter_tell_more_than_asides(matter, aside):
    names = frozenset({"karin", "bosman"})
    assert told_matter(a_turn(matter).words, names) > told_matter(a_turn(aside).words, names)
    assert told_matter(a_turn(aside).words, names) < 1


@pytest.mark.parametrize(
    ("said", "detail"),
    [
        ("Op welk adres staat het grofvuil?", True),
        ("Wat is uw geboortedatum?", True),
        ("Wanneer heeft u dat gemeld?", True),
        ("Waar gaat het over?", False),
        ("Wat kan ik voor u doen?", False),
        ("Dat adres ken ik.", False),
    ],
)
def test_an_address_or_day_that_was_asked_for_is_no_matter(said, detail):
    assert asks_detail(a_turn(said)) == detail
