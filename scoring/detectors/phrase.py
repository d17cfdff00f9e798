"""This module contains the detector of phrases: ways of saying something, one line each."""

from functools import cached_property
from typing import Literal

from pydantic import Field

from scoring.detectors.base import ABSENT, Detector, Phrase
from scoring.detectors.context import CallContext
from scoring.language.phrases import Match, PhraseSet
from scoring.scorecard import Observation

MAX_QUOTES = 5


class PhraseDetector(Detector):
    """This represents a list of phrases; the value is the number of turns that have one of them.

    A match that overlaps an `unless` phrase does not count. With `lasting` the same phrase does not count in
    that turn or later either: a word that is explained once may be used from then on.
    """

    kind: Literal["phrase"]
    phrases: tuple[Phrase, ...] = Field(min_length=1)
    unless: tuple[Phrase, ...] = ()
    lasting: bool = False

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
        matches = self._found(context)
        if not matches:
            return ABSENT
        firsts = {m.turn: m for m in reversed(matches)}
        quotes = tuple(context.evidence(firsts[t]) for t in sorted(firsts)[:MAX_QUOTES])
        fired = tuple(dict.fromkeys(f"zin: {m.phrase}" for m in matches))[:MAX_QUOTES]
        return Observation(value=float(len(firsts)), evidence=quotes, confidence=0.95, fired=fired)

    def _found(self, context: CallContext) -> list[Match]:
        turns = set(self.turns(context))
        matches = self._wanted.without(self._unwanted, context.index, turns)
        if not self.lasting:
            return matches
        left_out = set(self._wanted.find(context.index, turns)) - set(matches)
        return [m for m in matches if not any(o.phrase == m.phrase and o.turn <= m.turn for o in left_out)]
