"""This module contains the telephone number that two people agree on: whole, in pieces, or after a correction."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from scoring.language.chosen_number import LEAST, WHOLE, preferred
from scoring.language.numbers import DigitRun, digit_runs
from scoring.language.text import TurnText

_PIECE = 2
"""Fewer digits are no piece of a number."""
_REJECTED = re.compile(
    r"^(?: \S+)? (?:nee|neen) | (?:dat|die|het) (?:klopt niet|is (?:fout|verkeerd|niet goed)) "
)
"""Begins with no, or says what is wrong; a “nee” further on is about something else."""
_FITS = re.compile(r" nee (?:hoor|geen|dank\w*|(?:dat )?klopt(?! niet)|ja|prima) ")
_DESKS = re.compile(
    r" (?:balie|loket|receptie|algemene?|centrale?|spoed\w*|crisis\w*|meldpunt|storing\w*|wijkteam|servicepunt|huisarts\w*)"
    r" (?:\w+ ){0,6}$| (?:(?:kunt|kun|mag) (?:u|je)|(?:u|je) (?:kunt|kan|mag)) (?!mij |me |ons )(?:\w+ ){0,3}"
    r"(?:zelf|ook|de|het|hem|haar|hen) (?:(?!mij |me |ons )\w+ ){0,4}(?:bellen|terecht|proberen) (?:\w+ ){0,3}$"
    r"| (?:dag en nacht|altijd) bereikbaar (?:\w+ ){0,2}$"
)
"""Before a number that the caller may ring."""
_BEFORE = 12
"""So many words before it."""
_LITTLE = 4
"""Words of a turn between two pieces: "ja", "even kijken"."""
_NO_NUMBER = ("000", "001", "002", "004", "005", "006", "007", "008", "009")
"""No Dutch number begins so; an account number may."""
_CORRECTED_WITHIN = 3
"""So many turns after a wrong number its right end may be said, and said again."""


def agreed_number(turns: Sequence[TurnText], others: Collection[str] = ()) -> str | None:
    """The digits of the first number, as corrected; None when none is said, or the right one stays unclear.

    `others`: digits of numbers that are somebody else's.
    """
    runs = [[digits for digits in _digits(turn) if digits not in others] for turn in turns]
    whole = [(i, run) for i, some in enumerate(runs) for run in some if _is_number(run, LEAST)]
    if not whole:
        return _in_pieces(turns, runs)
    first, number = whole[0]
    if not _rejected(turns, first):
        return preferred(turns, whole, runs)
    return _corrected(number, runs[first + 1 : first + 1 + _CORRECTED_WITHIN])


def _digits(turn: TurnText) -> list[str]:
    """The digits said in a turn, without the number on which the caller may ring somebody."""
    runs = digit_runs(turn.words, _PIECE)
    return [_once(turn, run) for run in runs if len(run.digits) < LEAST or not _for_caller(turn, run.start)]


def _once(turn: TurnText, run: DigitRun) -> str:
    """The digits of the end of a number, once: "zeventien. negentig zeventien" is 9017."""
    starts = [i for i in turn.sentence_starts if run.start < i < run.end]
    if len(run.digits) >= LEAST or not starts:
        return run.digits
    digits = ""
    for first, last in pairwise([run.start, *starts, run.end]):
        said = "".join(part.digits for part in digit_runs(turn.words[first:last], 1))
        if said.endswith(digits):
            digits = said
        elif not digits.endswith(said):
            digits += said
    return digits


def _for_caller(turn: TurnText, start: int) -> bool:
    """Whether words before a number say that it is of a desk: "bij vragen belt u de balie op"."""
    first = max(start - _BEFORE, *(i for i in (0, *turn.sentence_starts) if i <= start))
    return bool(_DESKS.search(f" {' '.join(turn.words[first:start])} "))


def _is_number(digits: str, least: int) -> bool:
    return len(digits) >= least and digits.startswith("0") and not digits.startswith(_NO_NUMBER)


def _rejected(turns: Sequence[TurnText], i: int) -> bool:
    """Whether the turn after this one says that the number is wrong."""
    answer = "".join(turn.line for turn in turns[i + 1 : i + 2])
    return bool(_REJECTED.search(answer) and not _FITS.search(answer))


def _corrected(number: str, after: Sequence[Sequence[str]]) -> str | None:
    """The number said instead, or this one with the digits that were said instead of its last ones."""
    said = [run for some in after for run in some]
    anew = [run for run in said if _is_number(run, LEAST) and run != number]
    end = max((run for run in said if len(run) < LEAST), key=len, default="")
    return anew[0] if anew else number[: -len(end)] + end if end else None


def _in_pieces(turns: Sequence[TurnText], runs: Sequence[Sequence[str]]) -> str | None:
    """The number whose pieces follow each other; repeating one adds nothing."""
    number = ""
    for piece in _pieces(turns, runs):
        if not piece or (not number and not piece.startswith("0")):
            number = ""
        elif not number.endswith(piece):
            number += piece
        if _is_number(number, WHOLE):
            return number if len(number) == WHOLE else None
    return None


def _pieces(turns: Sequence[TurnText], runs: Sequence[Sequence[str]]) -> Iterator[str]:
    """The digits of each turn; nothing where somebody talks about something else."""
    for turn, some in zip(turns, runs, strict=True):
        if some or len(turn.words) > _LITTLE:
            yield "".join(some)
