"""This module contains the detector of telephone numbers: given out, or agreed for calling back."""

from collections.abc import Iterator
from typing import Literal

from scoring.call import Speaker
from scoring.detectors.base import Detector
from scoring.detectors.context import CallContext
from scoring.language.phone import SpokenNumber
from scoring.language.this_number import own_number
from scoring.scorecard import Evidence, Observation

_AGREED_DIGITS = 6


class PhoneDetector(Detector):
    """This represents telephone numbers; `measures` chooses which.

    `direct`: turns in which the employee gives a colleague's direct-dial or mobile number. `spoken`:
    turns with six digits or more of a number that is no colleague's.
    """

    kind: Literal["phone"]
    measures: Literal["direct", "spoken"]

    def measure(self, context: CallContext) -> Observation:
        """The number of such turns, with the digits as they were said."""
        direct = [(given.turn, given.number) for given in context.direct_numbers]
        found = direct if self.measures == "direct" else _own_numbers(context)
        quotes = [_said(context, turn, number) for turn, number in found if turn in self.turns(context)]
        sure = 0.85 if quotes else 0.95
        return Observation(
            value=float(len(quotes)),
            evidence=tuple(quotes[:3]),
            confidence=sure,
            fired=("nummer",) if quotes else (),
        )


def _own_numbers(context: CallContext) -> list[tuple[int, SpokenNumber]]:
    """The numbers, or the greater part of one, that are no colleague's."""
    told = context.others_numbers
    numbers = [(i, number) for i, some in enumerate(context.numbers) for number in some]
    found = [(i, n) for i, n in numbers if _is_phone(n) and n.digits not in told]
    return found or list(_pointed_at(context))


def _pointed_at(context: CallContext) -> Iterator[tuple[int, SpokenNumber]]:
    """Where the caller asks to be rung on the number of this call, which has no digits to say."""
    for i in context.by(Speaker.CALLER):
        if words := own_number(context.turns, i):
            yield i, SpokenNumber(*words, digits="", general=False)


def _is_phone(number: SpokenNumber) -> bool:
    return len(number.digits) >= _AGREED_DIGITS and number.digits.startswith("0")


def _said(context: CallContext, turn: int, number: SpokenNumber) -> Evidence:
    spans = context.turns[turn].spans
    return context.quote(turn, spans[number.start][0], spans[number.end - 1][1])
