"""This module contains the people and roles that a turn names as who handles something."""

import re
from collections.abc import Collection
from typing import NamedTuple

from scoring.language.names import Name, ordinary
from scoring.language.text import TurnText
from scoring.language.third_name import TITLES, shown_name, third_name

_ROLES = (
    "collega|consulent|behandelaar|taxateur|beheerder|medewerker|inspecteur|jurist|monteur|loodgieter|aannemer"
    "|toezichthouder|teamleider|leidinggevende|casemanager|klantmanager|regisseur|adviseur|ambtenaar|planner"
    "|wijkagent|makelaar|woonconsulent|opzichter"
)
_OF = (
    r"van (?:(?:dat|dit|die) (?:team|afdeling|kantoor)"
    r"|(?!die |dat |dit |deze |u |mij |tevoren |morgen |de week )(?:de |het )?\w+)"
)
UNIT = rf"(?:(?:mijn|een|de|uw|onze) )?(?:\w*(?:{_ROLES}))(?: {_OF})?|iemand {_OF}"
_ROLE = re.compile(rf" (?:{UNIT}|(?:afdeling|team) \w+) ")
_IN = frozenset({"in", "op"})
"""No name begins so behind "collega": "mijn collega in Duiven"."""
_DOES = re.compile(
    r" (?:(?:doet|behandelt|regelt) (?:dat |het )?|(?<! ik )heet )$| (?P<at>(?:(?:ligt|loopt|zit|is) (?:\w+ )?bij|gaat naar) )$"
)
_DEPARTMENT = re.compile(
    r"\w+(?:zaken|beheer|dienst|diensten|werken|ruimte|loket|toezicht|kantoor|inge?n?|heid|bouw|groep|lijn|punt)"
)
_IS_WHO = re.compile(
    r" (?:van (?:team|de afdeling|afdeling|het team) |heet (?:hij|zij|ze) |(?:doet|behandelt|regelt) (?:dat|het|dit|die|uw) "
    r"|gaat (?:er|daar|hier)?over |gaat (?:daar|er|hier) over )"
)
"""Around the name of who handles it, which nothing else announces."""
_AFTER = 25
"""So many words after such a name a role may be named that is meant instead."""


class Named(NamedTuple):
    """This represents a person or role in a turn: as it is shown, and the title it is called by."""

    place: int
    shown: str
    title: str = ""


def persons(text: TurnText, strangers: Collection[str], *, capitals: bool) -> list[Named]:
    """The people that are called by a title, or as a colleague by name."""
    starts = [i for i in range(1, len(text.words)) if text.words[i - 1] in TITLES | {"collega"}]
    starts = [i for i in starts if i not in text.sentence_starts]
    found = []
    for i in starts:
        sure = capitals or text.words[i - 1] in TITLES  # "collega die" is no name
        own = third_name(text, i, strangers, capitals=capitals) if sure else Name()
        if own.parts and own[0] not in _IN:
            found.append(Named(i, shown_name(text, i, i + len(own)), text.words[i - 1]))
    return found


def introduced(text: TurnText, strangers: Collection[str]) -> list[Named]:
    """The people of whom it is said that they handle it, written with a capital and no role named after them."""
    found, end, firsts = [], 0, frozenset(text.sentence_starts)
    for i in (i for i, (start, _) in enumerate(text.spans) if text.text[start].isupper()):
        own = third_name(text, i, strangers, capitals=True) if i >= end else Name()
        end = max(end, i + len(own))
        if own.parts and own[0] not in TITLES and _handles(text, i, end, first=i in firsts):
            found.append(Named(i, shown_name(text, i, end)))
    return found


def _handles(text: TurnText, start: int, end: int, *, first: bool) -> bool:
    """Whether words around this name say that its bearer handles it, and no role named later does."""
    before = _DOES.search(" ".join(["", *text.words[max(0, start - 4) : start], ""]))
    after = f" {' '.join(text.words[end : end + _AFTER])} "
    said = _IS_WHO.match(after)
    if first and not (said and not ordinary(text.words[start])):
        return False
    if end - start < 2 and (ordinary(text.words[start]) or _DEPARTMENT.fullmatch(text.words[start])):
        return False  # "dat doet Verkeer"
    at_place = before and before["at"] and end - start < 2  # "het ligt bij Duiven"
    rest = after[said.end() - 1 :] if said and said.group().startswith(" van") else after
    return bool(said or (before and not at_place)) and all(m.start() == 0 for m in _ROLE.finditer(rest))


def roles(text: TurnText) -> list[Named]:
    """The roles and departments of a turn."""
    return [Named(m.start(), m.group().strip()) for m in _ROLE.finditer(text.line)]
