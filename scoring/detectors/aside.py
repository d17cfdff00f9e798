"""This module contains the detector of stage directions: what a transcriber put between brackets, like "(huilt)"."""

import re
from typing import Literal

from pydantic import Field

from scoring.detectors.base import ABSENT, Detector
from scoring.detectors.context import CallContext
from scoring.scorecard import Observation

MAX_QUOTES = 5
_WORD = re.compile(r"[^\W\d_]+")


class AsideDetector(Detector):
    """This represents stage directions with one of the words; the value is how many there are.

    One with an `unless` word does not count: in "(baby huilt)" it is not the speaker who weeps. Brackets are
    not spoken, so phrases never see them.
    """

    kind: Literal["aside"]
    words: tuple[str, ...] = Field(min_length=1)
    unless: tuple[str, ...] = ()

    def measure(self, context: CallContext) -> Observation:
        """The number of such directions, each quoted."""
        places = [(i, *place) for i in self.turns(context) for place in context.turns[i].asides]
        found = [context.quote(*place) for place in places]
        meant = [quote for quote in found if self._means(_WORD.findall(quote.quote.lower()))]
        if not meant:
            return ABSENT
        return Observation(
            value=float(len(meant)),
            evidence=tuple(meant[:MAX_QUOTES]),
            confidence=0.95,
            fired=("aanwijzing",),
        )

    def _means(self, words: list[str]) -> bool:
        return any(w in words for w in self.words) and not any(w in words for w in self.unless)
