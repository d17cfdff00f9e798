"""This module contains the Dutch working-day calendar: weekends and official holidays are no working days."""

from datetime import date, timedelta
from functools import lru_cache

import holidays

_GOOD_FRIDAY = "goede vrijdag"


@lru_cache(maxsize=32)
def days_off(year: int) -> frozenset[date]:
    """The official holidays of a year; Good Friday is a working day, Bevrijdingsdag only in lustrum years.

    Source: the `holidays` package for the Netherlands (public holidays).
    """
    found = holidays.country_holidays("NL", years=year, language="nl")
    return frozenset(day for day, name in found.items() if _GOOD_FRIDAY not in name.lower())


def is_working_day(day: date) -> bool:
    """Whether this day counts; a bridging day on which an office closes still does."""
    return day.weekday() < 5 and day not in days_off(day.year)


def add_working_days(start: date, count: int) -> date:
    """The day `count` working days after `start`; day 1 is the first working day after it."""
    day = start
    while count > 0:
        day += timedelta(days=1)
        count -= is_working_day(day)
    return day


def working_days_between(start: date, end: date) -> int:
    """How many working days after `start` this day is: 0 is the same day, 1 the next working day."""
    day, count = start, 0
    while day < end:
        day += timedelta(days=1)
        count += is_working_day(day)
    return count
