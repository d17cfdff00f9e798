"""This module contains the learning of intents from labelled turns, with scikit-learn."""

import os
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from scoring.call import Speaker
from scoring.language.features import PARTS, Floats, Part, places, texts
from scoring.language.intents import Classifier, IntentModel
from scoring.language.moments import Moment

Labelled = tuple[Moment, frozenset[str]]
MIN_EXAMPLES = 8
"""An intent with fewer example turns is not learned."""

_PENALTY = 20.0
_PRECISION = 0.01
"""Finer than this changes no answer and takes twice as long."""
_WORD = r"\S+"


def train(examples: Sequence[Labelled]) -> IntentModel:
    """Calling this learns every intent that has enough example turns, in seconds, always the same way."""
    classifiers = {}
    with threadpool_limits(limits=1):  # more threads inside each fit only get in each other's way
        for speaker in (Speaker.AGENT, Speaker.CALLER):
            mine = [(m, acts) for m, acts in examples if m.speaker is speaker and m.line.strip()]
            if mine:
                classifiers[speaker] = _classifier(mine)
    return IntentModel(classifiers)


class _Counted(NamedTuple):
    """This represents one part of the features: its terms, their rarity, and the weighed counts."""

    terms: list[str]
    idf: Floats
    matrix: csr_matrix


def _classifier(examples: Sequence[Labelled]) -> Classifier:
    moments = [m for m, _ in examples]
    parts = [_counted(part, lines) for part, lines in zip(PARTS, texts(moments), strict=True)]
    features = hstack([*(part.matrix for part in parts), csr_matrix(places(moments))]).tocsr()
    features.sum_duplicates()  # puts it in order now: threads may not, at the same time
    names = _learnable(acts for _, acts in examples)
    wanted = [np.array([name in acts for _, acts in examples]) for name in names]
    with ThreadPoolExecutor(os.cpu_count()) as pool:  # liblinear lets other threads run
        columns = list(pool.map(lambda labels: _weights(features, labels), wanted))
    weights = np.stack(columns, axis=1)
    return Classifier(names, [part.terms for part in parts], [part.idf for part in parts], weights)


def _counted(part: Part, lines: Sequence[str]) -> _Counted:
    """What TfidfVectorizer finds and weighs, with every line cut up once instead of twice."""
    finds = CountVectorizer(analyzer=part.analyzer, min_df=part.min_turns, dtype=np.float64)
    if part.analyzer == "word":
        finds.set_params(ngram_range=(1, part.longest), token_pattern=_WORD)
    else:
        finds.set_params(ngram_range=(2, part.longest))
    counts = csr_matrix(finds.fit_transform(lines))
    counts.sort_indices()
    weighs = TfidfTransformer(sublinear_tf=True)
    matrix = part.share * weighs.fit_transform(counts)
    return _Counted(finds.get_feature_names_out().tolist(), weighs.idf_, matrix)


def _learnable(labels: Iterable[frozenset[str]]) -> list[str]:
    every = [act for acts in labels for act in acts]
    return [act for act in sorted(set(every)) if every.count(act) >= MIN_EXAMPLES]


def _weights(features: csr_matrix, wanted: NDArray[np.bool_]) -> Floats:
    model = LogisticRegression(C=_PENALTY, solver="liblinear", tol=_PRECISION, random_state=0)
    model.fit(features, wanted)
    return np.append(model.coef_[0], model.intercept_[0])
