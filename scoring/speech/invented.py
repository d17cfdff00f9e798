"""This module contains the search for lines that Whisper invents: it learned from subtitles, and fills silence.

A line is a sentence, or words up to a pause. It is dropped when one of these rules holds:

1. *credits*: it is a credit line of Dutch television ("Ondertiteling …", "TV Gelderland 2021") or a caption in
   capitals ("MUZIEK"): always.
2. *habits*: it is a phrase that Whisper likes but people may say too ("Bedankt voor het kijken", "Muziek"), or
   nothing but terms from the prompt: when its words are doubtful, without sound below them or without time.
3. *silence*: there is hardly any sound below its words (26 dB softer than the speech of the same voice).
4. *no time*: at least half of three or more words have no length, which no mouth can say.
5. *loop*: the same words come back over and over; the first time is kept.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from scoring.call import Word
from scoring.speech.decode import RATE
from scoring.speech.tones import Span
from scoring.speech.turns import PAUSE
from scoring.speech.voice import Speech

CREDITS = re.compile(
    r"(?:de )?(?:ondertitel(?:ing(?:en)?|s|d)|vertaling|subtitles?|redactie)\b.{0,12}\b(?:door|by|van de|ingediend|npo|nos)\b.*"
    r"|ondertitel(?:ing(?:en)?|s)|.*\bamara ?org\b.*|.*\btv gelderland\b.*|.*\bzdf\b.*|.*\bbtl\b.*"
    r"|(?:tot de )?volgende (?:keer|video) (?:op|van) .*kanaal.*"
)
HABITS = re.compile(
    r"(?:heel )?(?:erg )?(?:bedankt|dank (?:je|u) ?wel|dank) voor het (?:kijken|luisteren)(?: naar .*)?"
    r"|(?:vergeet niet )?(?:om )?(?:te )?abonne(?:er|ren)\b.*|(?:spannende )?muziek|applaus|gelach|stilte|piep"
    r"|thank you for watching|thanks for watching|tot de volgende keer"
)

CAPTION = 6
"""Letters from which a word in capitals is no abbreviation."""

DOUBTFUL = 0.6
"""Mean probability of a line below which a habit of Whisper is taken for one."""

SOFT = 0.05
"""Loudness next to the speech of the same voice (-26 dB) below which there is no sound under words."""

NO_TIME = 0.03
"""Seconds that a word lasts at least."""

LOOPS = {1: 8, 2: 5, 3: 4, 4: 4, 5: 3, 6: 3, 7: 3, 8: 3}
"""How often so many words come back to back before it is a loop; people do say "ja ja ja ja"."""

_SENTENCE = re.compile(r"[.!?…]$")


class Sifted(NamedTuple):
    """This represents the words that were really heard, and where the others stood."""

    words: tuple[Word, ...]
    dropped: tuple[Span, ...]


def sift(words: Sequence[Word], speech: Speech, terms: Collection[str] = ()) -> Sifted:
    """Calling this drops the invented lines among the words of one voice, which have times."""
    normal = _loudness(speech, [(start / RATE, end / RATE) for start, end in speech.regions])
    known = {bare(part) for term in terms for part in term.split()}
    kept: list[Word] = []
    dropped: list[Span] = []
    for line in lines(words):
        if _invented(line, _loudness(speech, _times(line)) / max(normal, 1e-9), known):
            dropped.append(_span(line))
        else:
            kept += line
    for first, last in reversed(list(_loops([bare(word.text) for word in kept]))):
        dropped.append(_span(kept[first:last]))
        del kept[first:last]
    return Sifted(tuple(kept), tuple(sorted(dropped)))


def lines(words: Sequence[Word]) -> Iterator[list[Word]]:
    """The words a line at a time: up to the end of a sentence or a pause."""
    line: list[Word] = []
    for word in words:
        if line and (_SENTENCE.search(line[-1].text) or (word.start or 0) - (line[-1].end or 0) > PAUSE):
            yield line
            line = []
        line.append(word)
    if line:
        yield line


def bare(text: str) -> str:
    """A word without capitals and punctuation."""
    return "".join(c for c in text.casefold() if c.isalnum())


def _invented(line: Sequence[Word], loudness: float, terms: Collection[str]) -> bool:
    said = [bare(word.text) for word in line if bare(word.text)]
    text = " ".join(said)
    timeless = sum((w.end or 0) - (w.start or 0) < NO_TIME for w in line) * 2 >= len(line)
    weak = not said or loudness < SOFT or timeless or _mean(line) < DOUBTFUL
    shouted = any(len(word.text) >= CAPTION for word in line) and all(word.text.isupper() for word in line)
    if shouted or CREDITS.fullmatch(text):
        return True
    echoed = len(said) >= 3 and all(word in terms for word in said)
    habit = HABITS.fullmatch(text) is not None or echoed
    return loudness < SOFT or not said or (len(line) >= 3 and timeless) or (habit and weak)


def _loops(said: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where words are repeated: from the second time to the last."""
    place = 0
    while place < len(said):
        for size, most in LOOPS.items():
            phrase = said[place : place + size]
            times = 1
            while said[place + times * size : place + (times + 1) * size] == phrase:
                times += 1
            if times >= most and len(phrase) == size:
                yield place + size, place + times * size
                place += times * size - 1
                break
        place += 1


def _mean(line: Sequence[Word]) -> float:
    return float(np.mean([1.0 if w.probability is None else w.probability for w in line]))


def _times(line: Sequence[Word]) -> list[tuple[float, float]]:
    return [(word.start or 0.0, word.end or 0.0) for word in line]


def _span(line: Sequence[Word]) -> Span:
    return Span(line[0].start or 0.0, max(word.end or 0.0 for word in line))


def _loudness(speech: Speech, times: Sequence[tuple[float, float]]) -> float:
    """The loudest stretch of 0.1 s that is reached for a fifth of this time (root mean square)."""
    powers = []
    for start, end in times:
        piece = np.asarray(
            speech.source[round(start * RATE) : max(round(end * RATE), round(start * RATE) + RATE // 10)]
        )
        size = len(piece) // (RATE // 10) * (RATE // 10)
        if size:
            powers.append((piece[:size] ** 2).reshape(-1, RATE // 10).mean(axis=1))
    return float(np.sqrt(np.percentile(np.concatenate(powers), 80))) if powers else 0.0
