"""This module contains what employees say who send a caller on or leave one waiting: to whom, and that it begins."""

import re

from scoring.language.names import name_at, ordinary
from scoring.language.text import TurnText

_HANDED_TO = re.compile(
    r" (?:verbind\w*|zet|schakel|leid|geef|komt?|doorverbinden|doorverbonden|doorzetten|overzetten|doorschakelen"
    r"|door|over)(?: (?!met |naar |bij )\w+){0,4} (?:met|naar|aan|bij)(?: (?:eh|mijn|onze|een|de|collega|mevrouw|meneer|heer))*"
    r" (?=\w)"
)
_NOBODY_NAMED = frozenset(
    "iemand degene wie wat hem haar hen ze die dat hetzelfde het uw je jou jouw u mij ons elkaar iets alle ander andere"
    " anders collega collegas beneden boven achter achteren voren buiten binnen elders spoed plezier liefde lijn toestel genoegen"
    " nummer nummers persoon mensen team afdeling plek juiste goede rechter vraag verhaal".split()
)
"""What may follow "ik verbind u door met" and tells neither who nor which department."""
_LONG = 5
_SILENCE = (
    r"(?:even (?:\S+ )?(?:niks|niets|stilte)(?! (?:van|over|meer|terug) )"
    r"|(?:\S+ ){0,3}(?:\w*muziek\w*|deuntje|piano\w*|liedje))"
)
_LEAVES = re.compile(
    r" (?:(?:zet|zetten|leg|doe|plaats|hou|gaat|komt) (?:\S+ ){0,5}in de wacht|in de wacht (?:zetten|leggen|doen|houden)"
    r"|(?:leg|zet|hang) (?:u|je) (?:\S+ ){0,3}(?:weg|stil|opzij|op stil|op mute)"
    rf"|(?:u|je) hoort? {_SILENCE}|hoort? (?:u|je) {_SILENCE}) "
)
STAYS = re.compile(r" blijft? (?:\S+ ){0,3}(?:hangen|lijn) ")
_ELSEWHERE = re.compile(
    r" (?:vraag|vragen|navraag|navragen|overleg|overleggen|informeer|informeren|loop|lopen) (?!u |je |me )"
)
_NOT_NOW = re.compile(
    r" (?:morgen|overmorgen|vanmiddag|straks|\w+dag|volgende week|bel (?:ik )?u|laat (?:\S+ )?u weten|terugbellen|stond|zat"
    r"|sorry) "
)
_REST = 14
"""Who says more than so many words behind it has gone on with the caller."""


def tells_whom(turn: TurnText, *, capitals: bool) -> bool:
    """Whether the caller hears by name who or what comes next: "ik verbind u door met mirjam van der valk"."""
    ends = (turn.word_index(match.end()) for match in _HANDED_TO.finditer(turn.line))
    return any(_names_someone(turn, i, capitals=capitals) for i in ends)


def _names_someone(turn: TurnText, i: int, *, capitals: bool) -> bool:
    before = turn.words[i - 2 : i]
    if turn.words[i] in _NOBODY_NAMED or before[-1] in {"de", "een"} or before == ["een", "collega"]:
        return False
    announced = before[-1] != "collega"  # behind which another sentence may begin, in recognised speech
    if len(turn.words[i]) >= _LONG and not ordinary(turn.words[i]):
        return True  # a department, or a name that recognition wrote small
    return bool(name_at(turn, i, capitals=capitals, announced=announced)[0].parts)


def leaves_waiting(turn: TurnText) -> bool:
    """Whether a wait begins here: on hold, or asked to hold the line while the employee asks elsewhere."""
    if _NOT_NOW.search(turn.line):
        return False
    left = _LEAVES.search(turn.line)
    stays = STAYS.search(turn.line) if _ELSEWHERE.search(turn.line) else None
    ends = [match.end() for match in (left, stays) if match]
    return any(len(turn.line[end:].split()) <= _REST for end in ends)
