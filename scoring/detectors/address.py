"""This module contains the detector of the form of address: u, or je and jij."""

from typing import Literal

from scoring.detectors.base import Detector
from scoring.detectors.context import CallContext
from scoring.detectors.quoting import saying
from scoring.language.address import Address, address, says_je, says_je_surely, says_u
from scoring.scorecard import Evidence, Observation

_JE, _U = (says_je_surely, says_je), (says_u,)


class AddressDetector(Detector):
    """This represents how the caller is addressed; `measures` chooses the number.

    `formal` and `informal`: how often that form is used. `any`: how often either is. `share`: the share
    (0–1) of "u" among all forms. A je that may be generic ("dan krijg je") counts only next to few u's.
    """

    kind: Literal["address"]
    measures: Literal["formal", "informal", "any", "share"] = "share"

    def measure(self, context: CallContext) -> Observation:
        """The chosen number, with turns that show it; share is 0 when the caller is never addressed."""
        formal, informal, loose = 0, 0, 0
        quotes: dict[bool, list[Evidence]] = {True: [], False: []}
        loosely: list[int] = []
        for turn in self.turns(context):
            if context.to_colleague(turn):
                continue
            seen = context.once(_address, turn)
            formal, informal, loose = formal + seen.formal, informal + seen.informal, loose + seen.loose
            if seen.formal or seen.informal:
                quotes[not seen.informal].append(saying(context, turn, *(_JE if seen.informal else _U)))
            elif seen.loose:
                loosely.append(turn)
        if loose >= 2 * max(1, formal):
            informal += loose
            quotes[False] = quotes[False] or [saying(context, turn, *_JE) for turn in loosely]
        if self.measures == "any":
            return Observation(value=float(formal + informal + loose), confidence=0.9)
        if self.measures != "share":
            wanted = self.measures == "formal"
            number = float(formal if wanted else informal)
            return Observation(value=number, evidence=tuple(quotes[wanted][:3]), confidence=0.9)
        return self._share(formal, informal, tuple((quotes[False] or quotes[True])[:3]))

    def _share(self, formal: int, informal: int, quotes: tuple[Evidence, ...]) -> Observation:
        if not formal + informal:
            return Observation(value=0.0, confidence=0.6)
        share = formal / (formal + informal)
        close = 0.0 < share < 1.0 and informal <= 1
        return Observation(value=share, evidence=quotes, confidence=0.6 if close else 0.9)


def _address(context: CallContext, turn: int) -> Address:
    return address(context.turns[turn])
