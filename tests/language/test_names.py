import pytest
from spoken import a_turn

from scoring.language.caller_name import asks_name, name_uses
from scoring.language.given_names import answers_for_other, given_names, names_of_others
from scoring.language.names import capitals_used, name_at


def caller_gives(*said: str, answers: bool = False, others: str = "") -> frozenset[str]:
    turns = [a_turn(s) for s in said]
    return given_names(turns, [answers] * len(turns), frozenset(others.split()), capitals=capitals_used(said))


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Goedemorgen, met Pieter Roos.", {"pieter", "roos"}),
        ("met meneer Van der Velde", {"velde"}),
        ("Mijn naam is Yıldız.", {"yıldız"}),
        ("goedemorgen mijn naam is abdelkarim el idrissi", {"abdelkarim", "idrissi"}),
        ("u spreekt met hanneke wissink", {"hanneke", "wissink"}),
        ("Wissink. Hendrik Wissink uut Groessen.", {"wissink", "hendrik"}),
        ("Gerwin, met Henk Sanderman, van de straat hier.", {"henk", "sanderman"}),
        ("Ik ben Rima al-Hamwi. Mijn Nederlands is niet goed.", {"rima", "hamwi"}),
        ("Van Zanten hier, Schothorst. Ik heb een vraag.", {"zanten"}),
        ("Met Filomena Tavares, Groenelaan.", {"filomena", "tavares"}),
        ("Ik ben de moeder van Jip. Jip Brouwer.", set()),
        ("mag ik ze wegspuiten met de tuinslang", set()),
        ("cor visser hier ik zit met de kermis", set()),
        ("Ik bel over mijn paspoort.", set()),
        ("met de gemeente graag", set()),
        ("ik ben verhuisd", set()),
        ("ik ben eenentwintig", set()),
        ("Ik ben gisteren gebeld.", set()),
        ("ik ben de moeder van een leerling", set()),
    ],
)
def test_names_that_the_caller_gives(said, names):
    assert names <= caller_gives(said)
    if not names:
        assert not caller_gives(said)


def test_a_place_behind_in_is_no_name():
    assert caller_gives("middag met blauw in lunteren de groene bak is vol") == {"blauw"}
    assert caller_gives("middag met joris op den kamp") >= {"joris", "kamp"}


def uses(said: str, *names: str, spoken: str = "") -> set[str]:
    turn = a_turn(said)
    return {use.kind for use in name_uses(turn, frozenset(names), spoken, capitals=capitals_used([said]))}


@pytest.mark.parametrize(
    ("said", "kinds"),
    [
        ("Dag meneer Aalders, zegt u het maar.", {"addresses"}),
        ("dag meneer aalders zegt u het maar", {"addresses"}),
        ("Dat is geregeld, mevrouw Aalders.", {"addresses"}),
        ("Mag ik uw naam?", {"asks"}),
        ("met wie spreek ik", {"asks"}),
        ("En hoe heet u?", {"asks"}),
        ("En hoe heette u?", {"asks"}),
        ("Hoe heet jij?", {"asks"}),
        ("mag ik dan een achternaam voor de zekerheid", {"asks"}),
        ("naam en adres", {"asks"}),
        ("Wat was de naam ook alweer?", {"asks"}),
        ("Daar vragen ze niet naar uw naam.", set()),
        ("Ik noteer: Aalders.", {"repeats"}),
        ("Hoe heet uw zoontje?", set()),
        ("wat is de naam van uw dochter", set()),
        ("Ja, oké. Om acht uur.", set()),
        ("Een momentje meneer.", set()),
    ],
)
def test_what_the_employee_does_with_a_name(said, kinds):
    found = uses(said, "aalders")
    assert kinds <= found
    if not kinds:
        assert not found


def test_a_name_in_pieces_is_still_the_callers():
    assert "addresses" in uses("Dag mevrouw Sterren burg.", spoken="metsterrenburg")


def test_particles_belong_to_a_name_only_before_a_name():
    turn = a_turn("met Noor van der Bij van de gemeente")
    name, end = name_at(turn, 1, capitals=True, announced=True)
    assert (name, end) == (("noor", "van", "der", "bij"), 5)
    assert name.full
    assert name.parts == ("noor", "bij")


@pytest.mark.parametrize(
    ("texts", "meaning"),
    [
        (["Goedemorgen, met Noor."], True),
        (["goedemorgen met noor"], False),
        (["GOEDEMORGEN MET NOOR"], False),
        ([], False),
    ],
)
def test_capitals_mean_something_only_beside_small_letters(texts, meaning):
    assert capitals_used(texts) is meaning


def test_the_name_that_the_employee_answered_with_is_not_the_callers():
    assert caller_gives("Hallo Douwe, met Erik Zandstra.", others="met douwe") == {"erik", "zandstra"}
    assert caller_gives("Middag, Tamara. Hopstaken, Wouwse Plantage.", others="met tamara") == {"hopstaken"}


def test_a_bare_name_counts_as_the_answer_to_the_question_for_it():
    assert caller_gives("ja ik weet niet", "wissink") == set()
    assert (
        caller_gives("wissink", answers=True) == caller_gives("jazeker wissink", answers=True) == {"wissink"}
    )
    assert caller_gives("Jazeker. Karin de Wit.", answers=True) == {"karin"}
    assert caller_gives("Hoezo? Dat zeg ik liever niet.", answers=True) == set()
    assert caller_gives("Piet Versteeg. Ik wacht al lang.") == {"piet", "versteeg"}


@pytest.mark.parametrize(
    ("said", "asks"),
    [
        ("En u bent?", True),
        ("En u bent iemand die niet luistert.", False),
        ("Mag ik uw naam?", True),
        ("Stond jouw naam erop?", False),
        ("Met de naam in ons systeem.", False),
        ("En de naam alstublieft?", True),
        ("Mag ik de naam en de geboortedatum?", True),
        ("En uw zoon, wat is de naam?", False),
        ("Spreek ik met de heer Bruins?", True),
        ("U bent toch mevrouw Kroon?", True),
        ("mag ik uw achter naam", True),
        ("en u naam nog even spellen graag", True),
    ],
)
def test_what_asks_for_a_name(said, asks):
    assert asks_name(a_turn(said)) is asks


@pytest.mark.parametrize(
    ("said", "kinds"),
    [
        ("Adaeze, welkom in de stad.", ["addresses"]),
        ("Adaeze, zei u?", ["repeats"]),
        ("Adaeze, ja. Even zien wat er staat.", ["repeats"]),
        ("Adaeze, Poortvliet. Even zien wat er staat.", ["repeats"]),
        ("Ja, Adaeze, met een z. Staat genoteerd.", ["repeats"]),
        ("Adaeze, momentje. Ik kijk even.", ["addresses"]),
        ("Nee, Adaeze, dat klopt.", ["addresses"]),
        ("Ja Adaeze, met die brief kunt u naar de balie.", ["addresses"]),
        ("Adaeze, ik verbind u door met Burgerzaken.", ["addresses"]),
        ("Doei Adaeze, sterkte ermee.", ["addresses"]),
        ("Ja Adaeze, dat is niet niks.", ["addresses"]),
        ("Ja, Adaeze, en dan?", ["addresses"]),
        ("Dank u wel mevrouw. Wij kijken het na.", []),
    ],
)
def test_calling_somebody_by_name_is_more_than_repeating_it(said, kinds):
    uses = name_uses(a_turn(said), frozenset({"adaeze"}), "metadaeze", capitals=True)
    assert [use.kind for use in uses] == kinds


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("En uw naam?", True),
        ("uw naam en adres", True),
        ("Mag ik uw naam erbij?", True),
        ("uw naam in welke straat", True),
        ("Uw naam? Op welk nummer bereik ik u?", True),
        ("dan heb ik uw naam nodig", True),
        ("ik schrijf even uw naam op", True),
        ("schrijf uw naam erbij", False),
        ("Vermeld uw naam en het dossiernummer.", False),
        ("vult u uw naam in", False),
        ("U zet er uw naam en adres bij.", False),
        ("zet er je naam op", False),
        ("Uw naam komt er niet bij te staan.", False),
        ("u hoeft uw naam niet te noemen", False),
        ("stuur een mail met de data en uw naam", False),
    ],
)
def test_telling_where_the_name_belongs_does_not_ask_for_it(said, asked):
    assert asks_name(a_turn(said)) == asked


@pytest.mark.parametrize(
    ("said", "others"),
    [
        ("Ik bel namens mijn moeder, mevrouw Groen.", {"groen": "mevrouw"}),
        ("ik bel voor m'n man kees de wit", {"kees": "meneer", "wit": "meneer"}),
        ("Ik zoek meneer Ploeger.", {"ploeger": "meneer"}),
        ("Met Bram Aalders, voor mijn vader, Joop Aalders.", {"joop": "meneer"}),
        ("Met mevrouw Groen.", {}),
        ("Ik bel over mijn man.", {}),
    ],
)
def test_names_of_others_are_not_the_callers(said, others):
    turns = [a_turn(said)]
    assert names_of_others(turns, frozenset(), capitals=capitals_used([said])) == others


def test_who_is_called_like_the_other_is_not_addressed():
    others = {"wit": "meneer"}
    for said, kinds in (("Meneer De Wit, ja.", set()), ("Mevrouw De Wit, ja.", {"addresses"})):
        found = name_uses(a_turn(said), frozenset(), "mijn man kees de wit", others, capitals=True)
        assert {use.kind for use in found} == kinds


def test_a_short_name_within_another_word_was_not_said():
    assert "addresses" not in uses(
        "dat doet mevrouw rens van de pasjes", "spapens", spoken="ik ben grens rechter"
    )
    assert "addresses" in uses("dag mevrouw sterrenburg", spoken="met sterren burg")


@pytest.mark.parametrize(
    ("said", "other"),
    [
        ("Op die van mijn man.", True),
        ("op naam van m'n moeder", True),
        ("De Wit.", False),
        ("van mijzelf", False),
    ],
)
def test_a_name_that_is_a_relatives(said, other):
    assert answers_for_other(a_turn(said)) == other
