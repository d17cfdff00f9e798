"""This module contains turns in their place: what intents are learned from and read in."""

from collections.abc import Sequence
from math import nan
from typing import NamedTuple

from scoring.call import Speaker
from scoring.language.text import TurnText


class Moment(NamedTuple):
    """This represents a turn in its place: it and its neighbours in standard words.

    `asks` is 1 for a “?”, else 0, and nan when the call has no question mark at all.
    """

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
            float("?" in texts[i]) if marked else nan,
        )
        for i in range(len(turns))
    ]
