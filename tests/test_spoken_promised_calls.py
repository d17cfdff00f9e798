"""Promises to ring in other words than "ik bel u": a ring, another try, once it is there, and the caller who asks for it."""

from datetime import datetime

import pytest
from by_the_rubric import answer, bared
from spoken import a_turn

from scoring.language.awaited import rings_once
from scoring.language.confirmed_calls import confirms_call
from scoring.language.said_calls import says_call
from scoring.language.terms import terms
from scoring.language.this_call import rings_now
from scoring.language.tries_again import tries_again

PROMISE = "betrouwbaar.terugbelbelofte"
TALK = """A: Goedemorgen, gemeente Rijnmeer, met Stef Dijkman.
B: Met Anja Groen, ik heb een vraag over mijn dakkapel.
A: De inspecteur is er nu niet.{}
B: {}
A: {}
B: Dank u wel.
A: Graag gedaan, mevrouw Groen."""
TOLD = [
    ("Dan krijgt u een belletje.", "partial"),
    ("U krijgt nog een telefoontje van de inspecteur.", "partial"),
    ("Dan hoort u wel een telefoontje van hem.", "partial"),
    ("Zodra de tekening klaar is, krijgt u van ons een belletje.", "partial"),
    ("Zodra hij er weer is, geeft hij u een belletje.", "partial"),
    ("Dan laat ik Madelief u een belletje geven.", "partial"),
    ("Als de inspecteur terug is belt hij u.", "partial"),
    ("Zodra hij terug is pakt hij u aan de telefoon.", "partial"),
    ("Hij neemt na de bouwvak telefonisch contact met u op.", "partial"),
    ("Dan rinkelt bij u morgen de telefoon.", "yes"),
    ("Ik probeer u morgen nog een keer te bereiken.", "yes"),
    ("Dan probeer ik het morgenochtend weer bij u.", "yes"),
    ("Geef me een kwartiertje, dan hang ik weer aan de lijn.", "yes"),
    ("U krijgt een telefoontje van de bank.", "na"),
    ("Als u een telefoontje krijgt van een vreemde, hangt u op.", "na"),
    ("U krijgt geen belletje, u krijgt een brief.", "na"),
    ("Als u morgen belt, krijgt u de inspecteur aan de lijn.", "na"),
    ("Zodra hij uitgepraat is krijgt u hem aan de lijn, blijft u even hangen.", "na"),
    ("Als de inspecteur terug is belt u hem maar.", "na"),
    ("Als u onraad ziet belt u de politie.", "na"),
    ("Dan probeer ik het morgen bij de leverancier nog een keer.", "na"),
    ("Ik probeer u morgen nog een keer de brief te sturen.", "na"),
    ("Probeert u het morgen nog een keer.", "na"),
]


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(("said", "expected"), TOLD)
def test_a_call_is_told_in_other_words(said, expected, bare):
    assert answer(PROMISE, TALK.format(f" {said}", "Goed.", "Prima."), bare=bare) == expected


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("asked", "said", "expected"),
    [
        ("Laat hem me maar bellen.", "Zal ik doorgeven.", "partial"),
        ("Ik wil graag teruggebeld worden.", "Dat zet ik erin.", "partial"),
        ("Zegt u maar dat hij mij moet bellen.", "Komt voor elkaar.", "partial"),
        ("Mag ik daarover gebeld worden?", "Ja hoor.", "partial"),
        ("Kan hij me overmorgen bellen?", "Overmorgen, prima, ik zet het in zijn agenda.", "yes"),
        ("Ik ben morgen vrij, kan hij me dan bellen?", "Morgen, ja hoor. Ik noteer het, om tien uur.", "yes"),
        ("Ik wil dat iemand mij belt.", "Ja.", "na"),
        ("Ik wil dat iemand mij belt.", "Dat doe ik niet, daar gaan wij niet over.", "na"),
        ("Laat hem me maar mailen.", "Zal ik doorgeven.", "na"),
        ("Hij zou mij vrijdag bellen.", "Ik geef het door.", "na"),
        ("Ik wil niet dat hij mij steeds belt.", "Ik geef het door.", "na"),
        ("Kan ik morgen terugbellen?", "Ja hoor.", "na"),
        ("Kunt u mij zeggen wie ik moet bellen?", "Ja, dat kan.", "na"),
        ("Kan hij mij bellen?", "Oké, ik ga even kijken.", "na"),
    ],
)
def test_who_takes_on_that_somebody_rings_promises(asked, said, expected, bare):
    assert answer(PROMISE, TALK.format("", asked, said), bare=bare) == expected


@pytest.mark.parametrize(
    ("question", "reply", "promises"),
    [
        ("Bel me maar na vieren.", "Komt in orde.", True),
        ("Ik zou graag gebeld worden door de jurist.", "Dat geef ik door.", True),
        ("Vraag haar of zij mij wil bellen.", "Doen we, meneer.", True),
        ("en zij belt mij", "dat zal ze wel doen", True),
        ("Kan de planning mij bellen?", "Ik noteer u.", True),
        ("Ik zou dinsdag gebeld worden.", "Dat geef ik door.", False),
        ("Ik vraag me af of hij mij nog terugbelt.", "Dat zal ik doorgeven.", False),
        ("Ik bel me suf naar jullie.", "Ik zal het doorgeven.", False),
        ("Ik wil gebeld worden. Maar heeft u ook een folder?", "Ja hoor, regel ik.", False),
        ("Laat hem maar bellen met zijn advocaat.", "Dat zal ik zeggen.", False),
        ("Ik wil dat iemand mij belt.", "Ja, morgen is zij er weer.", False),
        ("Belt u mij over de dakkapel?", "Ja, klopt.", False),
        ("Kan hij mij bellen?", "Ja, ik verbind u door.", False),
    ],
)
def test_asking_for_a_call_and_what_takes_it_on(question, reply, promises):
    assert confirms_call(a_turn(question), a_turn(reply)) == promises


@pytest.mark.parametrize("write", [str, bared])
@pytest.mark.parametrize(
    ("said", "outgoing", "promises"),
    [
        ("Ik probeer u dinsdag in de ochtend opnieuw.", True, True),
        ("Ik probeer het vrijdag nog een keer.", True, True),
        ("Ik probeer u al een paar keer. Ik probeer het vanmiddag nog een keer.", True, True),
        ("Mijn collega probeert u morgenochtend nog eens.", False, True),
        ("Ik probeer het vrijdag nog een keer.", False, False),
        ("De monteur probeert het morgen weer bij u.", False, False),
        ("Ik probeer u al de hele week te bereiken.", True, False),
        ("Ik probeer u later nog eens.", True, False),
        ("Ik probeer het morgen nog een keer bij uw buren.", True, False),
        ("Ik probeer het u morgen nog een keer uit te leggen.", True, False),
        ("Ik probeer de bak morgen nog een keer bij u te legen.", False, False),
    ],
)
def test_another_try_says_when(said, outgoing, promises, write):
    assert tries_again(a_turn(write(said)), outgoing=outgoing) == promises


@pytest.mark.parametrize(
    ("said", "promises"),
    [
        ("Zodra de planning rond is bellen we u.", True),
        ("Als zij terug is, dat is de drieëntwintigste, belt zij u.", True),
        ("Geeft u maar een nummer, dan wordt u gebeld.", True),
        ("Laat uw nummer maar achter, dan bellen we u.", True),
        ("Als er iets is belt hij u.", False),
        ("Als u er bent belt hij u.", False),
        ("Zodra de buurman er is belt hij ons.", False),
        ("Als de monteur er is belt hij bij u aan.", False),
        ("Als zij terug is belt zij u niet, ze mailt.", False),
        ("Als u dat nummer doorgeeft wordt u de hele dag gebeld.", False),
    ],
)
def test_once_it_is_there_somebody_rings(said, promises):
    assert rings_once(a_turn(said)) == promises


@pytest.mark.parametrize(
    "said",
    [
        "Dan geeft u ons een belletje.",
        "U krijgt nog een belletje van iemand die zegt dat hij van de gemeente is.",
        "De huisarts neemt dan telefonisch contact met u op.",
        "Dan hoort u een telefoontje gaan.",
        "Als er iets is, geeft hij u een belletje.",
        "Bij u gaat de telefoon steeds over.",
    ],
)
def test_another_call_is_none_of_the_office(said):
    assert not says_call(a_turn(said))


@pytest.mark.parametrize(
    ("said", "now"),
    [
        ("er is een plek vrij daarom bel ik vrijdag is er plaats", True),
        ("daarom bel ik u morgen om tien uur kunt u komen", True),
        ("ik weet het nog niet daarom bel ik u vrijdag terug", False),
        ("daarom bel ik u morgen als hij er is", False),
    ],
)
def test_a_new_sentence_behind_why_the_employee_rings(said, now):
    assert bool(rings_now(a_turn(said))) == now


@pytest.mark.parametrize(
    "said", ["Straks belt iemand van bouwen u even terug.", "Straks belt mijn collega u."]
)
def test_straks_is_today_before_the_verb_too(said):
    called = datetime(2026, 3, 10).date()
    assert [t.due for t in terms(a_turn(said).line, called)] == [called]
