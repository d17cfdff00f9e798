"""This module contains the people and roles that a turn names as who handles something."""

import re
from collections.abc import Collection
from typing import NamedTuple

from scoring.language.names import Name, ordinary
from scoring.language.text import TurnText
from scoring.language.third_name import OFFICES, TITLES, shown_name, third_name

_ROLES = (
    "collega|consulent|behandelaar|taxateur|beheerder|medewerker|inspecteur|jurist|monteur|loodgieter|aannemer"
    "|toezichthouder|teamleider|leidinggevende|casemanager|klantmanager|regisseur|adviseur|ambtenaar|planner"
    "|wijkagent|makelaar|woonconsulent|opzichter"
)
_MORE_ROLES = (
    r"(?:jeugd|bedrijfs|school|keurings|verzekerings|forensisch |ggd |tbc )?arts|\w*verpleegkundige|wijkzuster"
    r"|landmeter|dijkgraaf|\w*hulpverlener|\w*coordinator|(?:maatschappelijk |jongeren|jeugd|opbouw)werker|jobcoach"
    r"|\w*secretaresse|griffier|projectleider|boswachter|rentmeester|marktmeester|havenmeester|huismeester"
    r"|\w*handhaver|boa|\w*bode|deurwaarder|\w*controleur|\w*verlener|\w*functionaris|vertrouwenspersoon|ombudsman"
    r"|stedenbouwkundige|archeoloog|archivaris|pedagoog|orthopedagoog|logopedist|uitvoerder|voorman|ploegleider"
    r"|teammanager|locatiemanager"
)
"""Further ones, who are meant only when neither a person nor one of those above is named."""
_OF = (
    r"van (?:(?:dat|dit|die) (?:team|afdeling|kantoor)"
    r"|(?!die |dat |dit |deze |u |mij |tevoren |morgen |de week )(?:de |het )?\w+)"
)
UNIT = rf"(?:(?:mijn|een|de|uw|onze) )?(?:\w*(?:{_ROLES})|{_MORE_ROLES})(?: {_OF})?|iemand {_OF}"
_A = "(?:(?:mijn|een|de|uw|onze) )?"
NO_TEAM = (
    "(?!(?:die|dat|deze|dit|en|of|is|bel|belt|bellen|haar|hem|hen|hun|u|je|ik|we|wij|ze|zij|er|om|zelf|kan|moet|heeft"
    "|van|naar|met|voor|aan|in|op|bij) )"
)
"""No name of a team begins so: "het team belt u"."""
_ROLE = re.compile(rf" (?:{_A}\w*(?:{_ROLES})(?: {_OF})?|iemand {_OF}|(?:afdeling|team) {NO_TEAM}\w+) ")
_MORE = re.compile(rf" {_A}(?:{_MORE_ROLES})(?: {_OF})? ")
_GROUP = re.compile(
    rf" (?P<who>(?:(?:de|het|ons|onze) )?(?:afdeling|team) {NO_TEAM}\w+"
    rf"|(?:iemand|mensen|collega s) {_OF}|(?:de|mijn|onze|uw) (?:collega s|\w*(?:{_ROLES})(?:s|en))"
    r"|(?:het|ons|de) \w*(?:secretariaat|team|loket|dienst|balie|griffie|administratie|planning|bureau|afdeling)) "
)
_IN = frozenset({"in", "op"})
"""No name begins so behind "collega": "mijn collega in Duiven"."""
_DOES = re.compile(
    r" (?:(?:doet|behandelt|regelt) (?:dat |het )?|(?<! ik )heet )$| (?P<at>(?:(?:ligt|loopt|zit|is) (?:\w+ )?bij|gaat naar) )$"
)
DEPARTMENT_NAME = re.compile(
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
    starts = [i for i in range(1, len(text.words)) if text.words[i - 1] in TITLES | OFFICES | {"collega"}]
    starts = [i for i in starts if i not in text.sentence_starts]
    found = []
    for i in starts:
        sure = capitals or text.words[i - 1] in TITLES  # "collega die" is no name
        own = third_name(text, i, strangers, capitals=capitals) if sure else Name()
        if own.parts and own[0] not in _IN:
            found.append(Named(i, shown_name(text, i, i + len(own)), text.words[i - 1]))
    return found


def groups(text: TurnText) -> list[Named]:
    """The departments and other groups of people of a turn, who may be meant by "ze bellen u"."""
    return [Named(m.start(), m["who"]) for m in _GROUP.finditer(text.line)]


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
    if end - start < 2 and (ordinary(text.words[start]) or DEPARTMENT_NAME.fullmatch(text.words[start])):
        return False  # "dat doet Verkeer"
    at_place = before and before["at"] and end - start < 2  # "het ligt bij Duiven"
    return bool(said or (before and not at_place)) and not role_follows(text, end)


def role_follows(text: TurnText, end: int) -> bool:
    """Whether behind a name that ends here a role is named that is meant instead; one right behind it is its bearer's."""
    after = f" {' '.join(text.words[end : end + _AFTER])} "
    said = _IS_WHO.match(after)
    rest = after[said.end() - 1 :] if said and said.group().startswith(" van") else after
    return any(m.start() != 0 for m in _ROLE.finditer(rest))


def roles(text: TurnText, *, more: bool = False) -> list[Named]:
    """The roles and departments of a turn; with `more` the further roles."""
    found = (_MORE if more else _ROLE).finditer(text.line)
    return [Named(m.start(), m.group().strip()) for m in found]
