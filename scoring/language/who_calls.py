"""This module contains who will ring the caller back: a person, a role or department, or the employee."""

import re
from collections.abc import Collection, Container, Sequence
from itertools import pairwise

from scoring.language.calling_words import BY_SELF, FILLS, NOT_LET, SELF
from scoring.language.handlers import UNIT, groups
from scoring.language.meant import BACK, meant
from scoring.language.name_near import rings_by_name
from scoring.language.said_doer import DEPARTMENT
from scoring.language.text import TurnText
from scoring.language.third_name import CALL

_YOU = "(?:u|je|jou|jullie)"
_THING = (
    r"(?<! bij)(?<! voor)(?<! van)(?<! op)(?<! in)(?<! aan)(?<! met)(?<! na)(?<! om)(?<! naar)(?<! over)(?<! tot) "
    r"(?P<who>(?:de|het|een|onze|ons) "
    r"(?!(?:rest|ander|anderen?|eerste|hele|\w*(?:dag|week|morgen|middag|avond|ochtend|keer)) )"
    r"\w+(?: (?!die |dat |en |of |om |hem |haar |hij |ze |zij |ik |we |wij |u |iemand )\w+)?)"
)
"""A person or department by any noun: "de planning", "de betaal groep"."""
_INVERTED = (
    rf" bel(?:t|len) (?:(?:dan|ook|straks|morgen|vandaag|gewoon|zelf|even|zo) ){{0,3}}(?P<who>{UNIT}|{DEPARTMENT}"
    rf"|(?:de|het|een|onze) \w+) {_YOU} "
)
_SELF_LETS_HEAR = (
    rf" (?P<self>ik) (?:geef|doe) {_YOU} (?:\w+ ){{0,3}}(?:belletje|telefoontje|ringetje) "
    rf"| (?:geef|doe) (?P<also>ik) {_YOU} (?:\w+ ){{0,3}}(?:belletje|telefoontje|ringetje) "
)
_SUBJECTS = (
    re.compile(rf" \w*(?:gebeld|bellen) (?:\w+ ){{0,2}}door (?P<who>{UNIT}) "),
    re.compile(rf" (?P<who>{UNIT}) (?=(?:\w+ ){{0,5}}?(?:{FILLS} ){{0,12}}\w*bel)"),
    re.compile(_INVERTED),
    re.compile(rf" bel(?:t|len) {_YOU} (?:dan )?(?P<who>iemand van (?!hier|daar|ons)\w+(?: \w+)?) "),
    re.compile(rf"{_THING} bel(?:t|len) {_YOU} "),
    re.compile(rf" (?P<who>{DEPARTMENT}) bel(?:t|len) {_YOU} "),
    re.compile(
        rf"{NOT_LET} (?P<who>ik|wij|we) (?={SELF}(?:terug|op)?bel(?:len)? )| bel(?:len)? (?P<after>ik|wij|we) "
        rf"|{_SELF_LETS_HEAR}"
    ),
)
_RING_ME = re.compile(r" (?:(?:en|dus|nou|goed|oke|ja|maar|of|anders) )*belt (?:u|jullie) ")
_WHO_AFTER = re.compile(rf" (?:ze|die) (?:\w+ ){{0,4}}{CALL} die (?:van )?(?P<who>(?:van )?(?:het|de) \w+) ")
"""Who is meant may be said behind it: "ik laat ze u bellen, die van het secretariaat"."""
_INTRODUCES = re.compile(
    r" (?:met|naam is|spreek ik|ben ik|dag|goedemorgen|goedemiddag|goedenavond|goedendag|hallo|bent u|u bent) "
    r"(?P<names>(?:\w+ ){1,5})"
)
_THAT_TEAM = re.compile(r"(.* van )(?:dat|dit|die|deze) (team|afdeling)")


def who_calls(
    turns: Sequence[TurnText],
    promise: Sequence[int],
    *,
    capitals: bool,
    strangers: Collection[str] = (),
    callers: Container[int] = (),
) -> str | None:
    """The person or department that will call, as said in a promising turn; None when nobody is named.

    `strangers`: words of names of who does not ring back, such as the caller's own. `callers`: the turns
    of the caller, who names a family too.
    """
    said = [turns[turn] for turn in promise]
    named = (found for text in said if (found := rings_by_name(text, strangers, capitals=capitals)))
    pointed = (found for i in promise if (found := meant(turns, i, strangers, callers, capitals=capitals)))
    subjects = (match for one in _SUBJECTS for text in said if (match := _subject(one, text)))
    after = (m["who"] for text in said if (m := _WHO_AFTER.search(text.line)))
    who = next(named, None) or next(after, None) or next(pointed, None)
    who = who or next((next(filter(None, match.groups())) for match in subjects), None)
    if who and capitals and who.isalpha() and who[0].isupper():
        return _in_full(turns[: max(promise) + 1], who)
    return who and _team_named(turns, promise, who)


def _in_full(turns: Sequence[TurnText], first: str) -> str:
    """The first and last name of who is only called by the first one, as far as that was said before."""
    full = re.compile(rf"\b{first}(?: (?:de|der|den|ten|ter|el|al))* [A-Z][\w-]+")
    return next((m.group() for text in reversed(turns) if (m := full.search(text.text))), first)


def _team_named(turns: Sequence[TurnText], promise: Sequence[int], who: str) -> str:
    """Who, with the team by its name where "iemand van dat team" points back at one."""
    points = _THAT_TEAM.fullmatch(who)
    if not points:
        return who
    back = (groups(turns[i]) for i in range(max(promise), max(0, min(promise) - BACK) - 1, -1))
    own = ([g for g in some if points[2] in g.shown.split() and "iemand" not in g.shown] for some in back)
    named = (max(some).shown for some in own if some)
    return points[1] + next(named, who.removeprefix(points[1]))


def _subject(one: re.Pattern[str], text: TurnText) -> re.Match[str] | None:
    """Who does the ringing; "ik bel de planner en dan bel ik u" is not of the planner."""
    return one.search(text.line if "after" in one.groupindex else BY_SELF.sub(" ", text.line))


def asks_to_ring(text: TurnText) -> list[tuple[int, int]]:
    """Where in the text sentences stand that ask the other to ring: "Belt u dan morgen even"."""
    sentences = pairwise([*text.sentence_starts, len(text.words)])
    asking = (part for part in sentences if _RING_ME.match(f" {' '.join(text.words[slice(*part)])} "))
    return [(text.spans[first][0], text.spans[end - 1][1]) for first, end in asking]


def names_told(text: TurnText) -> set[str]:
    """The words behind which a caller-out says who is on the line or who is rung: no colleague is told of so."""
    return {word for match in _INTRODUCES.finditer(text.line) for word in match["names"].split()}
