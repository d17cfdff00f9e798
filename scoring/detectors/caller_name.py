"""This module contains the detector of the caller's name: given, asked, repeated, used to address."""

from collections.abc import Sequence
from typing import Literal

from scoring.call import Speaker
from scoring.detectors.base import ABSENT, Detector
from scoring.detectors.context import CallContext
from scoring.language.caller_name import NameUse, name_uses
from scoring.language.confirmed_name import confirmed_name
from scoring.language.given_names import answers_for_other, names_of_others
from scoring.language.relatives import relatives
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
    callers = context.by(Speaker.CALLER)
    spoken, others, kin = context.once(_from_the_start, 0)
    own, capitals = context.caller_names, context.capitals
    uses = name_uses(context.turns[turn], own, spoken, others, kin, capitals=capitals)
    uses = [use for use in uses if not _of_another(context, turn, use, callers)]
    answer = turn + 1 if turn + 1 in callers else None
    if answer and (span := confirmed_name(context.turns[turn], context.turns[answer], capitals=capitals)):
        uses.append(NameUse("repeats", *span))
    return uses


def _from_the_start(context: CallContext, _: int) -> tuple[str, dict[str, str], frozenset[str]]:
    """What the caller says at first, and the others in that; the same for every turn of a call."""
    first = [context.turns[i] for i in context.by(Speaker.CALLER)[:4]]
    spoken = " ".join(word for text in first for word in text.words)
    others = names_of_others(first, context.caller_names, capitals=context.capitals)
    return spoken, others, relatives(first)


def _of_another(context: CallContext, turn: int, use: NameUse, callers: Sequence[int]) -> bool:
    """Whether this is the name of the employee who answers, or asks for a name that turns out to be a relative's."""
    if use.kind == "asks":
        return any(answers_for_other(context.turns[i]) for i in callers if i == turn + 1)
    answering = context.call.direction == "in" and context.call.opening_recorded
    return answering and all(i > turn for i in callers)
