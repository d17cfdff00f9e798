"""Whether a caller takes an offer to be rung back, by the caller's own words."""

import pytest
from spoken import a_turn

from scoring.language.acceptance import accepted


def taken(*answers: str, doubted: bool = False) -> bool:
    """What the caller's turns after an offer say together."""
    return accepted([a_turn(answer) for answer in answers], doubted=doubted)


@pytest.mark.parametrize(
    "answers",
    [
        ("Hoe laat zou dat zijn?", "O nee, dan kom ik zelf wel langs."),
        ("Is dat lang?", "Dan mail ik liever."),
        ("wanneer dan", "laat dan maar ik mail wel"),
        ("Duurt dat lang?", "Nou, dan hoeft het voor mij niet hoor."),
        ("Nee, dat hoeft niet.",),
        ("nee joh laat maar",),
        ("Och nee, doe maar niet.",),
        ("Nee, laat haar maar doorwerken.",),
        ("Liever niet, ik neem overdag niet op.",),
        ("Nee, ik bel zelf wel.",),
    ],
)
def test_an_offer_that_is_declined(answers):
    assert taken(*answers) is False


@pytest.mark.parametrize(
    "answers",
    [
        ("Nee, dan ben ik er niet. Na twaalven graag.",),
        ("Nee, vandaag niet, morgen wel graag.",),
        ("nee vanmiddag slaap ik maar morgen is goed",),
        ("ja dat wacht ik dan wel af",),
        ("Nee, dat hoeft niet, dat hotel. Laat hem maar bellen.",),
        ("Nee, doe maar niet.", "Alhoewel. Doet u het toch maar."),
        ("Ja graag.", "Nee, dan kom ik zelf wel langs voor het formulier."),
        ("Oké. En anders bel ik zelf wel.",),
        ("Nee, laat maar bellen, goed.", "Ja."),
    ],
)
def test_an_offer_that_is_taken(answers):
    assert taken(*answers) is True


def test_words_that_do_not_tell():
    assert taken("Hoe laat zou dat zijn?")
    assert taken()
    assert not taken("Nee, alsjeblieft geen telefoon.", "Ja, mailen kan.", doubted=True)
    assert taken("Nee, alsjeblieft geen telefoon.", "Of laat haar toch maar bellen.", doubted=True)
