"""This module contains turns in their place: what intents are learned from and read in."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from scoring.call import Speaker
from scoring.language.text import TurnText

_ASKS = re.compile(
    r" (?:heeft|hebt|heb|bent|ben|kunt|kan|kun|wilt|wil|weet|staat|gaat|zit|woont|mag|zal|krijgt|zou|zoekt"
    r"|bedoelt|belt|had|was|moet|ziet) (?:u|je|jij|ik|we|wij|hij|zij|ze|dat|het|die|er) "
    r"|(?:^ | (?:en|maar|dus|oke|ja|goed|nou|want|o|ah|ach|dan) )(?:op |van |met |voor |bij |in |sinds |tot )?"
    r"(?:wat|hoe|wanneer|waar|welke?|wie|waarom|waarmee|waarover|hoeveel|hoelang) "
    r"(?!\w+ (?:vervelend|naar|fijn|leuk|goed|mooi|jammer|een) )"
    r"| is (?:dat|het|er|die|dit) (?:zo|nog|goed|duidelijk|akkoord|uw|je|in|al|wel|een|ook|iets|verder|anders|van) "
    r"| (?:duidelijk|akkoord|goed) (?:zo|voor u|he) $| verder nog | nog iets | klopt dat | toch $| he $"
)
"""How questions are worded: stands in where a transcript has no question marks at all."""

_WORDED, _NOT_WORDED = 0.55, 0.18
"""The share of turns with a question mark among those with and without such words, in the labelled calls."""


class Moment(NamedTuple):
    """This represents a turn in its place: it and its neighbours in standard words; `asks` 1 for a “?”."""

    speaker: Speaker
    line: str
    previous: str
    following: str
    place: int
    total: int
    asks: float


def moments(turns: Sequence[TurnText], speakers: Sequence[Speaker], texts: Sequence[str]) -> list[Moment]:
    """The turns of a call, each in its place; without any question mark it is unknown which turns ask."""
    lines = [turn.line for turn in turns]
    marked = any("?" in text for text in texts)
    return [
        Moment(
            speakers[i],
            lines[i],
            lines[i - 1] if i else "",
            "".join(lines[i + 1 : i + 2]),
            i,
            len(turns),
            float("?" in texts[i]) if marked else _may_ask(lines[i]),
        )
        for i in range(len(turns))
    ]


def _may_ask(line: str) -> float:
    """How likely a turn without question mark asks something, by its words."""
    return _WORDED if _ASKS.search(line) else _NOT_WORDED
