"""This module contains the search for speech in a channel, so that silence is never recognised."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from scoring.call import Word
from scoring.speech.decode import RATE, Samples
from scoring.speech.tones import Span

THRESHOLD = 0.3
"""Chance of speech above which sound counts as speech; 0.5 misses soft word ends on the telephone."""

SHORTEST = 100
"""Milliseconds of speech that count; a click is shorter than any word."""

LONG_PAUSE, NO_WORD = 3.0, 1.0
"""Seconds of speech without a word, between words and without any around, that were not understood."""

Region = tuple[int, int]

_BLOCK, _AROUND = 600 * RATE, 2 * RATE
_JOIN = round(1.2 * RATE)  # two seconds of silence end a region, less 0.4 s of room on either side


@dataclass(frozen=True)
class Speech:
    """This represents where the speech of a channel is (in samples), and the sound it is in."""

    source: Samples
    regions: tuple[Region, ...]

    @property
    def duration(self) -> float:
        """Seconds of speech."""
        return sum(end - start for start, end in self.regions) / RATE

    @property
    def samples(self) -> Samples:
        """The speech alone, with the silence cut out."""
        kept = [self.source[start:end] for start, end in self.regions]
        return np.concatenate(kept) if kept else np.zeros(0, dtype=np.float32)

    def parts(self, seconds: float) -> Iterator["Speech"]:
        """The speech in parts of at most so long, cut in silence, so that a long call fits in memory."""
        longest = round(seconds * RATE)
        part: list[Region] = []
        for start, end in self._cut(longest):
            if part and sum(b - a for a, b in part) + end - start > longest:
                yield Speech(self.source, tuple(part))
                part = []
            part.append((start, end))
        if part:
            yield Speech(self.source, tuple(part))

    def _cut(self, longest: int) -> Iterator[Region]:
        for start, end in self.regions:
            begin = start
            while end - begin > longest:
                at = _quietest(self.source, begin + longest * 3 // 4, begin + longest)
                yield begin, at
                begin = at
            yield begin, end

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

    def unheard(self, words: Sequence[Word]) -> tuple[Span, ...]:
        """The stretches of speech, in seconds, in which not one word was recognised.

        A pause inside a region is under two seconds, so three seconds without words hold speech.
        """
        times = sorted(((w.start or 0.0), (w.end or 0.0)) for w in words)
        found = []
        for start, end in ((start / RATE, end / RATE) for start, end in self.regions):
            inside = [(a, b) for a, b in times if b > start and a < end]
            edges = [start, *(edge for pair in inside for edge in pair), end]
            least = LONG_PAUSE if inside else NO_WORD
            for a, b in zip(edges[::2], edges[1::2], strict=True):
                if b - a >= least:
                    found.append(Span(round(a, 2), round(b, 2)))
        return tuple(found)


def find_speech(samples: Samples, leave: Sequence[Span] = ()) -> Speech:
    """Calling this keeps the parts with speech, each with 0.4 s around it; pauses under 2 s stay.

    What is already known to be no speech (`leave`) is passed over. It looks at ten minutes at a time.
    """
    found: list[Region] = []
    for begin in range(0, len(samples), _BLOCK):
        for start, end in _block(samples, begin, leave):
            if found and start - found[-1][1] < _JOIN:
                start = found.pop()[0]
            found.append((start, end))
    return Speech(samples, tuple(found))


def _block(samples: Samples, begin: int, leave: Sequence[Span]) -> Iterator[Region]:
    from faster_whisper.vad import VadOptions, get_speech_timestamps  # heavy: only when sound is read

    last = min(begin + _BLOCK, len(samples))
    first = max(0, begin - _AROUND)
    piece = np.array(samples[first : last + _AROUND])
    for span in leave:
        piece[max(0, round(span.start * RATE) - first) : max(0, round(span.end * RATE) - first)] = 0
    options = VadOptions(threshold=THRESHOLD, min_speech_duration_ms=SHORTEST)
    for part in get_speech_timestamps(piece, options):
        start, end = max(int(part["start"]) + first, begin), min(int(part["end"]) + first, last)
        if start < end:
            yield start, end


def _quietest(samples: Samples, start: int, end: int) -> int:
    """The middle of the quietest tenth of a second between these samples."""
    size = RATE // 10
    power = np.asarray(samples[start:end]) ** 2
    blocks = power[: len(power) // size * size].reshape(-1, size).sum(axis=1)
    return start + int(blocks.argmin()) * size + size // 2
