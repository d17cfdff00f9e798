"""This module contains the first reading of a turn: its own words, the turns beside it, its place, and sayings."""

import json
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit

from scoring.language.cues import Cue, Cues
from scoring.language.features import PARTS, Features, Floats, length, places
from scoring.language.moments import Moment

Arrays = dict[str, NDArray[np.generic]]

_TINY = 1e-9
_WORDS_KEPT = 10_000

ASKS = "?"
"""Stands behind the acts as whether a turn asks something, judged by its words: for calls without question marks."""


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
