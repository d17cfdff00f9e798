"""This module contains one line such as `[00:12] Medewerker: Goedemorgen`, taken apart."""

import re
from typing import NamedTuple

from scoring.intake.draft import one_line
from scoring.intake.times import CLOCK, parse_time
from scoring.language.role_cues import CONVENTION
from scoring.language.roles import role_of_label


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TIME = rf"({CLOCK})(?:\s{{0,3}}(?:-->|[-–—]|tot)\s{{0,3}}({CLOCK}))?"
_BOXED = rf"[\[(<]\s{{0,3}}{_TIME}\s{{0,3}}[\])>]"
_LEAD = re.compile(rf"(?:{_BOXED}|{_TIME}(?=[\s:|–-]|$))[\s:|–-]{{0,5}}")
_TAIL = re.compile(rf"\s{{0,5}}{_BOXED}$")
_NAME = r"([^\W_][^:\[\]{}<>|\t]{0,40}?)"
_TIMED_LABEL = re.compile(rf"{_NAME}\s{{0,20}}(?:{_BOXED}|[ \t]{_TIME})\s{{0,3}}(?:[:|–-]|$)\s{{0,5}}")
_LABEL = re.compile(rf"{_NAME}\s{{0,5}}:(?![\d/])\s{{0,5}}")
_OTHER_MARK = re.compile(
    r"(?:[\[<]([^\W_][^:\[\](){}<>|\t]{0,40})[\]>]:?\s{0,3}(?=\S)"  # [Medewerker] tekst
    r"|([^\W_][^:\[\](){}<>|\t]{0,40}?)(?:\s{0,3}[\t|>]\s{0,5}|\s[-–—]\s|$))"  # Medewerker | tekst
)
_BULLET = re.compile(r"[-–•*>]\s{1,5}")
_BOLD = re.compile(r"(\*\*|__|\*)([^*_]{1,45})\1(:?)\s{0,5}")
_DIARIZED = re.compile(r"(?:speaker|spreker|spk|sp|s|persoon|deelnemer|stem|channel|kanaal|ch)[ _-]?\d{1,3}")
_TITLE = re.compile(r"(?:dhr|mevr|mw|mr|dr|drs|ing|ir|[a-z])\.", re.IGNORECASE)
HEADER = _words(
    "datum tijd tijdstip duur onderwerp organisatie dossier zaaknummer kenmerk gespreksnummer gesprek "
    "titel kanaal richting team afdeling bestand opname transcriptie transcript locatie deelnemers status "
    "bron"
)
_REMARK = frozenset(("let op", "nb", "n.b.", "ps", "p.s.", "noot", "opmerking", "http", "https"))


class Line(NamedTuple):
    """This represents one line; `whole` is for when `label` is no speaker after all."""

    label: str | None
    text: str
    start: float | None
    end: float | None
    whole: str = ""
    stamped: bool = False


def split_line(raw: str) -> Line:
    """One line taken apart; whether its label is a speaker's only the whole file can tell."""
    text = raw.strip().replace("\u00a0", " ")
    bold = _BOLD.match(text)
    if bold and (bold[2].rstrip().endswith(":") or bold[3] or bold.end() == len(text)):
        text = f"{bold[2].rstrip().rstrip(':')}: {text[bold.end() :]}"
    text = text[bullet.end() :] if (bullet := _BULLET.match(text)) else text
    start, end, text = _lead_time(text)
    whole = one_line(text)
    label, times, text = _label(text)
    if label is not None and times == (None, None):
        boxed = re.match(rf"{_BOXED}\s{{0,3}}", text)
        times, text = ((boxed[1], boxed[2]), text[boxed.end() :]) if boxed else (times, text)
    if (tail := _TAIL.search(text, max(0, len(text) - 40))) and start is None and times == (None, None):
        times, text = (tail[1], tail[2]), text[: tail.start()]
    begin = start if start is not None else parse_time(times[0])
    close = end if end is not None else parse_time(times[1])
    return Line(label, one_line(text), begin, close, whole, start is not None)


def _lead_time(text: str) -> tuple[float | None, float | None, str]:
    found = _LEAD.match(text)
    if not found:
        return None, None, text
    rest = text[found.end() :]
    boxed = found[1] is not None
    bare = found[3] or ""
    # `10:30 is prima` is something people say; `10:30 Beller: ja` and `00:10:30 ja` are not
    if not boxed and rest and bare.count(":") < 2 and _label(rest)[0] is None:
        return None, None, text
    return parse_time(found[1] or bare), parse_time(found[2] or found[4]), rest


def _label(text: str) -> tuple[str | None, tuple[str | None, str | None], str]:
    found = _TIMED_LABEL.match(text)
    if found and _plausible(found[1]):
        return found[1].strip(), (found[2] or found[4], found[3] or found[5]), text[found.end() :]
    found = _LABEL.match(text)
    if found and _plausible(found[1]):
        return found[1].strip(), (None, None), text[found.end() :]
    found = _OTHER_MARK.match(text)
    name = (found[1] or found[2]).strip() if found else ""
    if found and _names_only(name):
        return name, (None, None), text[found.end() :]
    return None, (None, None), text


def _names_only(label: str) -> bool:
    """Without a colon only words that only name a speaker count: `Medewerker 1`, not `met Beller`."""
    folded = label.casefold()
    if folded in CONVENTION or _DIARIZED.fullmatch(folded):
        return True
    words = [word for word in re.split(r"[\s_-]+", folded) if not word.isdigit()]
    return bool(words) and all(word.isalpha() and role_of_label(word) for word in words)


def _plausible(label: str) -> bool:
    words = label.split()
    loose = _TITLE.sub("", label)
    return (
        0 < len(words) <= 5
        and not any(mark in loose for mark in ".,;?!…")
        and label.casefold() not in _REMARK
    )


def is_known(label: str) -> bool:
    """Whether a label by itself names a speaker: a role, A or B, or a number that a program gave."""
    folded = label.strip().casefold()
    if folded in CONVENTION or _DIARIZED.fullmatch(folded):
        return True
    return len(folded.split()) <= 3 and role_of_label(label) is not None and folded not in HEADER
