"""This module contains the telephone number that two people agree on: whole, in pieces, or after a correction."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from scoring.language.numbers import DigitRun, digit_runs
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
_CALLS_WITH = (
    r"(?:waar (?:u|ik|je) (?:nu |net |u )?(?:mee|van|vandaan) (?:nu )?|waarmee (?:u|ik|je) (?:nu )?)belt?"
)
_THIS_NUMBER = re.compile(
    r"(?<! achter)(?<! niet)(?<! niet op)(?<! door)(?<! wie is) "
    rf"(?:(?:dit|ditzelfde|hetzelfde|dat|deze|uw) (?:\w+ )?(?:nummer|lijn)|(?:dit|dat) mobielnummer|{_CALLS_WITH}"
    r"|nummer dat ik (?:hier |nu )?zie) "
)
_POINTS = re.compile(
    r"(?:^ (?:(?:ja|graag|nee|prima|goed|oke|nou|gewoon|doe|maar|hoor) ){0,4}|(?<! niet) op | nog )"
    r"(?P<own>(?:dit|ditzelfde|hetzelfde|deze|dezelfde) (?:\w+ )?(?:nummer|lijn|telefoon)"
    rf"|(?:het (?:nummer|toestel) |dezelfde |deze |als )?{_CALLS_WITH}) "
)
_ENDS = re.compile(
    r" (?:eindigt|eindigend|eindigen|(?:op|aan) (?:het|t) einde?|als laatste|achteraan|laatste (?:cijfers|twee|drie|vier)) "
)
_ENDS_ON = re.compile(r" (?:eindigt|eindigend|eindigen) (?:die |dat |hij |nog |steeds )*(?:op|met) ")
_ENDS_IN = re.compile(r" (?:eindigt|eindigend|eindigen|achteraan) ")
_NO_TELEPHONE = re.compile(
    r" (?:bsn|burgerservicenummer|iban|rekening\w*|postcode|kenmerk"
    r"|\w*(?:zaak|dossier|klant|kenteken|factuur|aanslag|referentie)\w*) "
)
_RINGS_US = re.compile(
    r" (?:bel ik (?:u|jullie|je|hem|haar|dan|zelf)|(?:bereik|tref) ik (?:u|jullie|je|hem|haar)"
    r"|ik (?:u|jullie|je|hem|haar|dan|zelf) (?:\w+ ){0,6}(?:bel|bellen|bereik|bereiken)) "
)
_RING = re.compile(
    r" (?:\w*bel(?:t|len|letje)?|\w*gebeld|\w*bel(?:verzoek|notitie)|telefoon\w*|lijn|nummer) "
)
_OTHER_NUMBER = re.compile(
    r"^(?: \S+)? (?:nee|neen) (?:\w+ ){0,3}(?:op|nummer|mobiel\w*|vaste?|nul|06|ander|andere|klopt niet|liever|niet) "
    r"| (?:ander|andere|welk) (?:\w*nummer|lijn|toestel|mobiel) | een (?:ander|andere) $"
)
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
_NO_NUMBER = ("000", "001", "002", "004", "005", "006", "007", "008", "009")
"""No Dutch number begins so; an account number may."""
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
        return _preferred(turns, whole, runs)
    return _corrected(number, runs[first + 1 : first + 1 + _CORRECTED_WITHIN])


def this_number(turns: Sequence[TurnText], i: int) -> bool:
    """Whether this turn points at the number of this very call, and the answer does not turn it down."""
    if not (_THIS_NUMBER.search(turns[i].line) or own_number(turns, i) or _asks_end(turns[i])):
        return False
    answer = turns[i + 1].line if i + 1 < len(turns) else " "
    return not _OTHER_NUMBER.search(answer)


def number_end(turn: TurnText) -> str | None:
    """The digits that a number is said to end in: "dat nummer dat op 388 eindigt"."""
    if not _ENDS.search(turn.line):
        return None
    said = _ENDS_ON.search(turn.line)
    behind = turn.words[turn.word_index(said.end()) :] if said else []
    runs = [run.digits for run in digit_runs(behind, _PIECE)][:1]
    runs = runs or [run.digits for run in digit_runs(turn.words, _PIECE) if run.digits != "06"]
    if not runs or len(runs[-1]) >= _LEAST:
        return None
    return runs[-1].removeprefix("06") if len(runs[-1]) > _END else runs[-1]  # "06 en 774 achteraan"


def other_number(turn: TurnText) -> bool:
    """Whether a turn asks for or speaks of another number than that of this call."""
    return _OTHER_NUMBER.search(turn.line) is not None


def rings_us(turn: TurnText) -> bool:
    """Whether a caller speaks of ringing the organisation: "bel ik u dan op hetzelfde nummer?"."""
    return _RINGS_US.search(turn.line) is not None


def _asks_end(turn: TurnText) -> bool:
    """Whether a turn asks for or tells the end of a telephone number: "eindigt op 535?"."""
    return bool(_ENDS_IN.search(turn.line) and number_end(turn) and not _NO_TELEPHONE.search(turn.line))


def own_number(turns: Sequence[TurnText], i: int) -> tuple[int, int] | None:
    """The words with which a caller asks to be rung on the number of this call; None where they do not."""
    found = _POINTS.search(turns[i].line)
    before = turns[i - 1].line if i else " "
    answer = turns[i + 1].line if i + 1 < len(turns) else " "
    if not found or not _RING.search(before + turns[i].line) or _OTHER_NUMBER.search(answer):
        return None
    return turns[i].word_index(found.start("own")), turns[i].word_index(found.end("own") - 1) + 1


def _digits(turn: TurnText) -> list[str]:
    """The digits said in a turn, without the number on which the caller may ring somebody."""
    runs = digit_runs(turn.words, _PIECE)
    return [_once(turn, run) for run in runs if len(run.digits) < _LEAST or not _for_caller(turn, run.start)]


def _once(turn: TurnText, run: DigitRun) -> str:
    """The digits of the end of a number, once: "zeventien. negentig zeventien" is 9017."""
    starts = [i for i in turn.sentence_starts if run.start < i < run.end]
    if len(run.digits) >= _LEAST or not starts:
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


def _preferred(
    turns: Sequence[TurnText], whole: Sequence[tuple[int, str]], runs: Sequence[Sequence[str]]
) -> str:
    """Which of several numbers is meant: the one that is chosen or read back, not the one turned down."""
    told = {number: i for i, number in reversed(whole)}

    def likely(number: str) -> int:
        read = _read_back(number, told[number], runs)
        return _chosen(turns[told[number]], number) + read + (len(number) == _WHOLE)

    return max((number for _, number in whole), key=likely)


def _chosen(turn: TurnText, number: str) -> int:
    """How much the words around a number in this turn are for it: "nu", "liever", or against it."""
    every = digit_runs(turn.words, _LEAST)
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
