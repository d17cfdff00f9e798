"""This module contains the detectors of how much room a speaker gets: turns, and turns cut off."""

import itertools
import re
from typing import Literal

from scoring.call import Speaker
from scoring.detectors.base import Detector
from scoring.detectors.context import CallContext
from scoring.detectors.quoting import ending
from scoring.language.unfinished import breaks_off
from scoring.scorecard import Observation

_ENDS = re.compile(r"(?:[.!?…]|\.\.\.|-|—)[\"')\]]*\s*$")


class TurnCountDetector(Detector):
    """This represents how many turns of at least `min_words` words a speaker has.

    `together`: turns with nobody else between them count as one, as recognition cuts up a tape.
    """

    kind: Literal["turns"]
    min_words: int = 1
    together: bool = False

    def measure(self, context: CallContext) -> Observation:
        """The number of turns."""
        said = [i for i in self.turns(context) if len(context.turns[i].words) >= self.min_words]
        goes_on = sum(b == a + 1 for a, b in itertools.pairwise(said)) if self.together else 0
        return Observation(value=float(len(said) - goes_on))


class CutOffDetector(Detector):
    """This represents turns of the caller that break off because the employee or a transfer comes in.

    Only a transcript with punctuation shows this; without, the value is 0 unless it is marked. Recognition also
    leaves out a full stop, so such a turn must break off by its words too.
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
                or (punctuated and not _ENDS.search(texts[i]) and context.once(_breaks_off, i))
            )
        ]
        marked = sum("in de rede" in context.turns[i + 1].stage for i in cut)
        quotes = tuple(ending(context, i) for i in cut[:3] if texts[i].strip())
        return Observation(
            value=float(len(cut) + marked), evidence=quotes, confidence=0.8 if punctuated else 0.6
        )


def _breaks_off(context: CallContext, turn: int) -> bool:
    return bool(context.turns[turn].words) and breaks_off(context.turns[turn])
