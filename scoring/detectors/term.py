"""This module contains the detector of terms: turns that say when."""

import re
from typing import Literal

from pydantic import Field

from scoring.detectors.base import ABSENT, Detector
from scoring.detectors.context import CallContext
from scoring.detectors.quoting import saying
from scoring.language.when import says_when
from scoring.scorecard import Observation

MAX_QUOTES = 3
_WAS = re.compile(
    r" (?:was|waren|werd|werden|had|hadden|zou|zouden|zat|zaten|kwam|kwamen|stond|stonden|lag|lagen|beloven|meteen|direct) "
)
_COMES = re.compile(
    r" (?:wordt|worden|krijgt|krijg|komt|komen|gaat|gaan|hoort|hoor|heeft|hebt|zal|zult|zullen|duurt|belt|bellen"
    r"|bel|stuur|sturen|ligt|valt|staat|binnen|over|tot|uiterlijk|doe|doen|kijkt|kijken) "
)


def _still_to_come(line: str) -> bool:
    """Whether words say when of what is to come: “die acht weken waren stilgezet” tells nobody."""
    return says_when(line) and bool(_COMES.search(line)) and not _WAS.search(line)


class TermDetector(Detector):
    """This represents turns that name a moment or term, however loosely; the value is their number.

    With `beside` only turns that also do that (a learned intent at `min` or surer).
    """

    kind: Literal["term"]
    beside: str | None = None
    min: float = Field(default=0.5, gt=0, lt=1)

    def measure(self, context: CallContext) -> Observation:
        """The number of such turns, with the turns as proof."""
        found = [i for i in self.turns(context) if self._counts(context, i)]
        if not found:
            return ABSENT
        quotes = tuple(saying(context, i, _still_to_come, says_when) for i in found[:MAX_QUOTES])
        return Observation(
            value=float(len(found)), evidence=quotes, confidence=0.85, fired=("termijn genoemd",)
        )

    def _counts(self, context: CallContext, turn: int) -> bool:
        does = self.beside is None or context.intents[turn].get(self.beside, 0.0) >= self.min
        return does and says_when(context.turns[turn].line)
