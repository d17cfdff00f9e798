"""This module contains whether two spellings, one of them misheard or mistyped, are of one surname."""

import re
from functools import lru_cache

_SOUNDS = (
    (r"[ae]?ij|ey|y|ei", "ei"), (r"auw|ouw|ou|au", "au"), (r"sch(?=[er]|$)|sz", "s"), (r"ck|cq|q|c(?![ehi])", "k"),
    (r"ph|v", "f"), (r"th|dt", "t"), (r"z", "s"), (r"x", "ks"), (r"ae", "aa"), (r"ue|uu", "u"), (r"(.)\1", r"\1"),
    (r"d$", "t"), (r"b$", "p"), (r"nk$|ngs?$", "ng"), (r"(?<=\w{3})s$", ""), (r"(?<=\w{3})en?$", ""),
)  # fmt: skip
"""Letters that sound alike in Dutch names, and endings that are hardly heard: Meijering and Meijerink, Visser and Visscher."""
_SHORTEST = 3


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
