"""This module contains promises to ring that words alone settle, however rarely a labelled call has them."""

import re

from scoring.language.names import ordinary
from scoring.language.text import TurnText
from scoring.language.when import says_when

_U = "(?:u|je|jij|ge)"
_ME = "(?:mij|me|ons)"
_THEY = r"(?:er|u|jullie|je|jij|ze|zij|hij|die|iemand|(?:de|een|uw|jullie|je|mevrouw|meneer) \w+)"
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
_ASKS = re.compile(
    r" (?:word|worden|wordt) (?:ik|we|wij|er) (?:\w+ ){0,4}(?:terug|op)?gebeld "
    r"| dus (?:ik|we|wij) (?:word|worden) (?:\w+ ){0,3}(?:terug|op)?gebeld "
    rf"| bel(?:t|len)? (?:dan |nog )?{_THEY} (?:\w+ ){{0,2}}{_ME} | bel(?:t|len) er (?:\w+ )?iemand "
    rf"| (?:ga|gaat|gaan|kan|kun|kunt|kunnen|wil|wilt|willen|zou|zouden|zal|zullen|komt) {_THEY} (?:\w+ ){{0,3}}{_ME}"
    r" (?:\w+ ){0,4}(?:terug|op)?bellen "
    r"| (?:gaat|kan|zal) er (?:\w+ )?iemand (?:\w+ ){0,2}bellen "
    r"| (?:krijg|krijgen) (?:ik|we|wij) (?:\w+ ){0,4}(?:telefoontje|belletje|telefoon) "
    r"| (?:hoor|horen) (?:ik|we|wij) (?:\w+ ){0,4}telefonisch "
    r"|^ (?:(?:o|oh|en|dus|is|dat|gewoon|dan|wordt) )*(?:gebeld|telefonisch|(?:per|via de|door de|over de|aan de) telefoon"
    r"|met een (?:belletje|telefoontje)) (?:dan |of (?:niet |per \w+ )?)?$"
)
"""A caller asks whether, or that, somebody rings them."""
_COMPLAINS = re.compile(
    r" (?:steeds|telkens|altijd|vaak|elke|iedere|waarom|hoezo|waarover|waarvoor|geen|(?<!of )niet) "
)
_TAIL = 15
"""Words at the end of a turn in which the question that is answered stands."""
_YES = re.compile(
    r"^ (?:(?:o|oh|eh|uh|nou|oke|goed|dat) )*(?:ja|jawel|jazeker|jahoor|zeker|klopt|inderdaad|uiteraard|natuurlijk"
    r"|tuurlijk|absoluut|bellen|telefonisch|gebeld) (?P<rest>.*)$"
)
_AGREES = re.compile(
    r"^ (?:(?:o|oh|eh|uh|nou|ja|hoor|oke|goed|prima|top|tuurlijk) )*"
    r"(?:(?:(?:dat|het) )?is (?:goed|prima|akkoord|in orde|afgesproken)(?! dat )"
    r"|(?:(?:dat|het|ja) )?(?:kan(?! (?:ik|je|u|hij|ze|zij|we|wij) )|mag|lukt|komt (?:helemaal )?(?:goed|in orde|voor elkaar))"
    r"|(?:(?:dat|het) )?(?:doen we|doen wij|doe ik|regel ik|geef ik (?:even |zo |meteen )?door)"
    r"|(?:dat )?(?:gaan we|ga ik|zal ik) (?:\w+ )?(?:doen|regelen|doorgeven)"
    r"|dat doe(?:t|n) (?:de|mijn|een|onze) \w+(?: (?:zelf|wel|meestal|even|graag))*"
    r"|ik (?:geef|zal) het (?:\w+ )?door\w*|afgesproken"
    r") (?P<rest>.*)$"
)
"""Agrees to do what was asked: "is goed", "dat kan", "doen we"."""
_GOES_ALONG = re.compile(
    r"^ (?:(?:o|oh|eh|uh|nou|ja|hoor) )*(?:oke|goed|prima|akkoord|top|graag) (?P<rest>.*)$"
)
"""May also just mean that it was heard, so what follows must be about the call."""
_ONLY_YES = re.compile(
    r"(?:(?:hoor|ja|zeker|weten|dat|klopt|inderdaad|doen|doet|doe|we|wij|ze|ik|meestal|wel|natuurlijk) )*"
)
_ANOTHER_DOES = re.compile(
    r"(?:(?:hoor|zeker|wel) )*dat (?:doet|doen|zal|zullen|gaat|gaan) (?!pijn |zeer )(?:\w+ ){1,6}"
)
_CALLS = re.compile(
    r" (?:\w*gebeld|\w*bel(?:t|len)|bel|telefonisch|telefoon|telefoontje|belletje"
    r"|zal het (?:hem |haar )?(?:zeggen|vragen|doorgeven)|geef het door|zet het er\w*"
    r"|(?:uw|je|jouw|welk|dit|hetzelfde|op het|op dat|wat is het) (?:\w+ )?(?:telefoon)?nummer|hoe laat"
    r"|wanneer (?:schikt|past|komt|bent|ben)) "
)
"""What is about the call that was asked for: the number and the hour for it too."""
_OTHERWISE = re.compile(
    rf" (?:nee|neen|brief|\w*mail\w*|post|sms\w*|app|kijk\w*|moment\w*|ogenblik\w*|niet (?:meer )?(?:ge)?bel\w*"
    rf"|{_U} belt|belt {_U} (?:maar|zelf|dan|ons)|(?:kunt|kun|mag) {_U}|{_U} (?:kunt|kan|kun|mag|moet)|niet (?:zeggen|beloven)"
    rf"|(?:dan|daar|morgen|straks|\w+dag) belt {_U} (?:\w+ ){{0,4}}zelf|moet {_U} (?:\w+ ){{0,5}}(?:terug|op)?bellen"
    r"|bel (?:(?:dan|maar|even) )*zelf) "
)
"""After a yes: something else than ringing, the caller who rings, or looking it up first."""
_TAKES_BACK = re.compile(r" (?:niet(?! (?:\w+ ){0,4}(?:maar|wel) )|nooit|geen) ")
"""What leaves nothing of "dat kan"; of "vandaag niet, morgen wel" something is left."""


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


def confirms_call(question: TurnText, answer: TurnText) -> bool:
    """Whether the caller asks to be rung and the answer is a yes that says when, or nothing else."""
    asked = (question.asked or question.line).split()[-_TAIL:]
    line = f" {' '.join(asked)} "
    if not _ASKS.search(line) or _COMPLAINS.search(line) or _OTHERWISE.search(answer.line):
        return False
    plain = _YES.match(answer.line)
    agrees = None if _TAKES_BACK.search(answer.line) else _AGREES.match(answer.line)
    going = plain or agrees or _GOES_ALONG.match(answer.line)
    alone = any(yes and _says_no_more(yes["rest"]) for yes in (plain, agrees))
    return alone or bool(going and (_CALLS.search(f" {going['rest']}") or says_when(answer.line)))


def _says_no_more(rest: str) -> bool:
    """Whether nothing follows a yes but who will do it: "ja, dat doet mijn collega"."""
    does = _ANOTHER_DOES.fullmatch(rest) and not _TAKES_BACK.search(f" {rest}")
    return bool(_ONLY_YES.fullmatch(rest) or does)
