"""This module contains values as people type them in a table: dates, yes or no, in or out, numbers."""

import math
import re
from datetime import datetime


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ISO = re.compile(
    r"(\d{4})[-/]?(\d{2})[-/]?(\d{2})"
    r"(?:[ T_-]{1,3}(\d{1,2})[:.h-]?(\d{2})(?:[:.]?(\d{2})(?:\.\d{1,6})?)?(Z|[+-]\d{2}:?\d{2})?)?"
)
_DUTCH = re.compile(
    r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[ T,]{1,3}(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?)?"
)
_IN = frozenset(["in", "inkomend", "inbound", "binnenkomend", "incoming"])
_OUT = frozenset(["out", "uit", "uitgaand", "outbound", "outgoing"])
_YES = _words("ja j yes y true waar 1")
_NO = _words("nee n no false onwaar 0")


def read_text(value: object) -> str | None:
    """One line of text."""
    return " ".join(str(value).split()) or None if isinstance(value, str | int) else None


def read_date(value: object) -> datetime | None:
    """A date with or without time, ISO or as the Dutch write it; None when there is no such day."""
    text = " ".join(str(value).split())
    try:
        if found := _ISO.fullmatch(text):
            year, month, day, *clock = (int(part or 0) for part in found.groups()[:6])
            moment = datetime(year, month, day, clock[0], clock[1], clock[2])
            zone = found[7]
            return datetime.fromisoformat(moment.isoformat() + zone) if zone else moment
        if found := _DUTCH.fullmatch(text):
            day, month, year, *clock = (int(part or 0) for part in found.groups())
            return datetime(year, month, day, clock[0], clock[1], clock[2])
    except ValueError:
        return None
    return None


def read_direction(value: object) -> str | None:
    """`in` or `out`."""
    word = str(value).strip().casefold()
    return "in" if word in _IN else "out" if word in _OUT else None


def read_truth(value: object) -> bool | None:
    """Yes or no."""
    word = str(value).strip().casefold()
    return True if word in _YES else False if word in _NO else None


def read_number(value: object) -> float | None:
    """A number of zero or more, with a Dutch decimal comma or a point, with or without `s` for seconds."""
    text = re.sub(r"\s{0,3}(?:s|sec|seconden|x|keer)\.?$", "", str(value).strip().casefold())
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        return None
    return number if math.isfinite(number) and number >= 0 else None
