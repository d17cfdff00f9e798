"""This module contains telephone numbers in speech and whose they are."""

import re
from collections.abc import Container, Sequence
from typing import NamedTuple

from scoring.language.numbers import DigitRun, digit_runs
from scoring.language.text import TurnText

_GENERAL = re.compile(r"^(?:14\d{2,5}|0800\d*|0900\d*|088\d*|112|116\d*|144|0?8844)$")
_OWN = re.compile(
    r" (?:uw|je|jouw) (?:\w+ )?(?:nummer|telefoonnummer|mobiel\w*|lijn|toestel) | van u | op (?:dit|dat) nummer "
    r"| (?:bereik\w*|bel\w*) (?:ik |wij |we |ze |hij |zij )?(?:u|jou|je) | (?:u|jou) op | klopt | nummer dat u "
    r"| (?:ik|we) (?:zie|heb|heeft|noteer|lees) | (?:heb|zie) ik | staat (?:hier|er|bij) | (?:is|was) (?:dat|het|dit) "
    r"| nummer van (?:uw|je) | genoteerd | eindigt | nog goed | terug\w* op | waar\w* (?:u"
    r"|je) (?:nu )?(?:mee )?bel\w* | waar u nu "
)
_ORGANISATION = re.compile(
    r" ons (?:bellen|bereiken|bel) | (?:bel(?:t|len)?|bereikt|bereik) (?:u |je )?ons "
    r"| (?:hetzelfde|algemene?|gewone?|centrale|hoofd|ons|onze"
    r"|landelijke?) (?:nummer|telefoonnummer) | gewoon (?:0|nul)"
    r"| nummer van (?:de |het )?(?:gemeente|politie|woning\w*|verhuurder|huisarts|ziekenhuis|provincie|waterschap"
    r"|belastingdienst|uwv|svb|rijkswaterstaat|netbeheerder|liander|enexis|stedin|bank) "
)
_DIRECT = re.compile(
    r" (?:rechtstreeks\w*|doorkies\w*|toestel\w*|privenummer|mobielnummer) | eigen (?:nummer|toestel|telefoon) "
    r"| (?:zijn|haar|hun|directe?|(?<! uw )(?<! je )(?<! jouw )mobiele?)"
    r" (?:\w+ )?(?:nummer|mobiel\w*|telefoon\w*|toestel|nul|06) "
    r"| (?:hem|haar|hen|mij|me) (?:\w+ ){0,4}(?:bellen|bereik\w*|proberen|direct|zelf) | zit op (?:\d|nul)"
    r"| mijn (?:nummer|mobiel\w*) | geef (?:u|je"
    r"|jou) (?:\w+ ){0,4}(?:nummer|06|nul) "
    r"| (?:heeft|heb) (?:u|je) (?:een )?pen | schrijft u (?:even )?mee | (?:nummer|mobiel\w*|06) van (?!uw|je|u|ons )\w+ "
)
_COLLEAGUES = re.compile(
    r" (?:mijn|een|onze) collega (?:(?!van |bij |de |het |op |u |uw |je |\w*bel\w* |\w*bereik\w* )\w+ ){1,4}$"
    r"| (?!nummer |telefoonnummer |iemand |balie |loket |kantoor |lijn |is |dat |die |een |collega )"
    r"\w+ van ons (?:\w+ ){0,3}$"
)
"""Right before a number: "mijn collega Joost, dat is …", "Mariska van ons, …"."""
_RING_THEM = re.compile(
    r"(?<! ik) (?:bel|app|(?:bel|belt|app|appt) (?:u|je)) (?!u |je |ik |hij |zij |ze |we |wij |die )"
    r"(?!ons |naar |de |het |een |op |dan )\w+ (?:maar|gerust|zelf|gewoon|even|rechtstreeks) (?:\w+ ){0,6}$"
    r"| (?:bel|app|(?:bel|belt|app|appt) (?:u|je)) (?:(?:gewoon|dan|maar|gerust) )*(?:mij|me) "
    r"(?!terug |even terug )(?:\w+ ){0,6}$"
)
"""Before a mobile number: whom the caller may ring."""
_CASE = re.compile(
    r" (?:\w*(?:zaak|dossier|klant|referentie|factuur|aanslag|melding|rekening|volg|service)nummer|kenmerk|bsn) "
)
_MINE = re.compile(
    r" (?:is|was) mijn (?:\w+ )?(?:nummer|mobiel\w*|telefoon\w*)| mijn (?:eigen )?(?:nummer|mobiel\w*) (?:ja|klopt) "
)
"""What a caller answers whose own number it is."""
_FULL = 9
"""A Dutch number has ten digits; recognition may lose one."""
_TOWN = 4
"""So many digits two numbers of one town share, or nearly so."""


class SpokenNumber(NamedTuple):
    """This represents a telephone number in a turn, as digits and word indexes."""

    start: int
    end: int
    digits: str
    general: bool


class Given(NamedTuple):
    """This represents a colleague's own number and its turn; `told` when words say so, not only what it looks like."""

    turn: int
    number: SpokenNumber
    told: bool


def spoken_numbers(turn: TurnText, at_least: int = 3) -> list[SpokenNumber]:
    """The numbers of a turn that may be telephone numbers."""
    return [_number(run) for run in digit_runs(turn.words, at_least)]


def direct_numbers(
    turns: Sequence[TurnText],
    numbers: Sequence[Sequence[SpokenNumber]],
    agents: Container[int],
    callers: Container[int],
) -> list[Given]:
    """The colleagues' own numbers that the employee gives; `agents`, `callers`: whose turns these are."""
    found: list[Given] = []
    heard, before = "", ""
    for i, (turn, said) in enumerate(zip(turns, numbers, strict=True)):
        if i in callers:
            heard += "".join(number.digits for number in said) + " "
        elif i in agents:
            after = turns[i + 1].line if i + 1 in callers else ""
            for number in () if _MINE.search(after) else said:
                if is_direct(turn, number, heard, before):
                    found.append(
                        Given(i, number, told=bool(_DIRECT.search(turn.line) or _DIRECT.search(before)))
                    )
            before = turn.line
    return found


def is_direct(turn: TurnText, number: SpokenNumber, heard: str, before: str = "") -> bool:
    """Whether the employee gives a colleague's own number here.

    `heard`: digits the caller said so far; `before`: the employee's previous turn as a line.
    """
    if number.general or len(number.digits) < _FULL or not number.digits.startswith("0"):
        return False
    if _CASE.search(" ".join(["", *turn.words[max(0, number.start - 4) : number.start], ""])):
        return False
    if _overlaps(number.digits, heard) or _ORGANISATION.search(turn.line):
        return False
    if f" {' '.join(turn.words[number.start : number.end])} " in (turn.asked or ""):
        return False  # "op 06 12 34 56 78?" reads the caller's own back
    said = f" {' '.join(turn.words[: number.start])} "
    mobile = number.digits.startswith("06")  # a landline number may be any desk's
    if _DIRECT.search(turn.line) or _COLLEAGUES.search(said) or (mobile and _RING_THEM.search(said)):
        return True
    if _OWN.search(turn.line):
        return False
    return mobile or bool(_DIRECT.search(before))


def _number(run: DigitRun) -> SpokenNumber:
    return SpokenNumber(run.start, run.end, run.digits, bool(_GENERAL.match(run.digits)))


def _overlaps(digits: str, heard: str, window: int = 5) -> bool:
    """Whether the caller said (part of) this number: reading back is no giving out.

    Numbers of one town begin alike, so of those only the end counts.
    """
    first = 0 if digits.startswith("06") else _TOWN
    return any(digits[i : i + window] in heard for i in range(first, len(digits) - window + 1))
