"""How calls end: goodbyes, other questions, whether it was clear, summaries; and what only looks like it."""

import pytest
from by_the_rubric import answer

ENDING = """A: Goedemorgen, gemeente Rijnmeer, u spreekt met Anke Postma.
B: Met Wiersma, wanneer krijg ik antwoord op mijn aanvraag?
A: Welke aanvraag is dat?
B: Die voor een nieuwe pas.
A: Die ligt bij ons op de stapel.
B: Duurt dat nog lang?
A: {}
B: Oké."""
EXPLAINED = """A: Goedemorgen, gemeente Rijnmeer, u spreekt met Anke Postma. Waarmee kan ik u helpen?
B: Met Wiersma, ik snap die aanslag niet.
A: Ik leg het u graag uit. U krijgt elk jaar een brief van ons. Daar staat in wat u moet betalen. U kunt dat in één keer
doen. U mag ook in tien keer betalen. Dan belt u ons even. Wij zetten het dan voor u om.
B: {}
A: {}
B: Oké.
A: Graag gedaan. Ik wens u nog een fijne dag verder. Dag meneer Wiersma, tot ziens.""".replace(
    "\ndoen", " doen"
)


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Bedankt voor het bellen.", "yes"),
        ("Dank u wel voor uw telefoontje.", "yes"),
        ("Nog een goede dag verder.", "yes"),
        ("Tot donderdag dan.", "yes"),
        ("Sterkte ermee.", "yes"),
        ("Bedankt voor uw geduld, dag hoor.", "yes"),
        ("Dan dank voor uw geduld, meneer Wiersma.", "yes"),
        ("Over een dag of tien ligt er een briefje.", "no"),
        ("Dat duurt nog een dag of wat.", "no"),
        ("Nog een dag of drie geduld.", "no"),
        ("Op een goede dag komt het vanzelf.", "no"),
        ("Dank voor het wachten, hij ligt er nog.", "no"),
        ("Bedankt dat u even bleef hangen, hij ligt er nog.", "no"),
        ("Bedankt voor uw geduld. Hij wordt vrijdag bekeken.", "no"),
        ("Sterkte nodig bij die balie, haha.", "no"),
        ("Hij is geldig tot donderdag.", "no"),
    ],
)
def test_a_day_or_thanks_for_waiting_are_no_goodbye(said, expected, bare):
    assert answer("beleefd.afscheid", ENDING.format(said), bare=bare) == expected


@pytest.mark.parametrize("bare", [False, True])
def test_the_greeting_that_opens_a_short_call_is_no_goodbye(bare):
    talk = "A: Goedemiddag, gemeente Rijnmeer, met Anke.\nB: Hoe laat gaat u open?\nA: Om negen uur.\nB: En zaterdag?\n"
    assert answer("beleefd.afscheid", talk + "A: Dan niet.\nB: Oké.", bare=bare) == "no"
    assert answer("beleefd.afscheid", talk + "A: Dan niet. Goedemiddag.\nB: Oké.", bare=bare) == "yes"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Was dat het?", "yes"),
        ("Anders nog iets?", "yes"),
        ("Zit er verder nog iets dwars?", "yes"),
        ("Staat er nog meer op uw lijstje?", "yes"),
        ("Dan was dat het. Heeft u verder nog vragen?", "yes"),
        ("Is er verder nog iemand thuis?", "no"),
        ("Staat er verder nog iets in de container?", "no"),
        ("Ligt er nog iets anders op de stoep?", "no"),
        ("Heeft u er nog een foto van?", "no"),
        ("Verder nog klachten over de buren gehad?", "no"),
        ("Heeft u verder nog iets gemerkt in huis?", "no"),
        ("Nou, dan was dat het wel zo'n beetje, denk ik.", "no"),
    ],
)
def test_a_question_about_the_matter_does_not_ask_for_other_questions(said, expected):
    assert answer("behulpzaam.meer_vragen", ENDING.format(said)) == expected


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Ja, dat is die pas. Heeft u daar nog vragen bij, of is het voor u beiden duidelijk?", "yes"),
        ("U krijgt die brief binnen een week, en dan weet u wat u moet betalen. Is dat voor u allebei helder?", "yes"),
        ("U stuurt de kopie op en dan kijken wij ernaar. Is het zo helder voor u?", "yes"),
        ("Heeft u die brief duidelijk voor u liggen?", "no"),
        ("Dan is het voor mij duidelijk, ik noteer het.", "no"),
        ("Nu is het voor u duidelijk, denk ik.", "no"),
    ],
)  # fmt: skip
def test_whether_it_is_clear_to_the_caller_may_be_asked_at_the_end_of_a_long_turn(said, expected, bare):
    assert answer("betrouwbaar.tevreden", ENDING.format(said), bare=bare) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Dus mevrouw Bos belt u morgen op 4590 over de pas.", "yes"),
        ("Dus nul zes een twee drie vier vijf zes zeven acht.", "partial"),
        ("dus 06 12 34 56 78", "partial"),
        ("Dus dat is 06-12345678.", "partial"),
        ("Ik herhaal: 06 12 34 56 78.", "partial"),
        ("Ze werkt morgen, dus morgen voor de middag hoort u haar.", "no"),
        ("Het is al vijf uur geweest, dus dat wordt morgen, vandaag lukt niet meer.", "no"),
        ("U kunt ons altijd bellen, dus 14 0316.", "no"),
        ("Nou, dat waren ze.", "no"),
    ],
)
def test_a_conclusion_is_no_summary_and_a_number_read_back_is_half(said, expected):
    assert answer("betrouwbaar.samenvatting", ENDING.format(said)) == expected


@pytest.mark.parametrize(
    ("asked", "told", "expected"),
    [
        ("En nu?", "We kijken naar de peildatum van één januari.", "partial"),
        ("En nu?", "U betaalt voor drie vervuilingseenheden.", "partial"),
        ("en nu", "u betaalt voor drie vervuilings eenheden", "partial"),
        ("En nu?", "Voor u rekenen we één VE.", "partial"),
        ("En nu?", "De peildatum is één januari. Dat is de dag waarop wij kijken waar u woont.", "yes"),
        ("En nu?", "U betaalt leges, dat zijn de kosten van de aanvraag.", "yes"),
        ("Peildatum, wat is dat?", "Dat is de dag waarop wij kijken waar u woont.", "yes"),
        ("En nu?", "Wij kijken waar u op één januari woont.", "yes"),
    ],
)
def test_words_of_taxes_and_water_want_an_explanation(asked, told, expected):
    assert answer("behulpzaam.begrijpelijk", EXPLAINED.format(asked, told)) == expected
