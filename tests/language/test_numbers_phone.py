import pytest
from spoken import a_turn

from scoring.language.numbers import digit_runs, value
from scoring.language.phone import is_direct, spoken_numbers


@pytest.mark.parametrize(
    ("said", "digits"),
    [
        ("06 12 34 56 78", ["0612345678"]),
        ("06-12345678", ["0612345678"]),
        ("(06) 12345678", ["0612345678"]),
        ("+31612345678", ["0612345678"]),
        ("+31 6 12 34 56 78", ["0612345678"]),
        ("nul zes, twaalf, vierendertig, zesenvijftig, achtenzeventig", ["0612345678"]),
        ("nulzes een twee drie vier vijf zes zeven acht", ["0612345678"]),
        ("nul zes eh twaalf, even kijken, vierendertig en dan zesenvijftig achtenzeventig", ["0612345678"]),
        ("vijf en twintig, zes", ["256"]),
        ("drieëntwintig, drie", ["233"]),
        ("mijn postcode is 1234 AB en huisnummer 56", ["1234"]),
        ("een twee drie is goed, vier vijf zes", ["123", "456"]),
        ("een huis met twee kamers", []),
        ("", []),
    ],
)
def test_digits_and_number_words_form_one_number(said, digits):
    assert [run.digits for run in digit_runs(a_turn(said).words)] == digits


def test_values():
    assert [value(w) for w in ("12", "twaalf", "tweeentwintig", "honderd", "fiets", "9" * 20)] == [
        12, 12, 22, 100, None, None,
    ]  # fmt: skip
    assert value("፩") is None


def direct(said: str, heard: str = "", before: str = "") -> bool:
    turn = a_turn(said)
    line = a_turn(before).line if before else ""
    return any(is_direct(turn, number, heard, line) for number in spoken_numbers(turn))


@pytest.mark.parametrize(
    "said",
    [
        "Zijn nummer is 06-12345678.",
        "haar mobiel is nul zes twaalf vierendertig zesenvijftig achtenzeventig",
        "U kunt hem bereiken op 06 1234 5678.",
        "U kunt mij rechtstreeks bellen op 0316 279 111.",
        "het doorkiesnummer is nul drie een zes twee zeven negen een een een",
        "Rechtstreeks nummer van mevrouw De Wit: 026 377 3911",
        "zijn nummer is +31 6 12345678",
        "Mijn collega heeft (06) 12345678.",
        "oe kunt hem bellen op nulzes twaalf vierendertig zesenvijftig achtenzeventig",
        "Pascal zit op 0316 279 111.",
        "U kunt haar morgen proberen, 0316 279 111.",
    ],
)
def test_a_number_of_a_colleague_is_direct(said):
    assert direct(said)


def test_a_number_that_begins_as_the_callers_own_is_another():
    gives = "Ik geef u het nummer van Lianne, 071 555 47 12."
    assert direct(gives, heard="0715550193")
    assert not direct("071 555 01 93, genoteerd.", heard="0715550193")


def test_a_number_after_its_announcement_is_direct():
    assert direct("0612345678", before="Ik geef u zijn rechtstreekse nummer.")


@pytest.mark.parametrize(
    "said",
    [
        "Dus uw nummer is 06 12 34 56 78, klopt dat?",
        "Op 06 12 34 56 78?",
        "Is 06 12 34 56 78 nog goed, heeft hij uw mobiele nummer?",
        "Mag ik uw mobiele nummer nog eens doorlezen? Ik heb 06 12 34 56 78.",
        "U kunt ze bellen, 0316 555 555, die hebben nog plek.",
        "Lukt het niet, dan bereikt u ons op 0316 279 111.",
        "Ik bel u op 0612345678.",
        "U kunt bellen met 14 0316.",
        "veertien nul drie een zes",
        "bel 0800 123 45 67",
        "0900 8844 of 112",
        "Ons algemene nummer is 0316 279 111.",
        "Het nummer van de woningbouw is 0316 555 555.",
        "Uw zaaknummer is 0123456789.",
        "het kenmerk is 0012345678",
        "uw BSN is 012345678",
        "toestel 4512",
    ],
)
def test_numbers_that_may_be_given(said):
    assert not direct(said)


@pytest.mark.parametrize(
    "said", ["06 12 34 56 78, klopt?", "nul zes twaalf vierendertig zesenvijftig achtenzeventig"]
)
def test_reading_back_the_callers_own_number_may(said):
    assert not direct(said, heard="0612345678 ")
    assert not direct(said, heard="12345 678 ")
