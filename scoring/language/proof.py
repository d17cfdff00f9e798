"""This module contains which part of a long turn does it: the words to quote, instead of the whole turn."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from scoring.language.text import TurnText

_SHORT = 12
"""A turn of so many words is quoted as it is."""
_LONG = 16
"""A sentence of more words is cut where it goes on: recognised speech may have no full stops at all."""
_CLAUSE = 5
"""So many words at least stand on both sides of a cut."""
_LEAST = 3
"""A sentence of fewer words ("Zo.", "Top, Jeroen.") shows nothing by itself and goes with the one after it."""
_EMPTY = frozenset(
    "ja nee nou dus zo dat die dit het er is was zit staat gaat gewoon precies oke goed prima top mooi eh uh hoor wel maar"
    " en erin erop wat ook even dan nu al he hmm".split()
)
"""Words of which a sentence ("Zo, dat zit erin.") shows nothing by itself either."""
_GOES_ON = frozenset({"en", "maar", "dus", "want", "dan", "alleen"})
_BELONGS = frozenset(
    "niet geen wel toch pas ook weer nog waarschijnlijk misschien meestal hopelijk normaal gesproken".split()
)
"""What follows on a “dan” that belongs to the words before it: “de helft is er dan niet”."""

Part = tuple[int, int]
"""The first word of a part and the one after its last."""


def parts(turn: TurnText) -> list[Part]:
    """The sentences of a long turn, long ones cut where they go on; a short turn as it is; none without words."""
    if len(turn.words) <= _SHORT:
        return [(0, len(turn.words))] if turn.words else []
    sentences = pairwise([*turn.sentence_starts, len(turn.words)])
    return _joined(turn.words, [part for sentence in sentences for part in _clauses(turn.words, *sentence)])


def _joined(words: Sequence[str], cut: Sequence[Part]) -> list[Part]:
    """The parts, those that say nothing with the one after them; the last stays, as a turn may end in its goodbye."""
    kept: list[Part] = []
    for first, end in cut:
        joins = kept and _says_nothing(words[slice(*kept[-1])])
        kept.append((kept.pop()[0] if joins else first, end))
    return [part for part in kept if part[0] < part[1]]


def _says_nothing(words: Sequence[str]) -> bool:
    return len(words) < _LEAST or _EMPTY.issuperset(words)


def _clauses(words: Sequence[str], first: int, end: int) -> Iterator[Part]:
    for at in range(first + _CLAUSE, end - _CLAUSE + 1):
        if end - first > _LONG and at - first >= _CLAUSE and _goes_on(words, at):
            yield first, at
            first = at
    yield first, end


def _goes_on(words: Sequence[str], at: int) -> bool:
    return words[at] in _GOES_ON and not (words[at] == "dan" and words[at + 1] in _BELONGS)


def line(turn: TurnText, part: Part) -> str:
    """The standard words of a part between single spaces."""
    return f" {' '.join(turn.words[slice(*part)])} "


def offsets(turn: TurnText, part: Part) -> tuple[int, int]:
    """Where a part stands in the text, with the punctuation that ends it."""
    first, end = part
    after = turn.spans[end][0] if end < len(turn.spans) else len(turn.text)
    last = turn.spans[end - 1][1]
    stops = turn.sentence_ends
    at = bisect_left(stops, last)
    stop = stops[at] if at < len(stops) and stops[at] <= after else last
    return (turn.spans[first][0] if first else 0), len(turn.text[:stop].rstrip())
