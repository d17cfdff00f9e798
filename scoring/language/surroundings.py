"""This module contains the second reading of a turn: in the light of what the turns around it do.

The first reading knows words only. “Is goed” accepts a callback when one was just offered, and a
department is named as handler when the caller asked how far a case is.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit

from scoring.language.features import Floats

NOTHING = -6.0
"""The log odds of what does not occur, and of what the other speaker's turns are never asked."""

_OWN, _AROUND = 3.0, 0.055
"""How freely the weight of a turn's own first reading moves, and that of everything around it."""
_STEPS = 60


class Second(NamedTuple):
    """This represents the second reading of one speaker's turns: weights with one column an intent."""

    mean: Floats
    weights: Floats
    constant: Floats

    def probabilities(self, around: Floats) -> Floats:
        """One row a turn, one column an intent."""
        scores = (around - self.mean) @ self.weights + self.constant
        return np.asarray(expit(scores))


def log_odds(probabilities: Floats) -> Floats:
    """Probabilities as log odds, nothing beyond about nine."""
    kept = np.clip(probabilities, 1e-4, 1 - 1e-4)
    return np.asarray(np.log(kept / (1 - kept)))


def around(first: Floats) -> Floats:
    """What stands around each turn of a call (`first`: turns × intents in log odds): one row a turn.

    The turn itself; the other speaker's nearest turns and one's own, before and after; the most there
    was in the call until then, and after; and the place in the call.
    """
    turns, intents = first.shape
    nothing = np.full((3, intents), NOTHING)
    padded = np.vstack([nothing, first, nothing])
    at = {shift: padded[3 + shift : 3 + shift + turns] for shift in (-3, -2, -1, 1, 2, 3)}
    until = np.maximum.accumulate(padded[2 : 2 + turns])
    after = np.maximum.accumulate(padded[4 : 4 + turns][::-1])[::-1]
    share = np.arange(turns)[:, None] / max(turns, 1)
    blocks = (np.maximum(at[-1], at[-3]), at[-2], np.maximum(at[1], at[3]), at[2], until, after)
    return np.hstack([first, *blocks, 4 * share, 4 * share**2])


def learn(rows: Floats, wanted: NDArray[np.bool_], own: list[int]) -> Second:
    """The second reading that fits these rows; `own[k]` is the column of intent k's first reading.

    One logistic regression an intent, all fitted together; deterministic.
    """
    from scipy.optimize import minimize  # loads slowly, and only learning needs it

    mean, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    scale = np.repeat(_AROUND / spread[:, None], len(own), axis=1)
    scale[own, range(len(own))] = _OWN
    shape, sign = (rows.shape[1] + 1, len(own)), np.where(wanted, 1.0, -1.0)
    centred = rows - mean

    def loss(flat: Floats) -> tuple[float, Floats]:
        free = flat.reshape(shape)
        margin = sign * (centred @ (scale * free[:-1]) + free[-1])
        pull = -sign * expit(-margin)
        down = np.vstack([scale * (centred.T @ pull) + free[:-1], pull.sum(axis=0)])
        return float(np.logaddexp(0, -margin).sum() + (free[:-1] ** 2).sum() / 2), down.ravel()

    start = np.zeros(shape)
    start[own, range(len(own))] = 1 / _OWN
    free = minimize(loss, start.ravel(), jac=True, method="L-BFGS-B", options={"maxiter": _STEPS}).x.reshape(
        shape
    )
    return Second(mean, scale * free[:-1], free[-1])
