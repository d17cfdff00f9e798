"""This module contains times as people and programs write them: 00:12, 0:00:12.5, 12,5, 00:00:12,500."""

import datetime as dt
import re

from scoring.intake.draft import seconds

CLOCK = r"\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?"
_CLOCK = re.compile(CLOCK)


def parse_time(value: object) -> float | None:
    """Seconds from the start, None when the value is no time."""
    if isinstance(value, dt.timedelta):
        return seconds(value.total_seconds())
    if isinstance(value, dt.datetime | dt.time):
        return seconds(value.hour * 3600 + value.minute * 60 + value.second + value.microsecond / 1e6)
    if not isinstance(value, str):
        return seconds(value)
    text = value.strip().strip("[]()").strip()
    if not _CLOCK.fullmatch(text):
        return seconds(text.removesuffix("s").strip().replace(",", "."))
    total = 0.0
    for field in text.replace(",", ".").split(":"):
        total = total * 60 + float(field)
    return seconds(total)
