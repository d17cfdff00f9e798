"""This module contains the search for music on hold: notes that are held, which a voice does not do."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scoring.speech.spectrum import STEP, Floats, Moments
from scoring.speech.tones import Span, span, stretches

HELD = 0.06
"""Steadiness from which sound without speech is music: noise stays under 0.02, music mostly above 0.2."""

PLAYED = 0.4
"""Steadiness from which even what sounds like speech is music: speech stays under 0.25, also on the telephone."""

HUM = 0.75
"""Likeness over 1.5 s from which a sound is the hum of a line or machine, not music."""

AUDIBLE = 0.003
"""Loudness (-50 dBFS) below which music is not on the line but somewhere in the room."""

SHORTEST, JOINED = 4.0, 3.0
"""Seconds that music lasts at least, and seconds of pause or speech-like sound that do not end it."""

_SMOOTH = 100


class Music(NamedTuple):
    """This represents where music plays: `heard` to report, `surely` (per moment) to keep from recognition."""

    heard: tuple[Span, ...]
    surely: NDArray[np.bool_]


def music(moments: Moments, spoken: NDArray[np.bool_]) -> Music:
    """Calling this finds music in a channel; `spoken` tells per moment whether speech was found there."""
    if not len(moments.level):
        return Music((), spoken)
    loud = moments.level > AUDIBLE
    steady, same = (_average(row, loud) for row in (moments.steady, moments.same))
    changing = loud & (same < HUM)
    surely = changing & (steady > PLAYED)
    plays = (changing & (steady > HELD) & ~spoken) | surely
    joined = _joined(plays, round(JOINED / STEP))
    heard = [(a, b) for a, b in stretches(joined) if plays[a:b].sum() * STEP >= SHORTEST]
    return Music(tuple(span(moments, a, b) for a, b in heard), surely)


def _average(row: Floats, loud: NDArray[np.bool_]) -> Floats:
    """The mean over two seconds of the moments that are loud enough to tell."""
    size = min(_SMOOTH, len(row))
    shape = np.ones(size)
    count = np.convolve(loud, shape, "same")
    mean: Floats = np.convolve(row * loud, shape, "same") / np.maximum(count, size / 4)
    return mean


def _joined(plays: NDArray[np.bool_], most: int) -> NDArray[np.bool_]:
    filled = plays.copy()
    for first, last in stretches(~plays):
        if first > 0 and last < len(plays) and last - first <= most:
            filled[first:last] = True
    return filled
