"""This module contains whether a name with a title is that of a relative of the caller, who may bear the same one."""

import re
from collections.abc import Collection, Sequence
from itertools import takewhile

from scoring.language.text import TurnText

_STEP = "(?:schoon|klein|pleeg|stief|groot|half)?"
_SHES = (
    rf"{_STEP}(?:moeders?|dochters?|dochtertje|zus|zussen|zusje)|vrouw|oma|mama|mam|ma|tante|nicht|echtgenote"
)
_HES = rf"{_STEP}(?:vaders?|zoons?|zonen|zoontje|broers?|broertje)|man|opa|papa|pap|pa|oom|neef|echtgenoot"
_BOTH = r"partner|ouders|grootouders|schoonouders"
_RELATIVE = re.compile(
    r"(?<! met) (?:mijn|me|mij|mien|mun|ons|onze) (?:(?!man |vrouw )\w+ )?"
    rf"(?:(?P<she>{_SHES})|(?P<he>{_HES})|{_BOTH})(?= (?!en ik ))"
)
"""Of whom the caller speaks; with "met mijn man" that one only was there."""
_GREETINGS = frozenset("dag hallo hoi goedemorgen goedemiddag goedenavond goedendag welkom".split())
_TELLS_OF = frozenset("van voor naar bij over namens aan tegen zie is betreft".split())
"""Before "meneer Bakker" these tell of him."""
_YOURS = frozenset("u uw je jouw jullie".split())
"""Earlier in the sentence these say who is talked to: "ik zie uw afspraak, meneer Bakker, die staat erin"."""
_STREET = r"\w+(?:straat|weg|laan|plein|gracht|singel|steeg|kade|dreef|dijk)"
_READ = re.compile(
    rf" (?:\w+ ){{0,3}}?(?:geboren|geboortedatum|junior|senior|\d+|{_STREET}) "
    r"| (?:(?:heeft|staat|woont|krijgt|kreeg|ontvangt) (?!u |je |mij )|(?:die|hij|zij|ze) (?:staat|heb ik|heeft|woont|is) |uit )"
)
"""What follows a name that is read from a file, or somebody is told of."""


def relatives(turns: Sequence[TurnText]) -> frozenset[str]:
    """The titles ("mevrouw", "meneer") by which relatives of whom the caller speaks here would be called."""
    found: set[str] = set()
    for match in (match for turn in turns for match in _RELATIVE.finditer(turn.line)):
        found |= {"mevrouw"} if match["she"] else {"meneer"} if match["he"] else {"mevrouw", "meneer"}
    return frozenset(found)


def means_relative(turn: TurnText, start: int, end: int, kin: Collection[str]) -> bool:
    """Whether these words, a title and a surname, tell of a relative whose title is in `kin`, and call nobody."""
    formal = turn.words[start] == "heer"
    start -= formal
    before = turn.words[start - 1] if start and start not in turn.sentence_starts else ""
    if not kin or before in _GREETINGS or not (formal or turn.words[start] in kin):
        return False
    if formal or before in _TELLS_OF:
        return True  # "de heer" is hardly ever said to somebody
    first = max(i for i in (0, *turn.sentence_starts) if i <= start)
    if _YOURS.intersection(turn.words[first:start]):
        return False
    rest = takewhile(lambda i: i not in turn.sentence_starts, range(end, len(turn.words)))
    return bool(_READ.match(f" {' '.join(turn.words[i] for i in rest)} "))
