"""This module contains promises to ring that are the answer to a caller who asks for it: "Kan hij mij bellen?" "Ja hoor"."""

import re

from scoring.language.outsiders import outsider_asked
from scoring.language.text import TurnText
from scoring.language.wanted_calls import asks_for_call, wants_call
from scoring.language.when import says_when

_U = "(?:u|je|jij|ge)"
_DAY = r"vandaag|straks|(?:over)?morgen\w*|van(?:middag|avond|ochtend)|\w{2,6}dag(?:\w*(?:middag|ochtend|morgen|avond))?"
_OH = rf"^ (?:(?:o|oh|eh|uh|nou|ja|hoor|oke|goed|prima|tuurlijk|natuurlijk|mevrouw|meneer|{_DAY}) )*"
_YES = re.compile(
    rf"^ (?:(?:o|oh|eh|uh|nou|oke|goed|dat|prima|{_DAY}) )*(?:ja|jawel|jazeker|jahoor|zeker|klopt|inderdaad|uiteraard|natuurlijk"
    r"|tuurlijk|absoluut|bellen|telefonisch|gebeld) (?P<rest>.*)$"
)
_NOTE = r"(?:erbij|erin|er bij|er in|op (?:de|zijn|haar|hun|het) \w+|in (?:de|zijn|haar|hun|het) \w+)"
_UNDERTAKES = re.compile(
    rf"{_OH}(?:(?:dat|het|ja) )?(?:"
    r"(?:doe|regel|noteer) ik|(?:doen|regelen|noteren) (?:we|wij)|geef ik (?:\w+ ){0,3}door"
    rf"|zet ik (?:\w+ ){{0,2}}{_NOTE}|ik zet (?:(?!u )\w+ ){{1,3}}{_NOTE}"
    r"|(?:gaan we|ga ik|zal ik|ik ga(?: dat| het)|ik zal(?: dat| het)?) (?:\w+ ){0,4}?"
    r"(?:doen|regelen|doorgeven|door geven|noteren|opschrijven|zeggen)"
    r"|ik (?:noteer|regel) (?:het|dat|u)(?! nummer)|ik geef (?:het|dat) (?:\w+ ){0,4}door"
    r"|komt (?:helemaal )?(?:goed|in orde|voor elkaar)|(?:staat|is|wordt) (?:genoteerd|geregeld)"
    r"|(?:zal|gaat|doet) (?:hij|zij|ze|die) (?:\w+ ){0,2}doen|(?:is )?afgesproken"
    r") (?P<rest>.*)$"
)
"""Takes it upon the office to do what was asked, whatever is said behind it."""
_AGREES = re.compile(
    rf"{_OH}(?:(?:top|akkoord) )?"
    r"(?:(?:(?:dat|het) )?is (?:goed|prima|akkoord|in orde|afgesproken)(?! dat )"
    r"|(?:(?:dat|het|ja) )?(?:kan(?! (?:ik|je|u|hij|ze|zij|we|wij) )|mag|lukt)"
    r"|dat doe(?:t|n) (?:de|mijn|een|onze) \w+(?: (?:zelf|wel|meestal|even|graag))*"
    r") (?P<rest>.*)$"
)
"""Agrees to what was asked: "is goed", "dat kan"."""
_GOES_ALONG = re.compile(
    r"^ (?:(?:o|oh|eh|uh|nou|ja|hoor) )*(?:oke|goed|prima|akkoord|top|graag) (?P<rest>.*)$"
)
"""May also just mean that it was heard, so what follows must be about the call."""
_ONLY_YES = re.compile(
    r"(?:(?:hoor|ja|zeker|weten|dat|klopt|inderdaad|doen|doet|doe|we|wij|ze|ik|meestal|wel|natuurlijk|mevrouw|meneer) )*"
)
_ANOTHER_DOES = re.compile(
    r"(?:(?:hoor|zeker|wel) )*dat (?:doet|doen|zal|zullen|gaat|gaan) (?!pijn |zeer )(?:\w+ ){1,6}"
)
_CALLS = re.compile(
    r" (?:\w*gebeld|\w*bel(?:t|len)|bel|telefonisch|telefoon|telefoontje|belletje"
    r"|zal het (?:hem |haar )?(?:zeggen|vragen|doorgeven)|geef het door|zet het er\w*|staat genoteerd"
    r"|(?:uw|je|jouw|welk|dit|hetzelfde|op het|op dat|wat is het) (?:\w+ )?(?:telefoon)?nummer|hoe laat"
    r"|wanneer (?:schikt|past|komt|bent|ben)) "
)
"""What is about the call that was asked for: the number and the hour for it too."""
_OTHERWISE = re.compile(
    rf" (?:nee|neen|nooit|brief|\w*mail\w*|post|sms\w*|app|kijk\w*|moment\w*|ogenblik\w*|niet (?:meer )?(?:ge)?bel\w*"
    r"|bel(?:t|len) (?:\w+ ){0,2}(?:niet|nooit)(?! (?:\w+ ){0,4}(?:maar|wel) )"
    rf"|verbind\w*|{_U} belt|belt {_U} (?:maar|zelf|dan|ons)|(?:kunt|kun|mag) {_U}|{_U} (?:kunt|kan|kun|mag|moet)"
    r"|niet (?:zeggen|beloven)"
    rf"|(?:dan|daar|morgen|straks|\w+dag) belt {_U} (?:\w+ ){{0,4}}zelf|moet {_U} (?:\w+ ){{0,5}}(?:terug|op)?bellen"
    r"|bel (?:(?:dan|maar|even) )*zelf) "
)
"""After a yes: something else than ringing, the caller who rings, or looking it up first."""
_TAKES_BACK = re.compile(r" (?:niet(?! (?:\w+ ){0,4}(?:maar|wel) )|nooit|geen|niks|niets) ")
"""What leaves nothing of "dat kan"; of "vandaag niet, morgen wel" something is left."""


def confirms_call(question: TurnText, answer: TurnText) -> bool:
    """Whether the caller asks to be rung and the answer takes it on, or is a yes that says when, or nothing else.

    A mere yes counts only where a yes was asked for.
    """
    asked = asks_for_call(question)
    if not (asked or wants_call(question)) or _OTHERWISE.search(answer.line):
        return False
    if outsider_asked(question, answer):
        return False
    firm = not _TAKES_BACK.search(answer.line)
    if firm and _UNDERTAKES.match(answer.line):
        return True
    plain = _YES.match(answer.line) if asked else None
    agrees = _AGREES.match(answer.line) if firm else None
    going = plain or agrees or _GOES_ALONG.match(answer.line)
    alone = any(yes and _says_no_more(yes["rest"]) for yes in (plain, agrees))
    return alone or bool(going and (_CALLS.search(f" {going['rest']}") or says_when(answer.line)))


def _says_no_more(rest: str) -> bool:
    """Whether nothing follows a yes but who will do it: "ja, dat doet mijn collega"."""
    does = _ANOTHER_DOES.fullmatch(rest) and not _TAKES_BACK.search(f" {rest}")
    return bool(_ONLY_YES.fullmatch(rest) or does)
