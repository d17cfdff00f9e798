"""Who does the matter, and so rings, where it is only said that the caller is rung."""

import pytest
from spoken import a_turn

from scoring.language.said_doer import said_doer


def doer(*lines: str) -> str | None:
    """Who does it, promised in the first of these lines."""
    return said_doer([a_turn(line) for line in lines], [0], (), capitals=any(map(str.isupper, lines[0])))


@pytest.mark.parametrize(
    ("lines", "who"),
    [
        (("Dat doet mijn collega Bas. U wordt teruggebeld.",), "Bas"),
        (("dat doet de boa zelf meestal u wordt morgen teruggebeld",), "de boa"),
        (("dat moet de inkomensconsulent doen u wordt gebeld",), "de inkomensconsulent"),
        (("ik laat groen beheer u morgen bellen",), "groen beheer"),
        (("ik laat handhaving u bellen",), "handhaving"),
        (("Ik vraag handhaving of ze u bellen.",), "handhaving"),
        (("Dat zit bij het wijkteam. U wordt gebeld.",), "het wijkteam"),
        (("dat is voor de afdeling groen u wordt gebeld",), "de afdeling groen"),
        (("U wordt gebeld.", "Wie belt mij dan?", "Dat doet de consulent."), "de consulent"),
        (("u wordt gebeld", "door wie", "dat doet de boa"), "de boa"),
        (("U wordt gebeld.", "Dat is goed.", "De was doet de consulent."), None),
        (("dat doet de consulent niet zelf u wordt gebeld",), None),
        (("dat is niet bij ons u wordt gebeld",), None),
        (("dat doet de gemeente wel vaker u wordt gebeld",), None),
        (("dat doet me goed u wordt gebeld",), None),
        (("ik laat u morgen bellen",), None),
        (("berdien is op huisbezoek die doet gok schulden u wordt gebeld",), None),
    ],
)
def test_who_does_the_matter_rings(lines, who):
    assert doer(*lines) == who
