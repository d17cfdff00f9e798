"""Names that are misheard, come after what tells they are names, or have another title before them."""

import pytest
from measured import measure
from spoken import a_context, a_turn

from scoring.language.given_names import given_names
from scoring.language.heard_name import same_sound
from scoring.language.names import capitals_used


@pytest.mark.parametrize(
    ("heard", "name", "same"),
    [
        ("bont", "bond", True),
        ("meijering", "meijerink", True),
        ("meyering", "meijering", True),
        ("visscher", "visser", True),
        ("lang", "lange", True),
        ("janssen", "jansen", True),
        ("bosch", "bos", True),
        ("hendrix", "hendriks", True),
        ("jansen", "jan", False),
        ("laan", "laat", False),
        ("dekker", "dikker", False),
        ("hoekstra", "hoekman", False),
        ("bruin", "braun", False),
    ],
)
def test_spellings_of_one_name(heard, name, same):
    assert same_sound(heard, name) is same


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Sandra is mijn naam, ik heb een vraag.", {"sandra"}),
        ("sandra woudstra is mijn naam", {"sandra", "woudstra"}),
        ("ik bel over de container sandra is mijn naam", {"sandra"}),
        ("woudstra is de naam", {"woudstra"}),
        ("hoi sandra heet ik ik bel over de container", {"sandra"}),
        ("Ten name van Sandra Woudstra.", {"sandra", "woudstra"}),
        ("Nou dat duurde even. Met Poldervaart.", {"poldervaart"}),
        ("nou dat duurde even met poldervaart", {"poldervaart"}),
        ("zo dat is lang wachten zeg met kees", {"kees"}),
        ("Ik bel voor de derde keer. Met mevrouw Poldervaart.", {"poldervaart"}),
        ("Zo, daar bent u dan. Met Poldervaart.", {"poldervaart"}),
        ("Met tante Lies, ik bel over de container.", {"lies"}),
        ("met zuster agnes ik bel over de container", {"agnes"}),
        ("Jan is zijn naam.", set()),
        ("Ik heb een geschil. Met Eneco.", set()),
        ("nou dat duurde even met pasen is alles dicht zeker", set()),
        ("wat is de naam", set()),
        ("zo heet ik", set()),
        ("Ik ben tante van Lies.", set()),
    ],
)
def test_a_name_that_little_announces(said, names):
    assert given_names([a_turn(said)], [False], frozenset(), capitals=capitals_used([said])) == names


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Ja dat klopt. Sandra Woudstra.", {"sandra", "woudstra"}),
        ("Dorpsstraat 12. Sandra Woudstra.", {"sandra", "woudstra"}),
        ("Twaalf mei. Sandra van der Woude.", {"sandra", "woude"}),
        ("Naast Bakkerij Woudstra.", set()),
        ("Ja, dat klopt. Bakkerij Woudstra.", set()),
        ("Bij de brug. Sandra Woudstra.", set()),
        ("Dat klopt. Het is van mijn vader. Jan Kuipers.", set()),
        ("Ja dat klopt. Groene Loper.", set()),
    ],
)
def test_a_whole_name_behind_an_answer_is_the_callers(said, names):
    turns = [a_turn("Ik heb een vraag."), a_turn(said)]
    assert given_names(turns, [False, False], frozenset(), capitals=True) == names


@pytest.mark.parametrize(
    ("caller", "said", "value"),
    [
        ("Met De Bont, over de bak.", "Ik kijk even voor u, mevrouw De Bond, momentje.", 1),
        ("met de bont over de bak", "ik kijk even voor u mevrouw de bond momentje", 1),
        ("met meijering over de bak", "ik kijk even voor u mevrouw meijerink momentje", 1),
        ("met de lange over de bak", "ik kijk even voor u meneer de lang momentje", 1),
        ("met de groot over de bak", "ik kijk even voor u meneer de groot momentje", 1),
        ("met sjors over de bak", "prima sjors waar staat die", 1),
        ("Met Sjors, over de bak.", "Prima Sjors. Waar staat die?", 1),
        ("Met Sjors, over de bak.", "Top, Sjors. Waar staat die?", 1),
        ("met sjors over de bak", "dank u sjors ik zoek het op", 1),
        ("Met oma Joyce, over de bak.", "Kun je daar wat mee, oma Joyce?", 1),
        ("Met zuster Agnes, over de bak.", "Dat zoek ik uit, zuster Agnes.", 1),
        ("met sjors over de bak", "prima sjors met dubbel o", 0),
        ("hallo ik bel over de bak", "ja mevrouw de bak is niet geleegd", 0),
        ("hallo ik bel over de bak", "ja mevrouw de auto kon er niet langs", 0),
        ("Met die van hiernaast van mevrouw Kuipers.", "Mevrouw Kuipers, dus. Op welk nummer?", 0),
        ("ik woon naast mevrouw kuipers", "mevrouw kuipers dus op welk nummer", 0),
    ],
)
def test_a_misheard_or_titled_name_addresses_still(caller, said, value):
    first, last = ("zegt u het maar", "ja") if said.islower() else ("Zegt u het maar.", "Ja.")
    context = a_context(f"A: {first}\nB: {caller}\nA: {said}\nB: {last}")
    assert measure(context, "caller_name", measures="addresses").value == value
