"""This module contains the learning of intents from labelled turns, with scikit-learn.

The second reading of a turn must learn from first readings as they will be of turns never seen before. So
what a turn itself taught is taken from its first reading again.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from threading import Lock

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from scipy.special import expit
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from scoring.call import Speaker
from scoring.language.classifier import ASKS, Classifier
from scoring.language.cues import Cue, Cues
from scoring.language.features import PARTS, Floats, places, texts, weighed
from scoring.language.freedom import Freedom
from scoring.language.intents import SPEAKERS, IntentModel, Reading, spoken, starts
from scoring.language.moments import Moment
from scoring.language.sampling import stands_for
from scoring.language.surroundings import NOTHING, Second, around, learn, log_odds
from scoring.language.vocabulary import counted

Labelled = tuple[Moment, frozenset[str]]
MIN_EXAMPLES = 8
"""An intent with fewer example turns is not learned."""

_FREEDOM = 5.0
"""How freely weights move (scikit-learn's C)."""
_PRECISION = 2.0
"""Finer than this changes hardly any answer and takes much longer."""
_STEPS = 200
_ONE_AT_A_TIME = Lock()
"""liblinear draws from one source of chance: two at once would give another model each time."""


class Lesson:
    """This represents what there is to learn of one speaker: features and labels of every turn."""

    def __init__(self, examples: Sequence[Labelled], speaker: Speaker, cues: Sequence[Cue]) -> None:
        moments = [m for m, _ in examples]
        self.speaker = speaker
        self.turns = np.array(spoken(moments, speaker), dtype=np.int64)
        acts = [examples[i][1] for i in self.turns]
        self.names = _learnable(acts)
        self._cues = cues
        self.wanted = np.array([[name in some for name in self.names] for some in acts], dtype=bool)
        self.asking: Floats | None = None
        if self.names:
            self._read([moments[i] for i in self.turns])

    def _read(self, mine: Sequence[Moment]) -> None:
        words, where = self._words(mine), places(mine)
        asks = where[:, -1].copy()
        where[:, -1] = 0.0  # whether a turn asks is judged by all else
        self._learn_asking(csr_matrix(hstack([words, csr_matrix(where)])), asks)
        where[:, -1] = asks
        self.features = csr_matrix(hstack([words, csr_matrix(where)]))
        lines = [m.line for m in mine]
        self._same = np.unique(lines, return_inverse=True)[1]
        self._outright = Cues(self._cues, self.names).log_odds(lines)
        self._freedom = Freedom(self.features, self.wanted)
        likeness = self.features @ self._freedom.leaning()
        columns = zip(self.wanted.T, likeness.T, strict=True)
        self._counts = np.stack([stands_for(*each) for each in columns], axis=1)

    def _words(self, mine: Sequence[Moment]) -> csr_matrix:
        """The n-grams of every turn, weighed as `Features` weighs those of a new turn."""
        grams = [counted(part, lines) for part, lines in zip(PARTS, texts(mine), strict=True)]
        self.terms, self.idf = [some.terms for some in grams], [some.rarity() for some in grams]
        words = hstack([some.counts for some in grams]).tocsr()
        words.sort_indices()  # the regressions run through them many times
        part = np.repeat(np.arange(len(PARTS)), [len(terms) for terms in self.terms])
        words.data = weighed(words, np.concatenate(self.idf), part)
        return words

    def _learn_asking(self, features: csr_matrix, asks: Floats) -> None:
        """Learns which turns ask from calls with question marks, and fills in `asks` where there are none."""
        known = ~np.isnan(asks)
        if min((asks[known] > 0).sum(), (asks[known] == 0).sum()) < MIN_EXAMPLES:
            asks[~known] = 0.0
            return
        wanted = asks[known, None] > 0
        self.asking = _weights(features[known], wanted[:, 0], Freedom(features[known], wanted).whole[:, 0])
        asks[~known] = expit(features[~known] @ self.asking[:-1] + self.asking[-1])

    def weights(self) -> Floats:
        """One column an intent, the constants in the last row."""
        return np.stack([self._of_one(i) for i in range(len(self.names))], axis=1)

    def _of_one(self, intent: int) -> Floats:
        wanted, counts = self.wanted[:, intent], self._counts[:, intent]
        turns = np.flatnonzero(counts)
        return _weights(self.features[turns], wanted[turns], self._freedom.whole[:, intent], counts[turns])

    def as_unseen(self, learned: Floats) -> Floats:
        """The first reading (log odds) of every turn without what that turn itself taught, approximately.

        Leaving a turn out takes its pull on the weights back, by one Newton step that uses only the diagonal of
        the curvature, and what it did to how freely they move. Turns of the same words go back equally far, or
        how far would tell which had the intent.
        Source: approximate leave-one-out (Rad and Maleki 2020, arXiv:1801.10243).
        """
        likely = expit(self.features @ learned[:-1] + learned[-1])
        squares = self.features.multiply(self.features).tocsr()
        curvature = self._freedom.whole**-2 + squares.T @ (_FREEDOM * likely * (1 - likely))
        pull = _FREEDOM * _mean_of_each((self.wanted - likely) * self._counts, self._same)
        return log_odds(expit(self._freed(learned) - squares @ (1 / curvature) * pull + self._outright))

    def _freed(self, learned: Floats) -> Floats:
        """The log odds of every turn by weights that moved as freely as they would have without that turn."""
        had = _mean_of_each(self.wanted.astype(np.float64), self._same)
        with_it, without = (
            self.features @ (learned[:-1] * self._freedom.kept(wanted=wanted)) for wanted in (True, False)
        )
        return np.asarray(had * with_it + (1 - had) * without + learned[-1])

    def classifier(self, learned: Floats) -> Classifier:
        """What reads a turn by its words, with these weights for the acts."""
        if self.asking is None:
            return Classifier(self.names, self.terms, self.idf, learned, self._cues)
        weights = np.column_stack([learned, self.asking])
        return Classifier([*self.names, ASKS], self.terms, self.idf, weights, self._cues)


def _weights(
    features: csr_matrix, wanted: NDArray[np.bool_], freedom: Floats, stand_for: Floats | None = None
) -> Floats:
    """The weights of one intent, its constant last; `stand_for`: how many turns each turn counts for."""
    if wanted.all() or not wanted.any():
        return np.append(np.zeros(features.shape[1]), -NOTHING if wanted.any() else NOTHING)
    model = LogisticRegression(
        C=_FREEDOM, solver="liblinear", dual=True, tol=_PRECISION, max_iter=_STEPS, random_state=0
    )
    free = features.copy()
    free.data *= freedom[free.indices]
    with _ONE_AT_A_TIME:
        model.fit(free, wanted, sample_weight=stand_for)
    return np.append(model.coef_[0] * freedom, model.intercept_[0])


def _mean_of_each(rows: Floats, groups: NDArray[np.int64]) -> Floats:
    """Each row as the mean of the rows of its group."""
    sums = np.zeros((groups.max() + 1, rows.shape[1]))
    np.add.at(sums, groups, rows)
    return np.asarray((sums / np.bincount(groups)[:, None])[groups])


def train(examples: Sequence[Labelled], cues: Sequence[Cue] = ()) -> IntentModel:
    """Calling this learns every intent that has enough example turns, in seconds, always the same way."""
    with threadpool_limits(limits=1):  # another number of threads would add up in another order
        return _train(examples, cues)


def _train(examples: Sequence[Labelled], cues: Sequence[Cue]) -> IntentModel:
    with ThreadPoolExecutor(1) as beside:  # what one speaker does is learned while the other's turns are read
        every = (Lesson(examples, speaker, cues) for speaker in SPEAKERS)
        learning = [(lesson, beside.submit(lesson.weights)) for lesson in every if lesson.names]
        lessons, weights = [one for one, _ in learning], [found.result() for _, found in learning]
    columns = starts(lesson.names for lesson in lessons)
    first = np.full((len(examples), columns[-1]), NOTHING)
    for lesson, learned, (start, end) in zip(lessons, weights, pairwise(columns), strict=True):
        first[lesson.turns, start:end] = lesson.as_unseen(learned)
    calls = _calls([m for m, _ in examples])
    rows = np.vstack([around(first[calls == call]) for call in range(calls[-1] + 1)])
    own = [list(range(start, end)) for start, end in pairwise(columns)]
    with ThreadPoolExecutor(len(SPEAKERS)) as both:  # mostly arithmetic, during which the other runs too
        seconds = both.map(
            _second, [rows[one.turns] for one in lessons], [one.wanted for one in lessons], own
        )
        found = zip(lessons, weights, seconds, strict=True)
        return IntentModel({one.speaker: Reading(one.classifier(w), second) for one, w, second in found})


def _second(rows: Floats, wanted: NDArray[np.bool_], own: list[int]) -> Second:
    with threadpool_limits(limits=1):  # some libraries count their threads for each thread apart
        return learn(rows, wanted, own)


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
