"""This module contains the periods of an overview: weeks, months and quarters of the Dutch calendar."""

from datetime import date, datetime, time, timedelta
from enum import StrEnum

from scoring.record import Record

MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni", "juli"),
    *("augustus", "september", "oktober", "november", "december"),
)
SHORT = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


class Unit(StrEnum):
    """This represents how long a period is, in the words of the screen."""

    WEEK = "week"
    MONTH = "maand"
    QUARTER = "kwartaal"


LINES = {Unit.WEEK: 13, Unit.MONTH: 12, Unit.QUARTER: 4}
"""How many periods a trend shows; never more than a year, so that it stays quick."""


class Period(Record):
    """This represents one week, month or quarter; `first` is in it, `after` is the day after its last."""

    unit: Unit
    first: date
    after: date

    @property
    def title(self) -> str:
        """The period in Dutch, such as ‘oktober 2026’."""
        year, month = self.first.year, self.first.month
        if self.unit is Unit.MONTH:
            return f"{MONTHS[month - 1]} {year}"
        if self.unit is Unit.QUARTER:
            return f"{(month + 2) // 3}e kwartaal {year}"
        last = self.after - timedelta(days=1)
        start = str(self.first.day) if last.month == month else f"{self.first.day} {MONTHS[month - 1]}"
        return f"week {self.first.isocalendar().week} ({start} t/m {last.day} {MONTHS[last.month - 1]} {last.year})"

    @property
    def short(self) -> str:
        """The period in a few characters, for along an axis, such as ‘okt ’26’."""
        year = f"’{self.first.year % 100:02}"
        if self.unit is Unit.MONTH:
            return f"{SHORT[self.first.month - 1]} {year}"
        if self.unit is Unit.QUARTER:
            return f"kw {(self.first.month + 2) // 3} {year}"
        return f"wk {self.first.isocalendar().week}"

    @property
    def since(self) -> datetime:
        """The first moment in the period."""
        return datetime.combine(self.first, time())

    @property
    def until(self) -> datetime:
        """The first moment after the period."""
        return datetime.combine(self.after, time())

    def before(self) -> "Period":
        """The period just before this one."""
        return period_of(self.first - timedelta(days=1), self.unit)

    def back(self, many: int) -> tuple["Period", ...]:
        """This period and those before it, `many` in all, oldest first."""
        found = [self]
        while len(found) < many:
            found.insert(0, found[0].before())
        return tuple(found)

    def holds(self, day: date) -> bool:
        """Whether this day lies in the period."""
        return self.first <= day < self.after


def period_of(day: date, unit: Unit) -> Period:
    """The period that this day lies in."""
    if unit is Unit.WEEK:
        first = day - timedelta(days=day.weekday())
        return Period(unit=unit, first=first, after=first + timedelta(days=7))
    months = 1 if unit is Unit.MONTH else 3
    first = date(day.year, (day.month - 1) // months * months + 1, 1)
    later = first.month - 1 + months
    return Period(unit=unit, first=first, after=date(first.year + later // 12, later % 12 + 1, 1))
