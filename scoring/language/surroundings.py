"""This module contains the second reading of a turn: in the light of what the turns around it do.

The first reading knows words only. “Is goed” accepts a callback when one was just offered, and a
department is named as handler when the caller asked how far a case is. Two kinds of model read the same
and meet halfway: logistic regressions, and small networks, which see what counts only together.
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
_STEPS = 30
"""More steps make the regressions better, but not what they and the networks say together."""

_NETS, _HIDDEN, _ROUNDS = 3, 96, 8
"""Networks (each from other chance), their hidden units, and how often each goes through all turns."""
_MOST = 1.5
"""The networks move a reading no further (log odds): in calls unlike those they saw they are sure and wrong."""
_ENOUGH = 2000
"""From fewer turns a network learns by heart, and the regressions read alone."""
_OWN_IN_NET = 6.0
"""How much larger a turn's own first reading comes in than all around it."""


class Second(NamedTuple):
    """This represents the second reading of one speaker's turns: regressions with one column an intent,
    and networks (first axis, perhaps none) of one hidden layer.
    """

    mean: Floats
    weights: Floats
    constant: Floats
    spread: Floats
    hidden: Floats
    hidden_constant: Floats
    outcome: Floats
    outcome_constant: Floats

    def probabilities(self, around: Floats) -> Floats:
        """One row a turn, one column an intent: halfway in log odds between regressions and networks."""
        centred = around - self.mean
        regressions = centred @ self.weights + self.constant
        if not len(self.hidden):
            return np.asarray(expit(regressions))
        inner = np.maximum((centred / self.spread) @ self.hidden + self.hidden_constant[:, None], 0)
        nets = (inner @ self.outcome + self.outcome_constant[:, None]).mean(axis=0)
        return np.asarray(expit(regressions + np.clip((nets - regressions) / 2, -_MOST, _MOST)))


def log_odds(probabilities: Floats) -> Floats:
    """Probabilities as log odds, nothing beyond about nine."""
    kept = np.clip(probabilities, 1e-4, 1 - 1e-4)
    return np.asarray(np.log(kept / (1 - kept)))


def around(first: Floats) -> Floats:
    """What stands around each turn of a call (`first`: turns × intents in log odds): one row a turn.

    The turn itself; the three turns before and after it; the most there was in the call until then, and
    after; and the place in the call.
    """
    turns, intents = first.shape
    nothing = np.full((3, intents), NOTHING)
    padded = np.vstack([nothing, first, nothing])
    near = [padded[3 + shift : 3 + shift + turns] for shift in (-1, -2, -3, 1, 2, 3)]
    until = np.maximum.accumulate(padded[2 : 2 + turns])
    after = np.maximum.accumulate(padded[4 : 4 + turns][::-1])[::-1]
    share = np.arange(turns)[:, None] / max(turns, 1)
    return np.hstack([first, *near, until, after, share, share**2])


def learn(rows: Floats, wanted: NDArray[np.bool_], own: list[int]) -> Second:
    """The second reading that fits these rows; `own[k]` is the column of intent k's first reading. Deterministic."""
    mean, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-6
    centred = rows - mean
    weights, constant = _regressions(centred, spread, wanted, own)
    spread[own] /= _OWN_IN_NET
    number = _NETS if len(rows) >= _ENOUGH else 0
    nets = [_net(centred / spread, wanted, chance) for chance in range(number)]
    parts = [np.stack(part) for part in zip(*nets, strict=True)] or [np.zeros(0)] * 4
    return Second(mean, weights, constant, spread, *parts)


def _regressions(
    centred: Floats, spread: Floats, wanted: NDArray[np.bool_], own: list[int]
) -> tuple[Floats, Floats]:
    """Weights and constants of one logistic regression an intent, all fitted together."""
    from scipy.optimize import minimize  # loads slowly, and only learning needs it

    scale = np.repeat(_AROUND / spread[:, None], len(own), axis=1)
    scale[own, range(len(own))] = _OWN
    shape, sign = (centred.shape[1] + 1, len(own)), np.where(wanted, 1.0, -1.0)

    def loss(flat: Floats) -> tuple[float, Floats]:
        free = flat.reshape(shape)
        margin = sign * (centred @ (scale * free[:-1]) + free[-1])
        pull = -sign * expit(-margin)
        down = np.vstack([scale * (centred.T @ pull) + free[:-1], pull.sum(axis=0)])
        return float(np.logaddexp(0, -margin).sum() + (free[:-1] ** 2).sum() / 2), down.ravel()

    start = np.zeros(shape)
    start[own, range(len(own))] = 1 / _OWN
    found = minimize(loss, start.ravel(), jac=True, method="L-BFGS-B", options={"maxiter": _STEPS})
    free = found.x.reshape(shape)
    return scale * free[:-1], free[-1]


def _net(inputs: Floats, wanted: NDArray[np.bool_], chance: int) -> tuple[Floats, Floats, Floats, Floats]:
    """Weights and constants of the hidden layer, and of the outcome."""
    from sklearn.neural_network import MLPClassifier  # loads slowly, and only learning needs it

    net = MLPClassifier(
        (_HIDDEN,),
        alpha=0.1,
        batch_size=256,
        learning_rate_init=0.004,
        random_state=chance,
        tol=1e9,  # so that no round is progress, and it stops after the rounds; at `max_iter` it would warn
        n_iter_no_change=_ROUNDS - 2,
        max_iter=10 * _ROUNDS,
    )
    labels = wanted.astype(int)
    # in double precision another processor rounds differently too, but too little to be seen in an answer
    net.fit(inputs, labels if labels.shape[1] > 1 else labels.ravel())
    (hidden, outcome), (hidden_constant, outcome_constant) = net.coefs_, net.intercepts_
    return hidden, hidden_constant, outcome, outcome_constant
