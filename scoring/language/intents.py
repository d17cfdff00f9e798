"""This module contains what turns do (offer a callback, show understanding), as learned from labelled calls.

A turn is read twice. First as its own standard words, the turns around it and its place in the call; then once
more in the light of what the first reading found in the whole call (`surroundings`). Each reading is one
logistic regression an intent, the second also has networks; probabilities 0–1. Learning is in `learning`.
"""

import zlib
from collections.abc import Iterable, Sequence
from itertools import accumulate
from pathlib import Path
from zipfile import BadZipFile

import numpy as np

from scoring.call import Speaker
from scoring.language.classifier import Arrays, Classifier
from scoring.language.features import Floats
from scoring.language.moments import Moment
from scoring.language.surroundings import NOTHING, Second, around, log_odds
from scoring.whole_file import whole_file

FORMAT = 24
"""Raise this when features or file layout change: cached models are then built again."""

SPEAKERS = (Speaker.AGENT, Speaker.CALLER)
"""Whose turns are read, in this order."""

_DAMAGED = (
    *(BadZipFile, zlib.error, EOFError, OSError),
    *(KeyError, ValueError, TypeError, AttributeError, IndexError, NotImplementedError),
)
"""What reading a file ends in that was cut off or changed."""


class Reading:
    """This represents what one speaker's turns do: the words of a turn first, then all that is around it."""

    def __init__(self, words: Classifier, second: Second) -> None:
        self.words, self.second = words, second


class IntentModel:
    """This represents the learned intents of employee and caller."""

    def __init__(self, readings: dict[Speaker, Reading]) -> None:
        self._readings = readings
        self._starts = starts(reading.words.names for reading in readings.values())

    @property
    def names(self) -> frozenset[str]:
        """All intents that were learned."""
        return frozenset(name for reading in self._readings.values() for name in reading.words.names)

    def read(self, moments: Sequence[Moment]) -> list[dict[str, float]]:
        """For each turn of a call the probability (0–1) of every intent of its speaker."""
        found: list[dict[str, float]] = [{} for _ in moments]
        rows = around(self._first(moments))
        for speaker, reading in self._readings.items():
            mine = spoken(moments, speaker)
            probabilities = reading.second.probabilities(rows[mine])
            for i, row in zip(mine, probabilities.tolist(), strict=True):
                found[i] = dict(zip(reading.words.names, row, strict=True))
        return found

    def strongest(
        self, speaker: Speaker, lines: Sequence[str], asks: Sequence[bool], whole: str
    ) -> dict[str, int]:
        """For every intent of this speaker which of these parts of one turn (`whole`) does it most, by its own words."""
        words = self._readings[speaker].words
        return dict(zip(words.names, words.alone(lines, asks, whole).argmax(axis=0).tolist(), strict=True))

    def _first(self, moments: Sequence[Moment]) -> Floats:
        """The first reading of a whole call in log odds: turns × the intents of all speakers."""
        whole = np.full((len(moments), self._starts[-1]), NOTHING)
        for (speaker, reading), start, end in zip(
            self._readings.items(), self._starts, self._starts[1:], strict=False
        ):
            if mine := spoken(moments, speaker):
                found = reading.words.probabilities([moments[i] for i in mine])
                whole[mine, start:end] = log_odds(found)
        return whole

    def save(self, path: Path) -> None:
        """Keep the model as plain arrays; whole or not at all."""
        arrays: Arrays = {}
        for speaker, reading in self._readings.items():
            arrays |= reading.words.arrays(f"{speaker.value}.")
            arrays |= {f"{speaker.value}.second.{k}": v for k, v in reading.second._asdict().items()}
        path.parent.mkdir(parents=True, exist_ok=True)
        with whole_file(path) as draft, draft.open("wb") as file:
            np.savez(file, **arrays)  # type: ignore[arg-type]

    @classmethod
    def open(cls, path: Path) -> "IntentModel":
        """The model that was kept here; ValueError when it cannot be read."""
        try:
            with np.load(path, allow_pickle=False) as file:
                kept = {name: file[name] for name in file.files}
            return cls({s: _opened(f"{s.value}.", kept) for s in SPEAKERS if f"{s.value}.names" in kept})
        except _DAMAGED as error:
            raise ValueError("damaged intent model") from error


def _opened(prefix: str, kept: Arrays) -> Reading:
    second = Second(*(kept[f"{prefix}second.{name}"].astype(np.float64) for name in Second._fields))
    return Reading(Classifier.from_arrays(prefix, kept), second)


def spoken(moments: Sequence[Moment], speaker: Speaker) -> list[int]:
    """The turns in which this speaker says anything."""
    return [i for i, m in enumerate(moments) if m.speaker is speaker and m.line.strip()]


def starts(names: Iterable[Sequence[str]]) -> list[int]:
    """The column where the intents of each speaker start, and the end."""
    return list(accumulate((len(some) for some in names), initial=0))
