"""What is said before the caller mentions earlier contact takes nothing up, unless it raises that contact itself."""

import pytest
from by_the_rubric import answer

FOUND = """A: Goedemorgen, gemeente Rijnmeer, u spreekt met Anke Postma.
B: Goedemorgen, het gaat over mijn moeder, mevrouw Kuipers.
A: Wat is de geboortedatum?
B: Drie mei veertig.
A: {}
B: {}
A: {}
B: Goed.
A: Fijne dag."""
DESK = "Wij zijn vorige week al bij jullie aan de balie geweest."
ADDRESS = "En wat is het adres?"


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("found", "said", "reply", "expected"),
    [
        ("Ik heb haar. Ze staat nog op actief.", DESK, ADDRESS, "no"),
        ("Even kijken, ik zie haar staan.", DESK, ADDRESS, "no"),
        ("Ik zie haar staan, Kerkweg zestien.", DESK, ADDRESS, "no"),
        ("Ja, die staat er nog in.", DESK, ADDRESS, "no"),
        ("Ik zie niks.", DESK, ADDRESS, "no"),
        ("Even kijken, ik zie hem staan.", "Ik heb in januari al een brief geschreven.", "Daar weet ik niks van.", "no"),
        ("Ik heb haar. Ze staat nog op actief.", DESK, "Ja, dat zie ik, mijn collega heeft dat genoteerd.", "yes"),
        ("Ik zie haar staan.", "Ik heb vorige week al gebeld.", "Ja, ik zie het, over de rollator.", "yes"),
        ("Ik zie hier dat u dinsdag gebeld heeft.", "Ja, dat klopt, en ze zouden bellen.", ADDRESS, "yes"),
        ("Ik zie uw brief van 3 maart staan.", "Ja, die heb ik gestuurd.", ADDRESS, "yes"),
        ("Ik heb haar. Ik zie een aanvraag van januari.", "Ja, die hebben we toen gestuurd.", ADDRESS, "yes"),
    ],
)  # fmt: skip
def test_earlier_contact_is_taken_up_after_it_is_mentioned(found, said, reply, expected, bare):
    assert answer("bekend.eerder_contact", FOUND.format(found, said, reply), bare=bare) == expected
