"""How the telephone is answered: whether the caller gets room, which greetings tell the time of day, and whose name it is."""

import pytest
from by_the_rubric import answer

ROOM = "bekend.ruimte_beller"
GREETING = "beleefd.begroeting"
OWN_NAME = "beleefd.naam_medewerker"
CUT_SHORT = """A: Goedemiddag, gemeente Rijnmeer.
B: {}
A: {}
O: (wachtmuziek)
A: Zegt u het maar.
B: Ik wil mijn rijbewijs verlengen.
A: Dat kan op afspraak."""
HELD = """A: {}
O: (wachtmuziek)
A: Waar gaat het over?
B: Mijn rijbewijs is verlopen.
A: Dan maakt u een afspraak."""
ANSWERED = """A: {}
B: Dag, ik bel over de kapotte brug in ons dorp.
A: Die wordt morgen gemaakt."""


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("Gemeente Rijnmeer, ik zet u even in de wacht.", "no"),
        ("Gemeente Rijnmeer, een ogenblikje hoor.", "no"),
        ("Goedemorgen, blijft u even hangen?", "no"),
        ("Goedemorgen, kunt u heel even wachten?", "no"),
        ("Alle medewerkers zijn in gesprek, een ogenblik geduld alstublieft.", "yes"),
        ("Gemeente Rijnmeer, sorry dat u zo lang moest wachten.", "yes"),
    ],
)
def test_a_hold_in_the_opening_leaves_no_room(opening, expected, bare):
    assert answer(ROOM, HELD.format(opening), bare=bare) == expected


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("begun", "answered"),
    [
        ("Goedemiddag.", "Dan verbind ik u door met de balie."),
        ("Dag, ik wou eh...", "Belastingen zeker? Ik zet u even over."),
        ("Hallo, ik had een vraag over -", "Dat doen wij niet, ik schakel u door."),
        ("Goedemiddag, met Sietske Hoekstra.", "Moment."),
        ("Ja hallo, ik bel omdat...", "Wacht wacht, eerst uw postcode."),
        ("Met Sietske Hoekstra, ik heb hier een", "Uw klantnummer?"),
        ("Dag, ik zou graag...", "Hang even niet op, de andere lijn gaat."),
    ],
)
def test_a_caller_who_had_only_begun_got_no_room(begun, answered, bare):
    assert answer(ROOM, CUT_SHORT.format(begun, answered), bare=bare) == "no"


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("told", "answered"),
    [
        ("Goedemiddag, ik bel over de huurtoeslag.", "Momentje, dan pak ik dat erbij."),
        ("Goedemiddag, ik bel over de huurtoeslag.", "Ik zet u even in de wacht."),
        ("Hallo, hoort u mij?", "Ja hoor, ik hoor u. Waar belt u over?"),
        ("Kan ik mevrouw De Vries spreken?", "Ik verbind u door."),
        ("Kunt u mij doorverbinden met Belastingen?", "Ik verbind u door."),
        ("Dag, met Sietske Hoekstra.", "Dag mevrouw Hoekstra, wat is uw postcode?"),
        ("Dag, ik heb een vraagje.", "Zegt u het eerst maar, dan zoek ik het op."),
    ],
)
def test_a_caller_who_told_it_or_is_asked_for_it_got_room(told, answered, bare):
    assert answer(ROOM, CUT_SHORT.format(told, answered), bare=bare) == "yes"


def test_who_trails_off_and_is_sent_on_got_no_room():
    told = "Hallo, met Sietske Hoekstra, ik heb een winkel in het dorp en..."
    assert answer(ROOM, CUT_SHORT.format(told, "Ik verbind u door.")) == "no"
    assert answer(ROOM, CUT_SHORT.format(told, "Neemt u rustig de tijd.")) == "yes"
    assert answer(ROOM, CUT_SHORT.format(told[:-3] + " nu een vraag.", "Ik verbind u door.")) == "yes"


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("Môge, gemeente Rijnmeer.", "partial"),
        ("Mogge, stadhuis.", "partial"),
        ("Goeie mergen, u spreekt met Wiel Janssen.", "yes"),
        ("Goeienaovend, u spreekt met Wiel Janssen.", "yes"),
        ("Goejemiddig, met Wiel Janssen.", "yes"),
        ("Moi, gemeente Rijnmeer.", "no"),
        ("Heuj, gemeente Rijnmeer.", "no"),
        ("Dag, wat moge ik voor u doen?", "no"),
    ],
)
def test_a_time_of_day_in_the_speech_of_the_region(opening, expected, bare):
    assert answer(GREETING, ANSWERED.format(opening), bare=bare) == expected


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("Stad Gent, goedemiddag.", "no"),
        ("Goedemorgen, met de stad Roeselare.", "no"),
        ("Onthaal van de stad Brugge, goedemorgen.", "no"),
        ("Provincie Antwerpen, zegt u het maar.", "no"),
        ("Goedemorgen, provincie Noord-Brabant.", "no"),
        ("Goedemorgen, provincie West Vlaanderen.", "no"),
        ("Waterschap Scheldestromen, goedemorgen.", "no"),
        ("Stad Antwerpen, met Ilse.", "partial"),
        ("Stad Antwerpen, Ilse.", "partial"),
        ("Goedemorgen, met Benny van de stad Hasselt.", "partial"),
        ("Stad Antwerpen, Ilse Peeters, goedemorgen.", "yes"),
        ("Provincie Limburg, u spreekt met Benny Claes.", "yes"),
    ],
)
def test_a_place_behind_stad_is_no_name(opening, expected, bare):
    assert answer(OWN_NAME, ANSWERED.format(opening), bare=bare) == expected
