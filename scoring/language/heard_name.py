"""This module contains whether two spellings, one of them misheard or mistyped, are of one surname."""

import re
from collections.abc import Collection
from functools import lru_cache
from itertools import pairwise

from scoring.language.text import TurnText

_SOUNDS = (
    (r"[ae]?ij|ey|y|ei", "ei"), (r"auw|ouw|ou|au", "au"), (r"sch(?=[er]|$)|sz", "s"), (r"ck|cq|q|c(?![ehi])", "k"),
    (r"ph|v", "f"), (r"th|dt", "t"), (r"z", "s"), (r"x", "ks"), (r"ae", "aa"), (r"ue|uu", "u"), (r"(.)\1", r"\1"),
    (r"d$", "t"), (r"b$", "p"), (r"nk$|ngs?$", "ng"), (r"(?<=\w{3})s$", ""), (r"(?<=\w{3})en?$", ""),
)  # fmt: skip
"""Letters that sound alike in Dutch names, and endings that are hardly heard: Meijering and Meijerink, Visser and Visscher."""
_SHORTEST = 3
_SHORTEST_WHOLE = 6
"""A name of fewer letters is hardly heard as two words: "de boer" is not Deboer."""


@lru_cache(maxsize=4096)
def sounds(word: str) -> str:
    """The word written as it sounds, roughly."""
    for letters, sound in _SOUNDS:
        word = re.sub(letters, sound, word)
    return word


def same_sound(word: str, name: str) -> bool:
    """Whether the two sound as one name would: "bont" and "bond", "lange" and "lang"."""
    heard = sounds(word)
    return word == name or (len(heard) >= _SHORTEST and heard == sounds(name))


def in_halves(turn: TurnText, at: int, names: Collection[str]) -> int | None:
    """Where a name ends that recognition cut in two here: "meneer hoek sema" calls Hoekzema."""
    halves, spans = turn.words[at : at + 2], turn.spans[at - 1 : at + 2]
    apart = (turn.text[a:b] for (_, a), (b, _) in pairwise(spans))
    whole = "".join(halves)
    if len(halves) < 2 or any(gap.strip() not in {"", "-"} for gap in apart):
        return None
    long = (name for name in names if len(name) >= _SHORTEST_WHOLE)
    return at + 2 if any(same_sound(whole, name) for name in long) else None
