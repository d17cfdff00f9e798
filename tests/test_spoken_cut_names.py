"""Names that recognition cut in two, and who rings and asks at once whom they have got."""

import pytest
from by_the_rubric import answer, judge, shipped

from scoring.call import Call
from scoring.detectors import CallContext
from scoring.evaluate import Judge
from scoring.learned import learned, lexicon

CALLER, OWN = "bekend.naam_beller", "beleefd.naam_medewerker"
ANSWERED = """A: {}
B: Dag, ik bel over de slagboom bij de haven.
A: Die wordt morgen gemaakt."""
GREETED = """A: Goedemiddag, gemeente Rijnmeer, met Anke Postma.
B: Dag, met {}. Ik heb een vraag over de brug.
A: {}
B: Is die open?
A: Hij is weer open, dag."""
RUNG = """B: Met {}.
A: Goedemiddag, Joris Elbers van de gemeente Rijnmeer. {}
B: {}
A: De brug waar u over belde, is weer open.
B: En wanneer gaat hij dicht?
A: Morgen, dag."""


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("Gemeente Rijnmeer, goedemiddag, u spreekt met Tim. Harmsel.", "yes"),
        ("Gemeente Rijnmeer. Met Noor. Elbers. Zegt u het maar.", "yes"),
        ("Mijn naam is Yasmina. El Khattabi van de gemeente.", "yes"),
        ("Goedemorgen, met Joris. Van Drunen.", "yes"),
        ("Met Joris. De Wit, gemeente Rijnmeer.", "yes"),
        ("Met Joris. Burgerzaken.", "partial"),
        ("Met Joris. Parkeerbeheer, zegt u het maar.", "partial"),
        ("Met Joris. Goedemorgen.", "partial"),
        ("Met Joris. Waarmee kan ik u helpen?", "partial"),
        ("Met Noor. De balie van Wonen.", "partial"),
        ("Met Noor. Het Sociaal Loket.", "partial"),
        ("Met Noor. Vertel.", "partial"),
        ("Met Noor. Meneer Jansen?", "partial"),
        ("Met Noor. Wendy?", "partial"),
    ],
)
def test_a_full_stop_before_the_own_surname(opening, expected):
    assert answer(OWN, ANSWERED.format(opening)) == expected


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("name", "said", "expected"),
    [
        ("Hoekzema", "Dag meneer hoek sema, wat is de vraag?", "yes"),
        ("Wesselink", "Ja meneer wes selink, vertelt u maar.", "yes"),
        ("Veldkamp", "Mevrouw veld kamp, ik kijk even.", "yes"),
        ("Veldkamp", "Ja meneer, een veld kan het zijn.", "no"),
        ("Veldkamp", "Meneer, het veld bij de kamp is dicht.", "no"),
        ("Broekhuis", "Dag meneer, broek en huis?", "no"),
    ],
)
def test_the_callers_name_in_two_halves(name, said, expected, bare):
    assert answer(CALLER, GREETED.format(name, said), bare=bare) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Goedemorgen meneer. Dijkstra. Wat is de vraag?", "yes"),
        ("Dag meneer. Dijkstra, zegt u het maar.", "yes"),
        ("Goedemorgen meneer. Dijkstra?", "partial"),
        ("Oké meneer. Dijkstra. Met een ij?", "partial"),
    ],
)
def test_a_full_stop_between_the_title_and_the_callers_name(said, expected):
    assert answer(CALLER, GREETED.format("Dijkstra", said)) == expected


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("named", "asked", "told", "expected"),
    [
        ("Hanneke", "Is dat mevrouw Ten Harmsel?", "Nee maar, de gemeente.", "yes"),
        ("Hanneke", "U bent mevrouw Ten Harmsel?", "Ja.", "yes"),
        ("Hanneke", "Is dit mevrouw Ten Harmsel?", "Ja, zeg het maar.", "yes"),
        ("Hanneke", "Is dat mevrouw Ten Harmsel?", "Nee, met haar dochter.", "no"),
        ("Hanneke", "Is dat meneer Ten Harmsel?", "Nee, die is niet thuis.", "no"),
        ("Hanneke", "Ik bel over mevrouw Ten Harmsel.", "Ja.", "no"),
    ],
)
def test_who_rings_asks_whom_they_have_got(named, asked, told, expected, bare):
    context = judge(RUNG.format(named, asked, told), bare=bare).context
    call = Call(id="proef", source="proef", direction="out")
    rubric, norms = shipped()
    rung = Judge(rubric, norms, CallContext(call, context.transcript, lexicon(rubric), learned(rubric)))
    assert rung.result(rubric.criterion(CALLER)).answer.value == expected
