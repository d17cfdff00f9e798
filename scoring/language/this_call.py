"""This module contains where an employee who rings says that this very call is the ringing: "ik bel u even terug"."""

import re
from itertools import pairwise

from scoring.language.text import TurnText
from scoring.language.when import says_when

_NOW = re.compile(
    r" ik bel (?:u|je|jou|jullie) (?:(?:even|nu|dus|maar|inderdaad|weer|eventjes) ){0,3}(?:terug )?(?P<rest>.*)$"
)
_LATER = re.compile(r" (?:zodra|later|straks|als|wanneer|nog|morgen|dan) ")


def rings_now(text: TurnText) -> list[tuple[int, int]]:
    """Where in the text sentences stand that say so, and nothing of later."""
    found = []
    for first, end in pairwise([*text.sentence_starts, len(text.words)]):
        said = _NOW.search(f" {' '.join(text.words[first:end])} ")
        if said and not says_when(f" {said['rest']}") and not _LATER.search(f" {said['rest']}"):
            found.append((text.spans[first][0], text.spans[end - 1][1]))
    return found
