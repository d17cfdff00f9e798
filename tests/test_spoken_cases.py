"""What callers and employees say of running cases: who was contacted, what a word means, what follows, who handles it."""

import pytest
from by_the_rubric import answer
from test_spoken_wordings import PERMIT

BEFORE = """A: Goedemorgen, gemeente Rijnmeer, u spreekt met Anke Postma.
B: {}
A: {}
B: Oké.
A: U kunt het formulier op de website vinden.
B: Dank u.
A: Fijne dag."""
ASKED = """A: Goedemorgen, gemeente Rijnmeer, u spreekt met Anke Postma.
B: Ik heb al drie keer gebeld over de taxibus van mijn kleinzoon, en er zou iemand terugbellen.
A: {}
B: {}
A: {}
B: O.
A: Ik leg het u graag uit. U vult het formulier in op onze website. Daarna kijken wij ernaar. U hoeft verder niets te
doen. Als u vragen heeft dan kunt u ons altijd bellen. Wij zijn elke dag open van negen tot vijf uur.
B: Goed.
A: Dag.""".replace("te\ndoen", "te doen")

AGREED = """A: Goedemorgen, gemeente Rijnmeer, met Anke Postma.
B: Met Roos, ik heb last van de boom van de buurman, die hangt over de schutting.
A: Dag meneer Roos. Om welk adres gaat het?
B: Eikenlaan 12.
A: Smolders van Groen gaat na de twaalfde bij uw buurman langs. Daarvoor lukt niet.
B: En moet ik nog wat doen?
A: U houdt het logboek bij, en ik stuur u het formulier. Dat vult u in.
B: Dat is goed. Mijn mail is lieke roos apenstaartje samenspelen punt nl.
A: {}
B: Ja, zo is het.
A: Fijne dag."""

OBJECTION = """A: Goedemorgen, gemeente Rijnmeer, met Anke Postma.
B: Met Roos, ik heb vorige maand bezwaar gemaakt tegen de vergunning van de buurman.
A: Uw bezwaar is binnen en het ligt bij de commissie.
B: {}
A: {}
B: Goed.
A: Fijne dag."""
NOISE = """A: Goedenavond, toezicht, met Anke Postma.
B: Er is hier muziek in de tuin achter ons, en mijn man is ziek.
A: Nee, snap ik.
B: Ik durf er niet op af.
A: {}
B: Goed.
A: Fijne avond."""
PLOT = """A: Loket Woningbouw, goedemiddag, met Anke Postma.
B: Met Dawit Tesfay, ik heb een kavel.
A: Dag meneer Tesfay. Waar gaat het over?
B: {}
A: Het contract ligt bij Saskia Roos van Grondzaken.
B: Oké.
A: Fijne dag."""


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("said", "reply", "expected"),
    [
        ("Ik heb eerst RVO gebeld, en die mevrouw van RVO zou terugbellen.", "Ja, dat hoor ik vaker.", "na"),
        ("Het UWV heeft mij een brief gestuurd dat ik bij de gemeente moet zijn.", "Dat klopt, zij sturen mensen door.", "na"),
        ("Ik heb de huisarts gebeld, die zei dat ik bij u moest zijn.", "Dat klopt, u zit hier goed.", "na"),
        ("De woningbouw heeft mij een brief gestuurd over de renovatie.", "Dat klopt, daar is een regeling voor.", "na"),
        ("Ik heb een brief van de rechter gehad over een uithuiszetting.", "Dat klopt, daar helpen wij bij.", "na"),
        ("Ik heb eerst RVO gebeld en daarna jullie, vorige week.", "Ja, dat hoor ik vaker.", "partial"),
        ("Ik heb bij jullie een aanvraag lopen, maar RVO heeft niks gekregen.", "Ik zie hem staan, van drie maart.", "yes"),
        ("De corporatie zou iemand sturen, en ik heb jullie vorige week ook gebeld.", "Ik zie het, u belde dinsdag.", "yes"),
    ],
)  # fmt: skip
def test_contact_with_another_organisation_is_not_contact_with_us(said, reply, expected, bare):
    assert answer("bekend.eerder_contact", BEFORE.format(said, reply), bare=bare) == expected


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        ("Er is in mei een brief naar u gestuurd.", "yes"),
        ("Wij hebben u daarover in maart al gemaild.", "yes"),
        ("U heeft van ons een herinnering gehad, zie ik.", "yes"),
        ("Er wordt een brief gestuurd.", "na"),
        ("Dat zoeken we uit.", "na"),
    ],
)
def test_what_the_employee_says_was_sent_is_earlier_contact_with_us(reply, expected):
    talk = BEFORE.format("Ik krijg net een mail van DUO dat ik ben uitgeschreven. Hoe kan dat?", reply)
    assert answer("bekend.eerder_contact", talk) == expected


def test_who_works_at_a_national_service_is_meant_when_its_name_falls():
    said = "Het UWV zou mij vorige week terugbellen, en ik heb het UWV al twee keer gebeld."
    talk = BEFORE.format(said, "Wat is uw vraag?").replace("gemeente Rijnmeer", "UWV")
    assert answer("bekend.eerder_contact", talk) == "no"


@pytest.mark.parametrize(
    ("asked", "reply", "told", "expected"),
    [
        ("Heeft u daar een beschikking van?", "Een wat?", "Een brief dat het is goedgekeurd.", "no"),
        ("Heeft u een zaaknummer?", "Nooit gehad.", "Dat is een nummer dat u krijgt.", "no"),
        ("Is dat de brief van 3 maart?", "Ja, die.", "Die brief heb ik hier voor me.", "yes"),
    ],
)
def test_what_a_word_means_takes_up_no_earlier_contact(asked, reply, told, expected):
    assert answer("bekend.eerder_contact", ASKED.format(asked, reply, told)) == expected


@pytest.mark.parametrize(
    ("asked", "reply", "told", "expected"),
    [
        ("Heeft u daar een beschikking van?", "Een wat?", "Een brief dat het is goedgekeurd.", "yes"),
        ("Heeft u daar een beschikking van?", "Wat is dat?", "Dat is de brief met het besluit.", "yes"),
        ("Heeft u al een zienswijze ingediend?", "Een zienswijze?", "Ja, een brief waarin u schrijft wat u vindt.", "yes"),
        ("Heeft u een pgb?", "Wat bedoelt u?", "Geld waarmee u zelf de hulp betaalt.", "yes"),
        ("Dan staat u niet in de BRP.", "In de wat?", "In het systeem met alle adressen.", "yes"),
        ("Heeft u daar een beschikking van, een brief van ons?", "Nee.", "Oké.", "yes"),
        ("Heeft u daar een beschikking van?", "Nee.", "Zonder beschikking rijdt er geen bus.", "partial"),
        ("Heeft u daar een beschikking van?", "Een wat?", "Een beschikking, die heeft u nodig.", "partial"),
        ("Heeft u derhalve een beschikking?", "Een wat?", "Een brief dat het is goedgekeurd.", "partial"),
        ("Heeft u daar een beschikking van?", "Ja, die beschikking heb ik.", "Dat is de goede.", "partial"),
        ("Conform een besluit van de raad gaat het zo.", "Oké.", "Ja.", "partial"),
    ],
)  # fmt: skip
def test_a_difficult_word_may_be_explained_when_the_caller_asks(asked, reply, told, expected):
    assert answer("behulpzaam.begrijpelijk", ASKED.format(asked, reply, told)) == expected


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Met een k en een s, dus zonder puntje erop?", "partial"),
        ("Dus gewoon alles aan elkaar geschreven, zonder streepje?", "partial"),
        ("Dus lieke roos, apenstaartje, en dan samenspelen, punt nl?", "partial"),
        ("Dus Roos met een r en twee keer een o, in één woord?", "partial"),
        ("Dus nul zes een twee drie vier vijf zes zeven acht?", "partial"),
        ("Goed, dan gaat Smolders na de twaalfde bij uw buurman langs.", "yes"),
        ("Dus ik stuur het formulier en u vult het in en u houdt het logboek bij.", "yes"),
        ("Dus het adres is met een k, Smolders komt na de twaalfde langs en u houdt het logboek bij.", "yes"),
        ("Goed, dan wens ik u sterkte met de boom en de buurman.", "no"),
    ],
)
def test_reading_back_a_spelling_is_one_detail(said, expected, bare):
    assert answer("betrouwbaar.samenvatting", AGREED.format(said), bare=bare) == expected


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize("asked", ["En dan?", "Hoe nu verder?"])
@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("De commissie brengt advies uit en daarna neemt het college een besluit.", "yes"),
        ("Na de zitting schrijft de commissie een advies, daarna beslist het college.", "yes"),
        ("De welstandscommissie kijkt er eerst naar en dan het college.", "yes"),
        ("De taxateur kijkt er nog naar en dan volgt de uitspraak.", "yes"),
    ],
)
def test_who_decides_in_a_running_case_is_what_may_be_expected(asked, said, expected, bare):
    assert answer("betrouwbaar.verwachting", OBJECTION.format(asked, said), bare=bare) == expected


@pytest.mark.parametrize("said", ["Een bezwaar houdt niks tegen.", "Er komt niks meer, dat is het."])
def test_what_does_not_follow_is_not_to_be_expected(said):
    assert answer("betrouwbaar.verwachting", OBJECTION.format("En dan?", said)) == "na"


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Ik stuur zo de wagen, dus dat wordt, zeg maar, een halfuurtje.", "yes"),
        ("Ik stuur een wagen, die is er over een halfuurtje.", "yes"),
        ("Ze zijn er binnen een halfuur.", "yes"),
        ("De wagen komt, halfuurtje rijden.", "yes"),
        ("Ze komen eraan, zeg drie kwartier.", "yes"),
        ("Een halfuurtje muziek mag wel.", "na"),
        ("Dat gesprek duurt een halfuur.", "na"),
    ],
)
def test_half_an_hour_says_when(said, expected, bare):
    assert answer("betrouwbaar.verwachting", NOISE.format(said), bare=bare) == expected


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Hij stuurt contract in maart. Nu is mei. Ik niet heb gekregen.", "yes"),
        ("Contract komt in maart. Nu is mei. Niks.", "yes"),
        ("Nu al mei. Niet gekomen, contract.", "yes"),
        ("Ik heb contract nog niet, hij moest in maart komen.", "yes"),
        ("Zij zegt twee weken. Nu zes weken. Geen brief.", "yes"),
        ("Ik wacht nog op contract, al lang.", "yes"),
        ("Ik wil graag een kavel kopen.", "na"),
        ("Het is nu mei, kan ik nog inschrijven?", "na"),
        ("Dan wacht ik op de brief.", "na"),
        ("Ik heb geen brief nodig, alleen een antwoord.", "na"),
    ],
)
def test_who_waited_in_vain_asks_how_far_it_is(said, expected, bare):
    assert answer("betrouwbaar.behandelaar", PLOT.format(said), bare=bare) == expected


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Ik zet u op de lijst van donderdag, is dat wat?", "no"),
        ("Donderdag dan, lijkt u dat wat?", "no"),
        ("Dan weet ik welke.", "no"),
        ("Dan weet ik welke brief dat is.", "no"),
        ("Ik weet alleen niet hoe lang het duurt, zal ik dat even vragen?", "no"),
        ("Ik weet welke u bedoelt. Wat stond er precies in die brief?", "yes"),
        ("Wat is het voor een brief?", "yes"),
        ("Wat wilt u er verder mee?", "yes"),
        ("Is dat wat u bedoelt, of wat stond er anders in?", "yes"),
    ],
)
def test_to_know_is_not_to_ask(said, expected, bare):
    talk = (
        "A: Goedemorgen, met Anke Postma.\nB: Met Roos, ik heb een brief over een oude bank die weg moet.\n"
    )
    talk += f"A: {said}\nB: Ja, goed.\nA: Ik zet u op de lijst.\nB: Dank u.\nA: Fijne dag."
    assert answer("behulpzaam.open_vragen", talk, bare=bare) == expected


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Ik bel u morgen terug met de dag erbij, zijt ge daarmee content?", "yes"),
        ("Dan wordt het donderdag, bent u daarmee geholpen?", "yes"),
        ("Donderdag dan. Zijt gij zo geholpen?", "yes"),
        ("Bent u tevreden met het antwoord?", "yes"),
        ("Bent u content met de thuiszorg, komt die nog?", "no"),
        ("Bent u tevreden over de buurt?", "no"),
    ],
)
def test_content_with_the_answer_may_be_asked_halfway(said, expected, bare):
    talk = PERMIT.format(said, "De kosten zijn tachtig euro.")
    assert answer("betrouwbaar.tevreden", talk, bare=bare) == expected
