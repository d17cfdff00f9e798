"""What callers and employees say of running cases: whom they tried, when a thing arrives, who does it."""

import pytest
from by_the_rubric import answer

TRIED = """A: Goedemorgen, gemeente Rijnmeer, u spreekt met Anke Postma.
B: Ik wil graag Gerda spreken van de Wmo.
A: Die is er vandaag niet.
B: {}
A: Ik kan een berichtje sturen.
B: Oké, dank u.
A: Graag gedaan, fijne dag."""
RAISED = """A: Goedemorgen, gemeente Rijnmeer, u spreekt met Anke Postma.
B: Ja, met Roos, mijn pasje doet het niet.
A: {}
B: O, die heb ik niet.
A: Dan stuur ik een nieuwe.
B: Dank u.
A: Fijne dag."""
REPLIED = """A: Goedemorgen, gemeente Rijnmeer, u spreekt met Anke Postma.
B: {}
A: {}
B: Nou ja.
A: Wat is het adres?
B: Molenkade twaalf.
A: Dan maak ik een melding. Fijne dag."""
PASS = """A: Goedemorgen, gemeente Rijnmeer, u spreekt met Anke Postma.
B: Met Roos, ik wacht op mijn nieuwe pasje voor de container.
A: {}
B: O, mooi.
A: Fijne dag."""
LOOSE = """A: Goedemorgen, gemeente Rijnmeer, u spreekt met Anke Postma.
B: Met Roos, er ligt een stoeptegel los voor mijn deur.
A: {}
B: En dan?
A: {}
B: Oké, dank u.
A: Fijne dag."""


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Ik heb al een paar keer iets op haar bandje gezet.", "no"),
        ("Ik heb al drie berichtjes op haar voicemail staan.", "no"),
        ("Ik heb al een bericht ingesproken bij haar.", "no"),
        ("Die mailt ook niet terug.", "no"),
        ("Ze belt gewoon niet terug.", "no"),
        ("Hij reageert niet op mijn mails.", "no"),
        ("Jullie bellen nooit terug.", "no"),
        ("Die krijg ik niet te pakken, ik probeer het al een week.", "no"),
        ("Kan ik iets op haar voicemail zetten?", "na"),
        ("Mijn zus belt ook nooit terug.", "na"),
        ("Ik heb mijn zus twee keer ingesproken, die neemt ook niet op.", "na"),
        ("Als ze niet terugbelt, mag ik dan weer bellen?", "na"),
        ("Belt ze mij terug?", "na"),
        ("Die ken ik nog van de kerk.", "na"),
    ],
)
def test_who_tried_a_colleague_in_vain_had_contact_before(said, expected, bare):
    assert answer("bekend.eerder_contact", TRIED.format(said), bare=bare) == expected


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Hebt u een nieuwe gehad van ons?", "yes"),
        ("Er is met Pasen een nieuwe naar u toe gegaan.", "yes"),
        ("U had een nieuwe moeten krijgen van ons.", "yes"),
        ("U had vorige week een brief van ons moeten krijgen.", "yes"),
        ("Wij hebben u in mei een nieuwe gestuurd.", "yes"),
        ("Er wordt een nieuwe naar u gestuurd.", "na"),
        ("U krijgt een nieuwe van ons.", "na"),
        ("U had het formulier moeten hebben van de woningbouw.", "na"),
        ("Heeft u een brief gehad van de woningbouw?", "na"),
    ],
)
def test_the_employee_may_raise_what_was_sent(said, expected, bare):
    assert answer("bekend.eerder_contact", RAISED.format(said), bare=bare) == expected


@pytest.mark.parametrize(
    ("said", "reply", "expected"),
    [
        ("Ik heb vrijdag ook al gebeld over de container.", "Dat weet ik niet, ik was er vrijdag niet.", "no"),
        ("Ik heb vrijdag gebeld over de container.", "Ik was er vrijdag niet, maar ik zie uw melding.", "yes"),
        ("Ik heb vrijdag gebeld.", "Uw melding van vrijdag zie ik. U staat ingeschreven op de Molenkade.", "yes"),
    ],
)  # fmt: skip
def test_not_having_been_there_takes_nothing_up(said, reply, expected):
    assert answer("bekend.eerder_contact", REPLIED.format(said, reply)) == expected


def test_where_somebody_lives_is_no_earlier_contact():
    talk = RAISED.replace("mijn pasje doet het niet", "ik heb een aanslag gekregen voor het huis")
    talk = talk.replace("O, die heb ik niet", "Ja, dat klopt").replace(
        "Dan stuur ik een nieuwe", "U kunt in termijnen betalen"
    )
    said = "U staat ingeschreven op de Molenkade, zie ik."
    assert answer("bekend.eerder_contact", talk.format(said)) == "na"


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Die is gisteren op de bus gegaan. Dat heeft u morgen of zaterdag.", "yes"),
        ("Ik kijk even. Ja, verstuurd. Die heeft u dus morgen.", "yes"),
        ("Die valt morgen of overmorgen bij u op de mat.", "yes"),
        ("Ik stuur hem nu, die heb je over vijf minuten.", "yes"),
        ("Ligt al bij de post, duurt nog een dagje.", "yes"),
        ("Verstuurd, kan zaterdag worden.", "yes"),
        ("Die ligt bij de drukker, die krijg je maandag.", "yes"),
        ("Die hebt ge morgen in de bus.", "yes"),
        ("Dan heeft u het vrijdag in de bus.", "yes"),
        ("Die is gisteren bij u bezorgd.", "na"),
        ("Die heeft u maandag al gehad, zie ik.", "na"),
        ("Dat heeft u vorige week maandag zelf ingevuld.", "na"),
        ("Dat heeft u morgen nodig bij de balie.", "na"),
        ("Heeft u morgen tijd?", "na"),
        ("Hij ligt morgen niet op de mat, hij is weg.", "na"),
        ("Zo'n pasje duurt normaal een week, als u er een aanvraagt.", "na"),
    ],
)
def test_what_is_on_its_way_is_to_be_expected(said, expected, bare):
    assert answer("betrouwbaar.verwachting", PASS.format(said), bare=bare) == expected


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("who", "what", "expected"),
    [
        ("Dat doet de ploeg van Gerrit.", "Dan wordt er naar gekeken.", "yes"),
        ("Daar gaat team Openbare Ruimte over.", "Ik stuur het door en dan krijgt u bericht.", "yes"),
        ("Team Openbare Ruimte.", "Ik stuur het door en dan krijgt u bericht.", "yes"),
        ("Dat doet aannemer Spie.", "Dan wordt hij gemaakt.", "yes"),
        ("Daar gaat de wijkbeheerder over.", "Ik zet het door en dan krijgt u bericht.", "yes"),
        ("Dat is vaker gebeurd.", "Dat weet ik niet precies. Ik zet de melding door, dan wordt hij gemaakt.", "partial"),
        ("Ria heeft het opgenomen.", "Dan wordt er naar gekeken.", "partial"),
        ("Ik ben zelf van een ander team.", "Ik geef het door en dan krijgt u bericht.", "partial"),
        ("Dat doen ze wel vaker.", "Ik geef het door en dan krijgt u bericht.", "partial"),
    ],
)  # fmt: skip
def test_who_does_it_may_be_said_before_what_happens(who, what, expected, bare):
    assert answer("betrouwbaar.verwachting", LOOSE.format(who, what), bare=bare) == expected


PLANNED = """A: Goedemorgen, gemeente Rijnmeer, u spreekt met Anke Postma.
B: Met Roos, ik wil weten wanneer de ploeg bij ons in de straat komt.
A: {}
B: O.
A: {}
B: Oké, dank u.
A: Fijne dag."""


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("said", "then", "expected"),
    [
        ("Niet vanaf hier. Ik kan hem wel een appje sturen.", "Graag gedaan.", "yes"),
        ("Het ligt bij de uitvoerder, verder dan dat kom ik niet. Ik schiet hem even aan.", "Graag gedaan.", "yes"),
        ("Ik kan alleen de voorkant zien. U kunt zelf inloggen.", "Graag gedaan.", "yes"),
        ("Ze laten niks los. Ik geef ze een seintje dat u gebeld heeft.", "Graag gedaan.", "yes"),
        ("Hier kan ik niet verder kijken. Ik geef een seintje aan de opzichter.", "Graag gedaan.", "yes"),
        ("Dat kan ik vanaf hier niet zien. Of u mailt ze, dat kan ook.", "Graag gedaan.", "yes"),
        ("Dat kan ik vanaf hier niet zien. Stuur ze anders een mailtje.", "Graag gedaan.", "yes"),
        ("Dat kan ik vanaf hier niet zien. Mailen heeft geen zin, ze mailen u niet terug.", "Tja.", "no"),
        ("Dat plannen ze zelf, daar heb ik geen zicht op. Ik mail hem even.", "Graag gedaan.", "yes"),
        ("Meer dan dit zie ik niet. Ik stuur de collega een mailtje.", "Graag gedaan.", "yes"),
        ("Dat plannen ze zelf, daar heb ik geen zicht op.", "Loopt u even langs bij de werf.", "yes"),
        ("Die is er vandaag niet.", "Het staat op rijnmeer.nl onder wegwerkzaamheden.", "yes"),
        ("Die is er vandaag niet.", "Of u mailt ze, werf@rijnmeer.nl.", "yes"),
        ("Die is er vandaag niet.", "Mailen heeft geen zin.", "no"),
        ("Die is er vandaag niet.", "Ze mailen u niet terug.", "no"),
        ("Ik zie de planning hier. Donderdag. Ik stuur ze nog een seintje.", "Graag gedaan.", "na"),
        ("Hij is goedgekeurd. Ik mail u de brief.", "Graag gedaan.", "na"),
        ("U kunt zelf inloggen, daar staat de planning.", "Graag gedaan.", "na"),
        ("Niet vanaf maandag. Vanaf dinsdag wel.", "Graag gedaan.", "na"),
    ],
)  # fmt: skip
def test_who_cannot_look_further_may_offer_another_way(said, then, expected, bare):
    assert answer("bereikbaar.alternatief", PLANNED.format(said, then), bare=bare) == expected


BEHIND = """A: Goedemorgen, gemeente Rijnmeer, u spreekt met Anke Postma.
B: Met Roos, ik heb bezwaar gemaakt tegen mijn aanslag, hoe staat het daarmee?
A: {}
B: O.
A: Graag gedaan. Fijne dag."""


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Dat loopt via de BSGR.", "yes"),
        ("Dat loopt bij ons via het Regionaal Belastingkantoor.", "yes"),
        ("Dat is uitbesteed aan de Regionale Belasting Groep.", "yes"),
        ("Dat is ondergebracht bij de BSGR.", "yes"),
        ("Dat zit bij een ander clubje.", "no"),
        ("Dat is uitbesteed aan een ander bedrijf.", "no"),
        ("Dat is uitbesteed.", "no"),
        ("Dat loopt via de website.", "no"),
        ("Dat loopt via ons systeem.", "no"),
    ],
)
def test_who_does_it_for_the_municipality_is_who_handles_it(said, expected, bare):
    assert answer("betrouwbaar.behandelaar", BEHIND.format(said), bare=bare) == expected


def test_nothing_coming_of_it_asks_nothing():
    said = "Met Roos, ik wil een pasje aanvragen, want er komt maar niks van als ik het uitstel."
    talk = BEHIND.replace("Met Roos, ik heb bezwaar gemaakt tegen mijn aanslag, hoe staat het daarmee?", said)
    assert answer("betrouwbaar.behandelaar", talk.format("Dat ligt bij de afdeling Afval.")) == "na"
