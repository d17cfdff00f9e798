"""What employees say back when a caller mentions earlier contact: an echo, a denial, or taking it in hand."""

import pytest
from by_the_rubric import answer

TOLD = """A: Goedemorgen, gemeente Rijnmeer, u spreekt met Anke Postma.
B: {}
A: {}
B: Oké.
A: Een aanvraag duurt acht weken.
B: Goed.
A: Fijne dag."""
SPOKE = "Ik heb vorige week al met een collega van u gesproken over mijn rolstoel."
SENT = "Ik heb het formulier in maart al opgestuurd."
PROMISED = "Een collega van u zei dat ik het geld voor de vijftiende had."
CARD = "Jullie monteur is vorige week geweest en zei dat hij donderdag terugkomt, maar dan kan ik niet."


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("said", "reply", "expected"),
    [
        (SPOKE, "O, u heeft al iemand gesproken. En wat is uw postcode?", "partial"),
        (SPOKE, "Ah, u had dus al gebeld. Waar gaat het om?", "partial"),
        (SPOKE, "O ja, vorige week. Mag ik uw adres?", "partial"),
        (SPOKE, "O, vorige week al. Daar moet u Welzorg voor bellen.", "partial"),
        (SENT, "In maart al, dat is alweer een tijdje geleden.", "partial"),
        (SPOKE, "Dat is best lang geleden. Mag ik uw adres?", "partial"),
        (SPOKE, "O, u heeft al gebeld. Ik zie het staan, over de rolstoel.", "yes"),
        (SPOKE, "O, u heeft al gebeld, oké. Even kijken wat mijn collega heeft genoteerd.", "yes"),
        (SPOKE, "Ja, vorige week dinsdag, zie ik, met Joris over de rolstoel.", "yes"),
        (SENT, "In maart al, ja, ik zie het hier staan.", "yes"),
    ],
)
def test_only_saying_it_back_acknowledges_earlier_contact(said, reply, expected, bare):
    assert answer("bekend.eerder_contact", TOLD.format(said, reply), bare=bare) == expected


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        ("Ik weet niet wie u dat verteld heeft, ik was het niet.", "no"),
        ("Geen idee wie dat beloofd heeft.", "no"),
        ("Ik weet niet wat een collega gezegd heeft.", "no"),
        ("Dat heeft hij u verkeerd verteld, het komt de dertigste.", "yes"),
        ("Dat heeft die collega u niet goed uitgelegd, het komt de dertigste.", "yes"),
        ("Dat is u verkeerd verteld, het komt de dertigste.", "yes"),
        ("Ik weet niet wie dat gezegd heeft, maar ik zie dat het dinsdag is overgemaakt.", "yes"),
    ],
)
def test_not_knowing_who_said_it_takes_up_nothing_and_putting_it_right_does(reply, expected, bare):
    assert answer("bekend.eerder_contact", TOLD.format(PROMISED, reply), bare=bare) == expected


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("said", "reply", "expected"),
    [
        (CARD, "Dan moet die verzet worden.", "yes"),
        (CARD, "Die donderdag haal ik eraf.", "yes"),
        (CARD, "Die afspraak zeg ik voor u af.", "yes"),
        (CARD, "Dan verzet ik die afspraak.", "yes"),
        (CARD, "Welk huisnummer heeft u?", "no"),
        ("Ik wil een afspraak maken voor een paspoort.", "Dan zet ik die afspraak op vrijdag.", "na"),
    ],
)
def test_moving_the_appointment_that_was_made_takes_it_up(said, reply, expected, bare):
    assert answer("bekend.eerder_contact", TOLD.format(said, reply), bare=bare) == expected


ADVISED = "Een collega van u zei dat ik voor het hek geen vergunning nodig heb."
OUTWARD = """A: Goedemiddag mevrouw Kuipers, met Femke Brands van de gemeente Rijnmeer. {}
B: Ja, dat klopt.
A: Wat is er precies mis?
B: Het hek piept de hele dag.
A: Dan stuur ik iemand langs.
B: Fijn, dank u."""


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("said", "reply", "expected"),
    [
        (SPOKE, "U heeft vorige week al met een collega gesproken.", "partial"),
        (SENT, "Dus u heeft het formulier al opgestuurd.", "partial"),
        (PROMISED, "Mijn collega zei de vijftiende.", "partial"),
        (SPOKE, "U heeft vorige week met Joris gesproken, zie ik hier.", "yes"),
        (SENT, "U heeft het in maart opgestuurd, ja, het is de zesde binnengekomen.", "yes"),
        (ADVISED, "Dat kan best dat iemand dat gezegd heeft.", "partial"),
        (ADVISED, "O, heeft hij dat gezegd. Nou, een hek is gewoon vergunningplichtig.", "partial"),
        (ADVISED, "Als mijn collega dat gezegd heeft, vervelend. Maar het moet wel.", "partial"),
        (ADVISED, "O, heeft hij dat gezegd. Wat is uw adres?", "partial"),
        (ADVISED, "Heeft hij dat gezegd? Dan zoek ik het gesprek even op.", "yes"),
        (ADVISED, "O, heeft hij dat gezegd. Ik zie zijn notitie hier staan.", "yes"),
    ],
)
def test_hearing_it_or_saying_the_same_takes_up_nothing(said, reply, expected, bare):
    assert answer("bekend.eerder_contact", TOLD.format(said, reply), bare=bare) == expected


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("Wij spraken elkaar maandag over het hek.", "yes"),
        ("Wij hebben elkaar maandag aan de lijn gehad over het hek.", "yes"),
        ("Ik bel u terug over het hek.", "yes"),
        ("U belde gisteren over het hek.", "yes"),
        ("Ik bel u over het hek bij uw huis.", "na"),
        ("Ik bel omdat wij alle hekken nakijken.", "na"),
        ("Ik bel voor een onderzoek naar hoe tevreden u bent.", "na"),
    ],
)
def test_who_rings_and_tells_of_the_talk_before_takes_it_up(opening, expected, bare):
    assert answer("bekend.eerder_contact", OUTWARD.format(opening), bare=bare) == expected


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        ("Wat vervelend dat u zo lang moet wachten.", "partial"),
        ("Goh, wat vervelend. Wat is uw adres?", "partial"),
        ("Wat is uw adres?", "no"),
        ("Wat naar voor uw moeder. Wat is uw adres?", "no"),
    ],
)
def test_who_is_sorry_about_earlier_contact_acknowledges_it(reply, expected, bare):
    said = "Ik heb vorige week al gebeld, en uw collega zou mij terugbellen, maar ik heb niks gehoord."
    assert answer("bekend.eerder_contact", TOLD.format(said, reply), bare=bare) == expected
