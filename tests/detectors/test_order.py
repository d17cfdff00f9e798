"""One thing said, and another after it."""

import pytest
from pydantic import TypeAdapter
from spoken import a_context, quotes_stand

from scoring.detectors import AnyDetector

KINDS = TypeAdapter(AnyDetector)
ASKED = "A: Mag ik u doorverbinden?\nB: Ja hoor.\nA: Ik verbind u door."


def pairs(dialogue: str, **options: object) -> float | None:
    own = {"kind": "order", "phrases": ["mag ik"], "then": ["ik verbind u"]} | options
    context = a_context(dialogue)
    seen = KINDS.validate_python(own).measure(context)
    assert quotes_stand(context, seen)
    return seen.value


@pytest.mark.parametrize(
    ("dialogue", "value"),
    [
        (ASKED, 1),
        ("A: Mag ik u doorverbinden? Mooi, ik verbind u door.", 1),
        ("A: Ik verbind u door.\nB: Wacht.\nA: Mag ik?", 0),
        ("A: Ik verbind u door, mag ik?", 0),
        ("A: Mag ik u iets vragen?\nB: Ja.\nA: Mag ik u doorverbinden?\nB: Ja.\nA: Ik verbind u door.", 1),
        (f"{ASKED}\n{ASKED}", 2),
        ("A: Mag ik u doorverbinden?\nB: Ja, ik verbind u.", 0),
        ("A: Dag.\nB: Dag.", 0),
    ],
)
def test_how_often_the_second_follows_the_first(dialogue, value):
    assert pairs(dialogue) == value


def test_another_speaker_and_how_soon():
    answered = "B: Ik ben boos.\nA: Hm.\nB: Echt.\nA: Dat begrijp ik."
    asked = {"speaker": "caller", "phrases": ["boos"], "then": ["begrijp ik"], "then_speaker": "agent"}
    assert pairs(answered, **asked) == 1
    assert pairs(answered, **asked, within=3) == 1
    assert pairs(answered, **asked, within=1) == 0
    assert pairs(answered, **asked | {"then_speaker": None}) == 0


def test_what_stands_in_an_unwanted_phrase_is_no_second():
    told = {"speaker": "agent", "phrases": ["hou op"], "then": ["muts"], "then_speaker": "caller"}
    sorry = "A: Hou op.\nB: Ja. Sorry hè, van die muts."
    assert pairs(sorry, **told) == 1
    assert pairs(sorry, **told, unless=["sorry ..3 muts"]) == 0
    assert pairs(f"{sorry}\nB: Maar muts ben je wel.", **told, unless=["sorry ..3 muts"]) == 1
