"""This module contains promises to ring that words alone settle, however rarely a labelled call has them."""

import re

from scoring.language.names import ordinary
from scoring.language.text import TurnText
from scoring.language.when import says_when

_U = "(?:u|je|jij|ge)"
_DAY = r"straks|vandaag|van(?:middag|avond)|(?:over)?morgen\w*|\w{3,6}dag\w*"
_GETS_A_CALL = re.compile(
    rf" (?:(?:krijgt|krijg) {_U}|{_U} (?:krijgt|krijg)) (?P<what>(?:\w+ ){{0,8}})telefoon van (?!uw |je |jouw )"
)
_RUNG = r"(?:terug|op)?gebeld"
_RING = r"(?:terug|op)?bellen"
_IS_RUNG = re.compile(
    rf" {_U} (?:word|wordt) (?:\w+ ){{0,6}}{_RUNG} (?:\w+ ){{0,4}}"
    rf"| \w+ (?:word|wordt) {_U} (?:\w+ ){{0,6}}{_RUNG} (?:\w+ ){{0,4}}"
    rf"| ik (?:regel|zorg) (?:er ?voor )?dat {_U} (?:\w+ ){{0,6}}(?:(?:word|wordt) {_RUNG}|{_RUNG} (?:word|wordt)) "
    rf"| ik laat (?:\w+ ){{0,5}}?{_U} (?:\w+ ){{0,5}}?{_RING} (?:\w+ ){{0,4}}"
    rf"| laat ik (?:\w+ ){{0,3}}?{_U} (?:\w+ ){{0,5}}?{_RING} (?:\w+ ){{0,4}}"
    rf"| (?:{_DAY}) (?:belt|bellen) (?:hij|zij|ze|die|iemand|(?:de|mijn|een|onze) \w+)(?: van \w+)? {_U} (?:\w+ ){{0,3}}"
    rf"| (?P<who>\w+) (?:belt|bellen) {_U} (?:\w+ ){{0,4}}?terug "
)
"""Somebody will ring the caller; sure only with a term beside it."""
_SOON = re.compile(r" zo (?:even |meteen |direct )?(?:terug|terugbellen|bellen|gebeld|teruggebeld) ")
_UNSURE = re.compile(
    r" (?:als|indien|mocht|of|wanneer|waarom|wie|zodra|tenzij|niet|geen|nooit|nog nooit|vaak|weleens|soms|steeds|telkens"
    r"|altijd|elke|iedere|misschien|zegt|zei|zie|bent|werd|tevoren|oplichter\w*|fraudeur\w*|reclame\w*|pincode|winnen"
    r"|wint|beloven|toezeggen|garanderen) "
)
_SOMEBODY = "hij|zij|ze|die|iemand|collega|consulent|teamleider|ik|wij|we"
_CLAUSE = 50
"""Characters before such a promise in which words may take it back."""
_NO_CALL = re.compile(
    r" (?:geen|nooit|niet|vaak|steeds|soms|telkens|wel eens|weleens) | (?:de|een|die|uw|je|jouw|mijn|nieuwe|oude) $"
)
"""What makes "u krijgt … telefoon van" a thing, a habit or nothing at all."""
_OFFERS = re.compile(
    rf" (?:zal|kan|mag|moet) ik (?:\w+ ){{0,5}}(?:vragen|regelen|zorgen|doorgeven|afspreken) (?:of|dat) (?:\w+ ){{1,5}}?{_U}"
    rf" (?:\w+ ){{0,5}}(?:terug|op)?bel(?:t|len) | (?:zal|kan|mag) ik (?:\w+ ){{0,5}}{_U} (?:\w+ ){{0,4}}laten {_RING} "
    rf"| (?:wilt|wil) {_U} dat (?:\w+ ){{1,5}}?{_U} (?:\w+ ){{0,4}}(?:terug|op)?bel(?:t|len)? "
    rf"| (?:wilt|wil) {_U} (?:\w+ ){{0,4}}{_RUNG} worden "
)
"""Offers that somebody rings: a promise once the caller says yes to it."""


def offers_call(text: TurnText) -> bool:
    """Whether somebody's ringing is offered in so many words: "zal ik vragen of zij u belt?"."""
    return _OFFERS.search(text.line) is not None


def gets_a_call(text: TurnText) -> bool:
    """Whether the caller is told to get a call: "u krijgt vrijdag telefoon van de opzichter"."""
    found = [m for m in _GETS_A_CALL.finditer(text.line) if not _NO_CALL.search(f" {m['what']}")]
    found += [m for m in _IS_RUNG.finditer(text.line) if _is_sure(text.line, m)]
    return any(m.group() not in (text.asked or "") for m in found)


def _is_sure(line: str, said: re.Match[str]) -> bool:
    """Whether this names when somebody rings, under no condition, and tells who it is if by a name."""
    around = line[max(0, said.start() - _CLAUSE) : said.end()]
    who = said["who"]
    named = who is None or re.fullmatch(_SOMEBODY, who) or not ordinary(who)
    return bool(
        named and (says_when(said.group()) or _SOON.search(said.group())) and not _UNSURE.search(around)
    )
