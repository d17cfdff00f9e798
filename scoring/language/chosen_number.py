"""This module contains which of several telephone numbers is meant: the one chosen or read back."""

import re
from collections.abc import Sequence

from scoring.language.numbers import digit_runs
from scoring.language.text import TurnText

WHOLE = 10
"""A Dutch number has so many digits."""
LEAST = 8
"""Recognition may lose one or two of them."""
_UP = re.compile(
    r" (?:nu|nieuwe?|tegenwoordig|liever|liefst|beter|handiger|maar|toch|wel|doe|pak|neem|gebruik|is het|wordt het)"
    r" (?:(?!dan )\w+ ){0,5}$"
)
"""Before the number that is meant, of several."""
_DOWN = re.compile(
    r" (?:niet (?:meer )?(?:op|naar)|geen|niet|oude?|vroeger|was) (?:(?!maar |nu |wel |liever |doe )\w+ ){0,4}$"
)
_TAKEN_BACK = re.compile(
    r" (?:(?:dat|die|en|maar|is|was|dus|doet|liever|het|werkt|gebruik|ik) ){0,4}(?:niet(?: meer)?|oude?|vervallen|opgezegd"
    r"|van (?:mijn|me|onze?) (?:ex|vorige|oude)|van vroeger|kapot) "
)
"""Around one that is not meant: "niet op …", "… is oud"."""
_OR_ELSE = re.compile(r" of (?:anders )?(?:\w+ ){0,2}$")
_AROUND = 8
"""So many words around it."""
_AGAIN_WITHIN = 4
"""So many turns after a number it may be read back."""
_END = 4
"""So many digits of its end are enough for that."""


def preferred(
    turns: Sequence[TurnText], whole: Sequence[tuple[int, str]], runs: Sequence[Sequence[str]]
) -> str:
    """Which of several numbers is meant: the one that is chosen or read back, not the one turned down."""
    told = {number: i for i, number in reversed(whole)}

    def likely(number: str) -> int:
        read = _read_back(number, told[number], runs)
        return _chosen(turns[told[number]], number) + read + (len(number) == WHOLE)

    return max((number for _, number in whole), key=likely)


def _chosen(turn: TurnText, number: str) -> int:
    """How much the words around a number in this turn are for it: "nu", "liever", or against it."""
    every = digit_runs(turn.words, LEAST)
    at = next((place for place, run in enumerate(every) if run.digits == number), None)
    if at is None:
        return 0
    run = every[at]
    first = every[at - 1].end if at else 0
    last = every[at + 1].start if at + 1 < len(every) else len(turn.words)
    before = " ".join(["", *turn.words[max(first, run.start - _AROUND) : run.start], ""])
    before = before[m.end() - 1 :] if at and (m := _TAKEN_BACK.match(before)) else before  # of the one before
    after = " ".join(["", *turn.words[run.end : min(last, run.end + _AROUND)], ""])
    if _DOWN.search(before) or _TAKEN_BACK.match(after):
        return -2
    return int(_UP.search(before) is not None and not _OR_ELSE.search(before))


def _read_back(number: str, turn: int, runs: Sequence[Sequence[str]]) -> int:
    """Whether this number, or its end, is said again soon."""
    again = (run for some in runs[turn + 1 : turn + 1 + _AGAIN_WITHIN] for run in some)
    return int(any(len(run) >= _END and number.endswith(run) for run in again))
