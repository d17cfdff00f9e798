"""This module contains Dutch numbers in speech: words and digits that together form one number."""

from collections.abc import Sequence
from typing import NamedTuple

UNITS = {
    "nul": 0, "een": 1, "ein": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7,
    "zeuven": 7, "acht": 8, "negen": 9, "tien": 10, "elf": 11, "twaalf": 12, "dertien": 13,
    "veertien": 14, "vijftien": 15, "zestien": 16, "zeventien": 17, "achttien": 18, "negentien": 19,
}  # fmt: skip
TENS = {
    "twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60, "zeventig": 70,
    "tachtig": 80, "negentig": 90,
}  # fmt: skip
NUMBERS: dict[str, int] = (
    UNITS
    | TENS
    | {f"{u}en{t}": v + w for u, v in UNITS.items() if 0 < v < 10 for t, w in TENS.items()}
    | {"honderd": 100, "duizend": 1000}
)
"""Number words up to ninety-nine as one word, folded (eenentwintig, tweeentwintig)."""

ORDINALS: dict[str, int] = {
    "eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "vijfde": 5, "zesde": 6, "zevende": 7,
    "achtste": 8, "negende": 9, "tiende": 10, "elfde": 11, "twaalfde": 12, "dertiende": 13,
    "veertiende": 14, "vijftiende": 15, "zestiende": 16, "zeventiende": 17, "achttiende": 18,
    "negentiende": 19, "twintigste": 20, "dertigste": 30,
} | {f"{u}entwintigste": v + 20 for u, v in UNITS.items() if 0 < v < 10} | {"eenendertigste": 31}  # fmt: skip

_FILLERS = frozenset({"eh", "uh", "ehm", "even", "kijken", "streepje", "en", "dan", "plus"})
_MAX_FILLERS = 2
_TIMES = (["keer"], ["maal"])
_MOST_TIMES = 6
"""Nobody says one digit more often in a row."""


class DigitRun(NamedTuple):
    """This represents words that together spell a number; `start` and `end` are word indexes."""

    start: int
    end: int
    digits: str


def value(word: str) -> int | None:
    """The number that this word is: digits, a number word or None."""
    if word.isdecimal() and len(word) < 12:
        return int(word)
    return NUMBERS.get(word)


def digit_runs(words: Sequence[str], at_least: int = 3) -> list[DigitRun]:
    """Stretches of words that read as digits ("nul zes, twaalf, 34"), of at least so many digits."""
    runs: list[DigitRun] = []
    open_run: DigitRun | None = None
    i = gap = 0
    while i < len(words):
        spells = words[i] in NUMBERS or words[i][-1:].isdecimal()  # first, for speed: most do not
        digits, width = _digits(words, i) if spells else ("", 1)
        if digits:
            start, so_far = (open_run.start, open_run.digits) if open_run else (i, "")
            open_run, gap = DigitRun(start, i + width, so_far + digits), 0
        elif open_run:
            gap += 1
            if gap > _MAX_FILLERS or words[i] not in _FILLERS:
                runs.append(open_run)
                open_run = None
        i += width
    runs += [open_run] if open_run else []
    return [run for run in runs if len(run.digits) >= at_least]


def _digits(words: Sequence[str], i: int) -> tuple[str, int]:
    """The digits that start at this word and how many words they take ("vijf en twintig": 25, 3)."""
    word = words[i]
    if words[i + 1 : i + 2] in _TIMES and (times := _repeated(words, i)):
        return times
    if word.isdecimal():
        return word, 1
    if word.startswith("+31") and word[1:].isdecimal():
        return f"0{word[3:]}", 1
    unit = UNITS.get(word, 0)
    if 0 < unit < 10 and i + 2 < len(words) and words[i + 1] == "en" and words[i + 2] in TENS:
        return str(unit + TENS[words[i + 2]]), 3
    number = NUMBERS.get(word, 100)
    return (str(number), 1) if number < 100 else ("", 1)


def _repeated(words: Sequence[str], i: int) -> tuple[str, int] | None:
    """One digit several times: "vier keer een twee" is 2222."""
    times, at = value(words[i]) or 0, i + 2
    if words[at : at + 1] in (["een"], ["de"]) and _digit(words, at + 1):
        at += 1  # "een" is an article here
    digit = _digit(words, at)
    return (digit * times, at + 1 - i) if digit and 1 < times <= _MOST_TIMES else None


def _digit(words: Sequence[str], i: int) -> str:
    """The single digit that stands here; empty when none does."""
    number = value(words[i]) if i < len(words) else None
    return str(number) if number is not None and number < 10 else ""
