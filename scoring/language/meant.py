"""This module contains whom a pronoun means in a promise to ring: “die belt u”, “ze bellen u”."""

import re
from collections.abc import Collection, Container, Sequence

from scoring.language.calling_words import BY_SELF
from scoring.language.entrusted import entrusted
from scoring.language.handlers import Named, groups, introduced, persons, roles
from scoring.language.said_doer import departments
from scoring.language.text import TurnText
from scoring.language.third_name import CALL

_THEY = re.compile(
    rf" (?P<who>hij|zij|ze|die|deze) (?:(?!iemand |mij |me )\w+ ){{0,4}}{CALL} | {CALL} (?P<after>hij|zij|ze|die) "
    r"| (?P<object>hem|haar) (?:\w+ ){0,3}(?:terug)?bellen | \w*bel(?:verzoek|notitie|briefje) (?:\w+ ){0,2}(?P<for>hem|haar) "
)
"""A pronoun that rings: whom it means was said before."""
_SHE, _HE = frozenset({"zij", "ze", "haar"}), frozenset({"hij", "hem"})
_PLURAL = re.compile(
    r" (?:ze|zij|die) (?:bellen|gaan|zullen|kunnen|willen|hebben|moeten) | bellen (?:ze|zij) "
    r"| (?:dat|of) (?:ze|zij|die) (?:(?!(?:zal|gaat|kan|wil|mag|moet|laat|komt) )\w+ ){0,4}(?:terug|op)?bellen "
)
_JUST = 2
"""So many turns before the pronoun such a name may stand."""
_LATELY = 6
"""So many turns before it a name may stand of whom more is said than that."""
_CANNOT = re.compile(
    r" (?:(?:en|maar|die|hij|zij|ze) ){0,2}(?:weet|wist|kan|kon|mag|mocht|gaat|ging|doet|deed) (?:\w+ ){0,3}niet "
)
"""Behind a role: who does not know it is not who will ring."""
BACK = 12
"""So many turns before a promise the person it is about may be named."""


def meant(
    turns: Sequence[TurnText],
    promise: int,
    strangers: Collection[str],
    callers: Container[int],
    *,
    capitals: bool,
) -> str | None:
    """Whom a pronoun in this promise means: the person, or else the role, that was named last."""
    match = _THEY.search(BY_SELF.sub(" ", turns[promise].line))
    if match is None:
        return None
    pronoun = next(word for word in match.groups() if word)
    back = range(promise, max(0, promise - BACK) - 1, -1)
    if _PLURAL.search(turns[promise].line) and pronoun in {"ze", "zij", "die"}:
        near = (groups(turns[i]) or departments(turns[i]) for i in back)
        return next((max(some).shown for some in near if some), None)
    many = _PLURAL.search(match.group()) is not None
    one = pronoun in _SHE | _HE and capitals and not many
    reach = 0 if many else _LATELY if pronoun in _SHE | _HE else _JUST
    other = {"meneer"} if pronoun in _SHE else {"mevrouw"} if pronoun in _HE else set()
    for i in back:
        named = persons(turns[i], strangers, capitals=capitals)
        named += introduced(turns[i], strangers) if one and i >= promise - _JUST else []
        if reach and i >= promise - reach:
            named += entrusted(turns[i], strangers, capitals=capitals, of_caller=i in callers)
        found = [person for person in named if person.title not in other]
        whole = pronoun not in _SHE | _HE and i >= promise - _JUST and i not in callers
        if found or (found := _units(turns[i], whole=whole)):
            return max(found).shown
    return None


def _units(text: TurnText, *, whole: bool) -> list[Named]:
    """The roles in a turn, rather those who may know it; with `whole` also departments."""
    found = roles(text) + (groups(text) if whole else [])
    able = [one for one in found if not _CANNOT.match(text.line[one.place + 1 + len(one.shown) :])]
    return able or found


def role_meant(turns: Sequence[TurnText], promise: Sequence[int]) -> str | None:
    """The further role that a pronoun in these turns may mean, where nobody else is named in any of them."""
    singular = (
        i
        for i in promise
        if _THEY.search(line := BY_SELF.sub(" ", turns[i].line)) and not _PLURAL.search(line)
    )
    back = (j for i in singular for j in range(i, max(0, i - BACK) - 1, -1))
    return next((max(some).shown for j in back if (some := roles(turns[j], more=True))), None)
