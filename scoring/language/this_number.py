"""This module contains pointing at a telephone number without saying it: that of this very call, or its end."""

import re
from collections.abc import Sequence

from scoring.language.chosen_number import LEAST
from scoring.language.numbers import digit_runs
from scoring.language.text import TurnText

_PIECE = 2
"""Fewer digits are no piece of a number."""
_END = 4
"""The end of a number has at most so many digits."""
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
    if not runs or len(runs[-1]) >= LEAST:
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
