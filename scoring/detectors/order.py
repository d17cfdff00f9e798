"""This module contains the detector of order: one thing is said, and another one after it."""

from functools import cached_property
from typing import Literal

from pydantic import Field

from scoring.call import Speaker
from scoring.detectors.base import ABSENT, Detector, Phrase, Window
from scoring.detectors.context import CallContext
from scoring.language.phrases import Match, PhraseSet
from scoring.scorecard import Observation

MAX_PAIRS = 3


class OrderDetector(Detector):
    """This represents two lists of phrases; the value is how often one of `then` comes after one of `phrases`.

    `then_speaker` says the second (the same speaker by default), at most `within` turns later (0: the same
    turn, further on); without `within` anywhere later. Every phrase counts in one pair at most, and one of
    `then` that overlaps an `unless` phrase in none: "sorry van die muts" is no insult.
    """

    kind: Literal["order"]
    phrases: tuple[Phrase, ...] = Field(min_length=1)
    then: tuple[Phrase, ...] = Field(min_length=1)
    unless: tuple[Phrase, ...] = ()
    then_speaker: Speaker | None = None
    within: int | None = Field(default=None, ge=0)

    @cached_property
    def _first(self) -> PhraseSet:
        return PhraseSet(self.phrases)

    @cached_property
    def _second(self) -> PhraseSet:
        return PhraseSet(self.then)

    @cached_property
    def _unwanted(self) -> PhraseSet:
        return PhraseSet(self.unless)

    def phrase_texts(self) -> tuple[str, ...]:
        """The phrases of both lists, and the unwanted ones."""
        return self.phrases + self.then + self.unless

    def measure(self, context: CallContext) -> Observation:
        """The number of pairs, with the words of both."""
        later = Window(speaker=self.then_speaker or self.speaker)
        firsts = self._first.find(context.index, set(self.turns(context)))
        seconds = self._second.without(self._unwanted, context.index, set(later.turns(context)))
        pairs: list[tuple[Match, Match]] = []
        for first in firsts:
            if pairs and _place(first) < _place(pairs[-1][1]):
                continue  # said again before the answer came: still one pair
            second = next((one for one in seconds if self._follows(first, one)), None)
            if second is not None:
                pairs.append((first, second))
        if not pairs:
            return ABSENT
        quotes = tuple(context.evidence(match) for pair in pairs[:MAX_PAIRS] for match in pair)
        fired = tuple(f"volgorde: {a.phrase} → {b.phrase}" for a, b in pairs[:MAX_PAIRS])
        return Observation(value=float(len(pairs)), evidence=quotes, confidence=0.9, fired=fired)

    def _follows(self, first: Match, second: Match) -> bool:
        if second.turn == first.turn:
            return second.start >= first.end
        return first.turn < second.turn and (self.within is None or second.turn - first.turn <= self.within)


def _place(match: Match) -> tuple[int, int]:
    return match.turn, match.start
