"""This module contains the search who speaks when in one channel that holds several voices."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from scoring.speech.clustering import Pieces, voices
from scoring.speech.decode import RATE, Samples
from scoring.speech.filterbank import Array
from scoring.speech.timbre import Timbre
from scoring.speech.voice import Region

HOP = 0.5
"""Seconds between the beginnings of two pieces of speech that are listened to."""

_THRESHOLD, _SILENCE, _AROUND = 0.4, 250, 50
"""Chance of speech, and milliseconds of silence between and of room around stretches of speech."""

_GRID = RATE // 20  # samples in which a change of voice is placed: 50 ms
_CHANGE = 0.5  # what a change of voice must gain, so that a short doubt changes nothing


class Stretch(NamedTuple):
    """This represents speech of one voice, numbered in the order of first speaking; times in seconds."""

    voice: int
    start: float
    end: float


class Diarization(NamedTuple):
    """This represents who speaks when in a channel; `close`: two voices sound so alike that it needs a check."""

    stretches: tuple[Stretch, ...]
    close: bool = False

    @property
    def voices(self) -> int:
        """How many voices there are."""
        return len({stretch.voice for stretch in self.stretches})


def diarize(samples: Samples, timbre: Timbre, surely: bool = False) -> Diarization:
    """Calling this tells who speaks when; `surely` wants clear proof before it hears two voices."""
    regions = _speech(samples)
    spans = [span for region in regions for span in _spans(region, timbre.piece)]
    if not spans:
        return Diarization(())
    rows = timbre.embed([np.resize(samples[a:b], timbre.piece) for a, b in spans])
    middles = np.array([(a + b) / 2 for a, b in spans]) / RATE
    centres, alike = voices(Pieces(rows, middles, HOP), timbre.limits, surely)
    likeness = rows @ centres.T
    found = [
        Stretch(voice, start / RATE, end / RATE)
        for region in regions
        for voice, start, end in _placed(region, spans, likeness)
    ]
    return Diarization(_in_order_of_speaking(found), alike > timbre.limits.close)


def _speech(samples: Samples) -> list[Region]:
    from faster_whisper.vad import VadOptions, get_speech_timestamps  # heavy: only when sound is read

    options = VadOptions(
        threshold=_THRESHOLD,
        min_silence_duration_ms=_SILENCE,
        speech_pad_ms=_AROUND,
        min_speech_duration_ms=100,
    )
    return [(int(part["start"]), int(part["end"])) for part in get_speech_timestamps(samples, options)]


def _spans(region: Region, piece: int) -> list[Region]:
    """Pieces evenly over a stretch of speech; a shorter stretch is one piece, repeated to fill it."""
    start, end = region
    if end - start <= piece:
        return [region]
    count = int(np.ceil((end - start - piece) / (HOP * RATE))) + 1
    return [(at, at + piece) for at in np.linspace(start, end - piece, count).astype(int).tolist()]


def _placed(region: Region, spans: Sequence[Region], likeness: Array) -> Iterator[tuple[int, int, int]]:
    """The voices inside one stretch of speech, with the moments they change."""
    start, end = region
    inside = [i for i, (a, b) in enumerate(spans) if a >= start and b <= end]
    middles = np.array([sum(spans[i]) / 2 for i in inside])
    half = (spans[inside[0]][1] - spans[inside[0]][0]) / 2
    moments = np.arange(start, end, _GRID) + _GRID / 2
    weight = np.maximum(0, 1 - np.abs(moments[:, None] - middles) / half) ** 2 + 1e-6
    path = _likeliest((weight @ likeness[inside]) / weight.sum(axis=1, keepdims=True))
    changes = [0, *[i for i in range(1, len(path)) if path[i] != path[i - 1]], len(path)]
    for first, last in pairwise(changes):
        yield path[first], start + first * _GRID, min(end, start + last * _GRID)


def _likeliest(likeness: Array) -> list[int]:
    """The best voice at each moment when every change costs `_CHANGE` (Viterbi)."""
    score, came = likeness[0], []
    for row in likeness[1:]:
        best = int(score.argmax())
        stays = score >= score[best] - _CHANGE
        came.append(np.where(stays, np.arange(len(row)), best))
        score = np.where(stays, score, score[best] - _CHANGE) + row
    path = [int(score.argmax())]
    for before in reversed(came):
        path.append(int(before[path[-1]]))
    return path[::-1]


def _in_order_of_speaking(found: Sequence[Stretch]) -> tuple[Stretch, ...]:
    order = list(dict.fromkeys(stretch.voice for stretch in found))
    return tuple(stretch._replace(voice=order.index(stretch.voice)) for stretch in found)
