"""This module contains who will ring the caller back: a person, a role or department, or the employee."""

import re
from collections.abc import Collection, Container, Sequence
from itertools import pairwise

from scoring.language.entrusted import entrusted
from scoring.language.handlers import UNIT, Named, groups, introduced, persons, roles
from scoring.language.names import PARTICLES, PLACES_AND_ROLES, clause_starts, ordinary
from scoring.language.numbers import NUMBERS
from scoring.language.said_doer import DEPARTMENT, departments
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
    re.compile(rf" (?P<who>{UNIT}) (?=(?:\w+ ){{0,5}}?(?:{_FILLS} ){{0,12}}\w*bel)"),
    re.compile(_INVERTED),
    re.compile(rf" bel(?:t|len) {_YOU} (?:dan )?(?P<who>iemand van (?!hier|daar|ons)\w+(?: \w+)?) "),
    re.compile(rf"{_THING} bel(?:t|len) {_YOU} "),
    re.compile(rf" (?P<who>{DEPARTMENT}) bel(?:t|len) {_YOU} "),
    re.compile(
        rf"{_NOT_LET} (?P<who>ik|wij|we) (?={_SELF}(?:terug|op)?bel(?:len)? )| bel(?:len)? (?P<after>ik|wij|we) "
        rf"|{_SELF_LETS_HEAR}"
    ),
)
_NEAR_CALLING = re.compile(rf" (?:{CALL}|lijn|telefoon) ")
_BY_SELF = re.compile(
    rf"{_NOT_LET} (?:ik|wij|we) {_SELF}(?:terug|op)?bel(?:len)?(?= )| bel(?:len)? (?:ik|wij|we)(?= )"
)
"""Calling that the employee does: a name beside it is not of who calls."""
_THEY = re.compile(
    rf" (?P<who>hij|zij|ze|die|deze) (?:(?!iemand |mij |me )\w+ ){{0,4}}{CALL} | {CALL} (?P<after>hij|zij|ze|die) "
    r"| (?P<object>hem|haar) (?:\w+ ){0,3}(?:terug)?bellen | \w*bel(?:verzoek|notitie|briefje) (?:\w+ ){0,2}(?P<for>hem|haar) "
)
"""A pronoun that rings: whom it means was said before."""
_SHE, _HE = frozenset({"zij", "ze", "haar"}), frozenset({"hij", "hem"})
_BEFORE_THINGS = frozenset("de het een van voor in op bij naar om tot na over".split())
"""A person's name does not follow these: "voor de lekkage belt hij eerst", "hij belt van tevoren"."""
_RING_ME = re.compile(r" (?:(?:en|dus|nou|goed|oke|ja|maar|of|anders) )*belt (?:u|jullie) ")
_SAYS_OF = re.compile(rf" (?:{CALL}|laat|zal|gaat|kan|wil|moet|die|van|en|of|komt|mag) ")
"""What follows a name that begins a sentence; "Aanvraag staat erin" begins with an ordinary word."""
_ANDS = frozenset("en dan dus of maar".split())
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
_LATELY = 6
"""So many turns before it a name may stand of whom more is said than that."""
_CANNOT = re.compile(
    r" (?:(?:en|maar|die|hij|zij|ze) ){0,2}(?:weet|wist|kan|kon|mag|mocht|gaat|ging|doet|deed) (?:\w+ ){0,3}niet "
)
"""Behind a role: who does not know it is not who will ring."""
_THAT_TEAM = re.compile(r"(.* van )(?:dat|dit|die|deze) (team|afdeling)")
_BACK = 12
"""So many turns before a promise the person it is about may be named."""


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
    persons = (found for text in said if (found := _caller(text, strangers, capitals=capitals)))
    meant = (found for i in promise if (found := _meant(turns, i, strangers, callers, capitals=capitals)))
    subjects = (match for one in _SUBJECTS for text in said if (match := _subject(one, text)))
    after = (m["who"] for text in said if (m := _WHO_AFTER.search(text.line)))
    who = next(persons, None) or next(after, None) or next(meant, None)
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
    back = (groups(turns[i]) for i in range(max(promise), max(0, min(promise) - _BACK) - 1, -1))
    own = ([g for g in some if points[2] in g.shown.split() and "iemand" not in g.shown] for some in back)
    named = (max(some).shown for some in own if some)
    return points[1] + next(named, who.removeprefix(points[1]))


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
    particle = word in PARTICLES and not (capitals and _surname_begins(text, i))
    unlike = word in PLACES_AND_ROLES or behind in _BEFORE_THINGS or particle or known
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
    if not own.parts or not _calls_near(text, i, end, capitals=capitals):
        return None
    return shown_name(text, i, _other_too(text, end, strangers) if capitals else end)


def _other_too(text: TurnText, end: int, strangers: Collection[str]) -> int:
    """Where the names end, when one ends here and another may ring as well: "Merel of Henk-Jan"."""
    if text.words[end : end + 1] not in (["of"], ["en"]) or end + 1 >= len(text.words):
        return end
    return (
        end + 1 + len(other) if (other := third_name(text, end + 1, strangers, capitals=True)).parts else end
    )


def _surname_begins(text: TurnText, i: int) -> bool:
    """Whether this particle with a capital begins a name: "en Van Egmond belt u", not the second of "Yusuf El Amrani"."""
    before = i - 1
    if i in text.sentence_starts or not text.text[text.spans[i][0]].isupper():
        return False
    led_in = before in text.sentence_starts and text.words[before] in _ANDS
    return led_in or text.text[text.spans[before][0]].islower()


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
    turns: Sequence[TurnText],
    promise: int,
    strangers: Collection[str],
    callers: Container[int],
    *,
    capitals: bool,
) -> str | None:
    """Whom a pronoun in this promise means: the person, or else the role, that was named last."""
    match = _THEY.search(_BY_SELF.sub(" ", turns[promise].line))
    if match is None:
        return None
    pronoun = next(word for word in match.groups() if word)
    back = range(promise, max(0, promise - _BACK) - 1, -1)
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
