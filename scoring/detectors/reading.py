"""This module contains the detector of plain language: sentence length, word count."""

from typing import Literal

from scoring.detectors.base import Detector
from scoring.detectors.context import CallContext
from scoring.scorecard import Observation

_SENTENCE = 3
"""Shorter ones ("ja hoor", "even kijken") are no sentences and would hide long ones."""


class ReadingDetector(Detector):
    """This represents how the employee's sentences read; `words` or `sentence_length` (words on average).

    Without punctuation sentences cannot be told apart: `sentence_length` is then None.
    """

    kind: Literal["reading"]
    measures: Literal["words", "sentence_length"]

    def measure(self, context: CallContext) -> Observation:
        """The chosen number over all turns of this window."""
        turns = [context.turns[i] for i in self.turns(context)]
        if self.measures == "words":
            return Observation(value=float(sum(len(t.words) for t in turns)))
        lengths = [len(s.split()) for t in turns for s in t.sentences if len(s.split()) >= _SENTENCE]
        punctuated = any(c in t.text for t in turns for c in ".!?")
        if not lengths or not punctuated:
            return Observation(value=None)
        return Observation(value=sum(lengths) / len(lengths), fired=("zinslengte",))
