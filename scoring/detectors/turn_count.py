"""This module contains the detectors of how much room a speaker gets: turns, and turns cut off."""

import re
from typing import Literal

from scoring.call import Speaker
from scoring.detectors.base import Detector
from scoring.detectors.context import CallContext
from scoring.scorecard import Observation

_ENDS = re.compile(r"(?:[.!?…]|\.\.\.|-|—)[\"')\]]*\s*$")


class TurnCountDetector(Detector):
    """This represents how many turns of at least `min_words` words a speaker has."""

    kind: Literal["turns"]
    min_words: int = 1

    def measure(self, context: CallContext) -> Observation:
        """The number of turns."""
        count = sum(len(context.turns[i].words) >= self.min_words for i in self.turns(context))
        return Observation(value=float(count))


class CutOffDetector(Detector):
    """This represents turns of the caller that break off because the employee or a transfer comes in.

    Only a transcript with punctuation shows this; without, the value is 0 unless it is marked.
    """

    kind: Literal["cut_off"]
    speaker: Speaker | None = Speaker.CALLER

    def measure(self, context: CallContext) -> Observation:
        """The number of turns that are cut off; one that the transcriber marked counts twice."""
        texts = [turn.text for turn in context.transcript.turns]
        punctuated = sum(bool(_ENDS.search(text)) for text in texts) > len(texts) * 0.6
        cut = [
            i
            for i in self.turns(context)
            if i + 1 < len(texts)
            and context.transcript.turns[i + 1].speaker is not Speaker.CALLER
            and (
                "in de rede" in context.turns[i + 1].stage
                or (punctuated and context.turns[i].words and not _ENDS.search(texts[i]))
            )
        ]
        marked = sum("in de rede" in context.turns[i + 1].stage for i in cut)
        quotes = tuple(context.quote(i) for i in cut[:3] if texts[i].strip())
        return Observation(
            value=float(len(cut) + marked), evidence=quotes, confidence=0.8 if punctuated else 0.6
        )
