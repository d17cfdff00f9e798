"""This module contains where an employee who rings says that this very call is the ringing: "ik bel u even terug"."""

import re
from itertools import pairwise

from scoring.language.text import TurnText
from scoring.language.when import says_when

_NOW = re.compile(
    r" ik bel (?:u|je|jou|jullie) (?:(?:even|nu|dus|maar|inderdaad|weer|eventjes) ){0,3}(?:terug )?(?P<rest>.*)$"
)
_THEREFORE = re.compile(
    r" (?:(?:daarom|daarvoor|daarover) bel ik(?: (?:u|je|jou|jullie))?|(?:vandaar|daarom) dat ik (?:(?:u|je|jou|jullie) )?bel)"
    r"(?P<rest> (?:\w+ ){0,3})"
)
"""Why the employee rings now, unless a moment or "nog eens" follows at once."""
_CLAUSE = re.compile(
    r" (?:(?!als |want |dan |zodra |en |of |maar |die |dat )\w+ ){1,5}"
    r"(?:is|zijn|kunt|kun|kan|komt|komen|heeft|hebben|heb|wordt|gaat|staat|krijgt|mag|moet|begint) "
)
"""A moment with a verb behind it begins another sentence: "daarom bel ik vrijdag is er plaats"."""
_AGAIN = re.compile(
    r" (?:terug|nog|opnieuw|weer|dan|straks|later|zodra|als|wanneer|altijd|met|mijn|onze|de|hem|haar) "
)
_LATER = re.compile(r" (?:zodra|later|straks|als|wanneer|nog|morgen|dan) ")


def rings_now(text: TurnText) -> list[tuple[int, int]]:
    """Where in the text sentences stand that say so, and nothing of later."""
    found = []
    for first, end in pairwise([*text.sentence_starts, len(text.words)]):
        said = _NOW.search(f" {' '.join(text.words[first:end])} ")
        now = said and not says_when(f" {said['rest']}") and not _LATER.search(f" {said['rest']}")
        if now or _rings_therefore(f" {' '.join(text.words[first:end])} "):
            found.append((text.spans[first][0], text.spans[end - 1][1]))
    return found


def _rings_therefore(sentence: str) -> bool:
    said = _THEREFORE.search(sentence)
    if not said or _AGAIN.search(said["rest"]):
        return False
    return not says_when(said["rest"]) or bool(_CLAUSE.match(sentence[said.start("rest") :]))
