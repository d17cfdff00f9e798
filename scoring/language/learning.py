"""This module contains the learning of intents from labelled turns, with scikit-learn."""

import os
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from scoring.call import Speaker
from scoring.language.features import PARTS, Floats, Part, places, texts
from scoring.language.intents import Classifier, IntentModel
from scoring.language.moments import Moment

Labelled = tuple[Moment, frozenset[str]]
MIN_EXAMPLES = 8
"""An intent with fewer example turns is not learned."""

_PENALTY = 20.0
_WORD = r"\S+"


def train(examples: Sequence[Labelled]) -> IntentModel:
    """Calling this learns every intent that has enough example turns, in seconds, always the same way."""
    classifiers = {}
    for speaker in (Speaker.AGENT, Speaker.CALLER):
        mine = [(m, acts) for m, acts in examples if m.speaker is speaker and m.line.strip()]
        if mine:
            classifiers[speaker] = _classifier(mine)
    return IntentModel(classifiers)


def vectorizer(part: Part) -> TfidfVectorizer:
    """The vectorizer that finds and weighs the terms of this part."""
    found = TfidfVectorizer(analyzer=part.analyzer, min_df=part.min_turns, sublinear_tf=True)
    if part.analyzer == "word":
        return found.set_params(ngram_range=(1, part.longest), token_pattern=_WORD)
    return found.set_params(ngram_range=(2, part.longest))


def _classifier(examples: Sequence[Labelled]) -> Classifier:
    moments = [m for m, _ in examples]
    vectorizers = [vectorizer(part) for part in PARTS]
    parts = [
        part.share * v.fit(lines).transform(lines)
        for part, v, lines in zip(PARTS, vectorizers, texts(moments), strict=True)
    ]
    features = hstack([*parts, csr_matrix(places(moments))]).tocsr()
    features.sum_duplicates()  # puts it in order now: threads may not, at the same time
    names = _learnable(acts for _, acts in examples)
    wanted = [np.array([name in acts for _, acts in examples]) for name in names]
    with ThreadPoolExecutor(os.cpu_count()) as pool:  # liblinear lets other threads run
        columns = list(pool.map(lambda labels: _weights(features, labels), wanted))
    terms = [sorted(v.vocabulary_, key=v.vocabulary_.__getitem__) for v in vectorizers]
    return Classifier(names, terms, [v.idf_ for v in vectorizers], np.stack(columns, axis=1))


def _learnable(labels: Iterable[frozenset[str]]) -> list[str]:
    every = [act for acts in labels for act in acts]
    return [act for act in sorted(set(every)) if every.count(act) >= MIN_EXAMPLES]


def _weights(features: csr_matrix, wanted: NDArray[np.bool_]) -> Floats:
    model = LogisticRegression(C=_PENALTY, solver="liblinear", random_state=0)
    model.fit(features, wanted)
    return np.append(model.coef_[0], model.intercept_[0])
