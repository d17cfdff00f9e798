"""This module contains promises of a call that do not say "bellen": "u krijgt morgen een telefoontje"."""

import re

from scoring.language.awaited import AWAITED
from scoring.language.names import ordinary
from scoring.language.outsiders import OUTSIDER
from scoring.language.text import TurnText
from scoring.language.when import says_when

_U = "(?:u|je|jij|ge)"
_CALL = r"(?:telefoontje|belletje)"
_PHONE = r"(?:lijn|telefoon)"
_NUMBER = r"op (?:dit|dat|die|uw|je|jouw) (?:nummer|mobielnummer|telefoonnummer|nul zes|06|mobiel)"
_FIRST = r"(?:\w*(?:dag|morgen|middag|avond|ochtend) |(?:voor|na) \w+ )?"
"""The day may come first: "morgen krijgt u een belletje"."""
_ONCE = re.compile(
    rf" {_FIRST}(?:(?:krijgt|krijg) {_U}|{_U} (?:krijgt|krijg)) (?:\w+ ){{0,6}}{_CALL} (?:terug )?(?:\w+ ){{0,3}}"
    rf"| (?P<whose>(?:de|het|een|uw|je|jouw) )?(?P<who>\w+) (?:geeft|geef|doet|doe) {_U} (?:\w+ ){{0,4}}{_CALL} (?:\w+ ){{0,3}}"
    rf"| (?:hangt|hang) (?:\w+ ){{0,4}}bij {_U} (?:\w+ ){{0,2}}aan de {_PHONE} (?:\w+ ){{0,3}}"
    rf"| (?:\w+ ){{0,4}}dan hang(?:t|en)? (?:ik|we|hij|zij|ze|die) (?:\w+ ){{0,2}}(?:weer|opnieuw|terug) aan de {_PHONE} "
    rf"| {_FIRST}(?:heeft|hebt|krijgt) {_U} (?:\w+ ){{1,6}}aan de {_PHONE} (?!te )"
    rf"| {_FIRST}(?:pakt|neemt|krijgt|heeft|spreekt) (?:hij|zij|ze|die|mijn collega) {_U} (?:\w+ ){{0,3}}aan de {_PHONE} "
    rf"| {_FIRST}(?:gaat|rinkelt) (?:\w+ ){{0,3}}bij {_U} (?:\w+ ){{0,3}}de telefoon "
    rf"| spreekt (?:\w+ ){{1,3}}?{_U} (?:\w+ ){{0,4}}(?:telefonisch|(?:via|over|per|door) (?:de )?telefoon) "
    rf"| (?:{_U} hoort?|hoort? {_U}) (?:\w+ ){{1,6}}(?:telefonisch|(?:via|per|door) (?:de )?telefoon|{_NUMBER}) "
    rf"| ik (?:geef|stuur) {_U} (?:\w+ ){{0,4}}seintje {_NUMBER} "
)
"""Sure only with a term in it, or right behind what is awaited."""
COLLEAGUE = (
    r"collega|\w*consulent\w*|\w*beheerder|behandelaar|\w*regisseur|jurist|medewerker|monteur|aannemer|inspecteur|taxateur"
    r"|projectleider|opzichter|\w*manager|\w*leider|toezichthouder|ambtenaar|secretaresse|wethouder|afdeling"
)
_FILL = r"(?:dan|nog|wel|weer|ook|daarover|vanzelf|even|gewoon|zeker|daarna|van (?:ons|mij|hem|haar|mijn collega))"
_BY = r"(?:van (?:(?:de|het|een|mijn|onze|uw) )?\w+ )?"
_FROM_US = re.compile(
    rf" (?:(?:dan|daarna|daarover|vervolgens) (?:krijgt|krijg|hoort) {_U}|(?<! of){_U} (?:krijgt|hoort))"
    rf" (?:{_FILL} ){{0,4}}(?:een )?{_CALL} (?!gaan |van iemand (?!van ))(?:terug )?{_BY}"
    rf"| (?:krijgt|krijg) {_U} (?:\w+ ){{0,4}}{_CALL} (?:terug )?van (?:mij|ons|hem|haar|mijn collega) "
    rf"| (?:ik geef|geef ik|geven wij|we geven) {_U} (?:\w+ ){{0,3}}{_CALL} "
    rf"| (?P<whose>(?:de|het|een|uw|je|jouw|mijn|onze) )?(?P<who>\w+) (?:geeft|doet) {_U} (?:{_FILL} ){{0,3}}(?:een )?{_CALL} "
    rf"| (?:geeft|doet) (?:hij|zij|ze|die|iemand|mijn collega) {_U} (?:{_FILL} ){{0,3}}(?:een )?{_CALL} "
    rf"| (?:ik laat|laat ik) (?:\w+ ){{0,5}}?{_U} (?:\w+ ){{0,5}}?{_CALL} (?:geven|doen) "
    rf"| (?:neemt?|nemen) (?!{_U} )(?:\w+ ){{0,5}}telefonisch (?:\w+ ){{0,3}}contact (?:\w+ ){{0,2}}met {_U} (?:\w+ ){{0,2}}op "
)
"""Sure without one: it is plain who rings."""
_OF_OUTSIDER = re.compile(rf" {OUTSIDER} $")
_NOT_SO = re.compile(
    r" (?:nu|zo|direct|meteen|dadelijk|zometeen|straks|verbind\w*|blijft?|hangen|gehad|gesproken|gisteren"
    r"|zelf|(?<!van )ons|niet|geen|nooit|vaak|kunt|kun|mag|moet|wilt|probeert|sms\w*|app|\w*mail\w*|bericht|brief"
    rf"|kans|elke|iedere|altijd|sowieso|van (?:(?:de|het|een|uw|je|zo'n|zulke) )?{OUTSIDER}) "
)
"""With this somebody is put through, was rung before, or it is the caller who is to ring or no call at all."""
_UNSURE = re.compile(
    r" (?:als|indien|mocht|of|wanneer|waarom|wie|zodra|tenzij|vaak|weleens|soms|steeds|telkens|altijd|elke"
    r"|iedere|misschien|zegt|zei|oplichter\w*|bank|politie|ziekenhuis|reclame\w*|beloven) (?:\w+ ){0,6}$"
)
_EITHER = re.compile(r" (?:hem|haar|mij|ons|die) of (?:hem|haar|mij|ons|die|een collega) ")
_CLAUSE = 40
"""Characters before such a promise in which a condition may stand."""
_SOMEBODY = "hij|zij|ze|die|iemand|collega|consulent|ik|wij|we"
_WAITING = re.compile(rf"{AWAITED}(?:dan )?$")
_THROUGH = re.compile(
    r" (?:blijft? (?:\w+ ){0,2}(?:hangen|aan)|verbind\w*|zet (?:u|je) (?:\w+ ){0,2}(?:over|door)|wacht|moment\w*|minuutje) "
)
"""With this it is this very call in which somebody is heard."""


def says_call(text: TurnText) -> bool:
    """Whether somebody's ringing is promised by the word of the call itself."""
    line = _EITHER.sub(" hem ", text.line)
    found = [(m, True) for m in _FROM_US.finditer(line)]
    found += [(m, says_when(m.group())) for m in _ONCE.finditer(line)]
    own = [
        (m, sure) for m, sure in found if m.group() not in (text.asked or "") and _rings(m["who"], m["whose"])
    ]
    return any(_stands(line, m, sure=sure) for m, sure in own)


def _stands(line: str, said: re.Match[str], *, sure: bool) -> bool:
    """Whether these words promise: by themselves if sure, else behind what is awaited; nothing takes them back."""
    before = line[: said.start() + 1]
    waiting = _WAITING.search(before)
    if not (sure or (waiting and not _THROUGH.search(line))):
        return False
    if _OF_OUTSIDER.search(before) or _NOT_SO.search(said.group()):
        return False
    return bool(waiting or not _UNSURE.search(before[-_CLAUSE:]))


def _rings(who: str | None, whose: str | None) -> bool:
    """Whether this is somebody of the office who may give the caller a call; "dan geeft u" is the caller."""
    if who and re.fullmatch(OUTSIDER, who):
        return False
    if who and whose:
        return re.fullmatch(COLLEAGUE, who) is not None
    name = who and not (ordinary(who) or says_when(f" {who} "))
    return who is None or re.fullmatch(_SOMEBODY, who) is not None or bool(name)
