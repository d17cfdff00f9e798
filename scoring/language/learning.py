"""This module contains the learning of intents from labelled turns, with scikit-learn.

The second reading of a turn must learn from first readings as they will be of calls never seen before.
So the calls are cut into parts, and the first reading of a part is by what was learned from the others.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from scipy.special import expit
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from scoring.call import Speaker
from scoring.language.features import PARTS, Features, Floats, places, texts
from scoring.language.intents import ASKS, SPEAKERS, Classifier, IntentModel, Reading, spoken, starts
from scoring.language.moments import Moment
from scoring.language.surroundings import NOTHING, around, learn, log_odds
from scoring.language.vocabulary import vocabulary

Labelled = tuple[Moment, frozenset[str]]
MIN_EXAMPLES = 8
"""An intent with fewer example turns is not learned."""

FOLDS = 2
"""Calls are cut into this many parts; more parts learn no better and take longer."""
_PENALTY = 8.0
_PRECISION = 1.0
"""Finer than this changes hardly any answer and takes twice as long."""
_STEPS = 200


class Lesson:
    """This represents what there is to learn of one speaker: features and labels of every turn."""

    def __init__(self, examples: Sequence[Labelled], speaker: Speaker) -> None:
        moments = [m for m, _ in examples]
        self.speaker = speaker
        self.turns = np.array(spoken(moments, speaker), dtype=np.int64)
        acts = [examples[i][1] for i in self.turns]
        self.names = _learnable(acts)
        self.wanted = np.array([[name in some for name in self.names] for some in acts], dtype=bool)
        self.asking: Floats | None = None
        if self.names:
            self._read([moments[i] for i in self.turns])

    def _read(self, mine: Sequence[Moment]) -> None:
        grams = [vocabulary(part, lines) for part, lines in zip(PARTS, texts(mine), strict=True)]
        self.terms, self.idf = [terms for terms, _ in grams], [idf for _, idf in grams]
        words, where = Features(self.terms, self.idf).matrix(mine), places(mine)
        asks = where[:, -1].copy()
        where[:, -1] = 0.0  # whether a turn asks is judged by all else
        self._learn_asking(csr_matrix(hstack([words, csr_matrix(where)])), asks)
        where[:, -1] = asks
        self.features = csr_matrix(hstack([words, csr_matrix(where)]))

    def _learn_asking(self, features: csr_matrix, asks: Floats) -> None:
        """Learns which turns ask from calls with question marks, and fills in `asks` where there are none."""
        known = ~np.isnan(asks)
        if min((asks[known] > 0).sum(), (asks[known] == 0).sum()) < MIN_EXAMPLES:
            asks[~known] = 0.0
            return
        self.asking = _weights(features[known], asks[known] > 0)
        asks[~known] = expit(features[~known] @ self.asking[:-1] + self.asking[-1])

    def weights(self, taught: NDArray[np.bool_], whole: Floats | None = None) -> Floats:
        """One column an intent, learned from the turns that are `taught` (of all turns of all speakers).

        An intent that none of those turns has keeps what was learned from the `whole`.
        """
        mine = taught[self.turns]
        features, wanted = self.features[mine], self.wanted[mine]
        # one after another: liblinear draws from one source of chance, so threads would give another model each time
        learned = np.stack([_weights(features, column) for column in wanted.T], axis=1)
        return learned if whole is None else np.where(wanted.any(axis=0), learned, whole)

    def classifier(self, learned: Floats) -> Classifier:
        """What reads a turn by its words, with these weights for the acts."""
        if self.asking is None:
            return Classifier(self.names, self.terms, self.idf, learned)
        weights = np.column_stack([learned, self.asking])
        return Classifier([*self.names, ASKS], self.terms, self.idf, weights)


def _weights(features: csr_matrix, wanted: NDArray[np.bool_]) -> Floats:
    if wanted.all() or not wanted.any():
        return np.append(np.zeros(features.shape[1]), -NOTHING if wanted.any() else NOTHING)
    model = LogisticRegression(
        C=_PENALTY, solver="liblinear", dual=True, tol=_PRECISION, max_iter=_STEPS, random_state=0
    )
    model.fit(features, wanted)
    return np.append(model.coef_[0], model.intercept_[0])


def train(examples: Sequence[Labelled]) -> IntentModel:
    """Calling this learns every intent that has enough example turns, in seconds, always the same way."""
    with threadpool_limits(limits=1):  # another number of threads would add up in another order
        return _train(examples)


def _train(examples: Sequence[Labelled]) -> IntentModel:
    every = [Lesson(examples, speaker) for speaker in SPEAKERS]
    lessons = [lesson for lesson in every if lesson.names]
    calls = _calls([m for m, _ in examples])
    folds = calls * FOLDS // (calls[-1] + 1)
    weights = [lesson.weights(folds < FOLDS) for lesson in lessons]
    first = _first(lessons, weights, folds)
    rows = np.vstack([around(first[calls == call]) for call in range(calls[-1] + 1)])
    columns = starts(lesson.names for lesson in lessons)
    readings = {}
    for lesson, learned, start in zip(lessons, weights, columns, strict=False):
        own = [start + i for i in range(len(lesson.names))]
        second = learn(rows[lesson.turns], lesson.wanted, own)
        words = lesson.classifier(learned)
        readings[lesson.speaker] = Reading(words, second)
    return IntentModel(readings)


def _first(lessons: Sequence[Lesson], whole: Sequence[Floats], folds: NDArray[np.int64]) -> Floats:
    """The first reading of every turn, in log odds, by what was learned from other calls."""
    columns = starts(lesson.names for lesson in lessons)
    first = np.full((len(folds), columns[-1]), NOTHING)
    for fold in range(FOLDS):
        for lesson, learned, start, end in zip(lessons, whole, columns, columns[1:], strict=False):
            mine = folds[lesson.turns] == fold
            weights = lesson.weights(folds != fold, learned)
            found = lesson.features[mine] @ weights[:-1] + weights[-1]
            first[lesson.turns[mine], start:end] = log_odds(expit(found))
    return first


def _calls(moments: Sequence[Moment]) -> NDArray[np.int64]:
    """The number of the call of each turn; a turn that does not follow the one before it starts a call."""
    before = [None, *moments]
    goes_on = [
        b and (b.place + 1, b.total) == (m.place, m.total) for b, m in zip(before, moments, strict=False)
    ]
    return np.cumsum([not on for on in goes_on]) - 1


def _learnable(labels: Iterable[frozenset[str]]) -> list[str]:
    seen = Counter(act for acts in labels for act in acts)
    return sorted(act for act, turns in seen.items() if turns >= MIN_EXAMPLES)
