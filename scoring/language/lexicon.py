"""This module contains the words that rules look for, and the repair of misrecognised ones towards them."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from scoring.language.variants import PAIRS, VARIANTS

_WORD = re.compile(r"\w")
_FILLERS = frozenset({"eh", "ehh", "ehm", "euh", "uh", "uhm", "uhh", "hm", "hmm", "mmm", "tsja"})
"""Sounds between words: "ik, eh, bel u" says the same as "ik bel u"."""

MIN_REPAIR = 5
"""Shorter words have too many neighbours to repair."""

_PART = 4
"""A part of a split compound has so many letters: "zijn er" is not "zijner"."""

_SEPARABLE = frozenset(
    {"af", "aan", "bij", "door", "in", "mee", "na", "om", "op", "over", "toe", "uit", "vast", "voor"}
)
"""Shorter words that verbs begin with ("door verbinden")."""

_PRONOUNS = frozenset({"waar", "daar", "hier"})
"""Words that short ones follow ("waar mee")."""

MAX_REPAIR = 40
"""Longer ones are no words: their neighbours would fill the memory."""


@lru_cache(maxsize=1)
def known_words() -> frozenset[str]:
    """The common Dutch words (source: wordfreq, Dutch list), folded; these are never repaired."""
    import wordfreq  # loads slowly, and many commands read no call

    return frozenset(fold(word) for word in wordfreq.top_n_list("nl", 60_000))


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """The word in lower case, without accents, with a straight apostrophe."""
    plain = unicodedata.normalize("NFKD", word.lower().replace("’", "'").replace("`", "'"))
    return "".join(c for c in plain if not unicodedata.combining(c))


Stretch = tuple[tuple[str, int, int], ...]
"""The standard words between two spaces of a text, and where each starts and ends there."""


class Lexicon:
    """This represents the vocabulary of the rules; `standard` and `join` move recognised words towards it."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        self.words = frozenset(words)
        self._shapes: dict[str, list[str]] = {}
        for word in sorted(self.words):
            for shape in _deletions(word) if len(word) >= MIN_REPAIR else ():
                self._shapes.setdefault(shape, []).append(word)
        self._pieces: dict[str, tuple[str, ...]] = {}
        self.stretches: dict[str, Stretch] = {}

    def standard(self, word: str) -> str:
        """The form that rules use: folded, variant replaced, and repaired when it is no Dutch word."""
        return self._find(fold(word))

    def pieces(self, token: str) -> tuple[str, ...]:
        """The standard words that a token consists of; none for a filler or mere punctuation."""
        if token not in self._pieces:
            spoken = _WORD.search(token) and token.lower() not in _FILLERS
            parts = self.standard(token).strip("-").split("-") if spoken else []
            self._pieces[token] = tuple(p for part in parts for p in self.standard(part).split("-") if p)
        return self._pieces[token]

    def join(self, first: str, second: str) -> str | None:
        """The one word that these two neighbours are, when the rules know it."""
        pair = PAIRS.get((first, second))
        if pair:
            return pair
        whole = first + second
        parts = (len(second) >= _PART and (len(first) >= _PART or first in _SEPARABLE)) or first in _PRONOUNS
        return whole if parts and whole in self.words else None

    def _find(self, word: str) -> str:
        word = VARIANTS.get(word, word)
        if not MIN_REPAIR <= len(word) <= MAX_REPAIR or "-" in word:
            return word
        if not self._shapes or word in self.words or word in known_words():
            return word
        return self._nearest(word)

    def _nearest(self, word: str) -> str:
        near = {c for shape in _deletions(word) for c in self._shapes.get(shape, ())}
        same = [c for c in near if c[0] == word[0] and c[-1] == word[-1] and abs(len(c) - len(word)) <= 1]
        return same[0] if len(same) == 1 else word


def _deletions(word: str) -> set[str]:
    """The word and all forms with one letter less: two words sharing one differ in about one letter."""
    return {word} | {word[:i] + word[i + 1 :] for i in range(len(word))}
