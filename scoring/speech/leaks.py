"""This module contains the removal of the other voice from a channel: what leaks through a headset or line."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from scoring.speech.decode import RATE, Samples

_FRAME = RATE // 40  # samples in which a leak is judged: 25 ms
_ROUND = 9  # frames that are judged together
_LATEST = 2 * RATE // 5  # samples that a leak may come later or earlier: 0.4 s
_EXCERPT = RATE  # samples in which its delay is looked for
_EXCERPTS, _PROOF = 24, 0.3  # places that are looked at, and the share of them that must show a leak
_CLEARLY, _LOUDER = 3.0, 2.0  # times the power: where to look for a leak, and where one may be removed
_FAINTEST = 1e-7  # power of a frame in which nothing sounds (-70 dB)
_ALIKE = 0.5
"""Correlation from which a channel carries the other's voice; two voices of their own stay under 0.3."""

Array = NDArray[np.floating[Any]]


def lag(left: Samples, right: Samples, most: int) -> tuple[int, float]:
    """How many samples `right` comes after `left` where they are most alike, and how alike then (0–1)."""
    size = 1 << (len(left) + len(right)).bit_length()
    together = np.fft.irfft(np.fft.rfft(right, size) * np.conj(np.fft.rfft(left, size)), size)
    power = float(np.dot(left, left)) * float(np.dot(right, right))
    lags = np.concatenate([np.arange(most + 1), np.arange(-most, 0)])
    best = int(lags[np.abs(together[lags]).argmax()])
    return best, float(abs(together[best])) / power**0.5 if power else 0.0


def without_leak(own: Samples, other: Samples) -> Samples:
    """The channel `own`, silent where it only carries the voice of channel `other`."""
    delay = _delay(own, other)
    if delay is None:
        return own
    source = np.zeros_like(own)
    if delay >= 0:
        source[delay:] = other[: len(own) - delay]
    else:
        source[:delay] = other[-delay:]
    frames = len(own) // _FRAME
    voice, heard = (_framed(samples, frames) for samples in (source, own))
    power, theirs = (_smooth(np.einsum("ij,ij->i", x, x)) for x in (heard, voice))
    shared = np.abs(_smooth(np.einsum("ij,ij->i", voice, heard)))
    leaked = (shared >= _ALIKE * np.sqrt(power * theirs)) & (theirs > _LOUDER * power)
    clean = own.copy()
    _framed(clean, frames)[leaked] = 0
    return clean


def _delay(own: Samples, other: Samples) -> int | None:
    """How much later the other's voice sounds here, if it does: looked for where only the other speaks."""
    count = min(len(own), len(other)) // _EXCERPT
    mine, theirs = (
        np.einsum("ij,ij->i", x, x) / _EXCERPT for x in (_seconds(own, count), _seconds(other, count))
    )
    places = np.flatnonzero((theirs > _CLEARLY * mine) & (mine > _FAINTEST))
    if not len(places):
        return None
    chosen = places[np.linspace(0, len(places) - 1, min(_EXCERPTS, len(places))).astype(int)]
    found = [
        lag(other[at : at + _EXCERPT], own[at : at + _EXCERPT], _LATEST)
        for at in (chosen * _EXCERPT).tolist()
    ]
    alike = [delay for delay, likeness in found if likeness >= _ALIKE]
    if len(alike) < max(2, _PROOF * len(chosen)):
        return None
    return int(np.median(alike))


def _seconds(samples: Samples, count: int) -> Array:
    return samples[: count * _EXCERPT].reshape(count, _EXCERPT)


def _framed(samples: Samples, frames: int) -> Samples:
    return samples[: frames * _FRAME].reshape(frames, _FRAME)


def _smooth(values: Array) -> Array:
    return np.asarray(np.convolve(values, np.ones(_ROUND), "same"))
