"""This module contains the features of a turn: n-grams counted and weighed (TF-IDF) as in training, but fast.

The numbers are those of scikit-learn's TfidfVectorizer with `PARTS`. It is fast because a word's characters
are cut up once, and n-grams of words are looked up as numbers, those of a whole call at once.
"""

from array import array
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, chain, repeat
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from scoring.language.concepts import concepts
from scoring.language.moments import Moment

Floats = NDArray[np.float64]
Numbers = NDArray[np.int64]
_WORDS_KEPT = 30_000


class Part(NamedTuple):
    """This represents one vocabulary of n-grams; `share` is how much it counts beside the others."""

    analyzer: Literal["char_wb", "word"]
    shortest: int
    longest: int
    share: float
    min_turns: int


PARTS = (
    Part("char_wb", 3, 4, 1.0, 2),
    Part("word", 1, 3, 1.0, 2),
    Part("word", 1, 2, 0.6, 3),
    Part("word", 1, 2, 0.5, 3),
    Part("word", 1, 1, 0.6, 3),
)
"""Characters and words of the turn itself, words of the turns before and after it, and what it is about."""


def texts(moments: Sequence[Moment]) -> tuple[list[str], ...]:
    """The lines that each part reads."""
    own = [m.line for m in moments]
    before = [m.previous or " begin " for m in moments]
    after = [m.following or " eind " for m in moments]
    return own, own, before, after, [concepts(line) for line in own]


def pieces(word: str, shortest: int, longest: int) -> Iterator[str]:
    """Pieces of a word of `shortest` characters up to `longest`, with the edges of the word as spaces."""
    padded = f" {word} "
    sizes = range(shortest, min(longest, len(padded)) + 1)
    return (padded[i : i + n] for n in sizes for i in range(len(padded) - n + 1))


class CharacterGrams:
    """This represents pieces of words, with the edges of a word as spaces."""

    def __init__(self, terms: Sequence[str]) -> None:
        self._columns = {term: column for column, term in enumerate(terms)}
        self._of_word = lru_cache(maxsize=_WORDS_KEPT)(self._pieces)

    def find(self, lines: Sequence[str]) -> tuple[Numbers, Numbers]:
        """The rows and columns of all that is known in these lines."""
        columns, sizes = array("i"), []
        for line in lines:
            before = len(columns)
            for word in line.lower().split():
                columns.extend(self._of_word(word))
            sizes.append(len(columns) - before)
        return np.repeat(np.arange(len(lines)), sizes), np.array(columns, dtype=np.int64)

    def _pieces(self, word: str) -> "array[int]":
        known = (self._columns.get(piece) for piece in pieces(word, PARTS[0].shortest, PARTS[0].longest))
        return array("i", [column for column in known if column is not None])


class WordGrams:
    """This represents sequences of words as one number each: word numbers (from 1) as digits, base `base`."""

    def __init__(self, terms: Sequence[str], first_column: int, longest: int) -> None:
        split = [term.split() for term in terms]
        self._numbers = {
            word: number for number, word in enumerate(sorted(set(chain.from_iterable(split))), 1)
        }
        self._base, self._longest = len(self._numbers) + 1, longest
        keys = np.array([self._key(words) for words in split], dtype=np.int64)
        order = np.argsort(keys)
        self._keys, self._columns = keys[order], order + first_column

    def find(self, lines: Sequence[str]) -> tuple[Numbers, Numbers]:
        """The rows and columns of all that is known in these lines."""
        words = [[*line.lower().split(), ""] for line in lines]  # nothing goes on after the end of a line
        known = map(self._numbers.get, chain.from_iterable(words), repeat(0))
        numbers = np.array(list(known), dtype=np.int64)
        rows = np.repeat(np.arange(len(lines)), [len(line) for line in words])
        found = [(rows[starts], columns) for starts, columns in self._sequences(numbers)]
        return np.concatenate([r for r, _ in found]), np.concatenate([c for _, c in found])

    def _sequences(self, numbers: Numbers) -> Iterator[tuple[Numbers, Numbers]]:
        """For every length: where the known sequences start, and their columns."""
        keys = numbers
        for length in range(1, self._longest + 1):
            if length > 1:
                keys = keys[:-1] * self._base + numbers[length - 1 :]
            places = np.searchsorted(self._keys[:-1], keys)
            starts = np.flatnonzero((self._keys[places] == keys) & (keys >= self._base ** (length - 1)))
            yield starts, self._columns[places[starts]]

    def _key(self, words: Sequence[str]) -> int:
        key = 0
        for word in words:  # a plain loop: there are hundreds of thousands when a model is opened
            key = key * self._base + self._numbers[word]
        return key


class Features:
    """This represents the known n-grams of every part, with their rarity (`idf`), as columns of a matrix."""

    def __init__(self, terms: Sequence[Sequence[str]], idf: Sequence[Floats]) -> None:
        starts = list(accumulate(len(part) for part in terms))
        self._grams = [CharacterGrams(terms[0])] + [
            WordGrams(known, start, part.longest)
            for known, start, part in zip(terms[1:], starts, PARTS[1:], strict=False)
        ]
        self._idf = np.concatenate(idf)
        self._part = np.repeat(np.arange(len(terms)), [len(part) for part in terms])

    def of_word(self, word: str) -> list[tuple[Numbers, Floats]]:
        """The columns of a word's characters, and of the word itself, each with their rarity."""
        found = [grams.find([word])[1] for grams in self._grams[:2]]
        return [(columns, self._idf[columns]) for columns in found]

    def matrix(self, moments: Sequence[Moment]) -> csr_matrix:
        """One row a moment, one column an n-gram: every part of a row has length `share`."""
        found = [g.find(lines) for g, lines in zip(self._grams, texts(moments), strict=True)]
        shape = (len(moments), len(self._idf))
        cells = np.concatenate([rows * shape[1] + columns for rows, columns in found])
        cells, times = np.unique(cells, return_counts=True)  # faster than letting the matrix add up
        starts = cells.searchsorted(np.arange(shape[0] + 1) * shape[1])
        counts = csr_matrix((times, cells % shape[1], starts), shape=shape)
        counts.data = weighed(counts, self._idf, self._part)
        return counts


def weighed(counts: csr_matrix, idf: Floats, part: Numbers) -> Floats:
    """Counts dampened and times rarity, then the terms of one part of a row brought to one length.

    `part`: the number of the part that each column belongs to.
    """
    weights = (1 + np.log(counts.data)) * idf[counts.indices]
    rows = np.repeat(np.arange(counts.shape[0]) * len(PARTS), np.diff(counts.indptr))
    group = rows + part[counts.indices]
    lengths = np.sqrt(np.bincount(group, weights * weights, counts.shape[0] * len(PARTS)))
    shares = np.tile([part.share for part in PARTS], counts.shape[0])
    factors = np.divide(shares, lengths, out=shares, where=lengths > 0)
    return np.asarray(weights * factors[group])


def places(moments: Sequence[Moment]) -> Floats:
    """Where in the call, how long, and whether it asks (nan: unknown): one row a moment, 0 to about 1."""
    return np.array([_place(m) for m in moments], dtype=np.float64)


def _place(m: Moment) -> list[float]:
    share, left = m.place / m.total, m.total - m.place
    return [
        share,
        share**2,
        float(left <= 2),
        float(left <= 4),
        float(left <= 8),
        float(m.place < 2),
        float(m.place < 4),
        *length(m.line),
        m.asks,
    ]


def length(line: str) -> tuple[float, float]:
    """How long a line is, long ones alike; and how short, to tell "ja" from "ja hoor"."""
    return min(len(line), 300) / 100, min(len(line), 40) / 40
