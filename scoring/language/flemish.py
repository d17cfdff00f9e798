"""This module contains the form of address that is neither u nor je: ge and gij."""

import re
from itertools import pairwise

from scoring.language.text import TurnText

_VERBS = (
    "zijt|hebt|heb|kunt|kun|moet|moogt|wilt|zult|gaat|waart|komt|krijgt|weet|doet|ziet|hoeft|staat|woont|belt"
)
_GE = re.compile(
    rf" (?:({_VERBS}|had|hadt) ge (?!(?:\S+ )?\1 u )|ge (?:{_VERBS}) |gij )"  # "daar hoeft ge, daar hoeft u niets voor te doen"
)
_A_WORD = 2.5
"""Zipf frequency (wordfreq) of a word that exists."""
_OWN_WORDS = frozenset("niet er in na al een nog mee".split())
"""These follow "ge" more often than they are the other half of "geniet" or "geer"."""


def says_ge(turn: TurnText) -> int:
    """How often a turn says ge or gij to the other; recognition cuts "gehoord" and "Gijsbert" in two."""
    return sum(not _halved(turn.line, match) for match in _GE.finditer(turn.line))


def _halved(line: str, match: re.Match[str]) -> bool:
    import wordfreq  # loads slowly, and many commands read no call

    first, rest = match.group().split()[-1], next(iter(line[match.end() :].split()), "")
    halves = first in {"ge", "gij"} and bool(rest) and rest not in _OWN_WORDS
    return halves and wordfreq.zipf_frequency(first + rest, "nl") >= _A_WORD


def shows_ge(line: str) -> bool:
    """Whether a line of standard words has ge or gij."""
    return _GE.search(line) is not None


def says_u_itself(turn: TurnText) -> int:
    """How often a turn says u beside "dank u"; uw goes with ge and gij too."""
    return sum(word in {"u", "uzelf"} and before != "dank" for before, word in pairwise(["", *turn.words]))
