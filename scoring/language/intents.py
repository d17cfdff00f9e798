"""This module contains what turns do (offer a callback, show understanding), as learned from labelled calls.

A turn is read twice. First as its own standard words, the turns around it and its place in the call; then once
more in the light of what the first reading found in the whole call (`surroundings`). Each reading is one
logistic regression an intent, the second also has networks; probabilities 0–1. Learning is in `learning`.
"""

import json
import zlib
from collections.abc import Iterable, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit

from scoring.call import Speaker
from scoring.language.cues import Cue, Cues
from scoring.language.features import PARTS, Features, Floats, length, places
from scoring.language.moments import Moment
from scoring.language.surroundings import NOTHING, Second, around, log_odds
from scoring.whole_file import whole_file

FORMAT = 24
"""Raise this when features or file layout change: cached models are then built again."""

Arrays = dict[str, NDArray[np.generic]]
SPEAKERS = (Speaker.AGENT, Speaker.CALLER)
"""Whose turns are read, in this order."""

_TINY = 1e-9
_WORDS_KEPT = 10_000

ASKS = "?"
"""Stands behind the acts as whether a turn asks something, judged by its words: for calls without question marks."""

_DAMAGED = (
    *(BadZipFile, zlib.error, EOFError, OSError),
    *(KeyError, ValueError, TypeError, AttributeError, IndexError, NotImplementedError),
)
"""What reading a file ends in that was cut off or changed."""


class Classifier:
    """This represents the intents of one speaker: five vocabularies, a weight matrix, and cues.

    Weights have one column an intent, and perhaps one for what asks; rows are the terms in order, then the place,
    then the constant.
    """

    def __init__(
        self,
        names: Sequence[str],
        terms: Sequence[Sequence[str]],
        idf: Sequence[Floats],
        weights: Floats,
        cues: Iterable[Cue] = (),
    ) -> None:
        self.names = tuple(name for name in names if name != ASKS)
        self._asks = ASKS in names
        self._terms = tuple(terms)
        self._idf = [_rounded(part) for part in idf]
        self._weights = _rounded(weights)
        self._features = Features(self._terms, self._idf)
        self._cues = Cues(cues, self.names)
        self._forget()

    def probabilities(self, moments: Sequence[Moment]) -> Floats:
        """One row a moment, one column an intent."""
        spoken = self._features.matrix(moments)
        end = spoken.shape[1]
        said = spoken @ self._weights[:end] + self._weights[-1]
        scores = said + self._asking(said, places(moments), end) @ self._weights[end:-1]
        return np.asarray(
            expit(scores[:, : len(self.names)] + self._cues.log_odds([m.line for m in moments]))
        )

    def alone(self, lines: Sequence[str], asks: Sequence[bool], whole: str) -> Floats:
        """Roughly what each line adds to the log odds of each intent by its own words and sayings: lines × intents.

        Only to compare parts of one turn (`whole`): sequences of words are left out, which makes it fast.
        """
        words = [line.split() for line in lines]
        starts = [0, *accumulate(map(len, words[:-1]))]
        said = np.add.reduceat(self._added[self._read([word for line in words for word in line])], starts)
        spoken = (said[:, :, :-1] / np.sqrt(said[:, :, -1:] + _TINY)).sum(axis=1)
        shape = np.array([(*length(line), asked) for line, asked in zip(lines, asks, strict=True)])
        learned = (spoken + shape @ self._weights[-1 - shape.shape[1] : -1])[:, : len(self.names)]
        return np.asarray(learned if self._cues.silent(whole) else learned + self._cues.log_odds(lines))

    def _read(self, words: Sequence[str]) -> list[int]:
        """The rows of these words in `_added`; those that are new are read first."""
        new = dict.fromkeys(word for word in words if word not in self._row)
        if len(self._row) + len(new) > len(self._added):
            new = dict.fromkeys(words)
            self._forget(len(new))
        for row, word in enumerate(new, len(self._row)):
            self._added[row] = self._adds(word)
            self._row[word] = row
        return [self._row[word] for word in words]

    def _forget(self, room: int = 0) -> None:
        self._row: dict[str, int] = {}
        shape = max(room, _WORDS_KEPT), 2, self._weights.shape[1] + 1
        self._added = np.zeros(shape, dtype=np.float32)

    def _adds(self, word: str) -> Floats:
        """What a word's characters, and the word itself, add to every intent, and their squared length."""
        parts = self._features.of_word(word)
        rows = [[*(idf @ self._weights[columns]), (idf**2).sum()] for columns, idf in parts]
        return np.array(rows, dtype=np.float32)

    def _asking(self, said: Floats, where: Floats, end: int) -> Floats:
        """The places with how likely each turn asks, in a call without question marks judged by its words."""
        unknown = np.isnan(where[:, -1])
        where[unknown, -1] = 0.0  # as in learning what asks, and where that could not be learned
        if self._asks and unknown.any():
            where[unknown, -1] = expit(said[unknown, -1] + where[unknown] @ self._weights[end:-1, -1])
        return where

    def arrays(self, prefix: str) -> Arrays:
        """Everything there is to keep, as plain arrays."""
        kept: Arrays = {
            f"{prefix}names": np.array([*self.names, *([ASKS] if self._asks else [])]),
            f"{prefix}weights": self._weights.astype(np.float32),
            f"{prefix}words": _packed(self._terms),
            f"{prefix}cues": _packed(self._cues.kept),
        }
        return kept | {f"{prefix}idf{i}": idf.astype(np.float32) for i, idf in enumerate(self._idf)}

    @classmethod
    def from_arrays(cls, prefix: str, kept: Arrays) -> "Classifier":
        """The classifier that `arrays` described."""
        terms = _unpacked(kept[f"{prefix}words"])
        idf = [kept[f"{prefix}idf{i}"].astype(np.float64) for i in range(len(PARTS))]
        weights = kept[f"{prefix}weights"].astype(np.float64)
        cues = [Cue(*cue) for cue in _unpacked(kept[f"{prefix}cues"])]
        return cls(kept[f"{prefix}names"].tolist(), terms, idf, weights, cues)


def _packed(texts: Any) -> NDArray[np.generic]:
    """Texts as an array of bytes: an array of texts makes room for the longest everywhere."""
    return np.frombuffer(json.dumps(texts, ensure_ascii=False).encode(), np.uint8)


def _unpacked(packed: NDArray[np.generic]) -> Any:
    return json.loads(packed.tobytes())


def _rounded(numbers: Floats) -> Floats:
    """As precise as they are kept, so that a model just learned judges as it does when opened again."""
    return numbers.astype(np.float32).astype(np.float64)


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
