"""This module contains who will ring the caller back: a person, a role or department, or the employee."""

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from scoring.language.handlers import UNIT, groups, introduced, persons, roles
from scoring.language.names import PARTICLES, PLACES_AND_ROLES, clause_starts, ordinary
from scoring.language.numbers import NUMBERS
from scoring.language.text import TurnText
from scoring.language.third_name import CALL, TITLES, infinitive, shown_name, third_name

_SELF = "(?:(?:zal|ga|gaan|zullen|kan|kunnen|u|je|jou|dan|zelf|even|weer|straks|vandaag|morgen|nog|daarna|daarover) ){0,6}"
_NOT_LET = r"(?<!\w laat)(?<!\w laten)"
"""Another rings in "die laat ik u bellen"; in "Laat ik u even bellen" it is the employee."""
_FILLS = (
    r"(?:u|je|jou|jullie|dan|even|nog|wel|zelf|weer|terug|straks|uiterlijk|tussen|voor|na|om|rond|tegen|en|of|in|de|het|een"
    r"|loop|van|begin|eind|einde|eerst|meteen|volgende|komende|week|uur|half|kwart|over|lunch|pauze|graag|gewoon"
    rf"|\w*(?:dag|morgen|middag|ochtend|avond)|\d+|{'|'.join(NUMBERS)})"
)
"""What may stand between who rings and the word of ringing without taking it farther away: whom, and when."""
_FILL = re.compile(_FILLS)
_WHOM, _LEADS = frozenset("u je jou jullie".split()), frozenset("ik we of dat gaat zal laat dan".split())
_FARTHEST = 16
"""Words behind a name in which the word of calling may stand at most."""
_SUBJECTS = (
    re.compile(rf" \w*(?:gebeld|bellen) (?:\w+ ){{0,2}}door (?P<who>{UNIT}) "),
    re.compile(rf" (?P<who>{UNIT}) (?=(?:\w+ ){{0,5}}?(?:{_FILLS} ){{0,12}}\w*bel)"),
    re.compile(
        rf"{_NOT_LET} (?P<who>ik|wij|we) (?={_SELF}(?:terug|op)?bel(?:len)? )| bel(?:len)? (?P<after>ik|wij|we) "
    ),
)
_NEAR_CALLING = re.compile(rf" (?:{CALL}|lijn|telefoon) ")
_BY_SELF = re.compile(
    rf"{_NOT_LET} (?:ik|wij|we) {_SELF}(?:terug|op)?bel(?:len)?(?= )| bel(?:len)? (?:ik|wij|we)(?= )"
)
"""Calling that the employee does: a name beside it is not of who calls."""
_THEY = re.compile(
    rf" (?P<who>hij|zij|ze|die|deze) (?:\w+ ){{0,4}}{CALL} | {CALL} (?P<after>hij|zij|ze|die) "
    r"| (?P<object>hem|haar) (?:\w+ ){0,3}(?:terug)?bellen | \w*bel(?:verzoek|notitie|briefje) (?:\w+ ){0,2}(?P<for>hem|haar) "
)
"""A pronoun that rings: whom it means was said before."""
_SHE, _HE = frozenset({"zij", "ze", "haar"}), frozenset({"hij", "hem"})
_BEFORE_THINGS = frozenset("de het een van voor in op bij naar om tot na over".split())
"""A person's name does not follow these: "voor de lekkage belt hij eerst", "hij belt van tevoren"."""
_RING_ME = re.compile(r" (?:(?:en|dus|nou|goed|oke|ja|maar|of|anders) )*belt (?:u|jullie) ")
_SAYS_OF = re.compile(rf" (?:{CALL}|laat|zal|gaat|kan|wil|moet|die|van|en|of|komt|mag) ")
"""What follows a name that begins a sentence; "Aanvraag staat erin" begins with an ordinary word."""
_COMMON = 4.0
"""Zipf frequency (wordfreq) from which a word without a capital is rather no name."""
_PLURAL = re.compile(
    r" (?:ze|zij|die) (?:bellen|gaan|zullen|kunnen|willen|hebben|moeten) | bellen (?:ze|zij) "
    r"| (?:dat|of) (?:ze|zij|die) (?:(?!(?:zal|gaat|kan|wil|mag|moet|laat|komt) )\w+ ){0,4}(?:terug|op)?bellen "
)
_WHO_AFTER = re.compile(rf" (?:ze|die) (?:\w+ ){{0,4}}{CALL} die (?:van )?(?P<who>(?:van )?(?:het|de) \w+) ")
"""Who is meant may be said behind it: "ik laat ze u bellen, die van het secretariaat"."""
_INTRODUCES = re.compile(
    r" (?:met|naam is|spreek ik|ben ik|dag|goedemorgen|goedemiddag|goedenavond|goedendag|hallo|bent u|u bent) "
    r"(?P<names>(?:\w+ ){1,5})"
)
_JUST = 2
"""So many turns before the pronoun such a name may stand."""
_BACK = 12
"""So many turns before a promise the person it is about may be named."""


def who_calls(
    turns: Sequence[TurnText], promise: Sequence[int], *, capitals: bool, strangers: Collection[str] = ()
) -> str | None:
    """The person or department that will call, as said in a promising turn; None when nobody is named.

    `strangers`: words of names of who does not ring back, such as the caller's own.
    """
    said = [turns[turn] for turn in promise]
    persons = (found for text in said if (found := _caller(text, strangers, capitals=capitals)))
    meant = (found for i in promise if (found := _meant(turns, i, strangers, capitals=capitals)))
    subjects = (match for one in _SUBJECTS for text in said if (match := _subject(one, text)))
    after = (m["who"] for text in said if (m := _WHO_AFTER.search(text.line)))
    who = next(persons, None) or next(after, None) or next(meant, None)
    return who or next((next(filter(None, match.groups())) for match in subjects), None)


def _subject(one: re.Pattern[str], text: TurnText) -> re.Match[str] | None:
    """Who does the ringing; "ik bel de planner en dan bel ik u" is not of the planner."""
    return one.search(text.line if "after" in one.groupindex else _BY_SELF.sub(" ", text.line))


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
    if (capitals and not first and _inside_name(text, i, strangers)) or (not capitals and infinitive(word)):
        return None
    unlike = word in PLACES_AND_ROLES or behind in _BEFORE_THINGS or word in PARTICLES or known
    if behind not in TITLES and unlike:
        return None  # "in de loop van de dag" begins like a name
    own = third_name(text, i, strangers, capitals=capitals)
    end = i + len(own)
    if (
        capitals
        and first
        and not (len(own) > 1 or _SAYS_OF.match(" ".join(["", *text.words[end : end + 1], ""])))
    ):
        return None
    return shown_name(text, i, end) if own.parts and _calls_near(text, i, end, capitals=capitals) else None


def _inside_name(text: TurnText, i: int, strangers: Collection[str]) -> bool:
    """Whether the word before this one is part of the same name: "bij Farah Benali"."""
    before = text.words[i - 1]
    titled = before in TITLES or before in strangers or (i - 1 in text.sentence_starts and ordinary(before))
    between = text.text[text.spans[i - 1][1] : text.spans[i][0]]
    return text.text[text.spans[i - 1][0]].isupper() and not titled and not between.strip()


def _calls_near(text: TurnText, start: int, end: int, *, capitals: bool) -> bool:
    """Whether there is a word of calling near a name, in its own sentence."""
    before, after = (6, 6) if capitals else (3, 2)  # without capitals any rare word may look like a name
    begins = text.sentence_starts
    low = max(start - before, *(i for i in begins if i <= start))
    last = min(end + _FARTHEST, *(i for i in (*begins, len(text.words)) if i >= end))
    told = [i for i in range(end, last) if not _FILL.fullmatch(text.words[i])]
    if not _whom_follows(text, start, end, capitals=capitals):
        told = list(range(end, last))  # "Petra komt om negen uur, u wordt gebeld"
    high = told[after] if len(told) > after else last
    return bool(_NEAR_CALLING.search(_BY_SELF.sub(" ", " ".join(["", *text.words[low:high], ""]))))


def _whom_follows(text: TurnText, start: int, end: int, *, capitals: bool) -> bool:
    """Whether it is said right behind a name whom that one rings: "Anouk u", "Anouk zal u", "Joris van Toezicht u"."""
    words = text.words
    led_in = capitals or (start > 0 and words[start - 1] in _LEADS)
    if not led_in or clause_starts(text, min(end, len(words) - 1)):
        return False
    next_ = words[end + 2 : end + 3] if words[end : end + 1] == ["van"] else words[end : end + 2]
    return not _WHOM.isdisjoint(next_)


def asks_to_ring(text: TurnText) -> list[tuple[int, int]]:
    """Where in the text sentences stand that ask the other to ring: "Belt u dan morgen even"."""
    sentences = pairwise([*text.sentence_starts, len(text.words)])
    asking = (part for part in sentences if _RING_ME.match(f" {' '.join(text.words[slice(*part)])} "))
    return [(text.spans[first][0], text.spans[end - 1][1]) for first, end in asking]


def _meant(
    turns: Sequence[TurnText], promise: int, strangers: Collection[str], *, capitals: bool
) -> str | None:
    """Whom a pronoun in this promise means: the person, or else the role, that was named last."""
    match = _THEY.search(_BY_SELF.sub(" ", turns[promise].line))
    if match is None:
        return None
    pronoun = next(word for word in match.groups() if word)
    if _PLURAL.search(turns[promise].line) and pronoun in {"ze", "zij", "die"}:
        near = (groups(turns[i]) for i in range(promise, max(0, promise - _BACK) - 1, -1))
        return next((max(some).shown for some in near if some), None)
    one = pronoun in _SHE | _HE and capitals and not _PLURAL.search(match.group())
    other = {"meneer"} if pronoun in _SHE else {"mevrouw"} if pronoun in _HE else set()
    for i in range(promise, max(0, promise - _BACK) - 1, -1):
        named = persons(turns[i], strangers, capitals=capitals)
        named += introduced(turns[i], strangers) if one and i >= promise - _JUST else []
        found = [person for person in named if person.title not in other]
        if found or (found := roles(turns[i])):
            return max(found).shown
    return None


def names_told(text: TurnText) -> set[str]:
    """The words behind which a caller-out says who is on the line or who is rung: no colleague is told of so."""
    return {word for match in _INTRODUCES.finditer(text.line) for word in match["names"].split()}


def role_meant(turns: Sequence[TurnText], promise: Sequence[int]) -> str | None:
    """The further role that a pronoun in these turns may mean, where nobody else is named in any of them."""
    singular = (
        i
        for i in promise
        if _THEY.search(line := _BY_SELF.sub(" ", turns[i].line)) and not _PLURAL.search(line)
    )
    back = (j for i in singular for j in range(i, max(0, i - _BACK) - 1, -1))
    return next((max(some).shown for j in back if (some := roles(turns[j], more=True))), None)
