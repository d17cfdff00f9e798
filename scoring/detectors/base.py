"""This module contains what all detectors share: which turns they look at."""

import itertools
from abc import abstractmethod
from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field

from scoring.call import Speaker
from scoring.detectors.context import CallContext
from scoring.language.phrases import mistakes
from scoring.record import Record
from scoring.scorecard import Observation


def _readable(phrase: str) -> str:
    problem = mistakes(phrase)
    if problem:
        raise ValueError(f"‘{phrase}’: {problem}")
    return phrase


Phrase = Annotated[str, AfterValidator(_readable)]
"""A line of the phrase language; a mistake in it is reported in Dutch when the rubric is read."""


def opening(turns: list[int], number: int) -> list[int]:
    """The first so many of these turns; those with nothing between them count as one."""
    starts = [i for before, i in itertools.pairwise([-2, *turns]) if i != before + 1]
    return [i for i in turns if i < starts[number]] if number < len(starts) else turns


class Window(Record):
    """This represents the turns a detector looks at: whose, the first or last few, or a share of the call.

    `first`/`last` count turns of that speaker, and what is said in a row at the beginning as one turn, as
    recognition cuts it up; `from_share`/`to_share` (0–1) count the whole call. `to_caller` leaves out what the
    employee says to a colleague.
    """

    speaker: Speaker | None = Speaker.AGENT
    first: int | None = Field(default=None, ge=1)
    last: int | None = Field(default=None, ge=1)
    from_share: float = Field(default=0.0, ge=0, le=1)
    to_share: float = Field(default=1.0, ge=0, le=1)
    to_caller: bool = False

    def turns(self, context: CallContext) -> list[int]:
        """Indexes of the turns inside this window, in order."""
        window = self.speaker, self.first, self.last, self.from_share, self.to_share, self.to_caller
        if window not in context.windows:
            context.windows[window] = self._inside(context)
        return context.windows[window]

    def _inside(self, context: CallContext) -> list[int]:
        total = len(context.turns)
        found = context.by(self.speaker) if self.speaker else list(range(total))
        if self.first is not None:
            found = opening(found, self.first)
        if self.last is not None:
            found = found[-self.last :]
        if self.to_caller:
            agent = set(context.by(Speaker.AGENT))
            found = [i for i in found if i not in agent or not context.to_colleague(i)]
        low, high = self.from_share * total, self.to_share * total
        return [i for i in found if low <= i < high or (i == total - 1 and self.to_share == 1)]


class Detector(Window):
    """This represents one measurement on a call; the rubric decides what the number means.

    `listens`: it needs the words to be understood; what is badly heard then makes it unmeasurable.
    """

    listens: ClassVar[bool] = True

    @abstractmethod
    def measure(self, context: CallContext) -> Observation:
        """What this detector finds in the call; value None when the call cannot show it."""

    def phrase_texts(self) -> tuple[str, ...]:
        """The phrases this detector searches: the rubric repairs recognised words towards them."""
        return ()


ABSENT = Observation(value=0.0, confidence=0.85)
"""Nothing was found: fairly sure, since people have more ways of saying things than any list."""
