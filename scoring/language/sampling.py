"""This module contains which turns an intent is learned from: far from all of those that do not have it.

Most turns have nothing of an intent and teach nothing about it that others do not. So it is learned from the turns
that have it, the turns most like those, and a share of all others, each of which then stands for several.
Source: King and Zeng 2001, Logistic Regression in Rare Events Data, Political Analysis 9(2).
"""

import numpy as np
from numpy.typing import NDArray

from scoring.language.features import Floats, Numbers

_LIKE_EACH, _LIKE = 1, 4_000
"""How many turns most like those with the intent: so many for each of those, and so many more."""
_SHARE = 0.2
"""Of all other turns."""


def chosen(wanted: NDArray[np.bool_], likeness: Floats) -> tuple[Numbers, Floats]:
    """The turns to learn from, in order, and how many turns each stands for; always the same ones.

    `likeness`: how much each turn is like those with the intent, in any unit.
    """
    having, others = np.flatnonzero(wanted), np.flatnonzero(~wanted)
    nearest_first = others[np.argsort(-likeness[others], kind="stable")]
    like, rest = np.split(nearest_first, [min(len(others), _LIKE + _LIKE_EACH * len(having))])
    some = rest[np.random.default_rng(0).random(len(rest)) < _SHARE]
    stands_for = np.ones(len(wanted))
    stands_for[some] = 1 / _SHARE
    turns = np.sort(np.concatenate([having, like, some]))
    return turns, stands_for[turns]
