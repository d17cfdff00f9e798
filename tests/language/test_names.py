import pytest
from spoken import a_turn

from scoring.language.caller_name import given_names, name_uses
from scoring.language.names import capitals_used, name_at


def caller_gives(*said: str) -> frozenset[str]:
    return given_names([a_turn(s) for s in said], capitals=capitals_used(said))


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Goedemorgen, met Pieter Roos.", {"pieter", "roos"}),
        ("met meneer Van der Velde", {"velde"}),
        ("Mijn naam is Yıldız.", {"yıldız"}),
        ("goedemorgen mijn naam is abdelkarim el idrissi", {"abdelkarim", "idrissi"}),
        ("u spreekt met hanneke wissink", {"hanneke", "wissink"}),
        ("Wissink. Hendrik Wissink uut Groessen.", {"wissink", "hendrik"}),
        ("Ik bel over mijn paspoort.", set()),
        ("met de gemeente graag", set()),
        ("Ik ben gisteren gebeld.", set()),
        ("ik ben de moeder van een leerling", set()),
    ],
)
def test_names_that_the_caller_gives(said, names):
    assert names <= caller_gives(said)
    if not names:
        assert not caller_gives(said)


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
