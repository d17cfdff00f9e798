"""This module contains how values are written in Dutch, and how text of others is shown as it is."""

import re
from datetime import date, datetime

from scoring.store.tables import LOCAL

MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni", "juli"),
    *("augustus", "september", "oktober", "november", "december"),
)
WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
DIRECTIONS = {"in": "inkomend", "out": "uitgaand"}
NONE = "–"
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_REWRITTEN = re.compile(r"(?<=:)(?=[\w+/-])|(?<=[-<>~=])(?=[-<>=])|(?<=www)(?=\.)|(?=@)", re.IGNORECASE)
_JOINER = "\u2060"  # takes no room; keeps emoji codes, arrows and links from being made after escaping


def literal(text: str) -> str:
    """Text of others for where Streamlit reads Markdown: every character shows as it is."""
    flat = " ".join(text.split())
    return _PUNCTUATION.sub(r"\\\1", _REWRITTEN.sub(_JOINER, flat))


def number(value: float | None, decimals: int = 1) -> str:
    """A number with a decimal comma; a dash when there is none."""
    return NONE if value is None else f"{value:.{decimals}f}".replace(".", ",")


def whole(value: float | None) -> str:
    """A score without decimals; a dash when there is none."""
    return number(value, 0)


def count(amount: int, one: str, more: str) -> str:
    """An amount with its noun, such as ‘1 gesprek’ or ‘1.200 gesprekken’."""
    return f"{amount:,} {one if amount == 1 else more}".replace(",", ".")


def day(moment: date | None) -> str:
    """A date such as ‘10 maart 2026’."""
    here = _here(moment)
    return f"{here.day} {MONTHS[here.month - 1]} {here.year}" if here else "datum onbekend"


def weekday(moment: date) -> str:
    """The name of the day, such as ‘dinsdag’."""
    return WEEKDAYS[(_here(moment) or moment).weekday()]


def day_and_time(moment: datetime | None) -> str:
    """A date and time such as ‘10 maart 2026, 09:42’."""
    return f"{day(moment)}, {_here(moment):%H:%M}" if moment else day(None)


def short_moment(moment: datetime | None) -> str:
    """A date and time for in a table, such as ‘10-03-2026 09:42’."""
    return f"{_here(moment):%d-%m-%Y %H:%M}" if moment else NONE


def _here(moment: date | None) -> date | None:
    """The moment by the Dutch clock; a server in a container often lives in another zone."""
    return moment.astimezone(LOCAL) if isinstance(moment, datetime) and moment.tzinfo else moment


def clock(seconds: float) -> str:
    """A moment in a recording, such as ‘1:05’."""
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes}:{rest:02}"


def label(criterion: str) -> str:
    """A criterion id as a short name: ‘beleefd.naam_medewerker’ becomes ‘Naam medewerker’."""
    return criterion.partition(".")[2].replace("_", " ").capitalize() or criterion
