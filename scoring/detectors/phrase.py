"""This module contains the detector of phrases: ways of saying something, one line each."""

from functools import cached_property
from typing import Literal

from pydantic import Field

from scoring.detectors.base import ABSENT, Detector, Phrase
from scoring.detectors.context import CallContext
from scoring.language.phrases import PhraseSet
from scoring.scorecard import Observation

MAX_QUOTES = 5


class PhraseDetector(Detector):
    """This represents a list of phrases; the value is the number of turns that have one of them.

    A match that overlaps an `unless` phrase does not count.
    """

    kind: Literal["phrase"]
    phrases: tuple[Phrase, ...] = Field(min_length=1)
    unless: tuple[Phrase, ...] = ()

    @cached_property
    def _wanted(self) -> PhraseSet:
        return PhraseSet(self.phrases)

    @cached_property
    def _unwanted(self) -> PhraseSet:
        return PhraseSet(self.unless)

    def phrase_texts(self) -> tuple[str, ...]:
        """All phrases, wanted and unwanted."""
        return self.phrases + self.unless

    def measure(self, context: CallContext) -> Observation:
        """The number of turns with a phrase, with the words that matched."""
        matches = self._wanted.without(self._unwanted, context.index, set(self.turns(context)))
        if not matches:
            return ABSENT
        firsts = {m.turn: m for m in reversed(matches)}
        quotes = tuple(context.evidence(firsts[t]) for t in sorted(firsts)[:MAX_QUOTES])
        fired = tuple(dict.fromkeys(f"zin: {m.phrase}" for m in matches))[:MAX_QUOTES]
        return Observation(value=float(len(firsts)), evidence=quotes, confidence=0.95, fired=fired)
