"""This module contains how freely the weights of terms move while intents are learned: freer for telling terms.

Telling is how much more, or less, often an intent occurs where a term stands than elsewhere, as a log ratio.
Source: Wang and Manning 2012, Baselines and Bigrams (aclanthology.org/P12-2018).
"""

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from scoring.language.features import Floats

_TELLING = 0.5
"""How much of a term's freedom depends on how telling it is, for an intent with examples in plenty."""
_FEW = 200
"""With this many examples half of that: among few turns more seems telling than is."""
_DOUBT = 0.25
"""Turns added with and without a term, so that a rare one is not taken for telling at once."""
_AT_LEAST = 0.1
"""Where terms tell less than this (log ratio), none tells anything."""


class Freedom:
    """This represents the freedom of every term (row) for every intent (column); `whole` is about 1 on average."""

    def __init__(self, features: csr_matrix, wanted: NDArray[np.bool_]) -> None:
        stands = features.astype(bool).astype(np.float64)
        self._turns = np.asarray(stands.sum(axis=0)).reshape(-1, 1)
        self._with = np.asarray(stands.T @ wanted.astype(np.float64))
        self._share = wanted.mean(axis=0)
        examples = wanted.sum(axis=0)
        self._depends = _TELLING * examples / (examples + _FEW)
        self._usual = np.sqrt((self._telling() ** 2).mean(axis=0)).clip(_AT_LEAST)
        self.whole = self._scaled(self._telling())

    def kept(self, *, wanted: bool) -> Floats:
        """The share of each weight that is left without one turn that holds the term, with the intent or without."""
        return np.asarray((self._scaled(self._telling(turns=1, wanted=int(wanted))) / self.whole) ** 2)

    def leaning(self, turns: int = 0, wanted: int = 0) -> Floats:
        """How much more (above 0) or less often than elsewhere each intent occurs where a term stands.

        `turns`, `wanted`: so many turns that hold the term, and that have the intent, left out.
        """
        expected = (self._turns - turns).clip(0) * self._share
        seen = (self._with - wanted).clip(0)
        return np.asarray(np.log((seen + _DOUBT) / (expected + _DOUBT)))

    def _telling(self, turns: int = 0, wanted: int = 0) -> Floats:
        return np.asarray(np.abs(self.leaning(turns, wanted)))

    def _scaled(self, telling: Floats) -> Floats:
        return np.asarray(1 + self._depends * (telling / self._usual - 1))
