"""This module contains the detectors of time: pace of speech and interruptions."""

import re
from typing import Literal

from scoring.call import Speaker, Turn
from scoring.detectors.base import Detector
from scoring.detectors.context import CallContext
from scoring.scorecard import Evidence, Observation

_MARKED = re.compile(r"(?:in de rede|onderbreekt|onderbreking|door elkaar|valt .{1,12} in)")
_OVERLAP = 0.3
"""Seconds that a turn must start before the other's end to be an interruption."""


class PaceDetector(Detector):
    """This represents articulation rate in words a minute over turns of `min_words` words or more."""

    kind: Literal["pace"]
    min_words: int = 5

    def measure(self, context: CallContext) -> Observation:
        """Words a minute; None without word timings."""
        words, seconds = 0, 0.0
        for i in self.turns(context):
            timed = [
                w for w in context.transcript.turns[i].words if w.start is not None and w.end is not None
            ]
            if len(timed) >= self.min_words:
                words += len(timed)
                seconds += sum((w.end or 0) - (w.start or 0) for w in timed)
        return Observation(value=60 * words / seconds if seconds else None, fired=("spreektempo",))


class InterruptionDetector(Detector):
    """This represents how often this speaker cuts the other off, from times or marks in the text."""

    kind: Literal["interruptions"]

    def measure(self, context: CallContext) -> Observation:
        """The number of interruptions; None when neither times nor marks can show them."""
        turns = context.transcript.turns
        timed = all(t.start is not None and t.end is not None for t in turns)
        marked = any(_MARKED.search(turn.stage) for turn in context.turns)
        if not timed and not marked:
            return Observation(value=None)
        quotes: list[Evidence] = []
        for i in self.turns(context):
            if _MARKED.search(context.turns[i].stage) or (timed and _cuts_in(turns, i)):
                quotes.append(context.quote(i))
        return Observation(value=float(len(quotes)), evidence=tuple(quotes[:5]), fired=("onderbreking",))


def _cuts_in(turns: tuple[Turn, ...], i: int) -> bool:
    """Whether this turn starts clearly before the caller's turn before it ends, and outlasts it."""
    if i == 0 or turns[i - 1].speaker is not Speaker.CALLER:
        return False
    before, this = turns[i - 1], turns[i]
    if not this.text.strip():
        return False
    return (this.start or 0) < (before.end or 0) - _OVERLAP and (this.end or 0) > (before.end or 0)
