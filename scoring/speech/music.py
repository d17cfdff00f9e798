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

LIKELY = 0.3
"""Steadiness from which a whole stretch of what sounds like speech, with music around it, is music."""

PASSING = 1.5
"""Seconds of what sounds like speech that are part of music when it plays right before and after."""

HUM = 0.75
"""Likeness over 1.5 s from which a sound is the hum of a line or machine, not music."""

AUDIBLE = 0.003
"""Loudness (-50 dBFS) below which music is not on the line but somewhere in the room."""

FAINTEST = 0.0005
"""Loudness (-66 dBFS) from which music is known from speech, though too soft to be reported."""

SHORTEST, JOINED = 4.0, 3.0
"""Seconds that music lasts at least, and seconds of pause or speech-like sound that do not end it."""

_SMOOTH = 100


class Music(NamedTuple):
    """This represents where music plays: `heard` to report, `surely` (per moment) to keep from recognition.

    `around` tells per moment whether music, however soft, plays within a second; `steady` how steady it is.
    """

    heard: tuple[Span, ...]
    surely: NDArray[np.bool_]
    around: NDArray[np.bool_]
    steady: Floats

    def takes(self, first: int, last: int) -> bool:
        """Whether what sounds like speech in these moments is music after all."""
        if last <= first:
            return False
        before = [bool(self.around[first - 1])] if first else []  # the recording may begin or end here
        after = [bool(self.around[last])] if last < len(self.around) else []
        if last - first < PASSING / STEP and (before or after) and all(before + after):
            return True
        return any(before + after) and float(self.steady[first:last].mean()) > LIKELY


def music(moments: Moments, spoken: NDArray[np.bool_]) -> Music:
    """Calling this finds music in a channel; `spoken` tells per moment whether speech was found there."""
    if not len(moments.level):
        return Music((), spoken, spoken, moments.steady)
    sounding = moments.level > FAINTEST
    steady, same = (_average(row, sounding) for row in (moments.steady, moments.same))
    soft = sounding & (same < HUM)
    changing = soft & (moments.level > AUDIBLE)
    surely = changing & (steady > PLAYED)
    plays = (changing & (steady > HELD) & ~spoken) | surely
    joined = _joined(plays, round(JOINED / STEP))
    heard = [(a, b) for a, b in stretches(joined) if plays[a:b].sum() * STEP >= SHORTEST]
    around = np.convolve(soft & (steady > HELD) & ~spoken, np.ones(round(2 / STEP)), "same") > 1 / STEP / 2
    return Music(tuple(span(moments, a, b) for a, b in heard), surely, around, steady)


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
