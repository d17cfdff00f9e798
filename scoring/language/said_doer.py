"""This module contains who does the matter or is asked to ring, where no word of calling stands beside that one's name."""

import re
from collections.abc import Collection, Sequence

from scoring.language.handlers import NO_TEAM, UNIT, Named
from scoring.language.names import PLACES_AND_ROLES, ordinary
from scoring.language.text import TurnText
from scoring.language.third_name import shown_name, third_name

_WHERE = (
    "gemeente|provincie|waterschap|stad|regio|kantoor|stadhuis|stadskantoor|gemeentehuis|raadhuis|werk|balie"
)
_UNITS = (
    rf"(?!(?:{_WHERE}) )(?:{'|'.join(sorted(PLACES_AND_ROLES))}"
    r"|\w+(?:beheer|zaken|diensten|werken|toezicht|handhaving|team|bemiddeling|bescherming))"
)
_SPLIT = "(?:(?:wijk|jeugd|buurt|groen|sociaal|openbare|burger|bouw|juridische|publieks|parkeer) )?"
"""First halves of names of departments; recognition cuts "groenbeheer" and "wijkteam" in two."""
DEPARTMENT = rf"(?:(?:de|het|ons|onze) )?(?:(?:afdeling|team) {NO_TEAM}\w+|{_SPLIT}{_UNITS})"
_WHOM = "(?:u|je|jou|jullie)"
_LAID = re.compile(
    r"(?<! ik)(?<! u)(?<! je) (?:(?:gaat|gaan|moet|ligt|zit|leg|zet|hoort|stuur|geef|vraag|loopt)(?: \w+){0,4}"
    rf" (?:naar|bij|aan|voor)|doet|doen|regelt|vraag|laat) (?P<who>{DEPARTMENT}) "
)
"""With which department the employee says that a matter is."""
_LET = re.compile(
    rf" (?:laat|vraag) (?P<who>{DEPARTMENT}) (?:of (?:ze|die) |om )?{_WHOM} (?:\w+ ){{0,6}}?(?:terug|op)?bel(?:len|t) "
)
_DOES = re.compile(
    rf" (?:dat|dit) (?:doet|doen|regelt|regelen|moet|moeten|gaat|gaan) (?:dan |altijd |meestal )?(?P<who>{UNIT}|{DEPARTMENT}) "
    rf"| (?:dat|dit|die) (?:zit|ligt|loopt|is|hoort) (?:\w+ )?(?:bij|voor|van) (?P<at>{UNIT}|{DEPARTMENT}) "
)
_BY_NAME = re.compile(r" (?:dat|dit) (?:doet|regelt) (?:mijn |onze |een )?(?:collega )?(?=\w)")
_NOBODY = re.compile(r" (?:niet|geen|nooit) ")
_NEAR = 20
"""So many characters behind it "niet" takes it back: "dat doet de consulent niet zelf"."""
_WHO = re.compile(
    r" (?:wie|door wie|van wie) (?:\w+ ){0,4}?(?:belt|bellen|gebeld|terug\w*|is|doet|dan|hoor|krijg) | door wie "
)
_REACH = 6
"""So many turns after a promise the caller may still ask who it will be."""


def said_doer(
    turns: Sequence[TurnText], promise: Sequence[int], strangers: Collection[str], *, capitals: bool
) -> str | None:
    """Who does the matter as these turns, or the answer to "wie belt mij dan?", say."""
    last = max(promise)
    asked = (i for i in range(last + 1, min(last + _REACH, len(turns) - 1)) if _WHO.search(turns[i].line))
    told = (_doer(turns[i], strangers, capitals=capitals) for i in (*promise, *(i + 1 for i in asked)))
    return next(filter(None, told), None)


def departments(text: TurnText) -> list[Named]:
    """The departments of which a turn says that they have or get the matter."""
    return [Named(m.start("who"), m["who"]) for m in _LAID.finditer(text.line)]


def _doer(text: TurnText, strangers: Collection[str], *, capitals: bool) -> str | None:
    """The department, role or colleague of whom this turn says so."""
    for match in _BY_NAME.finditer(text.line):
        at = text.word_index(match.end())
        own = third_name(text, at, strangers, capitals=capitals)
        if own.parts and not (ordinary(text.words[at]) and not capitals):
            return shown_name(text, at, at + len(own))
    for match in (m for one in (_LET, _DOES) for m in one.finditer(text.line)):
        if not _NOBODY.search(text.line[match.end() - 1 : match.end() + _NEAR]):
            return str(match["who"] or match["at"]) if match.re is _DOES else str(match["who"])
    return None
