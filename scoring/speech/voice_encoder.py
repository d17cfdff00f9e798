"""This module contains the network of Resemblyzer, that turns 1.6 seconds of speech into 256 numbers.

It stands in where the better network (see `campplus`) is not installed; it runs on the weights alone.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
import torch

from scoring.speech.clustering import Limits
from scoring.speech.decode import Samples
from scoring.speech.filterbank import STEP, Array, slaney_mels

_BATCH = 16
_MELS, _SIZE, _LAYERS = 40, 256, 3
_FRAMES = 160
_LOUDNESS = 10 ** (-30 / 20)  # softer pieces are made this loud, as in its training


class VoiceEncoder:
    """This represents the loaded network."""

    piece = _FRAMES * STEP
    limits = Limits(two=0.93, more=0.87, close=0.88)
    """A voice cut in two by chance gave 0.965 and more; two voices gave 0.62 to 0.90."""

    def __init__(self, weights: Mapping[str, Any]) -> None:
        self._lstm = torch.nn.LSTM(_MELS, _SIZE, _LAYERS, batch_first=True)
        inside = {k.removeprefix("lstm."): v for k, v in weights.items() if k.startswith("lstm.")}
        self._lstm.load_state_dict(inside)
        self._weight, self._bias = weights["linear.weight"], weights["linear.bias"]

    def embed(self, pieces: list[Samples]) -> Array:
        """A row of numbers of length 1 for each piece of `piece` samples: near each other for one voice."""
        rows = [self._batch(pieces[i : i + _BATCH]) for i in range(0, len(pieces), _BATCH)]
        return np.concatenate(rows)

    def _batch(self, pieces: list[Samples]) -> Array:
        mels = np.stack([slaney_mels(_louder(piece))[:_FRAMES] for piece in pieces]).astype(np.float32)
        with torch.inference_mode():
            _, (hidden, _) = self._lstm(torch.from_numpy(mels))
            out = torch.relu(hidden[-1] @ self._weight.T + self._bias)
        found = np.asarray(out.numpy())
        return np.asarray(found / (np.linalg.norm(found, axis=1, keepdims=True) + 1e-9))


def _louder(piece: Samples) -> Samples:
    loudness = float(np.sqrt(np.mean(np.square(piece)))) + 1e-9
    return piece * max(1.0, _LOUDNESS / loudness)
