"""This module contains promises of a call that do not say "bellen": "u krijgt morgen een telefoontje"."""

import re

from scoring.language.names import ordinary
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
    rf"| ik laat (?:\w+ ){{0,5}}?{_U} (?:\w+ ){{0,5}}?{_CALL} (?:geven|doen) "
    rf"| (?:hangt|hang) (?:\w+ ){{0,4}}bij {_U} (?:\w+ ){{0,2}}aan de {_PHONE} (?:\w+ ){{0,3}}"
    rf"| {_FIRST}(?:heeft|hebt|krijgt) {_U} (?:\w+ ){{1,6}}aan de {_PHONE} (?!te )"
    rf"| spreekt (?:\w+ ){{1,3}}?{_U} (?:\w+ ){{0,4}}(?:telefonisch|(?:via|over|per|door) (?:de )?telefoon) "
    rf"| (?:{_U} hoort?|hoort? {_U}) (?:\w+ ){{1,6}}(?:telefonisch|(?:via|per|door) (?:de )?telefoon|{_NUMBER}) "
    rf"| ik (?:geef|stuur) {_U} (?:\w+ ){{0,4}}seintje {_NUMBER} "
)
"""Sure only with a term in it."""
_FROM_US = re.compile(
    rf" (?:(?:krijgt|krijg) {_U}|{_U} krijgt) (?:\w+ ){{0,4}}{_CALL} (?:terug )?van (?:mij|ons|hem|haar|mijn collega) "
    rf"| (?:ik geef|geef ik|geven wij|we geven) {_U} (?:\w+ ){{0,3}}{_CALL} "
)
"""Sure without one: it is plain who rings."""
_OUTSIDER = (
    r"(?:huisarts\w*|tandarts|dokter|ziekenhuis|apotheek|ggd|cbr|uwv|svb|rdw|cjib|postnl|koerier|bezorger|winkel|werkgever|school"
    r"|bank|politie|notaris|advocaat|makelaar|verhuurder|woning\w*|verzeker\w*|zorgverzeker\w*|kpn|ziggo|zoon|dochter|man|vrouw)"
)
"""Whose call the office does not promise."""
_NOT_SO = re.compile(
    r" (?:nu|zo|direct|meteen|dadelijk|zometeen|straks|verbind\w*|blijft?|hangen|gehad|gesproken|gisteren|zelf|ons|niet|geen"
    r"|nooit|vaak|kunt|kun|mag|moet|wilt|probeert|sms\w*|app|\w*mail\w*|bericht|brief"
    rf"|kans|elke|iedere|altijd|sowieso|van (?:(?:de|het|uw|je) )?{_OUTSIDER}) "
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
_COLLEAGUE = (
    r"collega|\w*consulent\w*|\w*beheerder|behandelaar|\w*regisseur|jurist|medewerker|monteur|aannemer|inspecteur|taxateur"
    r"|projectleider|opzichter|\w*manager|\w*leider|toezichthouder|ambtenaar|secretaresse|wethouder|afdeling"
)


def says_call(text: TurnText) -> bool:
    """Whether somebody's ringing is promised by the word of the call itself."""
    line = _EITHER.sub(" hem ", text.line)
    found = [m for m in _ONCE.finditer(line) if says_when(m.group()) and _rings(m["who"], m["whose"])]
    found += _FROM_US.finditer(line)
    asked = text.asked or ""
    return any(m.group() not in asked and not _doubted(line, m) for m in found)


def _rings(who: str | None, whose: str | None) -> bool:
    """Whether this is somebody of the office who may give the caller a call; "dan geeft u" is the caller."""
    if who and whose:
        return re.fullmatch(_COLLEAGUE, who) is not None
    return who is None or re.fullmatch(_SOMEBODY, who) is not None or not ordinary(who)


def _doubted(line: str, said: re.Match[str]) -> bool:
    """Whether these words, or a condition right before them, take it back."""
    before = line[max(0, said.start() - _CLAUSE) : said.start() + 1]
    return bool(_NOT_SO.search(said.group()) or _UNSURE.search(before))
