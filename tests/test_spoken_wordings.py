"""One wording in an ordinary call: what it must be taken for, in many voices, and what only looks like it."""

import pytest
from by_the_rubric import answer

INSULTED = """A: Goedemiddag, met Yvonne Terlouw.
B: Ik praat hier weer tegen zo'n ongelofelijke muts, jij kan ook helemaal niks.
A: {}
B: Nou, oké. Het gaat om mijn rolstoel.
A: Wat is er met de rolstoel?
B: Die is kapot.
A: Ik maak een melding. Dag mevrouw."""
PERMIT = """A: Goedemorgen, gemeente Rijnmeer, u spreekt met Anke Postma.
B: Goedemorgen, met Wiersma. Ik bel over de vergunning voor mijn dakkapel, ik heb vorige maand een tekening gestuurd.
A: Dan kijk ik even mee, meneer Wiersma. Welk adres is het?
B: Eikenlaan 12.
A: {}
B: Ja, dat wel.
A: Goed. De tekening is binnen en de collega van Vergunningen kijkt er deze week naar.
B: O, mooi. En krijg ik dan een brief?
A: Ja, binnen acht weken krijgt u een brief.
B: Prima.
A: {}
B: Ja, is goed.
A: Dan wens ik u een fijne dag. Dag meneer Wiersma.
B: Dag."""
UNFINISHED = """A: Goedemorgen, gemeente Rijnmeer, u spreekt met Anke Postma.
B: Goedemorgen, met Wiersma. Hoe laat kan ik bij de milieustraat terecht, en kost dat wat?
A: Wat wilt u brengen?
B: Een bank en wat hout. Ik heb geen pasje meer.
A: Dat regelen ze aan de poort, u laat uw rijbewijs zien.
B: O, en hoe vaak mag dat?
A: {}
B: Dan weet ik genoeg."""
ASKED = """A: Goedemorgen, gemeente Rijnmeer, u spreekt met Anke Postma.
B: Goedemorgen, met Wiersma. Hoe vraag ik een ontheffing aan?
A: {}
B: Dank u wel.
A: Fijne dag, meneer Wiersma."""
RING_ME = """A: Goedemorgen, gemeente Rijnmeer, u spreekt met Anke Postma.
B: Goedemorgen, met Wiersma. Ik wil de boa spreken over een ontheffing.
A: Die is er nu niet.
B: Kunt u mij terugbellen?
A: {}
B: Oké.
A: Fijne dag, meneer Wiersma."""
WORRIED = """A: Goedemorgen, gemeente Rijnmeer, u spreekt met Anke Postma.
B: Ja, met Aalders. Ik heb een aanmaning gekregen. Ik ben er heel verdrietig van, ik slaap er niet van.
A: {}
B: Nou, lekker dan. Ik heb het gewoon moeilijk op het moment, mijn man is ziek.
A: De aanmaning is van 3 maart. U kunt het bedrag tot vrijdag betalen. Dat mag ook in delen. U vraagt dat aan op de site.
B: O. En hoe gaat dat dan?
A: U vult daar een formulier in. Dan krijgt u binnen een week antwoord. Tot die tijd hoeft u niets te doen. De rekening
B: Ja.
A: staat dan even stil. Dat zien wij hier ook.
B: Goed dan.
A: Fijne dag, meneer Aalders."""


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Ik laat me hier niet uitmaken voor muts, anders leg ik de hoorn erop.", "yes"),
        ("Laat mij echt niet door u uitschelden, dan hang ik op.", "yes"),
        ("Stop met schelden, anders leg ik de hoorn erop.", "yes"),
        ("Schelden doen we hier niet.", "yes"),
        ("Muts laat ik me niet noemen.", "yes"),
        ("Zo hoef je niet tegen mij te praten, dat accepteer ik niet.", "yes"),
        ("Zo wens ik niet aangesproken te worden, dat pik ik niet.", "yes"),
        ("U hoeft mij niet zo af te snauwen, dat neem ik niet.", "yes"),
        ("Niet zo vloeken, daar ben ik niet van gediend.", "yes"),
        ("Dat taalgebruik accepteer ik niet.", "yes"),
        ("Die toon tolereer ik niet.", "yes"),
        ("Nou wordt u persoonlijk, en dat accepteer ik niet.", "yes"),
        ("Ik accepteer niet dat u mij belachelijk maakt.", "yes"),
        ("Zo hoef je niet tegen mij te praten.", "partial"),
        ("Wilt u een beetje op uw woorden letten?", "partial"),
        ("Dat schelden lost niks op.", "partial"),
        ("Dat adres accepteer ik niet zonder bewijs.", "no"),
        ("Die kopie neem ik niet aan.", "no"),
        ("Zo hoef je niet alles opnieuw te vertellen.", "no"),
        ("Ik laat me niet opjagen.", "no"),
        ("Dat doet er niet zo toe, mevrouw.", "no"),
        ("Mijn achternaam hoef ik niet te geven.", "no"),
    ],
)
def test_a_limit_names_what_is_said_and_refuses_it(said, expected, bare):
    assert answer("behulpzaam.grens_stellen", INSULTED.format(said), bare=bare) == expected


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("halfway", "late", "expected"),
    [
        ("Heeft u een tekening?", "Anders nog iets?", "yes"),
        ("Heeft u een tekening?", "Was dat alles zo'n beetje?", "yes"),
        ("Heeft u een tekening?", "Zit er nog iets anders dwars?", "yes"),
        ("Heeft u een tekening?", "Had u verder nog wat?", "yes"),
        ("Heeft u nog iets van een bevestiging gekregen?", "De kosten zijn tachtig euro.", "no"),
        ("Hebt u nog wat tekeningen liggen?", "De kosten zijn tachtig euro.", "no"),
        ("En dan had u nog iets, zei u?", "De kosten zijn tachtig euro.", "no"),
        ("Wilt u alleen een dakkapel, of ook nog iets anders?", "De kosten zijn tachtig euro.", "no"),
        ("Heeft u een tekening?", "Kunnen we dat nog even nakijken?", "no"),
        ("Heeft u een tekening?", "Genoteerd. En dan had u nog iets.", "no"),
        ("Heeft u een tekening?", "Heeft u nog iets van een bevestiging gekregen?", "no"),
        ("Heeft u een tekening?", "Als er nog iets is, hoor ik het wel.", "no"),
        ("Heeft u een tekening?", "Heeft u nog vragen, dan staat er een nummer op de brief.", "no"),
        ("Heeft u een tekening?", "En anders belt u nog een keer.", "no"),
        ("Heeft u een tekening?", "Als u nog vragen heeft kunt u altijd bellen.", "no"),
        ("Heeft u een tekening?", "Mocht u nog vragen hebben, belt u gerust.", "no"),
        ("Heeft u een tekening?", "U kunt ons bellen als u nog vragen heeft.", "no"),
        ("Heeft u een tekening?", "Heeft u verder nog vragen?", "yes"),
        (
            "Heeft u een tekening?",
            "Als u later nog vragen heeft, kunt u bellen. Heeft u nu nog vragen?",
            "yes",
        ),
    ],
)
def test_other_questions_are_asked_for_when_the_call_closes(halfway, late, expected, bare):
    assert answer("behulpzaam.meer_vragen", PERMIT.format(halfway, late), bare=bare) == expected


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Is goed, morgenochtend.", "yes"),
        ("Komt goed, morgenvoormiddag.", "yes"),
        ("Dat doet de boa zelf meestal. Op dit nummer?", "partial"),
        ("Doen we. Wat is uw nummer?", "partial"),
        ("Nee, dan belt u morgen zelf even.", "na"),
        ("Nee hoor, belt u morgen zelf.", "na"),
        ("Nee, daar belt u zelf morgen over.", "na"),
        ("Prima, dan belt u morgen gewoon zelf even.", "na"),
        ("Dat kan, maar dan mailt u ons eerst.", "na"),
    ],
)
def test_who_agrees_to_ring_promises_and_who_leaves_it_to_the_caller_does_not(said, expected, bare):
    assert answer("betrouwbaar.terugbelbelofte", RING_ME.format(said), bare=bare) == expected


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Dat kan ik noteren.", "yes"),
        ("Kan ik voor u opschrijven.", "yes"),
        ("Maak ik in orde.", "yes"),
        ("Regel ik.", "yes"),
        ("Kan ik hier ook doen.", "yes"),
        ("Die kan ik wel even aanvragen.", "yes"),
        ("Dat kunt u zelf noteren.", "no"),
        ("Dat heb ik zo niet paraat.", "no"),
        ("Dat kan ik niet regelen.", "no"),
        ("Dat geef ik toe.", "no"),
        ("Wat kan ik voor u doen?", "no"),
        ("Kan ik verder nog iets doen?", "no"),
    ],
)
def test_who_says_to_do_it_takes_initiative(said, expected, bare):
    assert answer("behulpzaam.initiatief", ASKED.format(said), bare=bare) == expected


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Zo vaak als u wilt. Dag!", "yes"),
        ("Zo vaak als u wilt, dag meneer.", "yes"),
        ("Zo vaak als u wilt. Fijne dag nog.", "yes"),
        ("Dat mag elke dag.", "no"),
        ("We zijn de hele dag open.", "no"),
        ("Eén keer per dag.", "no"),
        ("Dat zeggen ze u op de dag zelf.", "no"),
    ],
)
def test_the_word_dag_alone_is_no_goodbye(said, expected, bare):
    assert answer("beleefd.afscheid", UNFINISHED.format(said), bare=bare) == expected


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Dat begrijp ik goed.", "yes"),
        ("Dat snap ik, maar ik kan er niks aan doen.", "yes"),
        ("Ach, dat is ook naar. Welk nummer staat erop?", "yes"),
        ("Ja dat snap ik, maar dat had u moeten lezen.", "no"),
        ("Dat begrijp ik, maar dan had u eerder moeten bellen.", "no"),
        ("Ik snap het, maar u bent zelf te laat.", "no"),
        ("Nou, dat snap ik niet, we hebben u toch gemaild.", "no"),
        ("Sorry, ik verstond u niet.", "no"),
    ],
)
def test_understanding_with_a_reproach_behind_it_is_none(said, expected, bare):
    assert answer("beleefd.empathie", WORRIED.format(said), bare=bare) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("U krijgt een dwangsom, oftewel een boete.", "yes"),
        ("U krijgt een beschikking, dat betekent dat er een besluit is.", "yes"),
        ("U krijgt een beschikking. Dat is een brief met het besluit.", "yes"),
        ("U krijgt een brief met het besluit, dat heet een beschikking.", "yes"),
        ("U krijgt een beschikking.", "partial"),
        ("De beschikking die is onderweg.", "partial"),
        ("Conform de verordening moet u dit betalen.", "partial"),
    ],
)
def test_a_difficult_word_may_be_explained_before_it_or_after_it(said, expected):
    assert answer("behulpzaam.begrijpelijk", WORRIED.format(said)) == expected


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    "said",
    [
        "Het papier staat vrijdag voor u klaar aan de poort.",
        "Dat geeft u door aan de poort, dan zit het goed.",
        "Ik zal kijken of er nog een pasje is en dat stuur ik op.",
        "Ik ga dat adres voor u zoeken en mail het u.",
    ],
)
def test_what_is_ready_or_looked_up_ends_no_call_in_a_transfer(said, bare):
    talk = UNFINISHED.format(said) + "\nA: Prima, tot ziens.\nB: Dag."
    assert answer("bereikbaar.doorverbinden_warm", talk, bare=bare) == "na"
    assert answer("beleefd.afscheid", talk, bare=bare) == "yes"


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Ik zet u door naar Burgerzaken.", "partial"),
        ("Ik geef u door aan Burgerzaken.", "partial"),
        ("Ik zet u door.", "no"),
        ("Ik zet u door naar Burgerzaken en ik geef uw naam vast door.", "yes"),
        ("Ik zet u door naar Burgerzaken. Ik leg ze eerst uit waar het over gaat.", "yes"),
    ],
)
def test_to_put_somebody_through_is_not_yet_to_pass_on_the_question(said, expected, bare):
    talk = UNFINISHED.format(said).replace("B: Dan weet ik genoeg.", "B: Goed.\nO: Met Ria Kok.\nB: Ja, dag.")
    assert answer("bereikbaar.doorverbinden_warm", talk, bare=bare) == expected


def test_in_a_short_call_other_questions_may_be_asked_for_soon():
    talk = """A: Goedemorgen, met Anke.
    B: Hoe laat sluit de milieustraat?
    A: Om half vijf. Anders nog iets?
    B: Ja, kan ik daar ook verf kwijt?
    A: Ja hoor, tot tien blikken.
    B: Mooi, bedankt.
    A: Graag gedaan.
    B: Dag."""
    assert answer("behulpzaam.meer_vragen", talk) == "yes"
