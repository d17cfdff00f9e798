"""This module contains whether a caller asks, or wants, to be rung: "kan hij mij bellen?", "laat hem me maar bellen"."""

import re

from scoring.language.text import TurnText

_ME = "(?:mij|me|ons)"
_THEY = r"(?:er|u|jullie|je|jij|ze|zij|hij|die|iemand|(?:de|een|uw|jullie|je|mevrouw|meneer) \w+)"
_RUNG = r"(?:terug|op)?gebeld"
_RING = r"(?:terug|op)?bellen"
_RINGS = r"(?:terug|op)?bel(?:t|len)"
_CAN = "(?:ga|gaat|gaan|kan|kun|kunt|kunnen|wil|wilt|willen|zou|zouden|zal|zullen|komt)"
_BETWEEN = r"(?:(?!ik |wie |hoe |waar |wat |welk|of |waarom )\w+ )"
"""Between "mij" and "bellen"; "kunt u mij zeggen wie ik moet bellen" asks something else."""
_PASSES_ON = (
    r"(?:vraagt?|vragen|zegt?|zeggen|doorgeven|geeft?|regel|regelen|zorg|zorgen|noteer|noteren|opschrijven|schrijf"
    r"|zet|zetten)"
)
_ASKS = re.compile(
    r" (?:word|worden|wordt) (?:ik|we|wij|er) (?:\w+ ){0,4}(?:terug|op)?gebeld "
    rf"| (?:mag|kan|kunnen) (?:ik|we|wij) (?:\w+ ){{0,4}}{_RUNG} worden "
    r"| dus (?:ik|we|wij) (?:word|worden) (?:\w+ ){0,3}(?:terug|op)?gebeld "
    rf"| bel(?:t|len)? (?:dan |nog )?{_THEY} (?:\w+ ){{0,2}}{_ME} (?!over |omdat |vanwege )| bel(?:t|len) er (?:\w+ )?iemand "
    rf"|^ (?:(?:en|dus|dan) ){{1,2}}{_THEY} bel(?:t|len) {_ME} (?:\w+ )?$"
    rf"| {_CAN} {_THEY} (?:\w+ ){{0,3}}{_ME} {_BETWEEN}{{0,4}}{_RING} "
    rf"| {_CAN} {_ME} (?:\w+ ){{0,2}}iemand (?:\w+ ){{0,3}}{_RING} "
    r"| (?:gaat|kan|zal) er (?:\w+ )?iemand (?:\w+ ){0,2}bellen "
    rf"| {_CAN} (?:u|je|jij) (?:\w+ ){{0,3}}(?:vragen of|(?:zeggen|doorgeven|regelen|zorgen|opschrijven|noteren|vragen) dat)"
    rf" (?:\w+ ){{1,4}}?{_ME} (?:\w+ ){{0,4}}{_RINGS} "
    r"| (?:krijg|krijgen) (?:ik|we|wij) (?:\w+ ){0,4}(?:telefoontje|belletje|telefoon) "
    r"| (?:hoor|horen) (?:ik|we|wij) (?:\w+ ){0,4}telefonisch "
    r"|^ (?:(?:o|oh|en|dus|is|dat|gewoon|dan|wordt) )*(?:gebeld|telefonisch|(?:per|via de|door de|over de|aan de) telefoon"
    r"|met een (?:belletje|telefoontje)) (?:dan |of (?:niet |per \w+ )?)?$"
)
"""A caller asks whether, or that, somebody rings them: a yes is enough."""
_WISHES = r"ik (?:wil|wou|wens|(?:zou|had) (?:\w+ )?(?:graag|liever|willen))"
"""Without "graag" it is what should have been: "ik zou gebeld worden"."""
_WANTS = re.compile(
    rf" laat (?:\w+ ){{1,4}}?{_ME} (?:\w+ ){{0,5}}{_RING} "
    rf"| laat (?:hem|haar|ze|die|iemand|(?:de|een|uw|die) \w+) (?:(?:dan|maar|even|gerust|straks|morgen) ){{0,3}}"
    rf"{_RING} (?!met |naar |over )"
    r"|(?<! ik)(?<! we)(?<! hij)(?<! ze) (?:bel|belt u) (?:mij|me) "
    r"(?:(?:dan|maar|even|gerust|straks|terug|nog) |\w*(?:morgen|middag|dag) )"
    rf"| {_WISHES} (?:\w+ ){{0,3}}(?:dat|als) (?:\w+ ){{1,4}}?{_ME} (?:\w+ ){{0,4}}{_RINGS} "
    rf"| {_WISHES} (?:\w+ ){{0,5}}{_RUNG} worden "
    rf"| (?:hij|zij|ze|die|iemand|u|je|jij|jullie|de \w+) (?:mag|mogen|moet|moeten|kan|kunt|kunnen) {_ME}"
    rf" {_BETWEEN}{{0,4}}{_RING} "
    rf"|(?<! ik)(?<! we) {_PASSES_ON} (?:\w+ ){{0,3}}(?:of|dat)"
    rf" (?:(?:\w+ ){{1,4}}?{_ME} (?:\w+ ){{0,4}}{_RINGS}|ik (?:\w+ ){{0,3}}{_RUNG} (?:word|wil worden|wil)) "
)
"""A caller wants it: who only says "ja" has heard it, who says "doe ik" promises it."""
_COMPLAINS = re.compile(
    r" (?:steeds|telkens|altijd|vaak|elke|iedere|waarom|hoezo|waarover|waarvoor|geen|(?<!of )niet) "
)
_TAIL = 15
"""Words at the end of a turn in which the question that is answered stands."""
_BEHIND = 5
"""So many words may follow a wish: "door de inspecteur", "dan ben ik thuis"."""


def asks_for_call(text: TurnText) -> bool:
    """Whether the turn ends with asking whether, or that, somebody rings the caller."""
    tail = _tail(text.asked or text.line)
    return bool(_ASKS.search(tail) and not _COMPLAINS.search(tail))


def wants_call(text: TurnText) -> bool:
    """Whether the turn ends with the wish that somebody rings the caller, and no other question behind it."""
    tail = _tail((text.asked or "").strip() or text.line)
    found = _WANTS.search(tail)
    return bool(found and len(tail[found.end() :].split()) <= _BEHIND and not _COMPLAINS.search(tail))


def _tail(line: str) -> str:
    return f" {' '.join(line.split()[-_TAIL:])} "
