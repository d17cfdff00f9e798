"""This module contains the arrangement around a callback: which term was agreed, who calls, which number."""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from scoring.language.names import PLACES_AND_ROLES, name_at
from scoring.language.numbers import digit_runs
from scoring.language.terms import Term, terms
from scoring.language.text import TurnText

_CALLING = re.compile(
    r" (?:\w*bel(?:t|len|letje)?|\w*gebeld|terug|telefoon\w*|lijn|gesproken|hoort|horen|contact)(?= )"
)
_LATEST = re.compile(
    r" (?:uiterlijk|op zijn laatst|op het laatst|hooguit|maximaal|binnen|in elk geval voor) $"
)
_FIXES = re.compile(
    r" (?:wordt|zeggen|maken|dan|is|blijft|kan|lukt|worden|verwacht ik|denk ik|hoop) (?:\S+ ){0,4}$"
)
_VAGUE = re.compile(
    r" (?:zodra|zo snel mogelijk|zo spoedig|geen idee|geen dag|niet zeggen wanneer|als (?:hij|zij|ze) )"
)
_SUBJECT = re.compile(
    r" (?:(?:mijn |een )?(?:collega|consulent|behandelaar|taxateur|beheerder|medewerker|inspecteur|jurist)"
    r"(?: van (?:de )?\w+)?|iemand van (?:de )?\w+|ik|wij|we) (?=(?:\w+ ){0,4}?\w*bel)"
)
_THIS_NUMBER = re.compile(
    r" (?:op )?(?:dit|hetzelfde|dat|deze|uw) (?:\w+ )?(?:nummer|lijn) | waar u nu mee belt "
)
_NEAR_VERB = 45
"""Characters between a term and the calling it is about."""
_TOGETHER = 25
"""Characters between two terms that form one ("dinsdag of woensdag")."""
_DIGITS = 8
"""A telephone number has so many digits at least; recognition may lose one or two."""


class Agreed(NamedTuple):
    """This represents a term in a turn; start and end are offsets in that turn's line."""

    turn: int
    start: int
    end: int
    due: date


def agreed_term(
    turns: Sequence[TurnText], candidates: Sequence[int], promise: Sequence[int], called: date
) -> Agreed | None:
    """The term that belongs to a promise: near its verb, else fixed in a turn soon after it."""
    order = sorted(candidates, key=lambda i: (i not in promise, i))
    for turn in order:
        chosen = _beside_calling(turns[turn].line, found := terms(turns[turn].line, called))
        if chosen:
            return _latest(turn, _together(chosen, found))
    for turn in order:
        line = turns[turn].line
        if turn < min(promise) or (turn in promise and _VAGUE.search(line)):
            continue
        chosen = _fixed(line, found := terms(line, called))
        if chosen:
            return _latest(turn, _together(chosen, found))
    return None


def who_calls(turns: Sequence[TurnText], promise: Sequence[int], *, capitals: bool) -> str | None:
    """The person or department that will call, as said in a promising turn; None when nobody is named."""
    for turn in promise:
        text = turns[turn]
        for i, word in enumerate(text.words):
            beside = " ".join(text.words[max(0, i - 6) : i + 7])
            if re.search(r"\bbel|bellen|lijn|gebeld", beside) is None:
                continue
            name, end = name_at(text, i, capitals=capitals)
            if name.parts and word not in PLACES_AND_ROLES and i > 0:
                return text.text[text.spans[i][0] : text.spans[end - 1][1]]
        match = _SUBJECT.search(text.line)
        if match:
            return match.group().strip()
    return None


def number_for(turns: Sequence[TurnText], start: int) -> str | None:
    """The number agreed from this turn on: its digits, or the words that point at it."""
    for turn in turns[max(0, start - 4) : start + 10]:
        runs = [run for run in digit_runs(turn.words, _DIGITS) if run.digits.startswith("0")]
        if runs:
            return runs[0].digits
    for turn in turns[max(0, start - 2) : start + 10]:
        if _THIS_NUMBER.search(turn.line):
            return "het nummer waarmee de beller belt"
    return None


def _latest(turn: int, chosen: Sequence[Term]) -> Agreed:
    term = max(chosen, key=lambda t: t.due)
    return Agreed(turn, term.start, term.end, term.due)


def _beside_calling(line: str, found: list[Term]) -> list[Term]:
    """The terms nearest to a word of calling, and those that "uiterlijk" marks in the same turn."""
    verbs = [m.start() for m in _CALLING.finditer(line)]
    if not verbs:
        return []
    gaps = {t: min(abs(t.start - v) if t.start > v else abs(v - t.end) for v in verbs) for t in found}
    near = [t for t, gap in gaps.items() if gap <= _NEAR_VERB]
    latest = [t for t in found if _LATEST.search(line[: t.start])]
    return latest or ([min(near, key=lambda t: gaps[t])] if near else [])


def _fixed(line: str, found: list[Term]) -> list[Term]:
    """The terms that a later turn settles: "dan wordt het maandag", "uiterlijk vrijdag", or just the day."""
    marked = [t for t in found if _LATEST.search(line[: t.start]) or _FIXES.search(line[: t.start])]
    return marked or (found if len(line.split()) <= 12 else [])


def _together(chosen: list[Term], found: list[Term]) -> list[Term]:
    """The chosen terms and those right beside them, which only make them more precise."""
    return [f for f in found if any(f == c or _beside(f, c) for c in chosen)]


def _beside(one: Term, other: Term) -> bool:
    return abs(one.start - other.end) < _TOGETHER or abs(other.start - one.end) < _TOGETHER
