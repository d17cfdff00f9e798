"""This module contains the detector of the organisation's name in the greeting."""

from typing import Literal

from scoring.detectors.base import ABSENT, Detector
from scoring.detectors.context import CallContext
from scoring.language.names import PLACES_AND_ROLES, ordinary
from scoring.scorecard import Observation


class OrganisationDetector(Detector):
    """This represents in how many turns the organisation is named."""

    kind: Literal["organisation"]

    def measure(self, context: CallContext) -> Observation:
        """Turns with a word of the organisation's own name, or "gemeente" when that name is unknown."""
        own = {word for word in context.places - PLACES_AND_ROLES if len(word) > 2} or {"gemeente"}
        for turn in self.turns(context):
            text = context.turns[turn]
            for word, span in zip(text.words, text.spans, strict=True):
                if word in own or (
                    len(word) > 3 and not ordinary(word) and any(word in name for name in own)
                ):
                    return Observation(
                        value=1.0,
                        evidence=(context.quote(turn, *span),),
                        confidence=0.9,
                        fired=("organisatie",),
                    )
        return ABSENT
