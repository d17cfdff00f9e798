"""This module contains the detectors of time: pace of speech and interruptions."""

import re
from typing import Literal

from scoring.call import Speaker
from scoring.detectors.base import Detector
from scoring.detectors.context import CallContext
from scoring.language.timing import estimated, interruptions, timed, words_a_minute
from scoring.scorecard import Evidence, Observation

_MARKED = re.compile(r"(?:in de rede|onderbreekt|onderbreking|door elkaar|valt .{1,12} in)")
_INDICATION = 0.5
"""How sure an interruption is where voices share a channel: the answer becomes a proposal."""


class PaceDetector(Detector):
    """This represents articulation rate in words a minute over turns of `min_words` words or more."""

    kind: Literal["pace"]
    min_words: int = 5

    def measure(self, context: CallContext) -> Observation:
        """Words a minute; None without word timings."""
        turns = [context.transcript.turns[i] for i in self.turns(context)]
        return Observation(value=words_a_minute(turns, self.min_words), fired=("spreektempo",))


class InterruptionDetector(Detector):
    """This represents how often this speaker cuts the other off, from times or marks in the text."""

    kind: Literal["interruptions"]

    def measure(self, context: CallContext) -> Observation:
        """The number of interruptions; None when neither times nor marks can show them."""
        transcript = context.transcript
        clock = timed(transcript.turns)
        marked = any(_MARKED.search(turn.stage) for turn in context.turns)
        if not clock and not marked:
            return Observation(value=None)
        cut = set(interruptions(transcript, self.speaker or Speaker.AGENT))
        quotes: list[Evidence] = [
            context.quote(i)
            for i in self.turns(context)
            if i in cut or _MARKED.search(context.turns[i].stage)
        ]
        return Observation(
            value=float(len(quotes)),
            evidence=tuple(quotes[:5]),
            confidence=_INDICATION if clock and estimated(transcript) else 1.0,
            fired=("onderbreking",),
        )
