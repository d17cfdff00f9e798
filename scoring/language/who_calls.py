"""This module contains who will ring the caller back: a person, a role or department, or the employee."""

import re
from collections.abc import Collection, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from scoring.language.names import PARTICLES, PLACES_AND_ROLES, Name, name_at, ordinary
from scoring.language.text import TurnText

_ROLES = (
    "collega|consulent|behandelaar|taxateur|beheerder|medewerker|inspecteur|jurist|monteur|loodgieter|aannemer"
    "|toezichthouder|teamleider|leidinggevende|casemanager|klantmanager|regisseur|adviseur|ambtenaar|planner"
    "|wijkagent|makelaar|woonconsulent|opzichter"
)
_OF = (
    r"van (?:(?:dat|dit|die) (?:team|afdeling|kantoor)"
    r"|(?!die |dat |dit |deze |u |mij |tevoren |morgen |de week )(?:de |het )?\w+)"
)
_UNIT = rf"(?:(?:mijn|een|de|uw|onze) )?(?:\w*(?:{_ROLES}))(?: {_OF})?|iemand {_OF}"
_SELF = "(?:(?:zal|ga|gaan|zullen|kan|kunnen|u|je|jou|dan|zelf|even|weer|straks|vandaag|morgen|nog|daarna|daarover) ){0,6}"
_NOT_LET = r"(?<!\w laat)(?<!\w laten)"
"""Another rings in "die laat ik u bellen"; in "Laat ik u even bellen" it is the employee."""
_SUBJECTS = (
    re.compile(rf" \w*(?:gebeld|bellen) (?:\w+ ){{0,2}}door (?P<who>{_UNIT}) "),
    re.compile(rf" (?P<who>{_UNIT}) (?=(?:\w+ ){{0,5}}?\w*bel)"),
    re.compile(
        rf"{_NOT_LET} (?P<who>ik|wij|we) (?={_SELF}(?:terug|op)?bel(?:len)? )| bel(?:len)? (?P<after>ik|wij|we) "
    ),
)
_ROLE = re.compile(rf" (?:{_UNIT}|(?:afdeling|team) \w+) ")
_CALL = r"(?:\w*bel(?:len|t|de)?|\w*gebeld)"
_CALLS = re.compile(_CALL)
"""No name, though it may stand where one does: "ik vraag haar u te bellen"."""
_NEAR_CALLING = re.compile(rf" (?:{_CALL}|lijn|telefoon) ")
_BY_SELF = re.compile(
    rf"{_NOT_LET} (?:ik|wij|we) {_SELF}(?:terug|op)?bel(?:len)?(?= )| bel(?:len)? (?:ik|wij|we)(?= )"
)
"""Calling that the employee does: a name beside it is not of who calls."""
_THEY = re.compile(
    rf" (?P<who>hij|zij|ze|die|deze) (?:\w+ ){{0,4}}{_CALL} | {_CALL} (?P<after>hij|zij|ze|die) "
    r"| (?P<object>hem|haar) (?:\w+ ){0,3}(?:terug)?bellen | \w*bel(?:verzoek|notitie|briefje) (?:\w+ ){0,2}(?P<for>hem|haar) "
)
"""A pronoun that rings: whom it means was said before."""
_TITLES = frozenset({"mevrouw", "meneer", "heer"})
_SHE, _HE = frozenset({"zij", "ze", "haar"}), frozenset({"hij", "hem"})
_BEFORE_THINGS = frozenset("de het een van voor in op bij naar om tot na over".split())
"""A person's name does not follow these: "voor de lekkage belt hij eerst", "hij belt van tevoren"."""
_TIME = re.compile(
    r"(?:maan|dins|woens|donder|vrij|zater|zon)dag\w*|\w*dagen|(?:van|na|voor)?(?:morgen|middag|avond|ochtend)\w*|uiterlijk\w*|straks"
    r"|vandaag|overmorgen|(?:daar|hier|waar)\w{2,}|er(?:over|mee|voor|van|op|in|uit|aan|bij|naar|tegen|door|na|om|heen|vandaan)|januari|februari|maart|april|juni|juli|augustus|september|oktober|november|december|week|uur"
)
"""Words of when and what about, which without capitals may be as rare as a name."""
_RING_ME = re.compile(r" (?:(?:en|dus|nou|goed|oke|ja|maar|of|anders) )*belt (?:u|jullie) ")
_NO_NAMES = frozenset("ge gij u jullie".split())
_SAYS_OF = re.compile(rf" (?:{_CALL}|laat|zal|gaat|kan|wil|moet|die|van|en|of|komt|mag) ")
"""What follows a name that begins a sentence; "Aanvraag staat erin" begins with an ordinary word."""
_COMMON = 4.0
"""Zipf frequency (wordfreq) from which a word without a capital is rather no name."""
_PLURAL = re.compile(r" (?:ze|zij) (?:bellen|gaan|zullen|kunnen|willen|hebben|moeten) | bellen (?:ze|zij) ")
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
_JUST = 2
"""So many turns before the pronoun such a name may stand."""
_BACK = 12
"""So many turns before a promise the person it is about may be named."""


class _Named(NamedTuple):
    """This represents a person or role in a turn: as it is shown, and the title it is called by."""

    place: int
    shown: str
    title: str = ""


def who_calls(
    turns: Sequence[TurnText], promise: Sequence[int], *, capitals: bool, strangers: Collection[str] = ()
) -> str | None:
    """The person or department that will call, as said in a promising turn; None when nobody is named.

    `strangers`: words of names of who does not ring back, such as the caller's own.
    """
    said = [turns[turn] for turn in promise]
    persons = (found for text in said if (found := _caller(text, strangers, capitals=capitals)))
    meant = (found for i in promise if (found := _meant(turns, i, strangers, capitals=capitals)))
    subjects = (match for one in _SUBJECTS for text in said if (match := one.search(text.line)))
    who = next(persons, None) or next(meant, None)
    return who or next((next(filter(None, match.groups())) for match in subjects), None)


def _caller(text: TurnText, strangers: Collection[str], *, capitals: bool) -> str | None:
    """The person in this turn whose name stands near a word of calling."""
    found = (_person(text, i, strangers, capitals=capitals) for i in range(len(text.words)))
    return next(filter(None, found), None)


def _person(text: TurnText, i: int, strangers: Collection[str], *, capitals: bool) -> str | None:
    """The name that starts at this word, when it stands near a word of calling and is no ordinary thing."""
    word, behind = text.words[i], text.words[i - 1] if i else ""
    first = i in text.sentence_starts
    behind = "" if first else behind
    known = ordinary(word, _COMMON) if not capitals else first and ordinary(word)
    if (capitals and not first and _inside_name(text, i, strangers)) or (not capitals and _infinitive(word)):
        return None
    unlike = word in PLACES_AND_ROLES or behind in _BEFORE_THINGS or word in PARTICLES or known
    if behind not in _TITLES and unlike:
        return None  # "in de loop van de dag" begins like a name
    own = _name(text, i, strangers, capitals=capitals)
    end = i + len(own)
    if (
        capitals
        and first
        and not (len(own) > 1 or _SAYS_OF.match(" ".join(["", *text.words[end : end + 1], ""])))
    ):
        return None
    return _shown(text, i, end) if own.parts and _calls_near(text, i, end, capitals=capitals) else None


def _inside_name(text: TurnText, i: int, strangers: Collection[str]) -> bool:
    """Whether the word before this one is part of the same name: "bij Farah Benali"."""
    before = text.words[i - 1]
    titled = before in _TITLES or before in strangers or (i - 1 in text.sentence_starts and ordinary(before))
    between = text.text[text.spans[i - 1][1] : text.spans[i][0]]
    return text.text[text.spans[i - 1][0]].isupper() and not titled and not between.strip()


def _calls_near(text: TurnText, start: int, end: int, *, capitals: bool) -> bool:
    """Whether there is a word of calling near a name, in its own sentence."""
    before, after = (6, 6) if capitals else (3, 2)  # without capitals any rare word may look like a name
    begins = text.sentence_starts
    low = max(start - before, *(i for i in begins if i <= start))
    high = min(end + after, *(i for i in (*begins, len(text.words)) if i >= end))
    return bool(_NEAR_CALLING.search(_BY_SELF.sub(" ", " ".join(["", *text.words[low:high], ""]))))


def asks_to_ring(text: TurnText) -> list[tuple[int, int]]:
    """Where in the text sentences stand that ask the other to ring: "Belt u dan morgen even"."""
    sentences = pairwise([*text.sentence_starts, len(text.words)])
    asking = (part for part in sentences if _RING_ME.match(f" {' '.join(text.words[slice(*part)])} "))
    return [(text.spans[first][0], text.spans[end - 1][1]) for first, end in asking]


def _name(text: TurnText, i: int, strangers: Collection[str], *, capitals: bool) -> Name:
    """The name of a third person that starts at this word; empty when none does."""
    titled = i > 0 and text.words[i - 1] in _TITLES
    name, _ = name_at(text, i, capitals=capitals, announced=titled)
    own = Name(takewhile(lambda word: not (_CALLS.fullmatch(word) or _TIME.fullmatch(word)), name))
    letters = text.text[slice(*text.spans[i])]
    unlike = any(part in strangers or part in _NO_NAMES for part in own.parts) or (
        len(letters) > 1 and letters.isupper()
    )  # UWV
    return Name() if unlike else own


def _shown(text: TurnText, start: int, end: int) -> str:
    """The words of a name as they stand in the turn, with the title before it."""
    first = start - 1 if start and text.words[start - 1] in _TITLES - {"heer"} else start
    return text.text[text.spans[first][0] : text.spans[end - 1][1]]


def _meant(
    turns: Sequence[TurnText], promise: int, strangers: Collection[str], *, capitals: bool
) -> str | None:
    """Whom a pronoun in this promise means: the person, or else the role, that was named last."""
    match = _THEY.search(_BY_SELF.sub(" ", turns[promise].line))
    if match is None:
        return None
    pronoun = next(word for word in match.groups() if word)
    one = pronoun in _SHE | _HE and capitals and not _PLURAL.search(match.group())
    other = {"meneer"} if pronoun in _SHE else {"mevrouw"} if pronoun in _HE else set()
    for i in range(promise, max(0, promise - _BACK) - 1, -1):
        named = _persons(turns[i], strangers, capitals=capitals)
        named += _introduced(turns[i], strangers) if one and i >= promise - _JUST else []
        found = [person for person in named if person.title not in other]
        if found or (found := _roles(turns[i])):
            return max(found).shown
    return None


def _persons(text: TurnText, strangers: Collection[str], *, capitals: bool) -> list[_Named]:
    """The people that are called by a title, or as a colleague by name."""
    starts = [i for i in range(1, len(text.words)) if text.words[i - 1] in _TITLES | {"collega"}]
    starts = [i for i in starts if i not in text.sentence_starts]
    found = []
    for i in starts:
        sure = capitals or text.words[i - 1] in _TITLES  # "collega die" is no name
        own = _name(text, i, strangers, capitals=capitals) if sure else Name()
        if own.parts and own[0] not in _IN:
            found.append(_Named(i, _shown(text, i, i + len(own)), text.words[i - 1]))
    return found


def _introduced(text: TurnText, strangers: Collection[str]) -> list[_Named]:
    """The people of whom it is said that they handle it, written with a capital and no role named after them."""
    found, end, firsts = [], 0, frozenset(text.sentence_starts)
    for i in (i for i, (start, _) in enumerate(text.spans) if text.text[start].isupper()):
        own = _name(text, i, strangers, capitals=True) if i >= end else Name()
        end = max(end, i + len(own))
        if own.parts and own[0] not in _TITLES and _handles(text, i, end, first=i in firsts):
            found.append(_Named(i, _shown(text, i, end)))
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


def _roles(text: TurnText) -> list[_Named]:
    return [_Named(m.start(), m.group().strip()) for m in _ROLE.finditer(text.line)]


def _infinitive(word: str) -> bool:
    """Whether this is rather a verb than a name: "koppelen" has "gekoppeld"."""
    import wordfreq  # loads slowly, and many commands read no call

    if len(word) < 6 or not word.endswith("en"):
        return False
    stem = word[:-2]
    stem = stem[:-1] if stem[-1] == stem[-2] else stem
    stems = (stem, stem[:-1] + stem[-2:])  # "maken": gemaakt
    return any(wordfreq.zipf_frequency(f"ge{s}{end}", "nl") >= 2 for s in stems for end in "dt")
