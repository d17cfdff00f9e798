"""This module contains what the spectrum of a channel shows, moment by moment: level, tones, keys, music."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scoring.speech.decode import RATE, Samples

Floats = NDArray[np.float32]

WINDOW, HOP = 1024, 320
"""Samples a window (64 ms, bins of 15.6 Hz) and from window to window (20 ms)."""

STEP = HOP / RATE
"""Seconds from moment to moment."""

RINGING = 425.0
"""Hertz of all Dutch signal tones: ringing, busy, congestion (ITU-T E.180)."""

ROWS, COLUMNS = (697.0, 770.0, 852.0, 941.0), (1209.0, 1336.0, 1477.0, 1633.0)
"""Hertz of the tones of telephone keys (ITU-T Q.23): a key sounds one of each."""

LAG, LONG = 6, 75
"""Moments over which music holds its notes and a voice does not (120 ms), and a hum still holds them (1.5 s)."""

_BLOCK = 3_000
_BIN = RATE / WINDOW
_BAND = slice(round(200 / _BIN), round(3400 / _BIN) + 1)
_SMOOTH = 9
_LEAST = np.float32(1e-5)


class Moments(NamedTuple):
    """This represents a channel as a row of moments, 20 ms apart; each field has a value for each.

    `level`: root mean square 0–1. `tone`: share (0–1) of the telephone band at 425 Hz, `pitch` the exact
    hertz there. `key`: 0 or 1 + which telephone key. `steady` and `same`: likeness (-1–1) of the lines in the
    spectrum to those of 120 ms and of 1.5 s before.
    """

    level: Floats
    tone: Floats
    pitch: Floats
    key: NDArray[np.int8]
    steady: Floats
    same: Floats

    def second(self, moment: int) -> float:
        """The middle of this moment, in seconds."""
        return (moment * HOP + WINDOW / 2) / RATE


def moments(samples: Samples) -> Moments:
    """Calling this looks at a channel in blocks of a minute, so that memory stays small."""
    parts = list(_blocks(samples))
    if not parts:
        none = np.zeros(0, np.float32)
        return Moments(none, none, none, np.zeros(0, np.int8), none, none)
    return Moments(*(np.concatenate(rows) for rows in zip(*parts, strict=True)))


def _blocks(samples: Samples) -> Iterator[Moments]:
    count = (len(samples) - WINDOW) // HOP + 1
    shape = np.hanning(WINDOW).astype(np.float32)
    before = np.zeros((LONG, _BAND.stop - _BAND.start), np.float32)
    for first in range(0, max(count, 0), _BLOCK):
        last = min(first + _BLOCK, count)
        piece = np.asarray(samples[first * HOP : (last - 1) * HOP + WINDOW])
        windows = np.lib.stride_tricks.sliding_window_view(piece, WINDOW)[::HOP]
        strength = np.abs(np.fft.rfft(windows * shape, axis=1)).astype(np.float32)
        fine = _fine(strength[:, _BAND])
        power = strength**2
        rows = np.concatenate([before, fine])
        steady = np.einsum("ij,ij->i", rows[LONG - LAG : -LAG], fine)
        same = np.einsum("ij,ij->i", rows[:-LONG], fine)
        before = rows[-LONG:]
        total = power[:, _BAND].sum(axis=1) + _LEAST**2
        tone, pitch = _tone(power, total)
        level = np.sqrt(np.mean(windows**2, axis=1)).astype(np.float32)
        yield Moments(level, tone, pitch, _keys(power, total), steady, same)


def _fine(strength: Floats) -> Floats:
    """The lines of the spectrum without its broad shape, each moment at length 1."""
    log = np.log(strength + _LEAST)
    half = _SMOOTH // 2
    sums = np.cumsum(np.pad(log, ((0, 0), (half + 1, half)), mode="edge"), axis=1)
    fine = log - (sums[:, _SMOOTH:] - sums[:, :-_SMOOTH]) / _SMOOTH
    fine -= fine.mean(axis=1, keepdims=True)
    lined: Floats = fine / (np.linalg.norm(fine, axis=1, keepdims=True) + _LEAST)
    return lined


def _tone(power: Floats, total: Floats) -> tuple[Floats, Floats]:
    middle = round(RINGING / _BIN)
    near = power[:, middle - 2 : middle + 3]
    bins = np.arange(middle - 2, middle + 3, dtype=np.float32)
    pitch = (near @ bins) * _BIN / (near.sum(axis=1) + _LEAST**2)
    return near.sum(axis=1) / total, pitch.astype(np.float32)


def _keys(power: Floats, total: Floats) -> NDArray[np.int8]:
    """1 + 4 × row + column where one tone of each holds nearly all the sound, else 0."""
    rows, columns = (np.stack([_around(power, hz) for hz in group], axis=1) for group in (ROWS, COLUMNS))
    row, column = rows.max(axis=1), columns.max(axis=1)
    both = row + column
    alone = (rows.sum(axis=1) < 1.25 * row) & (columns.sum(axis=1) < 1.25 * column)
    pressed = alone & (both > 0.8 * total) & (row > 0.1 * both) & (column > 0.1 * both)
    return np.where(pressed, 1 + 4 * rows.argmax(axis=1) + columns.argmax(axis=1), 0).astype(np.int8)


def _around(power: Floats, hertz: float) -> Floats:
    place = round(hertz / _BIN)
    found: Floats = power[:, place - 1 : place + 2].sum(axis=1)
    return found
