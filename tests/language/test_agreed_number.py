"""Which telephone number belongs to a promise to ring back."""

import pytest
from spoken import a_turn

from scoring.language.callbacks import number_for
from scoring.language.this_number import own_number

THIS = "het nummer waarmee de beller belt"


@pytest.mark.parametrize(
    ("lines", "number"),
    [
        (("op nul een acht twee vijf een vier zes zeven twee", "ja"), "0182514672"),
        (
            ("nul een acht twee vijf een vier zeven zes twee", "nee zes zeven twee", "o vier zes zeven twee"),
            "0182514672",
        ),
        (
            ("06 12 34 56 87?", "Nee, dat klopt niet, het is 06 12 34 56 78.", "06 12 34 56 78."),
            "0612345678",
        ),
        (("06 12 34 56 87?", "Nee, dat klopt niet.", "O?"), None),
        (("06 12 34 56 78?", "Nee hoor, dat klopt.", "Mooi."), "0612345678"),
        (("06 12 34 56 78.", "Dank u wel. Nee, u hoeft verder niets te doen.", "Fijn."), "0612345678"),
        (
            (
                "nul zes vier een twee twee",
                "nul zes vier een twee twee ja",
                "zeven negen acht drie",
                "ja klopt",
            ),
            "0641227983",
        ),
        (("nul zes vier een twee twee", "ja", "zeven negen acht drie"), "0641227983"),
        (
            (
                "nul zes twaalf vierendertig negentig elf",
                "Nee. Laatste is zeventien. Negentig zeventien.",
                "O ja.",
            ),
            "0612349017",
        ),
        (("06 12 34 56 78", "Nee, één zeven. Zeventien.", "Ja."), "0612345617"),
        (("06 12 34 56 78", "Nee. Negen acht. Zeven zes.", "Ja."), "0612349876"),
        (("nul zes vier keer een twee dertien vijftig", "ja"), "0622221350"),
        (("06 twee keer nul drie maal vijf 123", "ja"), "0600555123"),
        (("Op dit nummer?", "Ja.", "Bij vragen belt u de balie op 026 123 45 67."), THIS),
        (("Op dit nummer?", "Ja.", "U kunt ook zelf het team bellen op 026 123 45 67."), THIS),
        (("Ik bel u.", "U kunt mij bellen op 06 12 34 56 78.", "Goed."), "0612345678"),
        (("Hij belt u op 06 12 34 56 78.", "Ja."), "0612345678"),
        (("nul zes vier", "maar dat is mijn oude nummer en ik heb een nieuw", "het is 2026"), None),
    ],
)
def test_the_number_is_the_one_agreed_on(lines, number):
    assert number_for([a_turn(line) for line in lines], 0) == number


def test_a_number_of_somebody_else_is_not_agreed_on():
    lines = [
        "je kunt hem ook zelf bellen op nul zes een twee drie vier vijf zes zeven acht",
        "belt hij mij terug op 0655512398",
    ]
    turns = [a_turn(line) for line in lines]
    assert number_for(turns, 0, {"0612345678"}) == "0655512398"
    assert number_for(turns[:1], 0, {"0612345678"}) is None


@pytest.mark.parametrize(
    ("asked", "answer", "points"),
    [
        ("Graag, op dit nummer.", "Goed.", True),
        ("ja hoor dit nummer", "is goed", True),
        ("Op het nummer waar ik nu mee bel?", "Ja hoor.", True),
        ("hetzelfde nummer als waar ik mee bel", "doe ik", True),
        ("Op dit nummer?", "Nee, op uw mobiel.", False),
        ("op dit nummer", "heb je een ander", False),
        ("Graag, maar niet op dit nummer.", "Goed.", False),
        ("Wie zit er achter dit nummer, want ik kreeg een boete?", "Dat weet ik niet.", False),
        ("Op mijn mobiel.", "Goed.", False),
    ],
)
def test_the_number_of_this_call(asked, answer, points):
    turns = [a_turn(line) for line in ("Ik laat u bellen.", asked, answer)]
    assert number_for(turns, 0) == (THIS if points else None)
    assert bool(own_number(turns, 1)) == points


@pytest.mark.parametrize(
    ("asked", "outgoing", "number"),
    [
        ("Heb je nog steeds dat 06-nummer wat op -388 eindigt?", True, "het nummer dat eindigt op 388"),
        ("Klopt dat nummer dat op 388 eindigt nog?", False, "het nummer dat eindigt op 388"),
        ("Mag dat op dit nummer?", True, "het nummer waarop de beller gebeld is"),
        ("Mag dat op dit nummer?", False, THIS),
    ],
)
def test_a_number_pointed_at_is_named_as_it_was(asked, outgoing, number):
    turns = [a_turn(line) for line in ("Ik laat u bellen.", "Goed.", asked, "Ja.")]
    assert number_for(turns, 0, outgoing=outgoing) == number


def test_the_number_the_employee_sees_is_that_of_this_call():
    lines = ("Ik laat u bellen.", "Graag.", "Op het nummer dat ik hier zie?", "Nee hoor, prima zo.")
    assert number_for([a_turn(line) for line in lines], 0) == THIS


X, Y = "06 12 34 56 78", "06 87 65 43 21"
OLD, NEW = "0612345678", "0687654321"


@pytest.mark.parametrize(
    ("lines", "number"),
    [
        ((f"Mijn oude nummer was {X}, nu is het {Y}.", "Goed."), NEW),
        ((f"{X} is thuis, maar liever op {Y}.", "Goed."), NEW),
        ((f"{X} is thuis, doe maar {Y}.", "Goed."), NEW),
        ((f"Niet op {X}, dat is van mijn ex. Bel maar op {Y}.", "Goed."), NEW),
        ((f"niet op {X} dat is van mijn ex maar op {Y}", "goed"), NEW),
        ((f"{X} gebruik ik niet meer. {Y}.", "Goed."), NEW),
        (("Ik heb 0314 12 34 56 van kantoor.", f"Of {Y}.", "87 65 43 21, staat erin."), NEW),
        ((f"{X}, of anders {Y}.", "12 34 56 78."), OLD),
        (("06 12 34 56 7, wacht, 06 12 34 56 78.", "78 op het eind."), OLD),
        ((f"{X}. En mijn rekening is nul nul zes negen acht vier vijf drie zes nul.", "Genoteerd."), OLD),
        ((f"{X}, of anders {Y}.", "Goed."), OLD),
        ((f"{X}, niet verwarren met die van kantoor.", "Goed."), OLD),
        ((f"Liever op {Y} dan op {X}.", "Goed."), NEW),
    ],
)
def test_of_several_numbers_the_chosen_one_or_the_one_read_back_is_meant(lines, number):
    assert number_for([a_turn(line) for line in ("Ik bel u.", *lines)], 0) == number


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ("Eindigt op 535?", "het nummer dat eindigt op 535"),
        ("eindigend op vijf drie vijf he", "het nummer dat eindigt op 535"),
        ("Uw klantnummer eindigt op 535?", None),
        ("Op de 06 met 774 achteraan?", "het nummer dat eindigt op 774"),
        ("Dat nummer, 0118, eindigend op 06?", "het nummer dat eindigt op 06"),
    ],
)
def test_the_end_of_a_number_is_enough(asked, number):
    assert number_for([a_turn(line) for line in ("Ik laat u bellen.", asked, "Ja, klopt.")], 0) == number


def test_ringing_the_organisation_on_the_same_number_is_no_number_of_the_caller():
    turns = [a_turn(line) for line in ("Ik laat u bellen.", "Bel ik u dan op hetzelfde nummer?", "Ja hoor.")]
    assert number_for(turns, 0, callers={1}) is None
    turns[1] = a_turn("Bel mij maar op hetzelfde nummer.")
    assert number_for(turns, 0, callers={1}) == THIS


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("Goed.", "het nummer waarop de beller gebeld is"),
        ("Nee, liever op een ander nummer.", None),
    ],
)
def test_who_is_rung_is_rung_again_on_that_number(said, number):
    turns = [a_turn(line) for line in ("Mijn collega belt u morgen.", said, "Ja.")]
    assert number_for(turns, 0, outgoing=True) == number
