"""This module contains the telephone number that two people agree on: whole, in pieces, or after a correction."""

import re
from collections.abc import Collection, Iterator, Sequence

from scoring.language.numbers import digit_runs
from scoring.language.text import TurnText

_WHOLE = 10
"""A Dutch number has so many digits."""
_LEAST = 8
"""Recognition may lose one or two of them."""
_PIECE = 2
"""Fewer digits are no piece of a number."""
_REJECTED = re.compile(
    r"^(?: \S+)? (?:nee|neen) | (?:dat|die|het) (?:klopt niet|is (?:fout|verkeerd|niet goed)) "
)
"""Begins with no, or says what is wrong; a “nee” further on is about something else."""
_FITS = re.compile(r" nee (?:hoor|geen|dank\w*|(?:dat )?klopt(?! niet)|ja|prima) ")
_LITTLE = 4
"""Words of a turn between two pieces: "ja", "even kijken"."""
_CORRECTED_WITHIN = 3
"""So many turns after a wrong number its right end may be said, and said again."""


def agreed_number(turns: Sequence[TurnText], others: Collection[str] = ()) -> str | None:
    """The digits of the first number, as corrected; None when none is said, or the right one stays unclear.

    `others`: digits of numbers that are somebody else's.
    """
    runs = [[digits for digits in _digits(turn) if digits not in others] for turn in turns]
    whole = [(i, run) for i, some in enumerate(runs) for run in some if _is_number(run, _LEAST)]
    if not whole:
        return _in_pieces(turns, runs)
    first, number = whole[0]
    if not _rejected(turns, first):
        return number
    return _corrected(number, runs[first + 1 : first + 1 + _CORRECTED_WITHIN])


def _digits(turn: TurnText) -> list[str]:
    return [run.digits for run in digit_runs(turn.words, _PIECE)]


def _is_number(digits: str, least: int) -> bool:
    return len(digits) >= least and digits.startswith("0")


def _rejected(turns: Sequence[TurnText], i: int) -> bool:
    """Whether the turn after this one says that the number is wrong."""
    answer = "".join(turn.line for turn in turns[i + 1 : i + 2])
    return bool(_REJECTED.search(answer) and not _FITS.search(answer))


def _corrected(number: str, after: Sequence[Sequence[str]]) -> str | None:
    """The number said instead, or this one with the digits that were said instead of its last ones."""
    said = [run for some in after for run in some]
    anew = [run for run in said if _is_number(run, _LEAST) and run != number]
    end = max((run for run in said if len(run) < _LEAST), key=len, default="")
    return anew[0] if anew else number[: -len(end)] + end if end else None


def _in_pieces(turns: Sequence[TurnText], runs: Sequence[Sequence[str]]) -> str | None:
    """The number whose pieces follow each other; repeating one adds nothing."""
    number = ""
    for piece in _pieces(turns, runs):
        if not piece or (not number and not piece.startswith("0")):
            number = ""
        elif not number.endswith(piece):
            number += piece
        if _is_number(number, _WHOLE):
            return number if len(number) == _WHOLE else None
    return None


def _pieces(turns: Sequence[TurnText], runs: Sequence[Sequence[str]]) -> Iterator[str]:
    """The digits of each turn; nothing where somebody talks about something else."""
    for turn, some in zip(turns, runs, strict=True):
        if some or len(turn.words) > _LITTLE:
            yield "".join(some)
