"""This module contains the n-grams worth knowing in labelled turns, with how rare each is."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import chain

import numpy as np

from scoring.language.features import Floats, Part, pieces

Grams = Callable[[str], Iterable[str]]


def vocabulary(part: Part, lines: Sequence[str]) -> tuple[list[str], Floats]:
    """The n-grams in at least `min_turns` lines, and their rarity, as scikit-learn's TfidfVectorizer has them."""
    cut = _characters(part) if part.analyzer == "char_wb" else _sequences(part.longest)
    holding: Counter[str] = Counter()
    for line in lines:
        holding.update(set(cut(line.lower())))
    terms = sorted(term for term, turns in holding.items() if turns >= part.min_turns)
    turns = np.array([holding[term] for term in terms], dtype=np.float64)
    return terms, np.log((1 + len(lines)) / (1 + turns)) + 1


def _characters(part: Part) -> Grams:
    of_word = lru_cache(maxsize=None)(lambda word: tuple(pieces(word, part.shortest, part.longest)))
    return lambda line: chain.from_iterable(map(of_word, set(line.split())))


def _sequences(longest: int) -> Grams:
    def cut(line: str) -> Iterable[str]:
        words = line.split()
        runs = (
            zip(*(words[start:] for start in range(size)), strict=False) for size in range(2, longest + 1)
        )
        return chain(words, map(" ".join, chain.from_iterable(runs)))

    return cut
