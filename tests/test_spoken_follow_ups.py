"""What callers and employees say of what still follows, and of another way when somebody is not there."""

import pytest
from by_the_rubric import answer

EXPECT, OTHER_WAY = "betrouwbaar.verwachting", "bereikbaar.alternatief"

TALK = """A: Goedemiddag, gemeente Rijnmeer, u spreekt met Anke Postma.
B: {}
A: {}
B: {}
A: Graag gedaan, dag."""

TILE = "Er ligt een stoeptegel los bij ons voor de deur, dat heb ik vorige week ook gemeld."
CARD = "Mijn nieuwe afvalpas is er nog niet, en ik had hem in mei aangevraagd."
COLLECT = "Ik wil een oude kast laten ophalen."
OBJECTION = "Ik heb bezwaar gemaakt tegen de aanslag en ik weet niet hoe dat nu verder gaat."


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("asked", "said", "expected"),
    [
        (TILE, "Daar wordt naar gekeken.", "partial"),
        (TILE, "Er komt nog iemand kijken.", "partial"),
        (TILE, "Die wordt nog vervangen hoor.", "partial"),
        (TILE, "Dat wordt opgelost.", "partial"),
        (TILE, "De aannemer komt hem rechtleggen.", "yes"),
        (TILE, "Onze buitendienst gaat er langs.", "yes"),
        (TILE, "Die wordt volgende week hersteld.", "yes"),
        (TILE, "Donderdag komt er een ploeg langs.", "yes"),
        (TILE, "Ze zijn ermee bezig, vrijdag is het klaar.", "yes"),
        (TILE, "Dat kan nog een week of twee duren.", "yes"),
        (CARD, "Die pas wordt alsnog naar u opgestuurd.", "partial"),
        (CARD, "Die gaat morgen op de post.", "yes"),
        (CARD, "Deze week heeft u hem.", "yes"),
        (CARD, "Daar gaat nog een week overheen.", "yes"),
        (OBJECTION, "De uitspraak volgt in september.", "yes"),
        (OBJECTION, "De commissie behandelt het in maart.", "yes"),
        (OBJECTION, "Joost rondt het deze maand af.", "yes"),
        (COLLECT, "U staat op de twaalfde.", "yes"),
        (COLLECT, "Dan komen we dinsdag.", "yes"),
        (COLLECT, "Dan schrijf ik u op voor dinsdag.", "yes"),
        (COLLECT, "Dinsdag, voor half acht aan de straat.", "yes"),
        # near misses
        (TILE, "Die is gisteren al gemaakt.", "na"),
        (TILE, "Dat wordt niet opgelost, die tegels zijn van de eigenaar.", "na"),
        (CARD, "Die is in juni bezorgd, ik zie uw handtekening.", "na"),
        ("Wanneer is de milieustraat open?", "Maandag en donderdag, tot vijf uur.", "na"),
        (COLLECT, "Wij rijden maandag en donderdag. U maakt een afspraak op de site.", "na"),
    ],
)
def test_what_still_happens_may_be_said_plainly(asked, said, expected, bare):
    assert answer(EXPECT, TALK.format(asked, said, "Oké, dank u wel."), bare=bare) == expected


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("asked", "said", "back", "expected"),
    [
        (COLLECT, "De twaalfde kan ik u inplannen.", "Doe die maar.", "yes"),
        (COLLECT, "Dinsdag hebben we nog een plekje.", "Is goed.", "yes"),
        (COLLECT, "De eerste mogelijkheid is de zestiende.", "Die neem ik.", "yes"),
        (TILE, "Wat ik kan doen is een spoedverzoek indienen.", "Doe dat maar.", "partial"),
        (TILE, "Ik kan er een melding van maken.", "Ja, graag.", "partial"),
        # near misses
        (COLLECT, "De eerste ophaaldag is de zestiende.", "Nee, laat maar.", "na"),
        (TILE, "Zal ik u doorzetten naar de aannemer?", "Is goed.", "na"),
        (TILE, "Ik kan u de link sturen.", "Graag.", "na"),
        (TILE, "U kunt er zelf een melding van maken.", "Doe ik.", "na"),
    ],
)
def test_an_offer_that_the_caller_takes_is_to_be_expected(asked, said, back, expected, bare):
    assert answer(EXPECT, TALK.format(asked, said, back), bare=bare) == expected


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("asked", "said", "expected"),
    [
        ("Ik heb bezwaar gemaakt en ik weet niet wat er nu gebeurt.", "Meer kan ik hier niet zien.", "no"),
        ("Hoe lang moet ik nog op de uitspraak wachten?", "Dat kan ik u niet zeggen.", "no"),
        ("Ik heb in mei bezwaar gemaakt, loopt dat nog?", "Daar kan ik niks over zeggen.", "no"),
        # near misses
        ("Hoe lang moet je wachten aan de balie?", "Dat kan ik u niet zeggen.", "na"),
        ("Is mijn bezwaar klaar?", "Ja, dat is afgehandeld, het geld staat op uw rekening.", "na"),
    ],
)
def test_a_running_case_of_which_nothing_is_known_still_follows(asked, said, expected, bare):
    assert answer(EXPECT, TALK.format(asked, said, "O."), bare=bare) == expected


SEEK = "Ik zoek mevrouw Kolk, over mijn kapvergunning."
READY = "Is mijn vergunning al klaar?"


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("asked", "said", "expected"),
    [
        (SEEK, "Nee, die zit er niet. Belt u straks nog eens.", "partial"),
        (SEEK, "Die loopt buiten. Tussen vier en half vijf zit ze achter haar bureau.", "yes"),
        (SEEK, "Mevrouw Kolk loopt buiten.", "no"),
        (SEEK, "Die is niet op kantoor, stuurt u haar gerust een mailtje.", "yes"),
        (SEEK, "Ze is de deur uit, na drieën kunt u haar het beste bellen.", "yes"),
        (SEEK, "Die heeft een vrije dag. Morgen om negen uur is ze er weer.", "yes"),
        (SEEK, "Die is er niet. Ik kan u donderdag om tien uur inplannen.", "yes"),
        (SEEK, "Die is er niet. Ik kan u een afspraak geven, donderdag tien uur.", "yes"),
        (SEEK, "Die is er vandaag niet. Donderdag heeft ze een gaatje.", "yes"),
        (READY, "Daar is nog niks van bekend. Belt u volgende week nog eens.", "partial"),
        (READY, "Dat weet ik niet uit mijn hoofd, even kijken. Ja, hij is klaar.", "na"),
        # near misses
        ("Mijn kat loopt buiten, moet die een chip?", "Nee, dat hoeft bij ons niet.", "na"),
        ("Is mijn dag nog vrij?", "Ja, die is vrij, ik zet u erin.", "na"),
        ("Mag ik een afspraak voor een paspoort?", "Zeker, donderdag is er een gaatje.", "na"),
        ("Wat kost een paspoort?", "Dat moet ik even nakijken. Ja, tachtig euro.", "na"),
        ("Heb ik recht op hulp?", "Dat kan ik hier niet zien. Daar moet u een consulent voor hebben.", "no"),
    ],
)
def test_who_is_not_there_may_be_said_plainly(asked, said, expected, bare):
    assert answer(OTHER_WAY, TALK.format(asked, said, "Oké."), bare=bare) == expected


CHANGE = "Mijn mailadres klopt niet meer in uw systeem."


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("asked", "said", "back", "expected"),
    [
        (COLLECT, "Eerstvolgende mogelijkheid is de twaalfde.", "Oké.", "yes"),
        (COLLECT, "De eerste is de twaalfde.", "Die neem ik.", "yes"),
        (COLLECT, "Dinsdag hebben we nog ruimte.", "Oké.", "yes"),
        (COLLECT, "Komt dinsdag u uit?", "Ja.", "yes"),
        (COLLECT, "Dan plan ik u in op dinsdag.", "Oké.", "yes"),
        (CHANGE, "Zo, dat heb ik meteen voor u veranderd.", "Fijn.", "yes"),
        (CHANGE, "Heb ik gecorrigeerd.", "Fijn.", "yes"),
        ("Is de pas van mijn man nog geldig?", "Ja. Ik zie trouwens dat die van u verloopt.", "O.", "yes"),
        # near misses
        (COLLECT, "Wij rijden dinsdag en vrijdag.", "Oké.", "no"),
        ("Welke dag wordt het papier opgehaald?", "De eerste ophaaldag is de twaalfde.", "Oké.", "no"),
        (CHANGE, "Dat heeft de gemeente veranderd.", "O.", "no"),
        (CHANGE, "Dat kunt u zelf wijzigen op de site.", "O.", "no"),
        ("Is mijn adres veranderd?", "Dat heb ik niet aangepast.", "O.", "no"),
    ],
)
def test_who_names_a_day_or_has_just_done_it_takes_initiative(asked, said, back, expected, bare):
    assert answer("behulpzaam.initiatief", TALK.format(asked, said, back), bare=bare) == expected


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Dan bent u ermee geholpen.", "no"),
        ("Dan bent u zo weer geholpen.", "no"),
        ("Dan bent u geholpen, of niet?", "yes"),
        ("Bent u zo geholpen?", "yes"),
        ("Bent u daarmee geholpen?", "yes"),
    ],
)
def test_who_states_that_the_caller_is_helped_has_not_asked(said, expected, bare):
    talk = TALK.format(COLLECT, "Dat kan op dinsdag, tussen acht en tien.", "Mooi.")
    talk = talk.replace("A: Graag gedaan, dag.", f"A: {said}\nB: Ja.\nA: Dag hoor.")
    assert answer("betrouwbaar.tevreden", talk, bare=bare) == expected
