"""This module contains turns in their place: what intents are learned from and read in."""

from collections.abc import Sequence
from typing import NamedTuple

from scoring.call import Speaker
from scoring.language.text import TurnText

ASKS_OFTEN = 0.35
"""The share of turns that ask something: stands in where a transcript has no question marks at all."""


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
            float("?" in texts[i]) if marked else ASKS_OFTEN,
        )
        for i in range(len(turns))
    ]
