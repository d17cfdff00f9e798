"""This module contains the signals of the telephone itself: ringing, busy tone and telephone keys, with times."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from scoring.speech.spectrum import RINGING, STEP, Moments

PURE = 0.5
"""Share of the sound at 425 Hz from which it is the tone: at 5 dB of noise it is 0.7 or more; speech never
keeps it up for longer than 0.3 s."""

OFF_KEY = 10.0
"""Hertz that a signal tone may be beside 425: the standard allows 15, a sung note drifts further."""

SOFTEST = 0.0005
"""Loudness (-66 dBFS) below which nothing is taken for a tone."""

RING, PERIOD = (0.75, 1.5), (4.5, 5.5)
"""Seconds that a ring lasts (1 s by the standard, room left for noise), and from ring to ring (5 s)."""

SHORTEST, ON_TIME = 0.2, 0.15
"""Seconds left of a ring that was cut short, and how far it may begin from its place in the rhythm."""

DRAWN_OUT = 1.8
"""Seconds that a ring in the rhythm may seem to last when a voice in the background goes on at its pitch."""

BLIP = 0.6
"""Seconds of 425 Hz that a voice in the background may hold; shorter pieces do not break the rhythm."""

ALONE = 0.5
"""Seconds from which a single tone at the very beginning counts as the end of a ring."""

DROPOUT = 0.13
"""Seconds that noise may drown a tone without cutting it in two; congestion is off for 0.25 s."""

BUSY = ((0.35, 0.65), (0.15, 0.35))
"""Seconds on, and the same off: busy (0.5 s) and congestion (0.25 s). Three in a row are a signal."""

PRESSED = 3
"""Moments (60 ms) that a key sounds at least; shorter likenesses occur in speech."""

_MEDIAN = 5


class Span(NamedTuple):
    """This represents a stretch of time, in seconds."""

    start: float
    end: float

    @property
    def length(self) -> float:
        """Seconds."""
        return self.end - self.start


class Signals(NamedTuple):
    """This represents what the telephone itself sounded; which keys were pressed is not kept on purpose."""

    rings: tuple[Span, ...] = ()
    busy: tuple[Span, ...] = ()
    keys: tuple[Span, ...] = ()
    tones: tuple[Span, ...] = ()

    def before(self, speech: float | None) -> tuple[Span, ...]:
        """The rings that end before the first speech: later ones belong to somebody else's telephone."""
        return tuple(ring for ring in self.rings if speech is None or ring.start < speech)


def signals(moments: Moments) -> Signals:
    """Calling this finds the rings, busy tones and keys of one channel."""
    tones = _tones(moments)
    busy = _busy(tones)
    free = [t for t in tones if not any(b.start <= t.start <= b.end for b in busy)]
    return Signals(_rings(free), busy, _keys(moments), tones)


def picked_up(rings: Sequence[Span], speech: float | None) -> float | None:
    """Seconds from the first ring to the answer: the end of a ring cut short, else the first speech.

    Who speaks later than the next ring would have come, had answered by then.
    """
    if not rings:
        return None
    last = rings[-1]
    answer = last.end if last.length < RING[0] else last.start + 5.0
    if speech is not None and last.length >= RING[0]:
        answer = min(answer, max(speech, last.end))
    return round(answer - rings[0].start, 2)


def _tones(moments: Moments) -> tuple[Span, ...]:
    if len(moments.tone) < _MEDIAN:
        return ()
    padded = np.pad(moments.tone, _MEDIAN // 2, mode="edge")
    calm = np.median(np.lib.stride_tricks.sliding_window_view(padded, _MEDIAN), axis=1)
    found: list[Span] = []
    for first, last in stretches((calm > PURE) & (moments.level > SOFTEST)):
        if abs(float(np.median(moments.pitch[first:last])) - RINGING) > OFF_KEY:
            continue
        tone = span(moments, first, last)
        if found and tone.start - found[-1].end <= DROPOUT:
            tone = Span(found.pop().start, tone.end)
        found.append(tone)
    return tuple(found)


def stretches(holds: "np.typing.NDArray[np.bool_]") -> list[tuple[int, int]]:
    """Where a row is true: first moment, and the moment after the last."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], holds, [False]]).astype(np.int8)))
    return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]


def span(moments: Moments, first: int, last: int) -> Span:
    """The time of these moments; one that begins the recording begins at 0."""
    start = 0.0 if first == 0 else moments.second(first) - STEP / 2
    return Span(round(start, 2), round(moments.second(last - 1) + STEP / 2, 2))


def _rings(tones: Sequence[Span]) -> tuple[Span, ...]:
    rings: list[Span] = []
    for place, tone in enumerate(tones):
        before = next((t for t in reversed(tones[:place]) if t.length >= BLIP), None)
        after = next((t for t in tones[place + 1 :] if t.length >= BLIP), None)
        cut_in = place == 0 and _cut_in(tone, after)
        whole = RING[0] <= tone.length <= _longest(tone, tones) and _clear(tone, before, after)
        if cut_in or whole or _cut_off(rings, tone):
            rings.append(tone)
    return tuple(rings)


def _clear(tone: Span, before: Span | None, after: Span | None) -> bool:
    """Whether there is the quiet around it that belongs between rings."""
    gaps = [tone.start - before.end] if before else []
    gaps += [after.start - tone.end] if after else []
    return all(gap >= PERIOD[0] - RING[1] for gap in gaps)


def _longest(tone: Span, tones: Sequence[Span]) -> float:
    """The most seconds that this tone may last as a ring: more when another keeps the rhythm with it."""
    others = (other for other in tones if other.length >= SHORTEST)
    return DRAWN_OUT if any(_follows(o, tone) or _follows(tone, o) for o in others) else RING[1]


def _follows(ring: Span, tone: Span) -> bool:
    """Whether a tone begins when the next ring should, by the beginning or the end of this one."""
    period = sum(PERIOD) / 2
    return min(abs(tone.start - ring.start - period), abs(tone.start - ring.end - period + 1)) <= ON_TIME


def _cut_off(rings: Sequence[Span], tone: Span) -> bool:
    """Whether this ring came in time and was answered while it sounded."""
    short = SHORTEST <= tone.length < RING[0]
    return short and bool(rings) and _follows(rings[-1], tone)


def _cut_in(tone: Span, after: Span | None) -> bool:
    """Whether the recording begins in the middle of this ring."""
    if tone.start > 0 or not SHORTEST <= tone.length < RING[0]:
        return False
    off = PERIOD[0] - 1, PERIOD[1] - 1
    return tone.length >= ALONE if after is None else off[0] <= after.start - tone.end <= off[1]


def _busy(tones: Sequence[Span]) -> tuple[Span, ...]:
    found: list[Span] = []
    for low, high in BUSY:
        row: list[Span] = []
        for tone in [*tones, None]:
            fits = tone is not None and low <= tone.length <= high
            if tone is not None and fits and (not row or low <= tone.start - row[-1].end <= high):
                row.append(tone)
                continue
            if len(row) >= 3:
                found.append(Span(row[0].start, row[-1].end))
            row = [tone] if tone is not None and fits else []
    return tuple(sorted(found))


def _keys(moments: Moments) -> tuple[Span, ...]:
    found = []
    for first, last in stretches(moments.key > 0):
        cuts = [first, *(first + 1 + np.flatnonzero(np.diff(moments.key[first:last]))).tolist(), last]
        found += [span(moments, a, b) for a, b in pairwise(cuts) if b - a >= PRESSED]
    return tuple(found)
