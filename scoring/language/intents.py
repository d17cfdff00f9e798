"""This module contains what turns do (offer a callback, show understanding), as learned from labelled calls.

A turn is read as its own standard words, the turns around it and its place in the call: one logistic
regression an intent; probabilities 0–1. Learning is in `learning`.
"""

import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from scoring.call import Speaker
from scoring.language.features import PARTS, Features, Floats, places
from scoring.language.moments import Moment

FORMAT = 6
"""Raise this when features or file layout change: cached models are then built again."""

Arrays = dict[str, NDArray[np.generic]]


class Classifier:
    """This represents the intents of one speaker: four vocabularies and a weight matrix.

    Weights have one column an intent; rows are the terms in order, then the place, then the constant.
    """

    def __init__(
        self, names: Sequence[str], terms: Sequence[Sequence[str]], idf: Sequence[Floats], weights: Floats
    ) -> None:
        self.names = tuple(names)
        self._terms = tuple(terms)
        self._idf = [_rounded(part) for part in idf]
        self._weights = _rounded(weights)
        self._features = Features(self._terms, self._idf)

    def probabilities(self, moments: Sequence[Moment]) -> Floats:
        """One row a moment, one column an intent."""
        spoken = self._features.matrix(moments)
        end = spoken.shape[1]
        where = places(moments) @ self._weights[end:-1]
        scores = spoken @ self._weights[:end] + where + self._weights[-1]
        return np.asarray(1.0 / (1.0 + np.exp(-scores)))

    def arrays(self, prefix: str) -> Arrays:
        """Everything there is to keep, as plain arrays."""
        kept: Arrays = {
            f"{prefix}names": np.array(self.names),
            f"{prefix}weights": self._weights.astype(np.float32),
        }
        for i, (terms, idf) in enumerate(zip(self._terms, self._idf, strict=True)):
            kept |= {f"{prefix}words{i}": np.array(terms), f"{prefix}idf{i}": idf.astype(np.float32)}
        return kept

    @classmethod
    def from_arrays(cls, prefix: str, kept: Arrays) -> "Classifier":
        """The classifier that `arrays` described."""
        terms = [kept[f"{prefix}words{i}"].tolist() for i in range(len(PARTS))]
        idf = [kept[f"{prefix}idf{i}"].astype(np.float64) for i in range(len(PARTS))]
        weights = kept[f"{prefix}weights"].astype(np.float64)
        return cls(kept[f"{prefix}names"].tolist(), terms, idf, weights)


def _rounded(numbers: Floats) -> Floats:
    """As precise as they are kept, so that a model just learned judges as it does when opened again."""
    return numbers.astype(np.float32).astype(np.float64)


class IntentModel:
    """This represents the learned intents of employee and caller."""

    def __init__(self, classifiers: dict[Speaker, Classifier]) -> None:
        self._classifiers = classifiers

    @property
    def names(self) -> frozenset[str]:
        """All intents that were learned."""
        return frozenset(name for c in self._classifiers.values() for name in c.names)

    def read(self, moments: Sequence[Moment]) -> list[dict[str, float]]:
        """For each moment the probability (0–1) of every intent of its speaker."""
        found: list[dict[str, float]] = [{} for _ in moments]
        for speaker, classifier in self._classifiers.items():
            mine = [i for i, m in enumerate(moments) if m.speaker is speaker and m.line.strip()]
            if mine:
                rows = classifier.probabilities([moments[i] for i in mine])
                for i, row in zip(mine, rows.tolist(), strict=True):
                    found[i] = dict(zip(classifier.names, row, strict=True))
        return found

    def save(self, path: Path) -> None:
        """Keep the model as plain arrays; whole or not at all."""
        arrays: Arrays = {}
        for speaker, classifier in self._classifiers.items():
            arrays |= classifier.arrays(f"{speaker.value}.")
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f"{path.stem}.{os.getpid()}.npz")
        np.savez(draft, **arrays)  # type: ignore[arg-type]
        draft.replace(path)

    @classmethod
    def open(cls, path: Path) -> "IntentModel":
        """The model that was kept here; OSError, ValueError or KeyError when it cannot be read."""
        with np.load(path, allow_pickle=False) as file:
            kept = {name: file[name] for name in file.files}
        speakers = {Speaker(name.partition(".")[0]) for name in kept}
        return cls({s: Classifier.from_arrays(f"{s.value}.", kept) for s in sorted(speakers)})
