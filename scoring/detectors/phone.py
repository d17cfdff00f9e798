"""This module contains the detector of telephone numbers: given out, or agreed for calling back."""

from typing import Literal

from scoring.call import Speaker
from scoring.detectors.base import Detector
from scoring.detectors.context import CallContext
from scoring.language.phone import SpokenNumber, is_direct, spoken_numbers
from scoring.language.text import TurnText
from scoring.scorecard import Evidence, Observation

_AGREED_DIGITS = 6


class PhoneDetector(Detector):
    """This represents telephone numbers; `measures` chooses which.

    `direct`: turns in which the employee gives a colleague's direct-dial or mobile number. `spoken`:
    turns with six digits or more of a number, whoever's it is.
    """

    kind: Literal["phone"]
    measures: Literal["direct", "spoken"]

    def measure(self, context: CallContext) -> Observation:
        """The number of such turns, with the digits as they were said."""
        quotes: list[Evidence] = []
        heard, before = "", ""
        wanted = set(self.turns(context))
        for i, turn in enumerate(context.turns):
            numbers = context.once(_numbers, i)
            for number in numbers if i in wanted else ():
                if self._counts(turn, number, heard, before):
                    start, end = turn.spans[number.start][0], turn.spans[number.end - 1][1]
                    quotes.append(context.quote(i, start, end))
            if context.transcript.turns[i].speaker is Speaker.CALLER:
                heard += "".join(n.digits for n in numbers) + " "
            else:
                before = turn.line
        sure = 0.85 if quotes else 0.95
        return Observation(
            value=float(len(quotes)),
            evidence=tuple(quotes[:3]),
            confidence=sure,
            fired=("nummer",) if quotes else (),
        )

    def _counts(self, turn: TurnText, number: SpokenNumber, heard: str, before: str) -> bool:
        if self.measures == "direct":
            return is_direct(turn, number, heard, before)
        return len(number.digits) >= _AGREED_DIGITS and number.digits.startswith("0")


def _numbers(context: CallContext, turn: int) -> list[SpokenNumber]:
    return spoken_numbers(context.turns[turn])
