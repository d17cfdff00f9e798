"""This module contains mel spectra of speech, as the networks that tell voices apart were taught on them."""

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scoring.speech.decode import RATE, Samples

Array = NDArray[np.floating[Any]]

FRAME, STEP = 400, 160
"""Samples in a frame (25 ms) and between two frames (10 ms)."""

_FFT = 512
_PRE_EMPHASIS = 0.97
_LOWEST = 20.0  # Hz
_FLOOR = float(np.finfo(np.float32).eps)


def kaldi_mels(samples: Samples, count: int = 80) -> Array:
    """Log mel energies, a row a frame, as Kaldi makes them: no mean, pre-emphasis, Povey's window."""
    frames = _frames(samples).astype(np.float64)
    frames = frames - frames.mean(axis=1, keepdims=True)
    before = np.concatenate([frames[:, :1], frames[:, :-1]], axis=1)
    window = np.hanning(FRAME) ** 0.85
    power = np.abs(np.fft.rfft((frames - _PRE_EMPHASIS * before) * window, _FFT)) ** 2
    return np.log(np.maximum(power @ _kaldi_bank(count), _FLOOR))


def slaney_mels(samples: Samples, count: int = 40) -> Array:
    """Mel energies, a row a frame, on Slaney's scale: straight up to 1 kHz, each band of equal area."""
    padded = np.pad(samples, FRAME // 2)
    window = np.hanning(FRAME + 1)[:-1]
    power = np.abs(np.fft.rfft(_frames(padded) * window)) ** 2
    return power @ _slaney_bank(count)


def _frames(samples: Samples) -> Array:
    return np.lib.stride_tricks.sliding_window_view(samples, FRAME)[::STEP]


@lru_cache(maxsize=1)
def _kaldi_bank(count: int) -> Array:
    bins = _kaldi_mel(np.arange(_FFT // 2 + 1) * RATE / _FFT)
    edges = np.linspace(_kaldi_mel(_LOWEST), _kaldi_mel(RATE / 2), count + 2)
    return _triangles(bins, edges)


def _kaldi_mel(hertz: float | Array) -> Any:
    return 1127 * np.log1p(np.asarray(hertz) / 700)


@lru_cache(maxsize=1)
def _slaney_bank(count: int) -> Array:
    bins = np.arange(FRAME // 2 + 1) * RATE / FRAME
    low = 3 / 200 * 1000  # mels at 1 kHz; above it the scale is logarithmic
    mels = np.linspace(0, low + np.log(RATE / 2 / 1000) / (np.log(6.4) / 27), count + 2)
    edges = np.where(mels < low, mels * 200 / 3, 1000 * np.exp((mels - low) * np.log(6.4) / 27))
    return np.asarray(_triangles(bins, edges) * 2 / (edges[2:] - edges[:-2]))


def _triangles(bins: Array, edges: Array) -> Array:
    left, middle, right = edges[:-2], edges[1:-1], edges[2:]
    up = (bins[:, None] - left) / (middle - left)
    down = (right - bins[:, None]) / (right - middle)
    return np.maximum(0, np.minimum(up, down))
