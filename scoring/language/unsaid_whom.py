"""This module contains promises to ring that leave unsaid whom: "hij belt morgen wel even", "ik laat Peter even bellen"."""

import re
from collections.abc import Iterator, Sequence

from scoring.language.agreed_number import agreed_number
from scoring.language.numbers import NUMBERS
from scoring.language.text import TurnText
from scoring.language.when import says_when

_FILL = (
    r"(?:dan|even|nog|wel|weer|terug|straks|zo|meteen|direct|gewoon|eens|zeker|natuurlijk|misschien|anders|uiterlijk|tussen|voor"
    r"|na|om|rond|tegen|en|of|in de loop van(?: de)?|begin|eind|eerst|volgende|komende|deze|week|van de week|binnen|uur|half"
    rf"|kwart|(?:\w+)?(?:dag|dagen|morgen|middag|ochtend|avond)|vandaag|\d+|{'|'.join(NUMBERS)})"
)
_FILLS = rf"(?:{_FILL} ){{0,10}}"
_NOBODY = (
    r"u|je|jij|jou|jullie|ge|ik|we|wij|men|mij|me|ons|wie|niemand|het|dit|dat|dan|er|daar|hier|en|maar|of|want|dus|ook|niet"
    r"|weten|zien|horen|de|een|mijn|uw|onze|deze|zijn|haar|hun|nooit|altijd|vaak|soms|anders|mee|nu|al|net"
)
_KIN = r"(?:man|vrouw|zoon|dochter|partner|moeder|vader|broer|zus|ouders|schoon\w+|klein\w+|buurman|buurvrouw|bewindvoerder)"
"""Who of the caller's own rings, rings the organisation."""
_WHO = (
    rf"(?:hij|zij|ze|die|hem|haar|iemand|(?:mijn|een|de|onze|mevrouw|meneer) \w+|uw (?!{_KIN} )\w+|(?!(?:{_NOBODY}|{_FILL}) )\w+)"
    r"(?: van (?:(?:de|het) )?\w+)?"
)
_RINGS = r"(?:(?:terug|op)?belt|(?:een )?(?:belletje|telefoontje) (?:doet|geeft|pleegt))"
_ASKS = r"(?:vraag|vragen|zorg|zorgen|regel|regelen|zet|zetten|door|doorgeven|zeg|zeggen|noteer|noteren)"
_PROMISES = re.compile(
    rf" (?:ik laat|laat ik|we laten|laten we) {_WHO} {_FILLS}(?:terug|op)?bellen (?P<let>{_FILLS})"
    rf"| (?:zal|kan|ga) ik (?:\w+ )?{_WHO} {_FILLS}laten (?:terug|op)?bellen (?P<offer>{_FILLS})"
    rf"| {_ASKS} (?:\w+ ){{0,5}}?(?:of|dat) {_WHO} {_FILLS}{_RINGS} (?P<asked>{_FILLS})"
    rf"| {_WHO} belt (?P<rings>{_FILLS})"
    rf"| belt {_WHO} (?P<turned>{_FILLS})"
)
_CONTACT = re.compile(
    r" contact (?:met (?:u|je) )?(?:op ?(?:te )?nem\w*|op(?:neemt)?|laten opnemen) | contact (?:\w+ ){0,3}(?:te nemen|opneemt) "
    r"| neemt (?:\w+ ){0,5}contact "
)
_OTHERS_CONTACT = re.compile(
    r" contact (?:\w+ ){0,2}met (?!u |je |jou |jullie )| (?:u|je|jullie|kunt|kun|moet) (?:\w+ ){0,2}contact | neemt? (?:u|je) "
)
"""It is another with whom there will be contact, or the caller who is to seek it."""
_OBJECT = re.compile(
    r"(?:de|het|een|die|dat|deze|uw|mijn|onze|zijn|haar|hun|hem|ze|je|u|jou|mij|me|ons|zelf|met|naar|bij|aan|iemand|alle|elke|niet|nooit"
    r"|altijd|vaak|meneer|mevrouw|hij|zij|ik|we|wij|er) "
)
"""What follows where somebody else is rung, or nobody."""
_UNSURE = re.compile(
    r" (?:als|indien|mocht|wanneer|waarom|zodra|tenzij|vaak|soms|steeds|altijd|zei|zegt) (?:\w+ ){0,3}$"
)
_OF_WHOM = re.compile(r" (?:of|dat) (?:\w+ ){0,3}$")
"""Before "de leverancier belt" that one may be rung: "ik vraag of hij de leverancier belt"."""
_CALLER_RINGS = re.compile(
    r" (?:u|je|jij|jullie|ik|we|wij|elke|iedere|per) (?:(?:nu|straks|morgen|dan|weer|zelf|ook|hier|daar) )?$"
)
"""Before a word and "belt" it is no name: "het nummer waar u mee belt"."""
_WRITES = re.compile(r" (?:\w*mail\w*|\w*brief|schriftelijk|post|sms\w*|app\w*) ")
_NUMBER = re.compile(
    r" (?:(?:welk|uw|je|jouw|dit|hetzelfde|dat|op het|wat is het) (?:\w+ )?(?:telefoon|mobiel)?nummer|bereikbaar|bereiken) "
)
_FOLLOWS = 4
"""So many turns in which a number is asked for, or given, of who is rung."""


def rings_unsaid(turns: Sequence[TurnText], turn: int) -> bool:
    """Whether this turn promises a call without saying to whom, with a term beside it or a number asked for."""
    text = turns[turn]
    said = [m for m in _promises(text.line) if m.group() not in (text.asked or "")]
    if any(says_when(m.group()) for m in said):
        return True
    offers = (
        said
        or any(_promises(text.asked or ""))
        or (
            _CONTACT.search(text.line)
            and not (_WRITES.search(text.line) or _OTHERS_CONTACT.search(text.line))
        )
    )
    return bool(offers) and _number_follows(turns, turn)


def _promises(line: str) -> Iterator[re.Match[str]]:
    """Where somebody is said to ring, with nobody behind it who is rung and nothing before it that takes it back."""
    for match in _PROMISES.finditer(line):
        before, after = line[: match.start() + 1], line[match.end() :]
        rings, turned = match["rings"] is not None, match["turned"] is not None
        rung = (rings and _OF_WHOM.search(before)) or ((rings or turned) and _CALLER_RINGS.search(before))
        if not (rung or _OBJECT.match(after) or _UNSURE.search(before)):
            yield match


def _number_follows(turns: Sequence[TurnText], turn: int) -> bool:
    """Whether a telephone number is asked for in this turn or the next ones, or said there."""
    near = turns[turn : turn + _FOLLOWS]
    return any(_NUMBER.search(text.line) for text in near) or agreed_number(near) is not None
