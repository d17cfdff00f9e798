"""This module contains the search for speech in a channel, so that silence is never recognised."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from scoring.call import Word
from scoring.speech.decode import RATE, Samples

THRESHOLD = 0.3
"""Chance of speech above which sound counts as speech; 0.5 misses soft word ends on the telephone."""

Region = tuple[int, int]


@dataclass(frozen=True)
class Speech:
    """This represents the speech of one channel with the silence cut out, and where it came from."""

    samples: Samples
    regions: tuple[Region, ...]

    @property
    def duration(self) -> float:
        """Seconds of speech."""
        return len(self.samples) / RATE

    @cached_property
    def _ends(self) -> tuple[int, ...]:
        return tuple(np.cumsum([end - start for start, end in self.regions]).tolist())

    def placed(self, word: Word) -> Word:
        """The word with its times moved from the cut sound to the recording."""
        if word.start is None or word.end is None:
            return word
        middle = int((word.start + word.end) / 2 * RATE)
        index = min(bisect_right(self._ends, middle), len(self.regions) - 1)
        begin, end = (edge / RATE for edge in self.regions[index])
        shift = end - self._ends[index] / RATE
        start = min(max(word.start + shift, begin), end)
        return word.model_copy(
            update={"start": round(start, 2), "end": round(min(max(word.end + shift, start), end), 2)}
        )

    def unheard(self, words: Sequence[Word]) -> float:
        """The share (0–1) of the speech in parts where not one word was recognised."""
        edges = [(start / RATE, end / RATE) for start, end in self.regions]
        empty = sum(
            end - start
            for start, end in edges
            if not any((w.end or 0.0) > start and (w.start or 0.0) < end for w in words)
        )
        return empty / self.duration


def find_speech(samples: Samples) -> Speech:
    """Calling this keeps the parts with speech, each with 0.4 s around it; pauses under 2 s stay."""
    from faster_whisper.vad import VadOptions, get_speech_timestamps  # heavy: only when sound is read

    found = get_speech_timestamps(samples, VadOptions(threshold=THRESHOLD))
    regions = tuple((int(part["start"]), int(part["end"])) for part in found)
    kept = [samples[start:end] for start, end in regions]
    joined = np.concatenate(kept) if kept else np.zeros(0, dtype=np.float32)
    return Speech(joined, regions)
