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
_SUBJECTS = (
    re.compile(rf" \w*(?:gebeld|bellen) (?:\w+ ){{0,2}}door (?P<who>{_UNIT}) "),
    re.compile(rf" (?P<who>{_UNIT}) (?=(?:\w+ ){{0,5}}?\w*bel)"),
    re.compile(
        rf" (?P<who>ik|wij|we) (?={_SELF}(?:terug|op)?bel(?:len)? )| bel(?:len)? (?P<after>ik|wij|we) "
    ),
)
_ROLE = re.compile(rf" (?:{_UNIT}|(?:afdeling|team) \w+) ")
_CALL = r"(?:\w*bel(?:len|t|de)?|\w*gebeld)"
_CALLS = re.compile(_CALL)
"""No name, though it may stand where one does: "ik vraag haar u te bellen"."""
_NEAR_CALLING = re.compile(rf" (?:{_CALL}|lijn|telefoon) ")
_BY_SELF = re.compile(rf" (?:ik|wij|we) {_SELF}(?:terug|op)?bel(?:len)?(?= )| bel(?:len)? (?:ik|wij|we)(?= )")
"""Calling that the employee does: a name beside it is not of who calls."""
_THEY = re.compile(
    rf" (?P<who>hij|zij|ze|die|deze) (?:\w+ ){{0,4}}{_CALL} | {_CALL} (?P<after>hij|zij|ze|die) "
    r"| (?P<object>hem|haar) (?:\w+ ){0,3}(?:terug)?bellen | \w*bel(?:verzoek|notitie|briefje) (?:\w+ ){0,2}(?P<for>hem|haar) "
)
"""A pronoun that rings: whom it means was said before."""
_TITLES = frozenset({"mevrouw", "meneer", "heer"})
_SHE, _HE = frozenset({"zij", "ze", "haar"}), frozenset({"hij", "hem"})
_BEFORE_THINGS = frozenset("de het een van voor in op bij om tot na over".split())
"""A person's name does not follow these: "voor de lekkage belt hij eerst", "hij belt van tevoren"."""
_TIME = re.compile(
    r"(?:maan|dins|woens|donder|vrij|zater|zon)dag\w*|\w*dagen|(?:van|na|voor)?(?:morgen|middag|avond|ochtend)\w*|uiterlijk\w*|straks"
    r"|vandaag|overmorgen|(?:daar|hier|waar|er)\w{2,}|januari|februari|maart|april|juni|juli|augustus|september|oktober|november|december|week|uur"
)
"""Words of when and what about, which without capitals may be as rare as a name."""
_RING_ME = re.compile(r" (?:(?:en|dus|nou|goed|oke|ja|maar|of|anders) )*belt (?:u|jullie) ")
_NO_NAMES = frozenset("ge gij u jullie".split())
_SAYS_OF = re.compile(rf" (?:{_CALL}|zal|gaat|kan|wil|moet|die|van|en|of|komt|mag) ")
"""What follows a name that begins a sentence; "Aanvraag staat erin" begins with an ordinary word."""
_COMMON = 4.0
"""Zipf frequency (wordfreq) from which a word without a capital is rather no name."""
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
    other = {"meneer"} if pronoun in _SHE else {"mevrouw"} if pronoun in _HE else set()
    for i in range(promise, max(0, promise - _BACK) - 1, -1):
        found = [one for one in _persons(turns[i], strangers, capitals=capitals) if one.title not in other]
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
        if own.parts:
            found.append(_Named(i, _shown(text, i, i + len(own)), text.words[i - 1]))
    return found


def _roles(text: TurnText) -> list[_Named]:
    return [_Named(m.start(), m.group().strip()) for m in _ROLE.finditer(text.line)]
