"""This module contains whether a day belongs to an appointment, taken off or still to make, or to somebody's working week.

Such a day stands beside a promise to ring and is none on which anybody rings.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

_NEAR = 90
"""So many characters around a day in which the words that tell may stand."""
_NO_CALL = r"(?:(?!\w*bel)\w+ )"
_I = "(?:ik|we|wij)"
_MOVES = (
    "(?:verzet|verzetten|verschuif|verschuiven|verplaats|verplaatsen|annuleer|annuleren|schrap|schrappen)"
)
_TAKES_OFF = r"(?:zeg|zeggen|haal|halen|streep|strepen|gooi|gooien|blaas)"
_OFF = "(?:af|eraf|eruit|weg|door)"
_IS_OFF = re.compile(
    rf" {_TAKES_OFF} {_NO_CALL}{{0,4}}… {_NO_CALL}{{0,3}}?{_OFF} | … {_NO_CALL}?{_TAKES_OFF} {_I} {_NO_CALL}{{0,4}}?{_OFF} "
    rf"| (?:{_I} {_MOVES}|{_MOVES} {_I}) {_NO_CALL}{{0,4}}… | … {_NO_CALL}?{_MOVES} {_I} "
    rf"| … (?:vervalt|(?:gaat|kan) {_NO_CALL}{{0,3}}?niet door(?:gaan)?) "
)
_APPOINTMENT = r"(?:afspraak|bezoek|huisbezoek|keuring|inspectie|plaatsing|levering|datum|tijdstip)"
_TO_MAKE = r"(?:te maken |in te plannen |te plannen |af te spreken |te prikken )"
_IS_FOR = re.compile(
    rf" (?<!telefonische )(?:{_APPOINTMENT} {_TO_MAKE}?|{_TO_MAKE})(?:voor|op) … | of … (?:\w+ )?(?:lukt|schikt|past|uitkomt) "
)
_SETS = re.compile(rf" (?:{_I} (?:maak|maken|zet|zetten|plan|plannen|noteer)|(?:maak|zet|plan|noteer) {_I}) ")
"""An appointment that the employee makes at once may be that of the call."""
_DAY = r"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag\w*)"
_AND = r"(?:en|of|tot en met|tot) (?:op )?"
_WORKS = re.compile(
    r" (?:werkt|werken|is er|is aanwezig|is alleen|zit er|zijn er)"
    r" (?:(?:alleen|enkel|maar|op|altijd|elke|alle|wel|hier|er|bij|ons) )*"
    rf"(?:(?:{_DAY} )+{_AND}… |(?:{_DAY} )*… (?:{_DAY} )*{_AND}{_DAY} )"
)


def taken_off(line: str, begins: Sequence[int], start: int, end: int) -> bool:
    """Whether an appointment on the day that stands here is cancelled or moved; `begins`: where sentences begin."""
    return bool(_IS_OFF.search(_around(line, begins, start, end)))


def of_appointment(line: str, begins: Sequence[int], start: int, end: int) -> bool:
    """Whether something is still to be made for the day that stands here, or somebody always works on it."""
    around = _around(line, begins, start, end)
    planned = _IS_FOR.search(around)
    return bool((planned and not _SETS.search(around[: planned.start() + 1])) or _WORKS.search(around))


def _around(line: str, begins: Sequence[int], start: int, end: int) -> str:
    """The words of the sentence around a day, with … in its place."""
    i = bisect_right(begins, start)
    first = max(begins[i - 1] if i else 0, start - _NEAR)
    last = min(begins[i] if i < len(begins) else len(line), end + _NEAR)
    return f" {line[first:start].strip()} … {line[end:last].strip()} "
