"""This module contains Dutch terms ("morgenochtend", "binnen twee werkdagen") resolved to a last day."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from scoring.language.numbers import NUMBERS, ORDINALS, value
from scoring.language.workdays import add_working_days, is_working_day, working_days_between

WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
_CARDINAL = "|".join(sorted((w for w, n in NUMBERS.items() if 0 < n < 32), key=len, reverse=True))
_DAYPART = "(?:ochtend|morgen|voormiddag|namiddag|middag|avond|vroeg)"
_COUNT = rf"(\d+|{'|'.join(sorted(NUMBERS, key=len, reverse=True))}|paar|aantal)"
_WEEKDAY = rf"({'|'.join(WEEKDAYS)}){_DAYPART}?"
_ORDINAL = rf"([1-9]\d?(?:e|de|ste)?|{'|'.join(sorted(ORDINALS, key=len, reverse=True))})"
_DAY = rf"({_ORDINAL[1:-1]}|{_CARDINAL})"
_MONTH = rf"({'|'.join(MONTHS)})"
_HOUR = rf"(?:{'|'.join(w for w, n in NUMBERS.items() if 0 < n <= 12)}|1?\d|2[0-3])"
_HOURS = "(?:enen|tweeen|drieen|vieren|vijven|zessen|zevenen|achten|negenen|tienen|elven|twaalven)"
_CLOCK = (
    rf"(?:een uur(?:tje)? of (?:half )?{_HOUR}"
    rf"|(?:half|(?:kwart|vijf|tien) (?:voor|over)) {_HOUR}(?: uur)?|{_HOUR} (?:[0-5]\d )?uur|{_HOURS}"
    r"|\d{1,2}[.:][0-5]\d(?: uur)?"
    r"|sluitingstijd|sluiting|het middaguur|de noen|de middag|de lunch|de pauze)"
)
_AT_ONCE = "zo meteen|zometeen|zo direct|zo dadelijk|dadelijk|subiet|seffens|aanstonds"
_FEW = 3
"""Working days that "een paar dagen" stands for."""


class Term(NamedTuple):
    """This represents a term in a line of standard words; `due` is the last day that keeps it.

    `hour`: it names a time of the day only, which is today unless a day is named with it.
    """

    start: int
    end: int
    due: date
    hour: bool = False


Resolver = Callable[[re.Match[str], date], date | None]


@lru_cache(maxsize=256)  # several rules ask it of the same turns of one call
def terms(line: str, called: date) -> tuple[Term, ...]:
    """All terms in a line (words between single spaces), in order; overlapping ones: the longest."""
    found = sorted(_all(line, called), key=lambda t: (t.start, t.start - t.end))
    kept: list[Term] = []
    for term in found:
        if not kept or term.start >= kept[-1].end:
            kept.append(term)
    return tuple(kept)


def _all(line: str, called: date) -> Iterator[Term]:
    for pattern, resolve in _RULES:
        for match in pattern.finditer(line):
            due = resolve(match, called)
            if due is not None:
                yield Term(match.start(), match.end() - 1, due)
    for match in _HOURS_OF_DAY.finditer(line):
        yield Term(match.start(), match.end() - 1, called, hour=True)


def _before_weekday(match: re.Match[str], called: date) -> date:
    """ "Voor vrijdag" is kept by the day before it."""
    return _weekday(match, called) - timedelta(days=1)


def _days(match: re.Match[str], called: date) -> date | None:
    word = match[1]
    if (
        word == "een"
        and match[2] == "dag"
        and not re.match("binnen|over|in|maximaal|hooguit|uiterlijk", match.group())
    ):
        return None  # "een dag zeg ik niet"
    count = _FEW if word in ("paar", "aantal") else value(word) or 1
    unit = match[2]
    if unit.startswith("werkdag") or (unit.startswith("dag") and count <= _FEW):
        return add_working_days(called, count)
    if unit.startswith(("uur", "uren", "minu")):
        return (
            called if count < 8 or unit.startswith("minu") else add_working_days(called, max(1, count // 24))
        )
    days = {"dag": 1, "wek": 7, "wee": 7, "maa": 30}[unit[:3]]
    return called + timedelta(days=days * count)


def _or_more(match: re.Match[str], called: date) -> date:
    """ "Een dag of tien" is kept by the tenth."""
    count = value(match[2]) or _FEW
    if match[1] == "dag" and count <= _FEW:
        return add_working_days(called, count)
    return called + timedelta(days={"dag": 1, "week": 7, "maand": 30}[match[1]] * count)


def _weekday(match: re.Match[str], called: date) -> date:
    wanted = WEEKDAYS.index(match[1])
    ahead = (wanted - called.weekday() - 1) % 7 + 1
    text = match.group()
    if "volgende" in text or "komende week" in text or "over een week" in text:
        monday = called + timedelta(days=7 - called.weekday())
        return monday + timedelta(days=wanted)
    return called + timedelta(days=ahead)


def _date(match: re.Match[str], called: date) -> date | None:
    day = ORDINALS.get(match[1]) or value(re.sub(r"(e|de|ste)$", "", match[1])) or value(match[1])
    month = MONTHS.index(match[2]) + 1 if match.lastindex == 2 else called.month
    if not day:
        return None
    for year, number in (
        (called.year, month),
        (called.year + month // 12, month % 12 + 1),
        (called.year + 1, month),
    ):
        try:
            found = date(year, number, day)
        except ValueError:
            continue
        if found >= called and (match.lastindex != 2 or number == month):
            return found
    return None


def _friday(weeks: int) -> Resolver:
    return lambda _, called: called + timedelta(days=4 - called.weekday() + 7 * weeks)


def _plus(days: int) -> Resolver:
    return lambda _, called: called + timedelta(days=days)


def _next_working_day(_: re.Match[str], called: date) -> date:
    return add_working_days(called, 1)


def _start_next_week(_: re.Match[str], called: date) -> date:
    return called + timedelta(days=8 - called.weekday())


def _month_end(_: re.Match[str], called: date) -> date:
    return (called.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)


def _christmas(_: re.Match[str], called: date) -> date:
    return date(called.year, 12, 24)


def _after_weekend(_: re.Match[str], called: date) -> date:
    day = called + timedelta(days=7 - called.weekday())
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


_RULES: tuple[tuple[re.Pattern[str], Resolver], ...] = tuple(
    (re.compile(rf"(?<= ){pattern} "), resolve)
    for pattern, resolve in (
        (r"(?:vandaag|vanmiddag|vanochtend|vanmorgen|vanavond|vandaag nog|van de dag)", _plus(0)),
        (r"(?:voor|rond|tegen|uiterlijk) (?:sluitingstijd|het einde? van de (?:dag|middag))", _plus(0)),
        (rf"(?:straks|{_AT_ONCE}|direct|meteen) (?:nog )?(?:terug|even terug)", _plus(0)),
        (r"(?:deze|vandaag in de) (?:ochtend|voormiddag|middag|namiddag|avond)"
         r"(?! (?:niet|al|geen|vrij|weg|afwezig|bezet|dicht|vol) )", _plus(0)),
        (rf"(?:straks|{_AT_ONCE}|zo) (?:nog |even |zelf ){{0,2}}(?:(?:terug|op)?bellen|(?:terug|op)?gebeld)", _plus(0)),
        (rf"(?:bel|belt|bellen|opbellen) (?:ik |hij |zij |ze |die |we )?(?:u|je|jou|jullie) (?:dan |even )?"
         rf"(?:straks|{_AT_ONCE}|zo (?:even )?terug)", _plus(0)),
        (rf"(?:straks|{_AT_ONCE}) (?:bel|belt|bellen) (?:\w+ ){{1,4}}?(?:u|je|jou|jullie)", _plus(0)),
        (r"(?:binnen|over|geef (?:me|mij|ons)) (?:het |een )?(?:half |anderhalf |klein |goed )?"
         r"(?:uur|uurtje|halfuur|halfuurtje|kwartier|kwartiertje)", _plus(0)),
        (rf"morgen(?:{_DAYPART})?(?: nog| vroeg)?(?! (?:meneer|mevrouw|met|gemeente) )", _plus(1)),
        (rf"overmorgen(?:{_DAYPART})?", _plus(2)),
        (r"(?:op )?dezelfde dag(?: nog)?", _plus(0)),
        (r"(?:de dag (?:erna|erop|daarna|daarop)|de volgende dag)", _next_working_day),
        (rf"(?:hoort|horen|nog|elk geval|gesproken) voor {_WEEKDAY}(?! (?:twaalf|tien|elf|een|twee|drie|vier|vijf))",
         _before_weekday),
        (rf"(?<!vandaag is het )(?:volgende week |komende |aanstaande |over een week )?{_WEEKDAY}"
         r"(?: (?:van )?volgende week| over een week| van de week)?", _weekday),
        (rf"(?:(?:{'|'.join(WEEKDAYS)}){_DAYPART}? )?(?:de )?{_DAY} {_MONTH}", _date),
        (rf"(?:(?:{'|'.join(WEEKDAYS)}){_DAYPART}? )?(?:de|dat is de|den) {_ORDINAL}"
         r"(?! (?:etage|verdieping|keer|week|maand|plaats|instantie|helft|collega|afspraak|brief|aanvraag|stap|die))",
         _date),
        (rf"(?:binnen|over|in|maximaal|hooguit|uiterlijk|een|die|staan|staat)? ?{_COUNT} "
         r"(werkdagen|werkdag|dagen|dag|weken|week|maanden|maand)(?! geleden)", _days),
        (rf"(?:binnen|over) (?:een )?{_COUNT} (uur|uren|minuten|minuutjes)", _days),
        (rf"(?:binnen|over|na) (?:drie|3) kwartier|(?:binnen|over|na) een (?:minuut|minuutje|kwartier|uur|uurtje) of {_COUNT}",
         _plus(0)),
        (rf"(?:(?:binnen|over|in|na) )?een (dag|week|maand)(?:je)? of {_COUNT}(?! (?:\w*dagen|weken|uur|maanden))", _or_more),
        (r"(?:een|binnen een) (week|weekje)", _plus(7)),
        (r"(?:voor|voor het|het|eind van de|het eind van de|in de loop van de|nog van de|nog)"
         r" (?:eind van de week|weekend|deze week|week)", _friday(0)),
        (r"(?<!rest )(?<!begin )(?<!einde )(?<!eind )(?<!loop )(?<!dagen )(?<!dag )van de week(?! (?:al|nog een) )(?: nog)?",
         _friday(0)),
        (r"deze week(?: nog)?", _friday(0)),
        (r"(?:begin|in het begin van) (?:van )?(?:de )?volgende week", _start_next_week),
        (r"(?:eind |midden |in de loop van |ergens )?(?:van )?(?:volgende|komende) week", _friday(1)),
        (r"(?:over|na) (?:twee|2) weken", _plus(14)),
        (r"na het (?:weekend|pinksterweekend|paasweekend|lange weekend)", _after_weekend),
        (r"(?:de )?(?:eerst)?volgende werkdag", _next_working_day),
        (r"(?:nog )?voor de kerst(?:dagen)?", _christmas),
        (r"(?:voor )?(?:het )?(?:eind|einde) (?:van )?(?:van de|de|deze) maand", _month_end),
        (r"volgende maand", _plus(30)),
    )
)  # fmt: skip


_HOURS_OF_DAY = re.compile(
    rf"(?<= )(?<!belde )(?<!gebeld )(?<!bent u )(?<!bent )(?:(?:voor|na|om|rond|tegen|uiterlijk|vanaf) {_CLOCK}"
    rf"|tussen (?:{_CLOCK}|{_HOUR}) en (?:{_CLOCK}|{_HOUR})|in de loop van de (?:ochtend|voormiddag|middag|namiddag|avond)"
    r"|in de (?:voormiddag|namiddag)"
    r"|aan het einde? van de (?:ochtend|voormiddag|middag|namiddag)) (?!(?:ook al|al|bereikbaar|thuis|open|dicht) )"
)


def working_days(called: date, due: date) -> int:
    """How many working days after the call the term ends; a day off at the end counts as the next."""
    return working_days_between(called, due) + (0 if due <= called or is_working_day(due) else 1)
