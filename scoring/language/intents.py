"""This module contains what turns do (offer a callback, show understanding …), learned from labelled calls.

A turn is read as its own standard words, the turns around it and its place in the call. The features are
character and word n-grams (TF-IDF); one logistic regression an intent; probabilities 0–1.
"""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from scoring.call import Speaker
from scoring.language.text import TurnText

FORMAT = 3
"""Raise this when features or file layout change: cached models are then built again."""

ASKS_OFTEN = 0.35
"""The share of turns that ask something: stands in where a transcript has no question marks at all."""

MIN_EXAMPLES = 8
"""An intent with fewer example turns is not learned."""

_PENALTY = 20.0


def _vectorizers() -> tuple[TfidfVectorizer, ...]:
    """Characters and words of the turn itself, and words of the turns before and after it."""
    return (
        TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), min_df=2, sublinear_tf=True),
        TfidfVectorizer(ngram_range=(1, 3), min_df=2, sublinear_tf=True, token_pattern=r"\S+"),
        TfidfVectorizer(ngram_range=(1, 2), min_df=3, sublinear_tf=True, token_pattern=r"\S+"),
        TfidfVectorizer(ngram_range=(1, 2), min_df=3, sublinear_tf=True, token_pattern=r"\S+"),
    )


_WEIGHTS = (1.0, 1.0, 0.6, 0.5)
"""How much each of them counts: a neighbour says less than the turn itself."""

Floats = NDArray[np.float64]


class Moment(NamedTuple):
    """This represents a turn in its place: `line` and its neighbours are standard words, `asks` 1 for a question mark."""

    speaker: Speaker
    line: str
    previous: str
    following: str
    place: int
    total: int
    asks: float


def moments(turns: Sequence[TurnText], speakers: Sequence[Speaker], texts: Sequence[str]) -> list[Moment]:
    """The turns of a call, each in its place; without any question mark it is unknown which turns ask."""
    lines = [turn.line for turn in turns]
    marked = any("?" in text for text in texts)
    return [
        Moment(
            speakers[i],
            lines[i],
            lines[i - 1] if i else "",
            "".join(lines[i + 1 : i + 2]),
            i,
            len(turns),
            float("?" in texts[i]) if marked else ASKS_OFTEN,
        )
        for i in range(len(turns))
    ]


class Classifier:
    """This represents the intents of one speaker: three vocabularies and a weight matrix."""

    def __init__(self, names: Sequence[str], vectorizers: Sequence[TfidfVectorizer], weights: Floats) -> None:
        self.names = tuple(names)
        self._vectorizers = tuple(vectorizers)
        self._weights = weights

    def probabilities(self, moments: Sequence[Moment]) -> Floats:
        """One row a moment, one column an intent."""
        scores = _features(moments, self._vectorizers) @ self._weights[:-1] + self._weights[-1]
        return np.asarray(1.0 / (1.0 + np.exp(-scores)))

    def arrays(self, prefix: str) -> dict[str, NDArray[np.generic]]:
        """Everything there is to keep, as plain arrays."""
        kept: dict[str, NDArray[np.generic]] = {
            f"{prefix}names": np.array(self.names),
            f"{prefix}weights": self._weights.astype(np.float32),
        }
        for i, v in enumerate(self._vectorizers):
            words = sorted(v.vocabulary_, key=v.vocabulary_.__getitem__)
            kept |= {f"{prefix}words{i}": np.array(words), f"{prefix}idf{i}": v.idf_.astype(np.float32)}
        return kept

    @classmethod
    def from_arrays(cls, prefix: str, kept: dict[str, NDArray[np.generic]]) -> "Classifier":
        """The classifier that `arrays` described."""
        vectorizers = _vectorizers()
        for i, vectorizer in enumerate(vectorizers):
            words = kept[f"{prefix}words{i}"].tolist()
            vectorizer.set_params(vocabulary={w: n for n, w in enumerate(words)})
            vectorizer.idf_ = kept[f"{prefix}idf{i}"].astype(np.float64)
        weights = kept[f"{prefix}weights"].astype(np.float64)
        return cls(kept[f"{prefix}names"].tolist(), vectorizers, weights)


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
                for i, row in zip(mine, rows, strict=True):
                    found[i] = dict(zip(classifier.names, row.tolist(), strict=True))
        return found

    def save(self, path: Path) -> None:
        """Keep the model as plain arrays; whole or not at all."""
        arrays: dict[str, NDArray[np.generic]] = {}
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


def train(examples: Sequence[tuple[Moment, frozenset[str]]]) -> IntentModel:
    """Calling this learns every intent that has enough example turns, in seconds, always the same way."""
    classifiers = {}
    for speaker in (Speaker.AGENT, Speaker.CALLER):
        mine = [(m, acts) for m, acts in examples if m.speaker is speaker and m.line.strip()]
        if mine:
            classifiers[speaker] = _classifier(mine)
    return IntentModel(classifiers)


def _classifier(examples: Sequence[tuple[Moment, frozenset[str]]]) -> Classifier:
    moments = [m for m, _ in examples]
    vectorizers = _vectorizers()
    for vectorizer, texts in zip(vectorizers, _texts(moments), strict=True):
        vectorizer.fit(texts)
    features = _features(moments, vectorizers)
    counts = {a: sum(a in acts for _, acts in examples) for a in sorted({a for _, s in examples for a in s})}
    names = [name for name, count in counts.items() if count >= MIN_EXAMPLES]
    columns = [_weights(features, np.array([name in acts for _, acts in examples])) for name in names]
    return Classifier(names, vectorizers, np.stack(columns, axis=1))


def _weights(features: csr_matrix, wanted: NDArray[np.bool_]) -> Floats:
    model = LogisticRegression(C=_PENALTY, solver="liblinear", random_state=0)
    model.fit(features, wanted)
    return np.append(model.coef_[0], model.intercept_[0])


def _texts(moments: Sequence[Moment]) -> tuple[list[str], ...]:
    own = [m.line for m in moments]
    return own, own, [m.previous or " begin " for m in moments], [m.following or " eind " for m in moments]


def _features(moments: Sequence[Moment], vectorizers: Sequence[TfidfVectorizer]) -> csr_matrix:
    texts = _texts(moments)
    parts = [w * v.transform(t) for w, v, t in zip(_WEIGHTS, vectorizers, texts, strict=True)]
    return hstack([*parts, csr_matrix([_place(m) for m in moments])]).tocsr()


def _place(m: Moment) -> list[float]:
    """Where in the call, how long, and whether it asks: all between 0 and about 1."""
    share, left = m.place / m.total, m.total - m.place
    return [
        share,
        share**2,
        float(left <= 2),
        float(left <= 4),
        float(left <= 8),
        float(m.place < 2),
        float(m.place < 4),
        min(len(m.line), 300) / 100,
        min(len(m.line), 40) / 40,
        m.asks,
    ]
