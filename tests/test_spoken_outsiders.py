"""These tests show whose call the office does not promise, and when a caller would rather ring again."""

import pytest
from by_the_rubric import answer

PROMISE, NOTE = "betrouwbaar.terugbelbelofte", "betrouwbaar.terugbelnotitie"
ASKED = """A: Goedemorgen, gemeente Rijnmeer, u spreekt met Loes Hendriks.
B: {}
A: {}
B: Goed, dank u."""
OFFERED = """A: Goedemorgen, gemeente Rijnmeer, u spreekt met Loes Hendriks.
B: Met Piet Smit. Is meneer De Wit er?
A: {}
B: {}
A: Prima."""
NOT_OURS = [
    ("Mijn huisarts zou iets opsturen.", "Als de huisarts eruit is belt hij u, daar gaan wij niet over."),
    ("Het loopt via het UWV, toch?", "Ja, en zodra het UWV het besluit heeft bellen ze u."),
    ("Wanneer komt de rolstoel?", "Als de chauffeur in de buurt is belt hij u."),
    ("Belt de taxichauffeur mij als hij er is?", "Ja, dat doet de chauffeur meestal wel."),
    ("Gaat de woningbouw mij dan bellen?", "Ja, dat zal de woningbouw zelf doen."),
    (
        "Ik krijg steeds telefoontjes over energie.",
        "Krijgt u vandaag weer een telefoontje van zo'n verkoper, hang dan gewoon op.",
    ),
]
OURS = [
    ("Ik kom net bij de huisarts vandaan, kan iemand mij bellen over de wmo?", "Ja hoor, dat regel ik."),
    ("Belt de aannemer mij dan?", "Ja, dat doet de aannemer."),
    ("Is de consulent er?", "Nee, zodra de consulent er weer is belt zij u."),
]
OR_YOURSELF = "Nee. Zal ik een terugbelverzoek maken of belt u zelf nog eens?"
PLAIN_OFFER = "Nee. Zal ik vragen of hij u terugbelt?"
DECLINED = ["Ik bel morgen zelf wel.", "Nou, dan bel ik vanmiddag nog wel even."]
ACCEPTED = [
    "Ja graag. Anders bel ik morgen zelf wel weer.",
    "Ja graag, en ik mail hem wel even de foto's.",
    "Ja graag. Ik bel straks nog wel even de buren of die het ook hebben.",
]


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(("asks", "says"), NOT_OURS)
def test_the_call_of_an_outsider_is_no_promise(asks: str, says: str, bare: bool) -> None:
    assert answer(PROMISE, ASKED.format(asks, says), bare=bare) == "na"


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(("asks", "says"), OURS)
def test_the_call_of_the_office_stays_one(asks: str, says: str, bare: bool) -> None:
    assert answer(PROMISE, ASKED.format(asks, says), bare=bare) == "partial"


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize("says", DECLINED)
def test_who_rings_again_declines_the_offer(says: str, bare: bool) -> None:
    assert answer(NOTE, OFFERED.format(OR_YOURSELF, says), bare=bare) == "na"


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize("says", ACCEPTED)
def test_who_accepts_may_ring_or_write_about_something_else(says: str, bare: bool) -> None:
    assert answer(NOTE, OFFERED.format(PLAIN_OFFER, says), bare=bare) != "na"
