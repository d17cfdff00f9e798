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
_STRAIGHT = re.compile(
    r" dat is (?:het )?(?:direct|meteen) (?:van|bij) (?:hun|hen|hem|haar|ze)"
    r"| (?:heeft|hebt|heb|krijgt|krijg) (?:u|je) (?:ze|hem|haar|hen) (?:direct|meteen)"
    r"| ze (?:(?:ook|dan|zelf) )?(?:direct|meteen) (?:bellen|bereiken)"
    r"| kom(?:t)? (?:u|je) (?:direct|meteen) (?:uit )?bij (?:team|afdeling|de|het|onze) "
    r"| hoeft? (?:u|je) niet (?:meer |eerst )?(?:langs|via|door) (?:ons|mij|het algemene) "
)
"""With this number the caller passes by everybody else: a direct one, when it is one of ours."""
_OURS = re.compile(
    r" (?:collega\w*|team|afdeling|verbind\w*|doorverbinden|handhaving|parkeer\w*|parkeren|vergunningen|belastingen|burgerzaken"
    r"|inspecteur|consulent|behandelaar|\w*beheerder|beheer) "
)
_OTHER_BODY = re.compile(
    r" (?:woning\w+|\w*corporatie|\w*verhuurder|huisarts\w*|\w*ziekenhuis|politie|provincie|waterschap|belastingdienst|uwv|svb"
    r"|cak|duo|cbr|rdw|cjib|ind|kvk|kadaster|vitens|liander|enexis|stedin|ziggo|kpn|\w*netbeheerder|notaris|apotheek|ggd|bank"
    r"|rijkswaterstaat|\w*aannemer|leverancier|fabrikant|deurwaarder|stichting) "
)
_ASKED_FOR = re.compile(
    r" (?:(?:mobiel\w*|nummer|telefoonnummer|06) (?:\w+ )?van(?! (?:mij|me|mijn|u|jullie|ons|onze|de gemeente) )"
    r"|(?:zijn|haar) (?:\w+ )?(?:nummer|mobiel\w*|06)) "
)
"""What a caller asks who wants to reach somebody in person."""
_EXTENSION = re.compile(
    r" (?:(?:zijn|haar|hun|mijn|op|naar|via|is|intern) toestel|toestelnummer)(?: (?:is|nummer|eh|dus))* $"
)
_EXTENSION_DIGITS = range(3, 6)
_CHECKS = re.compile(r" klopt (?:dat|die|het) | klopt $")
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
_STUMBLED = re.compile(r"^6(?=06\d{8}$)")
"""Who begins with the six takes it back: "zes, eh, nul zes twaalf ..."."""
_NO_ZERO = re.compile(r"6\d{8}")
_MOBILE_OF = re.compile(r" (?:mobiel\w*|(?:hem|haar) (?:\w+ ){0,3}(?:bellen|bereiken|appen)) ")
"""Before a number without its nought, which could be a reference."""
_CONTEXT = 4
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
            asked = turns[i - 1].line if i - 1 in callers else ""
            lately = "".join(one.line for one in turns[max(0, i - _CONTEXT) : i + 1])
            for number in () if _MINE.search(after) else said:
                if is_direct(turn, number, heard, before) or _straight(turn, number, asked, lately, heard):
                    told = any(_DIRECT.search(line) for line in (turn.line, before))
                    found.append(Given(i, number, told=told))
            before = turn.line
    return found


def is_direct(turn: TurnText, number: SpokenNumber, heard: str, before: str = "") -> bool:
    """Whether the employee gives a colleague's own number here.

    `heard`: digits the caller said so far; `before`: the employee's previous turn as a line.
    """
    if not _may_be_a_colleagues(turn, number, heard):
        return False
    said = f" {' '.join(turn.words[: number.start])} "
    mobile = number.digits.startswith("06")  # a landline number may be any desk's
    if _OTHER_BODY.search(turn.line) and not mobile:
        return False
    if _DIRECT.search(turn.line) or _COLLEAGUES.search(said) or (mobile and _RING_THEM.search(said)):
        return True
    if _OWN.search(turn.line) or not number.digits.startswith("0"):
        return False
    return mobile or bool(_DIRECT.search(before))


def _straight(turn: TurnText, number: SpokenNumber, asked: str, lately: str, heard: str) -> bool:
    """Whether the number leads straight to a colleague: an extension, a desk of ours, or asked for and mobile."""
    if _EXTENSION.search(f" {' '.join(turn.words[: number.start])} ") and not number.general:
        return len(number.digits) in _EXTENSION_DIGITS
    if not _may_be_a_colleagues(turn, number, heard) or _OTHER_BODY.search(lately):
        return False
    mobile = number.digits.startswith("06") and bool(_ASKED_FOR.search(asked))
    return mobile or bool(_STRAIGHT.search(turn.line) and _OURS.search(lately))


def _may_be_a_colleagues(turn: TurnText, number: SpokenNumber, heard: str) -> bool:
    """Whether it is a whole number, not a general one, and not the caller's own read back."""
    whole = len(number.digits) >= _FULL and number.digits.startswith("0")
    mobile = _NO_ZERO.fullmatch(number.digits) and _MOBILE_OF.search(
        f" {' '.join(turn.words[: number.start])} "
    )
    if number.general or not (whole or mobile) or _CHECKS.search(turn.line):
        return False
    if _CASE.search(" ".join(["", *turn.words[max(0, number.start - 4) : number.start], ""])):
        return False
    if _overlaps(number.digits, heard) or _ORGANISATION.search(turn.line):
        return False
    # "op 06 12 34 56 78?" reads the caller's own back
    return f" {' '.join(turn.words[number.start : number.end])} " not in (turn.asked or "")


def _number(run: DigitRun) -> SpokenNumber:
    digits = _STUMBLED.sub("", run.digits)
    return SpokenNumber(run.start, run.end, digits, bool(_GENERAL.match(digits)))


def _overlaps(digits: str, heard: str, window: int = 5) -> bool:
    """Whether the caller said (part of) this number: reading back is no giving out.

    Numbers of one town begin alike, so of those only the end counts.
    """
    first = 0 if digits.startswith("06") else _TOWN
    return any(digits[i : i + window] in heard for i in range(first, len(digits) - window + 1))
