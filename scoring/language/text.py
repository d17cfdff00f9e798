"""This module contains turns as rules see them: standard words that know where they stand in the text."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property

from scoring.language.lexicon import Lexicon, Stretch
from scoring.language.tokenizer import tokenizer

_WORD = re.compile(r"\w")
_ONE_WORD = re.compile(r"([^\W\d_]+)[.,?!…]*")
_STRETCH = re.compile(r"\S+")
_STAGE = re.compile(r"\((?![\d\s]*\))[^()]{0,80}\)|\[(?![\d\s]*\])[^\[\]]{0,80}\]")
_SENTENCE_END = re.compile(r"(?<![.!?…])[.!?…]+(?:[\"')\]]*\s+|$)")
_ABBREVIATED = re.compile(
    r"\b(?:(?-i:[A-Z])|dhr|mevr|mw|drs|mr|ir|dr|st|nr|tel|bijv|evt|ca|max|min|incl|excl|art)$", re.I
)
_ABBREVIATION = 6
"""More letters than those have."""
_ENDLESS = re.compile(r"\S{80,}")
_PLAIN = str.maketrans({"´": "'", "`": "'", "‘": "'", "’": "'", "/": " "})


def _tokens(stretch: str) -> Iterator[tuple[str, int]]:
    """The words in a stretch without spaces and where they start."""
    if plain := _ONE_WORD.fullmatch(stretch):  # nearly all are, and the tokeniser would find the same, slowly
        yield plain[1], 0
        return
    for token in tokenizer()(stretch):
        yield token.text.rstrip("."), token.idx  # "u." and "dhr." are abbreviations to the tokeniser


def _standard(stretch: str, lexicon: Lexicon) -> Stretch:
    """The standard words in a stretch, where they start and end; most stretches come back, and this is slow."""
    found = lexicon.stretches.get(stretch)
    if found is None:
        words = ((w, at, at + len(w)) for w, at in _tokens(stretch))
        found = tuple((piece, start, end) for w, start, end in words for piece in lexicon.pieces(w))
        lexicon.stretches[stretch] = found
    return found


def _masked(text: str) -> str:
    """The text without stage directions, as long as it was; signs without spaces would take minutes."""
    spoken = _STAGE.sub(lambda m: " " * len(m.group()), text).translate(_PLAIN)
    return _ENDLESS.sub(lambda m: re.sub(r"\W", " ", m.group()), spoken)


class TurnText:
    """This represents one turn as standard words; `line` is those words between single spaces."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.text = text
        self.words: list[str] = []
        self.spans: list[tuple[int, int]] = []
        for stretch in _STRETCH.finditer(_masked(text)):  # what is in one does not depend on the rest
            at = stretch.start()
            for piece, start, end in _standard(stretch.group(), lexicon):
                self.words.append(piece)
                self.spans.append((at + start, at + end))
                while len(self.words) > 1 and (whole := lexicon.join(*self.words[-2:])):
                    self.words[-2:] = [whole]  # which may be half a word itself: "goede mor gen"
                    self.spans[-2:] = [(self.spans[-2][0], at + end)]
        self.line = f" {' '.join(self.words)} "

    @cached_property
    def _starts(self) -> list[int]:
        starts, at = [], 1
        for word in self.words:
            starts.append(at)
            at += len(word) + 1
        return starts

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the original text of a stretch of `line`."""
        first = self.word_index(start)
        last = max(first, self.word_index(max(start, end - 1)))
        return self.spans[first][0], self.spans[last][1]

    def word_index(self, at: int) -> int:
        """Index of the word at this offset of `line`."""
        return max(0, bisect_right(self._starts, at) - 1)

    @cached_property
    def asides(self) -> list[tuple[int, int]]:
        """Where the stage directions of a transcriber stand, each with its brackets."""
        return [m.span() for m in _STAGE.finditer(self.text)]

    @cached_property
    def stage(self) -> str:
        """All that a transcriber put between brackets, in lower case."""
        return " ".join(self.text[start:end].lower() for start, end in self.asides)

    @cached_property
    def sentences(self) -> list[str]:
        """The sentences of the original text, as far as it has punctuation."""
        return [s for s in _SENTENCE_END.split(_STAGE.sub(" ", self.text)) if _WORD.search(s)]

    @cached_property
    def sentence_ends(self) -> list[int]:
        """Where in the text its sentences end, after their punctuation; "dhr." ends none."""
        found = _SENTENCE_END.finditer(self.text)
        return [m.end() for m in found if not _ABBREVIATED.search(self.text[: m.start()][-_ABBREVIATION:])]

    @cached_property
    def sentence_starts(self) -> list[int]:
        """The words with which its sentences begin."""
        starts = [start for start, _ in self.spans]
        found = [0, *(bisect_left(starts, end) for end in self.sentence_ends)]
        return [i for i in dict.fromkeys(found) if i < len(starts)]

    @cached_property
    def asked(self) -> str | None:
        """The standard words of the sentences that end in a question mark; None where nothing ends a sentence."""
        ends = [(m.start(), "?" in m.group()) for m in _SENTENCE_END.finditer(self.text)]
        if not ends:
            return None
        places = [bisect_right(ends, (start, True)) for start, _ in self.spans]
        words = zip(self.words, places, strict=True)
        return f" {' '.join(w for w, at in words if at < len(ends) and ends[at][1])} "
