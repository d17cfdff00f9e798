"""This module contains the n-grams worth knowing in labelled turns, counted for all turns at once.

The terms and numbers are those of scikit-learn's CountVectorizer with `min_df`, in a fraction of its time.
"""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack

from scoring.language.features import Floats, Numbers, Part, pieces


class Counted(NamedTuple):
    """This represents the n-grams in enough turns, in order, and how often each turn has them."""

    terms: list[str]
    counts: csr_matrix

    def rarity(self) -> Floats:
        """What every n-gram weighs: more when fewer turns have it."""
        turns = self.counts.shape[0]
        return np.asarray(np.log((1 + turns) / (1 + _turns_with(self.counts))) + 1)


class _Spoken(NamedTuple):
    """This represents lines as numbers: the words there are, and of every word said its line and its number."""

    words: list[str]
    lines: int
    line: Numbers
    number: Numbers


def counted(part: Part, lines: Sequence[str]) -> Counted:
    """The n-grams of this part that at least `min_turns` of these lines have."""
    spoken = _numbered(lines)
    found = [_pieces(spoken, part)] if part.analyzer == "char_wb" else list(_sequences(spoken, part))
    terms = list(chain.from_iterable(terms for terms, _ in found))
    counts = hstack([counts for _, counts in found]).tocsr()
    order = sorted(range(len(terms)), key=terms.__getitem__)
    return Counted([terms[i] for i in order], counts[:, order])


def _numbered(lines: Sequence[str]) -> _Spoken:
    split = [line.lower().split() for line in lines]
    words = sorted(set(chain.from_iterable(split)))
    numbers = {word: number for number, word in enumerate(words)}
    said = np.array([numbers[word] for word in chain.from_iterable(split)], dtype=np.int64)
    return _Spoken(words, len(lines), np.repeat(np.arange(len(lines)), [len(some) for some in split]), said)


def _pieces(spoken: _Spoken, part: Part) -> tuple[list[str], csr_matrix]:
    """Pieces of words: what every word consists of, times how often a line has that word."""
    cut = [list(pieces(word, part.shortest, part.longest)) for word in spoken.words]
    numbers: dict[str, int] = {}
    columns = [numbers.setdefault(piece, len(numbers)) for piece in chain.from_iterable(cut)]
    words = np.repeat(np.arange(len(cut)), [len(some) for some in cut])
    consists = _counts(words, np.array(columns, dtype=np.int64), (len(cut), len(numbers)))
    counts = _counts(spoken.line, spoken.number, (spoken.lines, len(cut))) @ consists
    often = np.flatnonzero(_turns_with(counts) >= part.min_turns)
    terms = list(numbers)
    return [terms[i] for i in often], counts[:, often]


def _sequences(spoken: _Spoken, part: Part) -> Iterator[tuple[list[str], csr_matrix]]:
    """For every length the sequences of words, each as one number with the numbers of its words as digits."""
    keys = spoken.number
    for length in range(1, part.longest + 1):
        if length > 1:
            keys = keys[:-1] * len(spoken.words) + spoken.number[length - 1 :]
        lines = spoken.line[: len(keys)]
        whole = lines == spoken.line[length - 1 :]  # not over the end of a line
        kinds, columns = np.unique(keys[whole], return_inverse=True)
        counts = _counts(lines[whole], columns, (spoken.lines, len(kinds)))
        often = np.flatnonzero(_turns_with(counts) >= part.min_turns)
        yield _spelled(kinds[often], length, spoken.words), counts[:, often]


def _spelled(keys: Numbers, length: int, words: Sequence[str]) -> list[str]:
    digits = [keys // len(words) ** place % len(words) for place in reversed(range(length))]
    return [" ".join(words[i] for i in some) for some in zip(*(d.tolist() for d in digits), strict=True)]


def _counts(rows: NDArray[np.int64], columns: Numbers, shape: tuple[int, int]) -> csr_matrix:
    return csr_matrix((np.ones(len(rows)), (rows, columns)), shape=shape)


def _turns_with(counts: csr_matrix) -> Numbers:
    """How many rows have each column."""
    return np.bincount(counts.indices, minlength=counts.shape[1])
