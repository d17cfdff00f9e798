"""This module contains the phrase language of the rubrics: one line of data finds many ways of saying.

`word` · `a|b` either word, `a|b-c` either “a” or “b c” · `word*` any ending · `_` any one word · `[word]`
optional · `...` up to four words between · `..2` up to two words between · `$` at last: the turn ends here.
Matching is on standard words (see variants), never on letters.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import product
from typing import NamedTuple

from scoring.language.lexicon import fold
from scoring.language.text import TurnText
from scoring.language.variants import VARIANTS

_AFTER_ALL = chr(0x10FFFF)
_NO_WORD = ""
_AT_ONCE = 256
"""Of more lines than this the numbers that hold a line a bit grow slow."""
_PART = re.compile(r"\[[^\]]*\]|\S+")
_END = "$"
_VALID = re.compile(r"(\$|\[[^\[\]]+\]|\.\.(\.|\d+)|_|[\w'*-]+(\|[\w'*-]+)*)")


class Match(NamedTuple):
    """This represents a phrase found in a turn; start and end are offsets in the original text."""

    turn: int
    start: int
    end: int
    line_start: int
    phrase: str


class WordIndex:
    """This represents, for each standard word, the lines that have it; a line has its words between single spaces.

    Lines are the bits of one number, the first line the lowest: which have both words is one step then. Every
    line has the empty word, so that one way of looking also finds phrases of which one word is enough.
    """

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        self.where: dict[str, int] = {}
        for i, line in enumerate(lines):
            for word in set(line.split()):
                self.where[word] = self.where.get(word, 0) | 1 << i
        self.where[_NO_WORD] = (1 << len(lines)) - 1
        self._sorted = sorted(word for word in self.where if word != _NO_WORD)

    def starting(self, prefix: str) -> list[str]:
        """The words that start with these letters."""
        first = bisect_left(self._sorted, prefix)
        return self._sorted[first : bisect_left(self._sorted, prefix + _AFTER_ALL, first)]


class TextIndex(WordIndex):
    """This represents a call's turns with, for each standard word, the turns that have it."""

    def __init__(self, turns: Sequence[TurnText]) -> None:
        super().__init__([turn.line for turn in turns])
        self.turns = turns


class PhraseSet:
    """This represents phrases, found fast through the two rarest words of each."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self.phrases = tuple(dict.fromkeys(phrases))
        self._by_anchor: dict[str, dict[str, list[int]]] = {}  # the rarest word, then the one beside it
        self._by_prefix: dict[str, dict[str, list[int]]] = {}
        for number, phrase in enumerate(self.phrases):
            first, second = _anchors(phrase)
            for word, beside in product(first, second or (_NO_WORD,)):
                target = self._by_prefix if word.endswith("*") else self._by_anchor
                target.setdefault(word.rstrip("*"), {}).setdefault(beside, []).append(number)

    @cached_property
    def words(self) -> frozenset[str]:
        """All literal words: the vocabulary that recognised text is repaired towards."""
        parts = (word for phrase in self.phrases for word in re.split(r"[\s|\[\]-]+", standard(phrase)))
        return frozenset(word for word in parts if word.isalpha())

    def find(self, index: TextIndex, among: set[int]) -> list[Match]:
        """All matches in these turns, in order of place."""
        found = [
            self._match(index.turns[turn], turn, number, m)
            for number, lines in sorted(self._candidates(index))  # the first of two in one place is shown
            for turn in _bits(lines)
            if turn in among
            for m in _compiled(self.phrases[number]).finditer(index.lines[turn])
            if m.end() > m.start()
        ]
        return sorted(found, key=lambda m: (m.turn, m.start, -m.end))

    def without(self, unwanted: "PhraseSet", index: TextIndex, among: set[int]) -> list[Match]:
        """The matches in these turns that no match of `unwanted` overlaps."""
        found = self.find(index, among)
        bad = unwanted.find(index, {m.turn for m in found}) if found and unwanted.phrases else []
        return [m for m in found if not any(_overlap(m, b) for b in bad)]

    def occurring(self, lines: Sequence[str]) -> Iterator[tuple[int, str]]:
        """Each line's number with each of the phrases that it has."""
        for first in range(0, len(lines), _AT_ONCE):
            some = lines[first : first + _AT_ONCE]
            for number, found in self._candidates(WordIndex(some)):
                search = _compiled(self.phrases[number]).search
                yield from ((first + i, self.phrases[number]) for i in _bits(found) if search(some[i]))

    def _candidates(self, index: WordIndex) -> Iterable[tuple[int, int]]:
        """Numbers of phrases, with the lines (as bits) that have the rarest words of the phrase."""
        todo: dict[int, int] = {}
        for word in self._by_anchor.keys() & index.where.keys():
            _add_with_both(todo, index, word, self._by_anchor[word])
        for prefix, beside in self._by_prefix.items():
            for word in index.starting(prefix):
                _add_with_both(todo, index, word, beside)
        return todo.items()

    def _match(self, text: TurnText, turn: int, number: int, m: re.Match[str]) -> Match:
        start, end = text.span(m.start(), m.end() - 1)
        return Match(turn=turn, start=start, end=end, line_start=m.start(), phrase=self.phrases[number])


def _overlap(one: Match, other: Match) -> bool:
    return one.turn == other.turn and one.start < other.end and other.start < one.end


def _add_with_both(
    todo: dict[int, int], index: WordIndex, word: str, beside: Mapping[str, list[int]]
) -> None:
    """Adds the lines that have this word and a second rarest word, to the numbers of its phrases."""
    lines = index.where[word]
    for other in beside.keys() & index.where.keys():
        if both := lines & index.where[other]:
            for number in beside[other]:
                todo[number] = todo.get(number, 0) | both


def _bits(lines: int) -> Iterator[int]:
    """The numbers of the lines that are set, in order."""
    while lines:
        lowest = lines & -lines
        yield lowest.bit_length() - 1
        lines ^= lowest


def mistakes(phrase: str) -> str | None:
    """What is wrong with this phrase, in Dutch; None when it is right."""
    parts = _PART.findall(phrase)
    if not parts:
        return "de zin is leeg"
    wrong = [part for part in parts if not _VALID.fullmatch(part)]
    if wrong:
        return f"‘{wrong[0]}’ is geen woord of teken dat in een zin mag"
    if _END in parts[:-1]:
        return "een dollarteken hoort achteraan: daar eindigt de beurt"
    if "*" in re.split(r"[\s|\[\]]+", phrase):
        return "een sterretje hoort achter een begin van een woord, zoals ‘vervel*’"
    if not _anchors(phrase)[0]:
        return "er staat geen enkel verplicht woord in"
    return None


def expand(phrase: str, lists: Mapping[str, str]) -> str:
    """The phrase with every {naam} replaced by that word list; KeyError when it does not exist."""
    return re.sub(r"\{(\w+)\}", lambda m: lists[m[1]], phrase)


def standard(phrase: str) -> str:
    """The phrase with its words in the form that the transcript's words get too."""
    return re.sub(r"[^\W_]+(?:'[^\W_]+)*|'[^\W_]+", lambda m: _standard_word(m.group()), phrase)


def _standard_word(word: str) -> str:
    return VARIANTS.get(fold(word), fold(word)).replace("-", " ")


def _options(part: str) -> list[str]:
    """The alternatives of one part, each in standard words: "bedankt|dankuwel" has one of three words."""
    whole = ((option, VARIANTS.get(fold(option))) for option in part.split("|"))
    return [(found or standard(option)).replace("-", " ") for option, found in whole]


@cache
def _compiled(phrase: str) -> re.Pattern[str]:
    """Compiled on first need: most phrases never meet their rarest word."""
    return re.compile(_pattern(phrase))


def _pattern(phrase: str) -> str:
    return r"(?<= )" + "".join(_piece(part) for part in _PART.findall(phrase))


def _piece(part: str) -> str:
    if part.startswith("[") and part.endswith("]"):
        return "(?:" + "".join(_piece(p) for p in part[1:-1].split()) + ")?"
    if part.startswith(".."):
        most = 4 if part == "..." else int(part[2:])
        return rf"(?:\S+ ){{0,{most}}}?"
    if part == "_":
        return r"\S+ "
    if part == _END:
        return "$"
    options = [re.escape(option).replace(r"\*", r"\S*") for option in _options(part)]
    return f"(?:{'|'.join(options)}) "


def _anchors(phrase: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The two required alternatives that are rarest, taken as: no endings left open, then longest.

    The first is empty when no word is required, the second also when that would leave an ending open.
    """
    required = [_options(p) for p in _PART.findall(phrase) if p[0] not in "[._$"]
    rarest = [tuple(max(o.split(), key=len) for o in options if o.strip()) for options in required]
    ordered = sorted(
        filter(None, rarest), key=lambda p: ("*" not in "".join(p), min(map(len, p))), reverse=True
    )
    first, second = [*ordered, (), ()][:2]
    return first, () if "*" in "".join(second) else second
