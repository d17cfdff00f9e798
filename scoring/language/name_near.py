"""This module contains the person whose name stands near a word of ringing: “Petra Mol belt u morgen”."""

import re
from collections.abc import Collection

from scoring.language.calling_words import BY_SELF, FILLS
from scoring.language.names import PARTICLES, PLACES_AND_ROLES, clause_starts, ordinary
from scoring.language.text import TurnText
from scoring.language.third_name import CALL, TITLES, infinitive, shown_name, third_name

_NEAR_CALLING = re.compile(rf" (?:{CALL}|lijn|telefoon) ")
_FILL = re.compile(FILLS)
_WHOM, _LEADS = frozenset("u je jou jullie".split()), frozenset("ik we of dat gaat zal laat dan".split())
_FARTHEST = 16
"""Words behind a name in which the word of calling may stand at most."""
_BEFORE_THINGS = frozenset("de het een van voor in op bij naar om tot na over".split())
"""A person's name does not follow these: "voor de lekkage belt hij eerst", "hij belt van tevoren"."""
_SAYS_OF = re.compile(rf" (?:{CALL}|laat|zal|gaat|kan|wil|moet|die|van|en|of|komt|mag) ")
"""What follows a name that begins a sentence; "Aanvraag staat erin" begins with an ordinary word."""
_ANDS = frozenset("en dan dus of maar".split())
_COMMON = 4.0
"""Zipf frequency (wordfreq) from which a word without a capital is rather no name."""


def rings_by_name(text: TurnText, strangers: Collection[str], *, capitals: bool) -> str | None:
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
    return bool(_NEAR_CALLING.search(BY_SELF.sub(" ", " ".join(["", *text.words[low:high], ""]))))


def _whom_follows(text: TurnText, start: int, end: int, *, capitals: bool) -> bool:
    """Whether it is said right behind a name whom that one rings: "Anouk u", "Anouk zal u", "Joris van Toezicht u"."""
    words = text.words
    led_in = capitals or (start > 0 and words[start - 1] in _LEADS)
    if not led_in or clause_starts(text, min(end, len(words) - 1)):
        return False
    next_ = words[end + 2 : end + 3] if words[end : end + 1] == ["van"] else words[end : end + 2]
    return not _WHOM.isdisjoint(next_)
