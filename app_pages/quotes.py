"""This module contains how quotes read on a screen: a very short one with the words around it."""

import re
from collections.abc import Sequence

from scoring.call import Transcript
from scoring.scorecard import Evidence

SHORT = 2
"""A quote of so many words says nothing by itself."""
AROUND = 8
"""So many words around a short quote are shown at most."""
_SENTENCE_END = re.compile(r"(?<=[.?!])\s+")


def readable(evidence: Evidence, transcript: Transcript) -> str:
    """The quote as it is; when it is very short, the part of its sentence around it."""
    text = transcript.turns[evidence.turn].text
    if len(evidence.quote.split()) > SHORT or text[evidence.start : evidence.end] != evidence.quote:
        return evidence.quote
    return _around(text, evidence.start, evidence.end)


def apart(found: Sequence[Evidence], transcript: Transcript) -> list[tuple[int, Evidence, str]]:
    """Every quote with its place and how it reads, without those that stand in another one's words."""
    read = [(e.turn, readable(e, transcript)) for e in found]
    return [
        (place, e, read[place][1])
        for place, e in enumerate(found)
        if not any(_swallowed(read, place, other) for other in range(len(read)))
    ]


def in_reason(reason: str, found: Sequence[Evidence], transcript: Transcript) -> str:
    """A reason in which a very short quote reads as it does elsewhere on the screen."""
    for evidence in found:
        bare = f"‘{evidence.quote}’"
        if bare in reason:
            return reason.replace(bare, f"‘{readable(evidence, transcript)}’", 1)
    return reason


def _around(text: str, start: int, end: int) -> str:
    breaks = [m.span() for m in _SENTENCE_END.finditer(text)]
    first = max((b for _, b in breaks if b <= start), default=0)
    last = min((a for a, _ in breaks if a >= end), default=len(text))
    words = [(m.start() + first, m.end() + first) for m in re.finditer(r"\S+", text[first:last])]
    inside = [i for i, (a, b) in enumerate(words) if a < end and b > start]
    room = AROUND + len(inside)
    begin = max(0, min(inside[0] - AROUND // 2, len(words) - room))
    chosen = words[begin : begin + room]
    before = "… " if begin else ""
    after = " …" if begin + room < len(words) else ""
    return f"{before}{text[chosen[0][0] : chosen[-1][1]]}{after}"


def _swallowed(read: Sequence[tuple[int, str]], place: int, other: int) -> bool:
    """Whether another quote of the same turn shows all that this one does; of equals the first stays."""
    (turn, mine), (others_turn, others) = read[place], read[other]
    if place == other or turn != others_turn or mine.strip("… ") not in others:
        return False
    return mine != others or other < place
