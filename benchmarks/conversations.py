"""Conversations built from real clips of Dutch speech, so that who speaks when is known exactly.

There are two people in the clips, a woman and a man. A second and third woman or man are the same people
with pitch and formants moved together by playing the clip faster or slower (see `VOICES`).
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

import numpy as np
from scipy.signal import resample_poly

from scoring.settings import ROOT
from scoring.speech.decode import RATE, Samples, decode

AUDIO = ROOT.parent / "shared" / "data" / "audio"

VOICES = {
    "woman": ("nathalie", Fraction(1)),
    "woman 2": ("nathalie", Fraction(7, 8)),
    "man": ("flemishguy", Fraction(1)),
    "man 2": ("flemishguy", Fraction(8, 7)),
}
"""Who speaks, and how much higher: 7/8 lowers a woman's voice, 8/7 raises a man's."""

OVERLAPPING = 0.25
"""Share of turns that begin before the other has finished, by 0.2 to 0.9 s."""

NODDING = 0.15
"""Share of turns through which the other says something short."""

_FRAME = 160  # samples in which loudness is judged: 10 ms
_BELOW = 35  # dB under the loud parts of a clip: silence
_BRIDGED = 0.3  # seconds of silence inside speech that count as speech


@dataclass(frozen=True)
class Said:
    """This represents one stretch of speech, or one word: who, from when to when in seconds, and what."""

    speaker: int
    start: float
    end: float
    text: str = ""


@dataclass(frozen=True)
class Conversation:
    """This represents a conversation: clean sound a speaker, stretches of speech, and words."""

    voices: tuple[str, ...]
    channels: tuple[Samples, ...]
    speech: tuple[Said, ...]
    words: tuple[Said, ...]

    @property
    def mono(self) -> Samples:
        """All speakers in one channel."""
        return np.clip(np.sum(self.channels, axis=0), -1, 1).astype(np.float32)

    @property
    def duration(self) -> float:
        """Seconds."""
        return len(self.channels[0]) / RATE


def build(voices: Sequence[str], minutes: float, seed: int = 0) -> Conversation:
    """Calling this makes a conversation; voices after the first two speak only in one quarter of it."""
    draw = np.random.default_rng(seed)
    main = min(2, len(voices))
    total = int(minutes * 60 * RATE)
    channels = [np.zeros(total, dtype=np.float32) for _ in voices]
    speech: list[Said] = []
    words: list[Said] = []

    def say(speaker: int, clip: tuple[Samples, str], at: int) -> int:
        samples, text = clip
        end = at + len(samples)
        channels[speaker][at:end] += samples
        for start, stop in spoken(samples):
            speech.append(Said(speaker, at / RATE + start, at / RATE + stop))
        words.extend(_spread(speaker, text, at / RATE, spoken(samples)))
        return end

    at, speaker = RATE // 2, 0
    stacks = [_shuffled(voice, draw) for voice in voices]
    while True:
        begin = at
        for _ in range(draw.integers(1, 4)):
            clip = stacks[speaker]()
            if at + len(clip[0]) + RATE > total:
                return _finished(voices, channels, speech, words)
            at = say(speaker, clip, at) + int(draw.uniform(0.1, 0.5) * RATE)
        if main > 1 and draw.random() < NODDING and at - begin > 4 * RATE:
            other = _next(speaker, main, len(voices), begin / total, draw)
            say(other, _short(stacks[other]()), int(draw.uniform(begin + RATE, at - 2 * RATE)))
        early = draw.random() < OVERLAPPING
        at += int((draw.uniform(-0.9, -0.2) if early else draw.uniform(0.1, 0.9)) * RATE)
        speaker = _next(speaker, main, len(voices), at / total, draw)


def _next(speaker: int, main: int, count: int, place: float, draw: np.random.Generator) -> int:
    guests = range(main, count)
    if guests and 0.5 < place < 0.75:
        guest = guests[min(int((place - 0.5) * 4 * len(guests)), len(guests) - 1)]
        return guest if speaker != guest else int(draw.integers(main))
    return (speaker + 1) % main if speaker < main else 0


@lru_cache(maxsize=8)
def _clips(voice: str) -> tuple[tuple[Samples, str], ...]:
    name, higher = VOICES[voice]
    with (AUDIO / "texts.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["speaker"] == name]
    return tuple((_even(_pitched(row["file"], higher)), row["text"]) for row in rows)


def _pitched(file: str, higher: Fraction) -> Samples:
    samples = decode(AUDIO / file).channels[0]
    return resample_poly(samples, higher.denominator, higher.numerator).astype(np.float32)


def _even(samples: Samples) -> Samples:
    return (samples * 0.08 / np.sqrt(np.mean(samples**2))).astype(np.float32)


def _shuffled(voice: str, draw: np.random.Generator):
    clips = _clips(voice)
    order: list[int] = []

    def following() -> tuple[Samples, str]:
        if not order:
            order.extend(draw.permutation(len(clips)).tolist())
        return clips[order.pop()]

    return following


def _short(clip: tuple[Samples, str]) -> tuple[Samples, str]:
    """The first word or so of a clip, as someone nods along."""
    samples, text = clip
    start = spoken(samples)[0][0]
    first = next(iter(_spread(0, text, 0.0, spoken(samples))))
    end = max(start + 0.4, first.end)
    piece = samples[int(start * RATE) : int(end * RATE)].copy()
    fade = min(400, len(piece))
    piece[-fade:] *= np.linspace(1, 0, fade, dtype=np.float32)
    return piece, text.split()[0]


def spoken(samples: Samples) -> list[tuple[float, float]]:
    """The seconds of a clean clip in which there is sound, with pauses under 0.3 s bridged."""
    frames = samples[: len(samples) // _FRAME * _FRAME].reshape(-1, _FRAME)
    level = 10 * np.log10(np.convolve((frames**2).mean(axis=1), np.ones(3) / 3, "same") + 1e-12)
    loud = np.flatnonzero(level > np.percentile(level, 95) - _BELOW) * _FRAME / RATE
    found: list[tuple[float, float]] = []
    for at in loud.tolist():
        if found and at - found[-1][1] < _BRIDGED:
            found[-1] = (found[-1][0], at + 0.01)
        else:
            found.append((at, at + 0.01))
    return [(start, end) for start, end in found if end - start > 0.05] or [(0.0, len(samples) / RATE)]


def _spread(speaker: int, text: str, at: float, regions: list[tuple[float, float]]) -> list[Said]:
    """The words over the speech, each as long as its letters: near enough to know who said it."""
    pieces = text.split()
    ends = np.cumsum([len(piece) + 1 for piece in pieces]) / sum(len(piece) + 1 for piece in pieces)
    lengths = np.cumsum([0.0] + [end - start for start, end in regions])

    def place(share: float) -> float:
        gone = share * lengths[-1]
        index = min(int(np.searchsorted(lengths, gone, "right")) - 1, len(regions) - 1)
        return at + regions[index][0] + gone - lengths[index]

    starts = [0.0, *ends[:-1]]
    return [
        Said(speaker, place(start), place(end - 1e-9), piece)
        for piece, start, end in zip(pieces, starts, ends, strict=True)
    ]


def _finished(
    voices: Sequence[str], channels: list[Samples], speech: list[Said], words: list[Said]
) -> Conversation:
    def in_time(said: Said) -> tuple[float, int]:
        return said.start, said.speaker

    return Conversation(
        tuple(voices), tuple(channels), tuple(sorted(speech, key=in_time)), tuple(sorted(words, key=in_time))
    )
