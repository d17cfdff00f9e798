"""This module contains which of the terms in a turn stands beside a word of calling."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from math import inf

from scoring.language.terms import Term
from scoring.language.text import TurnText

_CALLING = re.compile(
    r" (?:\w*bel(?:t|len|letje)?|\w*gebeld|(?:terug)?bel(?:verzoek|afspraak|notitie|briefje)"
    r"|terug|telefoon\w*|lijn|gesproken|hoort|horen|contact|(?:ik|wij|we|hij|zij|ze|die) probeer\w*|probeer ik)(?= )"
)
_LATEST = re.compile(
    r" (?:uiterlijk|op zijn laatst|op het laatst|ten laatste|hooguit|maximaal|binnen|in elk geval voor) $"
)
_LATEST_AFTER = re.compile(r" (?:op zijn laatst|op het laatst|uiterlijk|ten laatste) ")
_NEAR_VERB = 45
"""Characters between a term and the calling it is about."""
_LONGEST_VERB = 40
"""No word of calling has more characters."""
_ELSEWHERE = 25
"""How much farther away a term seems that stands in a sentence before it."""
_BEFORE = 1.5
"""How much farther away a term seems that stands before the verb."""


def beside_calling(text: TurnText, found: Sequence[Term]) -> Sequence[Term]:
    """The terms nearest to a word of calling, and those that "uiterlijk" marks in the same turn."""
    line, begins = text.line, second_sentences(text)
    verbs = [m.span() for m in _CALLING.finditer(line)]
    if not verbs:
        return []
    starts = [start for start, _ in verbs]
    beside = {t: verbs[slice(*_reach(t, starts))] for t in found}  # a long turn has thousands of both
    gaps = {t: min((_gap(t, *verb, begins) for verb in beside[t]), default=inf) for t in found}
    near = [t for t, gap in gaps.items() if gap <= _NEAR_VERB]
    latest = [t for t in found if is_latest(line, t)]
    return latest or ([min(near, key=lambda t: gaps[t])] if near else [])


def _reach(term: Term, starts: Sequence[int]) -> tuple[int, int]:
    """Which of the verbs that start here may be near enough to a term."""
    first = bisect_left(starts, term.start - _NEAR_VERB - _LONGEST_VERB)
    return first, bisect_right(starts, term.end + _NEAR_VERB)


def _gap(term: Term, start: int, end: int, begins: Sequence[int]) -> float:
    """How far a term stands from a verb, in characters; behind it, or at least in its sentence, it rather belongs to it."""
    if term.start >= end:
        return term.start - end
    apart = bisect_right(begins, start) > bisect_right(begins, term.start)
    return _BEFORE * (start - term.end) + (_ELSEWHERE if apart else 0)


def second_sentences(text: TurnText) -> list[int]:
    """Where in the line of a turn its second and further sentences begin."""
    places = [0, *accumulate(len(word) + 1 for word in text.words)]
    return [1 + places[i] for i in text.sentence_starts[1:]]


def is_latest(line: str, term: Term) -> bool:
    """Whether words before or after the term make it the last day."""
    return bool(_LATEST.search(line[: term.start]) or _LATEST_AFTER.match(line[term.end :]))
