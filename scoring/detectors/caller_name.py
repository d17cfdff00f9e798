"""This module contains the detector of the caller's name: given, asked, repeated, used to address."""

from typing import Literal

from scoring.call import Speaker
from scoring.detectors.base import ABSENT, Detector
from scoring.detectors.context import CallContext
from scoring.language.caller_name import NameUse, name_uses
from scoring.scorecard import Observation


class CallerNameDetector(Detector):
    """This represents in how many turns the employee `addresses` by name, `asks` for it or `repeats` it.

    `given` counts the words of the name that the caller gives.
    """

    kind: Literal["caller_name"]
    measures: Literal["addresses", "asks", "repeats", "given"]

    def measure(self, context: CallContext) -> Observation:
        """How many turns do this, with the words that show it."""
        if self.measures == "given":
            return Observation(value=float(len(context.caller_names)), confidence=0.8)
        quotes = []
        for turn in self.turns(context):
            text = context.turns[turn]
            for use in context.once(_uses, turn):
                if use.kind == self.measures:
                    quotes.append(context.quote(turn, text.spans[use.start][0], text.spans[use.end - 1][1]))
                    break
        if not quotes:
            return ABSENT
        return Observation(
            value=float(len(quotes)),
            evidence=tuple(quotes[:5]),
            confidence=0.9,
            fired=(f"naam: {self.measures}",),
        )


def _uses(context: CallContext, turn: int) -> list[NameUse]:
    first = context.by(Speaker.CALLER)[:4]
    spoken = "".join(word for i in first for word in context.turns[i].words)
    return name_uses(context.turns[turn], context.caller_names, spoken, capitals=context.capitals)
