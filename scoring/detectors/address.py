"""This module contains the detector of the form of address: u, or je and jij."""

from typing import Literal

from scoring.detectors.base import Detector
from scoring.detectors.context import CallContext
from scoring.detectors.quoting import saying
from scoring.language.address import Address, address, says_je, says_je_surely, says_u
from scoring.language.flemish import says_ge, says_u_itself, shows_ge
from scoring.scorecard import Evidence, Observation

_JE, _U = (says_je_surely, says_je), (says_u,)


class AddressDetector(Detector):
    """This represents how the caller is addressed; `measures` chooses the number.

    `formal` and `informal`: how often that form is used. `any`: how often either is. `share`: the share
    (0–1) of "u" among all forms. A je that may be generic ("dan krijg je") counts only next to few u's.
    `regional`: how often "ge" or "gij" is used, which is neither; beside "u" the share is less than 1 then, and
    alone it cannot be told.
    """

    kind: Literal["address"]
    measures: Literal["formal", "informal", "any", "share", "regional"] = "share"

    def measure(self, context: CallContext) -> Observation:
        """The chosen number, with turns that show it; share is 0 when the caller is never addressed."""
        mine = [i for i in self.turns(context) if not context.to_colleague(i)]
        with_ge = [i for i in mine if context.once(_ge, i)]
        if self.measures == "regional":
            return _number(len(with_ge), [saying(context, i, shows_ge) for i in with_ge])
        formal, informal, loose, quotes = _count(context, mine)
        if self.measures == "any":
            return _number(formal + informal + loose + len(with_ge), [])
        if self.measures != "share":
            wanted = self.measures == "formal"
            return _number(formal if wanted else informal, quotes[wanted])
        if with_ge and not informal:
            return self._beside_ge(context, with_ge)
        return self._share(formal, informal, tuple((quotes[False] or quotes[True])[:3]))

    def _beside_ge(self, context: CallContext, with_ge: list[int]) -> Observation:
        """The share without any je: of u with slips, or not to be told where nobody says u itself."""
        own = sum(says_u_itself(context.turns[i]) for i in self.turns(context))
        share = max(0.5, own / (own + len(with_ge))) if own else None
        return Observation(
            value=share, evidence=tuple(saying(context, i, shows_ge) for i in with_ge[:3]), confidence=0.6
        )

    def _share(self, formal: int, informal: int, quotes: tuple[Evidence, ...]) -> Observation:
        if not formal + informal:
            return Observation(value=0.0, confidence=0.6)
        share = formal / (formal + informal)
        close = 0.0 < share < 1.0 and informal <= 1
        return Observation(value=share, evidence=quotes, confidence=0.6 if close else 0.9)


def _number(number: int, quotes: list[Evidence]) -> Observation:
    return Observation(value=float(number), evidence=tuple(quotes[:3]), confidence=0.9)


def _count(context: CallContext, turns: list[int]) -> tuple[int, int, int, dict[bool, list[Evidence]]]:
    """How often these turns say u, surely je and a je that may be generic; and what shows u, or else je."""
    formal, informal, loose = 0, 0, 0
    quotes: dict[bool, list[Evidence]] = {True: [], False: []}
    loosely: list[int] = []
    for turn in turns:
        seen = context.once(_address, turn)
        formal, informal, loose = formal + seen.formal, informal + seen.informal, loose + seen.loose
        if seen.formal or seen.informal:
            quotes[not seen.informal].append(saying(context, turn, *(_JE if seen.informal else _U)))
        elif seen.loose:
            loosely.append(turn)
    if loose >= 2 * max(1, formal):
        informal += loose
        quotes[False] = quotes[False] or [saying(context, turn, *_JE) for turn in loosely]
    return formal, informal, loose, quotes


def _ge(context: CallContext, turn: int) -> int:
    return says_ge(context.turns[turn])


def _address(context: CallContext, turn: int) -> Address:
    return address(context.turns[turn])
