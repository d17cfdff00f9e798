"""This module contains whom somebody who rings has got: "is dat mevrouw Ten Have?" – "nee, met haar dochter"."""

import re

from scoring.language.names import name_at
from scoring.language.text import TurnText

_WHETHER = re.compile(
    r" (?:is (?:dat|dit)|(?:u|jij|je) bent|bent u|ben jij) (?:meneer|mevrouw|de heer) (?=.)"
)
_SOMEBODY_ELSE = re.compile(
    r"^ nee (?:(?:hoor|sorry|helaas|hij|zij|ze|die) )*(?:(?:u spreekt )?met |dat (?:is|was) |is |was |ligt |slaapt |werkt "
    r"|ik ben (?:zijn|haar|de|niet) |verkeerd )"
)


def asked_whether(turn: TurnText, *, capitals: bool) -> tuple[int, int] | None:
    """The title and name with which somebody who rings asks whom he has got: "is dat mevrouw Ten Have?"."""
    if not (match := _WHETHER.search(turn.line)):
        return None
    at = turn.word_index(match.end())
    name, end = name_at(turn, at, capitals=capitals, announced=True)
    return (at - 1, end) if name.parts else None


def denies(answer: TurnText) -> bool:
    """Whether the answer tells that somebody else is on the line: "nee, met haar dochter"."""
    return _SOMEBODY_ELSE.search(answer.line) is not None
