"""This module contains whose words are whose: a voice inside a channel, and words that leaked to another."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from scoring.call import Word
from scoring.speech.channels import loudness, similar
from scoring.speech.decode import RATE, Samples
from scoring.speech.diarization import Stretch

_LOUDER = 1.4
"""How many times louder (3 dB) the other channel must be before a word there is taken for the source."""

_SAME_SOUND, _SAME_TEXT = 0.5, 0.25
"""Correlation from which two channels carry the same voice; less is enough when they give the same word."""

_ROOM = 0.15  # seconds around a word that are compared
_LATE = 0.4  # seconds that an echo may lag behind, or a recognised word lie off


def by_voice(
    label: str, words: Sequence[Word], stretches: Sequence[Stretch], alone: bool
) -> list[tuple[str, list[Word]]]:
    """The words of one channel, a list a voice. In a channel that stands `alone` voices get names of their own;
    beside another channel the one who talks most keeps the channel's name."""
    found: dict[int, list[Word]] = {}
    for word in words:
        found.setdefault(_voice(word, stretches), []).append(word)
    if len(found) < 2:
        return [(label, list(words))] if words else []
    most = max(found, key=lambda voice: len(found[voice]))
    return [
        (f"stem {n}" if alone else label if voice == most else f"{label}, stem {n}", found[voice])
        for n, voice in enumerate(sorted(found), 1)
    ]


def _voice(word: Word, stretches: Sequence[Stretch]) -> int:
    """The voice that speaks most of a word, else the one nearest in time."""
    start, end = word.start or 0.0, word.end or word.start or 0.0
    first = max(0, bisect_left(stretches, start, key=lambda stretch: stretch.end) - 1)
    near = [s for s in stretches[first : first + 8] if s.start <= end + 60] or stretches[first : first + 2]
    best = max(near, key=lambda s: min(s.end, end) - max(s.start, start), default=None)
    return best.voice if best else 0


def without_leaks(
    words: Mapping[str, Sequence[Word]], channels: Mapping[str, Samples]
) -> dict[str, tuple[Word, ...]]:
    """The words of each channel without those that are the other channel's voice, heard more softly."""
    if len(channels) < 2:
        return {label: tuple(said) for label, said in words.items()}
    return {
        label: tuple(word for word in said if not _leaked(word, label, words, channels))
        for label, said in words.items()
    }


def _leaked(
    word: Word, label: str, words: Mapping[str, Sequence[Word]], channels: Mapping[str, Samples]
) -> bool:
    start, end = word.start or 0.0, word.end or 0.0
    here = _cut(channels[label], start, end)
    for other, samples in channels.items():
        there = _cut(samples, start, end)
        if other == label or loudness(there) < _LOUDER * loudness(here):
            continue
        alike = similar(here, there, round(_LATE * RATE))
        if alike >= _SAME_SOUND or (alike >= _SAME_TEXT and _heard_too(word, words.get(other, ()))):
            return True
    return False


def _cut(samples: Samples, start: float, end: float) -> Samples:
    return samples[max(0, round((start - _ROOM) * RATE)) : round((end + _ROOM) * RATE)]


def _heard_too(word: Word, others: Sequence[Word]) -> bool:
    first = bisect_left(others, (word.start or 0.0) - _LATE, key=lambda other: other.end or 0.0)
    last = bisect_left(others, (word.end or 0.0) + _LATE, key=lambda other: other.start or 0.0)
    return any(_bare(other.text) == _bare(word.text) for other in others[first:last])


def _bare(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())
