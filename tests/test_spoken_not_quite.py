"""Everyday words that look like an absence, a follow-up or a promise to ring, and are none."""

import pytest
from by_the_rubric import answer
from spoken import a_turn

from scoring.language.said_calls import says_call
from scoring.language.this_call import rings_now

EXPECT, OTHER_WAY, ROOM = "betrouwbaar.verwachting", "bereikbaar.alternatief", "bekend.ruimte_beller"
TALK = """A: Goedemiddag, gemeente Rijnmeer, u spreekt met Anke Postma.
B: {}
A: {}
B: {}
A: Graag gedaan, dag."""

SEEK = "Kan ik mevrouw Kolk spreken?"
COLLECT = "Ik wil een oude kast laten ophalen."
TILE = "Er ligt een stoeptegel los bij ons voor de deur."


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("asked", "said", "expected"),
    [
        ("Ik zoek de papiercontainer.", "Die staat buiten bij de sporthal, aan de achterkant.", "na"),
        ("Ik zoek de ingang van de hal.", "Die is vandaag buiten gebruik, u kunt achterom.", "na"),
        ("Spreek ik met mevrouw Kolk?", "Nee, die heeft vrij, u spreekt met Anke. Zegt u het maar.", "na"),
        ("Is de burgemeester er vanavond ook?", "Nee, hij is er niet bij. Het begint om acht uur.", "na"),
        (SEEK, "Die is vandaag vrij, maar ik kan u ook helpen. Waar gaat het om?", "na"),
        (SEEK, "Die zit in overleg. Kan ik u ergens mee helpen?", "na"),
        (SEEK, "Ze heeft vandaag vrij. Morgen is ze er weer.", "yes"),
        (SEEK, "Ze is in gesprek. Zodra ze klaar is belt ze u.", "yes"),
        (SEEK, "Ze zit in overleg. Zal ik een briefje neerleggen?", "yes"),
        (SEEK, "Ze zit in vergadering.", "no"),
        (SEEK, "Ze is er vandaag niet. Morgen is ze er ook niet.", "no"),
        (SEEK, "Ze is er niet. Om drie uur is ze naar huis gegaan.", "no"),
        (SEEK, "Ze is er niet. Tussen twaalf en een is ze altijd weg.", "no"),
    ],
)
def test_who_is_away_matters_only_where_nobody_else_helps(asked, said, expected, bare):
    assert answer(OTHER_WAY, TALK.format(asked, said, "Oké."), bare=bare) == expected


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("asked", "said", "back", "expected"),
    [
        (TILE, "Zal ik er een melding van maken?", "Nee, laat maar, ik doe het wel via de app.", "na"),
        (TILE, "Zal ik er een melding van maken?", "Ja, doe dat maar.", "partial"),
        (TILE, "Wat ik kan doen is u uitleggen hoe u dat zelf meldt.", "Graag.", "na"),
        (COLLECT, "Dinsdag hebben we nog een plekje.", "Hoeft niet, ik doe het zelf wel.", "na"),
        (COLLECT, "Dinsdag hebben we nog een plekje.", "Prima, dan overleg ik even thuis.", "na"),
        (COLLECT, "Dinsdag hebben we nog een plekje.", "Dat is goed, doe die maar.", "yes"),
        ("Welke dag mag ik stemmen?", "De eerste dag is woensdag de negentiende.", "Prima.", "na"),
        ("Wie leegt de bakken hier?", "De ophaaldienst haalt ze elke vrijdag op.", "Oké.", "na"),
        ("Wordt er op snelheid gelet?", "Daar wordt naar gekeken, elke maand.", "Oké.", "na"),
        ("Ik sta ingepland maar ik kan niet.", "U staat op de twaalfde, die haal ik eraf.", "Dank u.", "na"),
        ("Hoe lang moet je nog wachten na de eed?", "Dat kan ik u niet zeggen.", "O.", "na"),
        ("Hoe lang moet ik nog wachten op het geld?", "Dat kan ik u niet zeggen.", "O.", "no"),
        ("Weet u hoelang het nog gaat duren met mijn bezwaar?", "Dat kan ik u niet zeggen.", "O.", "no"),
    ],
)
def test_what_is_not_taken_or_always_so_is_no_follow_up(asked, said, back, expected, bare):
    assert answer(EXPECT, TALK.format(asked, said, back), bare=bare) == expected


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    "opening",
    [
        "Gemeente Rijnmeer, zegt u het maar, dan verbind ik u zo nodig door.",
        "Gemeente Rijnmeer, blijft u even hangen, de lijn is slecht. Zegt u het maar.",
        "Welkom bij de gemeente. U wordt zo doorverbonden met een medewerker, blijft u aan de lijn.",
    ],
)
def test_who_asks_for_the_question_first_leaves_room(opening, bare):
    assert (
        answer(ROOM, f"A: {opening}\nB: Mijn rijbewijs is verlopen.\nA: Dan maakt u een afspraak.", bare=bare)
        == "yes"
    )


@pytest.mark.parametrize(
    ("criterion", "asked", "said", "expected"),
    [
        ("behulpzaam.initiatief", "U zou mijn adres wijzigen.", "Dat heb ik vorige week al aangepast.", "no"),
        ("behulpzaam.initiatief", "Hoe kom ik daar?", "Dat heb ik u al doorgegeven, via de site.", "no"),
        ("behulpzaam.initiatief", "Mijn adres klopt niet.", "Dat heb ik nu voor u aangepast.", "yes"),
        ("betrouwbaar.tevreden", TILE, "Als u vroeg komt, dan bent u snel geholpen of u belt even.", "no"),
        ("betrouwbaar.tevreden", TILE, "Dan bent u daarmee geholpen, toch?", "yes"),
        ("bekend.naam_beller", "Hoe heet dat plein?", "De naam was vroeger Marktveld.", "no"),
        ("bekend.naam_beller", "Klopt het straatbord?", "De naam was fout geschreven.", "no"),
        ("bekend.naam_beller", "Ik wil een afspraak, met Bos.", "En de naam was?", "yes"),
        ("behulpzaam.open_vragen", "Jullie hebben mijn verkeerde nummer staan.", "Wat zit er fout?", "yes"),
        (
            "beleefd.aanspreekvorm",
            TILE,
            "Zoiets vergeet je je hele leven niet. Ik help u, belt u gerust.",
            "yes",
        ),
    ],
)
def test_words_with_another_meaning(criterion, asked, said, expected):
    assert answer(criterion, TALK.format(asked, said, "Oké, Bos is de naam.")) == expected


@pytest.mark.parametrize(
    ("said", "promised"),
    [
        ("U krijgt morgen een belletje van de huisarts.", False),
        ("U krijgt morgen een telefoontje van PostNL.", False),
        ("De koerier geeft u morgen een belletje.", False),
        ("Uw tandarts geeft u morgen een belletje.", False),
        ("Vrijdag heeft u de meeste kans haar aan de telefoon te krijgen.", False),
        ("U krijgt elke maandag een belletje van onze vrijwilliger.", False),
        ("U krijgt morgen een belletje van het wijkteam.", True),
        ("De consulent geeft u morgen een belletje.", True),
        ("Onze jurist geeft u morgen een belletje.", True),
        ("Noor geeft u morgen een belletje.", True),
    ],
)
def test_a_call_of_somebody_else_is_no_promise(said, promised):
    assert says_call(a_turn(said)) == promised


@pytest.mark.parametrize(
    ("said", "now"),
    [
        ("Daarom bel ik u op als het klaar is.", False),
        ("Daarom bel ik u wanneer ik het weet.", False),
        ("Daarom bel ik altijd eerst even.", False),
        ("Daarom bel ik u even op.", True),
    ],
)
def test_why_somebody_rings_later_is_not_this_call(said, now):
    assert bool(rings_now(a_turn(said))) == now


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Ik verbind u door, dan krijgt u even stilte.", "no"),
        ("Ik verbind u door, u krijgt dan vanzelf iemand.", "no"),
        ("Ik verbind u door, u krijgt Handhaving.", "partial"),
    ],
)
def test_what_is_heard_in_a_transfer_is_nobody(said, expected):
    talk = (
        f"A: Gemeente Rijnmeer.\nB: Ik wil iets vragen over de boom hier.\nA: {said}\nB: Goed.\nO: (muziek)"
    )
    talk += "\nO: Zegt u het maar.\nB: Over de boom."
    assert answer("bereikbaar.doorverbinden_warm", talk) == expected
