"""This module contains the detector of the caller's name: given, asked, repeated, used to address."""

from typing import Literal

from scoring.call import Speaker
from scoring.detectors.base import ABSENT, Detector
from scoring.detectors.context import CallContext
from scoring.language.caller_name import NameUse, name_uses
from scoring.scorecard import Evidence, Observation


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
        uses = [
            (i, use)
            for i in self.turns(context)
            for use in context.once(_uses, i)
            if use.kind == self.measures
        ]
        if not uses:
            return ABSENT
        own = [one for one in uses if _of_caller(context, *one)]
        quotes = list({i: _quote(context, i, use) for i, use in reversed(own or uses)}.values())[::-1]
        return Observation(
            value=float(len({i for i, _ in uses})),
            evidence=tuple(quotes[:5]),
            confidence=0.9,
            fired=(f"naam: {self.measures}",),
        )


def _of_caller(context: CallContext, turn: int, use: NameUse) -> bool:
    """Whether it holds a name that the caller gave: "mevrouw Koning" may be whom the caller spoke of."""
    return not context.caller_names.isdisjoint(context.turns[turn].words[use.start : use.end])


def _quote(context: CallContext, turn: int, use: NameUse) -> Evidence:
    spans = context.turns[turn].spans
    return context.quote(turn, spans[use.start][0], spans[use.end - 1][1])


def _uses(context: CallContext, turn: int) -> list[NameUse]:
    first = context.by(Speaker.CALLER)[:4]
    spoken = "".join(word for i in first for word in context.turns[i].words)
    return name_uses(context.turns[turn], context.caller_names, spoken, capitals=context.capitals)
