"""This module contains with whom a matter is laid or who knows of it, as words around a name say: "ik leg het bij Petra neer"."""

import re
from collections.abc import Collection
from itertools import takewhile

from scoring.language.handlers import DEPARTMENT_NAME, Named, role_follows
from scoring.language.names import PARTICLES, PLACES_AND_ROLES, Name, ordinary
from scoring.language.text import TurnText
from scoring.language.third_name import TITLES, infinitive, shown_name, third_name

_DOES = (
    "is|zit|heeft|staat|loopt|komt|werkt|doet|weet|pakt|gaat|mag|kan|moet|neemt|kijkt|regelt|behandelt|beslist|maakt"
    "|beoordeelt|bepaalt|belt|zal|wil|begint|was|had|bekijkt|hoort|kent"
)
_SMALL = (
    "(?:het|dat|dit|die|hem|er|dan|nu|zo|even|dus|meteen|straks|vanmiddag|zelf|alleen|altijd|ook|bij ons|hier"
    r"|uw \w+|een \w+)"
)
_GIVEN = re.compile(
    rf" (?:leg|geef|speel|stuur|schuif|meld|breng|kaart|zet)(?: ik| we| wij)?(?: {_SMALL})* (?:bij|aan|naar|voor) $"
    rf"| (?:vraag|vragen)(?: ik| we| wij)?(?: {_SMALL})*(?: aan)? $| (?:zet|zetten)(?: ik| we)? $"
    r"| (?:terug )?(?:\w*bel )?(?:\w*verzoek|notitie|briefje|bericht\w*) voor $"
)
"""Right before a name: the employee lays the matter with that one, or asks that one."""
_NO_SURNAMES = frozenset({"neer", "terecht"})
_SET_TO_IT = re.compile(r" (?:erop|er (?:\w+ )?op) (?:\w+ )?zetten ")
_ASKS = re.compile(r" (?:vraag|vragen)(?: \w+)* $")
_LEFT = re.compile(r" (?:neer|er (?:\w+ )?op|erop|terecht|op (?:de|het|zijn|haar) (?:lijst|bureau|stapel)) ")
"""Right behind it, where only "bij" or "zet" stands before."""
_BEARER = re.compile(
    rf" (?:dat|dit|daar|het)(?: (?:\w*zaak|\w*dossier|\w*aanvraag))? (?:{_DOES})(?: {_SMALL})* $"
    r"| (?:moet|gaat|mag|zou|hoort)(?: \w+){0,2} naar $"
    r"| (?:dat|dit|het) is(?: (?:echt|meer|wel|weer|iets|wat|een|werk|typisch|vraag|klus|zaak|dan))* voor $"
    r"| (?:ligt|loopt|zit|komt|hoort)(?: \w+){0,2} (?:bij|voor|van) $"
)
"""Right before it: whose matter it is, or who knows."""
_TELLS = re.compile(
    rf" (?:van (?:de |het |team |afdeling )?\w+ )?(?:(?:en|maar|want|dus) )?(?:die|hij|zij|ze) (?:{_DOES}) "
)
_ACTS = re.compile(rf" (?:{_DOES}) ")
_RINGS_ME = re.compile(r" (?:mij|me) (?:\w+ ){0,4}(?:\w*bellen) ")
_MAY = re.compile(r" (?:kan|zou|mag|wil|laat) $")
"""Around it, where the caller asks for that one: "kan Jelmer mij bellen"."""
_TOWN = re.compile(r" (?:in|uit|te|vanuit|gemeente|op) $")
_NO_PERSON = re.compile(r"(?<! vraag)(?<! vragen)(?<! ik)(?<! we) (?:de|het|een|tot|wanneer|zodra|als) $")
"""Before these names stand things: "hij loopt het Pieterpad", "wanneer Enexis komt"."""
_RATHER_WORD = 4.0
"""Zipf frequency (wordfreq) from which a word that begins a sentence is rather no name: "Brandweer moet nog kijken"."""
_BEHIND, _AHEAD = 8, 6


def entrusted(
    text: TurnText, strangers: Collection[str], *, capitals: bool, of_caller: bool = False
) -> list[Named]:
    """The people in a turn of whom words around the name say so, unless a role is named behind them.

    `of_caller`: the caller says it, who may name a family too, so only "kan Jelmer mij bellen" tells.
    """
    found, end = [], 0
    for i in range(len(text.words)):
        if i < end or not _may_start(text, i, capitals=capitals):
            continue
        name = third_name(text, i, strangers, capitals=capitals)
        own = Name(takewhile(lambda word: word not in _NO_SURNAMES, name))
        if not own.parts or own[0] in TITLES:
            continue
        before, after = _around(text, i, i + len(own))
        if _asked_for(before, after) or (
            not of_caller and _said(text, i, i + len(own), before, after, capitals=capitals)
        ):
            end = i + len(own)
            found.append(Named(i, shown_name(text, i, end)))
    return found


def _may_start(text: TurnText, i: int, *, capitals: bool) -> bool:
    """Whether a name may begin at this word; without capitals any rare word may look like one."""
    word = text.words[i]
    if word in PLACES_AND_ROLES or word in {"het", "de"} or (word in PARTICLES and not capitals):
        return False
    if capitals:
        return text.text[text.spans[i][0]].isupper() and not (i in text.sentence_starts and ordinary(word))
    return word.isalpha() and not infinitive(word)


def _around(text: TurnText, start: int, end: int) -> tuple[str, str]:
    """The words of its sentence right before a name, and those right behind it."""
    begins = (0, *text.sentence_starts)
    first = max(start - _BEHIND, *(i for i in begins if i <= start))
    last = min([end + _AHEAD, *(i for i in begins if i >= end)])
    return " ".join(["", *text.words[first:start], ""]), " ".join(["", *text.words[end:last], ""])


def _asked_for(before: str, after: str) -> bool:
    """Whether the caller asks to be rung by who stands between: "kan Jelmer mij bellen"."""
    return bool(_MAY.search(before) and _RINGS_ME.match(after))


def _said(text: TurnText, start: int, end: int, before: str, after: str, *, capitals: bool) -> bool:
    """Whether the words around a name say that its bearer has or gets the matter."""
    if _TOWN.search(before) or _NO_PERSON.search(before) or role_follows(text, end):
        return False
    word, single = text.words[start], end - start < 2
    told, bearer = bool(_TELLS.match(after)), bool(_BEARER.search(before))
    if _is_given(before, after, told=told or (capitals and not single), capitals=capitals):
        return True
    if single and (ordinary(word) or DEPARTMENT_NAME.fullmatch(word)):
        return False  # "dat doet Verkeer"
    if not capitals:
        return told and bearer
    if single and (before.endswith(" van ") or (before == " " and ordinary(word, _RATHER_WORD))):
        return False  # "die is van Hansweert, die kent de wind"
    at_place = single and before.endswith((" bij ", " naar ", " door "))  # "dat ligt bij Duiven"
    acts = bool(_ACTS.match(after)) and not before.endswith(" voor ")
    return told or (not at_place and (bearer or acts))


def _is_given(before: str, after: str, *, told: bool, capitals: bool) -> bool:
    """Whether the employee lays the matter with who stands between, or asks that one."""
    if before.endswith(" ik ") and _SET_TO_IT.match(after):
        return True
    if not _GIVEN.search(before):
        return False
    if before.endswith((" bij ", " zet ", " zetten ", " ik ", " we ")) and not _ASKS.search(before):
        return bool(_LEFT.match(after)) or told
    if before.endswith(" naar ") or (not capitals and not before.endswith((" aan ", " voor "))):
        return told or after.startswith((" of ", " om "))  # "ik vraag bevestiging"
    return True
