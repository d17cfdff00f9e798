"""This module contains what recognised speech, without capitals, makes of a title and the words behind it."""

import re

from scoring.language.heard_name import same_sound
from scoring.language.names import PARTICLES, PLACES_AND_ROLES, Name
from scoring.language.text import TurnText

_SAID_WHO = (
    r"(?:^(?:\w+ ){{0,3}}met|(?:naam is|heet|spreekt met)) (?:(?:mevrouw|meneer|de heer) )?(?:(?:{}) )?{}"
    r"(?! (?:is|zit|staat)\b)\b"
)
_LATER_VERBS = frozenset(
    "is was wordt werd zit staat staan komt kwam gaat ging heeft had kan kon moet mag zal zou ligt lag zijn waren hebben worden "
    "gaan komen moeten kunnen liggen die dat hij ze niet wel al nog doet deed blijft hoort werkt loopt krijgt en of om "
    "voor van op in bij met uit naar aan".split()
)
"""Behind "mevrouw de bak" these tell of a thing."""


def introduced_alike(turn: TurnText, at: int, names: frozenset[str], spoken: str) -> int | None:
    """Where "de groot" ends, with which the caller said who it is; alone either word is too ordinary for a name."""
    end = at
    while end < len(turn.words) and turn.words[end] in PARTICLES:
        end += 1
    if not at < end < len(turn.words) or turn.words[end] in PLACES_AND_ROLES:
        return None
    said = _SAID_WHO.format(
        "|".join(map(re.escape, sorted(names))), re.escape(" ".join(turn.words[at : end + 1]))
    )
    heard = any(same_sound(turn.words[end], name) for name in names)
    return end + 1 if heard or re.search(said, spoken) else None


def tells_of_thing(turn: TurnText, name: Name, end: int, names: frozenset[str]) -> bool:
    """Whether "mevrouw de bak is niet geleegd" calls no name: what follows the article does something."""
    named = any(same_sound(part, own) for part in name.parts for own in names)
    article = len(name) > 1 and name[0] in {"de", "het"}
    return article and not named and turn.words[end : end + 1] != [] and turn.words[end] in _LATER_VERBS
