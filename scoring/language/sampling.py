"""This module contains which turns an intent is learned from: far from all of those that do not have it.

Most turns have nothing of an intent and teach nothing about it that others do not. So it is learned from the turns
that have it, the turns most like those, and a share of all others, each of which then stands for several.
Source: King and Zeng 2001, Logistic Regression in Rare Events Data, Political Analysis 9(2).
"""

import numpy as np
from numpy.typing import NDArray

from scoring.language.features import Floats

_LIKE = 4_000
"""How many turns most like those with the intent, beside as many as have it."""
_SHARE = 0.2
"""Of all other turns."""


def stands_for(wanted: NDArray[np.bool_], likeness: Floats) -> Floats:
    """How many turns each turn counts for, 0 for those that are not learned from; always the same ones.

    `likeness`: how much each turn is like those with the intent, in any unit.
    """
    others = np.flatnonzero(~wanted)
    nearest_first = others[np.argsort(-likeness[others], kind="stable")]
    rest = nearest_first[_LIKE + np.count_nonzero(wanted) :]
    counts = np.ones(len(wanted))
    counts[rest] = (np.random.default_rng(0).random(len(wanted))[rest] < _SHARE) / _SHARE
    return counts
