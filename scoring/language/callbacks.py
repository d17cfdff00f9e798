"""This module contains the arrangement around a callback: which term was agreed and which number."""

import re
from collections.abc import Collection, Container, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from scoring.language.agreed_number import agreed_number
from scoring.language.beside_calling import beside_calling, is_latest, second_sentences
from scoring.language.other_appointments import of_appointment, taken_off
from scoring.language.other_day import other_day
from scoring.language.other_matters import asks_to_hear, asks_when, calls_itself, elsewhere, is_away, runs_out
from scoring.language.past_days import is_past
from scoring.language.terms import Term, terms
from scoring.language.text import TurnText
from scoring.language.this_number import number_end, other_number, rings_us, this_number

_FIXES = re.compile(
    r" (?:(?:dat|zo) doe[nt]? (?:ik|hij|zij|ze|we|die)|wordt|reken op|zeggen|maken|dan|is|blijft|kan|lukt|worden"
    r"|verwacht ik|denk ik|hoop|ik (?:denk|gok|schat|verwacht|reken)|(?:gok|schat) ik|er ?van uit|meestal|doorgaans|gewoonlijk"
    r"|normaal gesproken|normaliter|waarschijnlijk|vermoedelijk) (?:\S+ ){0,4}$"
)
_SAYS_NONE = (
    "zodra|zo snel (?:mogelijk|als|het)|zo spoedig|eraan toe|geen (?:idee|dag|datum)|niet zeggen wanneer"
    "|als (?:hij|zij|ze) "
)
_NO_DAY = re.compile(rf" (?:{_SAYS_NONE})")
_VAGUE = re.compile(rf" (?:{_SAYS_NONE}|als (?:er|het|de|die|alles) )")
"""What in a promise leaves the day open; afterwards "als er nog iets is" is about something else."""
_NAMED = re.compile(
    r" (?:zeg|zeg maar|zeggen we|dat wordt|wordt het|reken (?:maar )?op|hou het op|uiterlijk) (?:\S+ )?$"
)
"""Before a day that is named after all: "als het door is … zeg maar woensdag"."""
_THEN = re.compile(r" (?:dan|weer|er|daar) ")
"""Between a day and an hour: "morgen is ze er, dan belt ze voor tienen"."""
_RUNG = "het nummer waarop de beller gebeld is"
_NUMBER_WITHIN = 16
"""So many turns after the promise the number may still be asked, read back and corrected."""
_BETWEEN = re.compile(
    r" ?(?:(?:of|en|tot|voor|na|om|rond|tussen|uiterlijk|in|de|het|loop|van|anders|misschien|al|nog|liefst|dus|ergens"
    r"|begin|eind|anders|dan|precies|ongeveer|zo|denk|ik|zeg|maar|meteen|zijn|laatst|ten) )*"
)
"""Words between two terms that form one ("dinsdag of woensdag")."""
_CORRECTS = re.compile(
    r" (?:(?:of|eh|uh|ehm|o|dan|hoor|wacht|even|ik|terug|\w*bellen|gebeld) )*"
    r"(?:nee|neen|sorry|pardon|bedoel|vergis me|correctie) (?:\w+ ){0,3}"
)
"""Words between a day and the one it should have been: "dinsdag, of nee, donderdag"."""
_LITTLE = 12
"""Words of a turn in which a day alone is an answer."""
_SOON = 7
"""Days after the call in which a day that a promise names is that of ringing back."""


class Agreed(NamedTuple):
    """This represents a term in a turn; start and end are offsets in that turn's line."""

    turn: int
    start: int
    end: int
    due: date


def agreed_term(
    turns: Sequence[TurnText], candidates: Sequence[int], promise: Sequence[int], called: date
) -> Agreed | None:
    """The term that belongs to a promise, or the day that was agreed instead of it later on."""
    first = _first_term(turns, candidates, promise, called)
    instead = first and other_day(turns, candidates, first.turn, first.due, called)
    if not instead:
        return first
    found = _possible(turns[instead.turn], called)
    return _latest(instead.turn, _together(turns[instead.turn].line, instead.chosen, found))


def _first_term(
    turns: Sequence[TurnText], candidates: Sequence[int], promise: Sequence[int], called: date
) -> Agreed | None:
    """The term named with a promise: near its verb, else fixed in a turn soon after it."""
    order = sorted(candidates, key=lambda i: (i not in promise, i))
    lines = {i: turns[i].line for i in order}
    found = {i: _possible(turns[i], called) for i in order}
    for turn in order:
        if chosen := beside_calling(turns[turn], found[turn]):
            return _dated(_latest(turn, _together(lines[turn], chosen, found[turn])), lines, found)
    for turn in (i for i in order if i >= min(promise)):
        promises = turn in promise
        known = found[turn] if promises else _answering(turns, turn, found[turn])
        if chosen := _settled(lines[turn], known, called if promises else None):
            return _latest(turn, _together(lines[turn], chosen, found[turn]))
        if (_VAGUE if promises else _NO_DAY).search(lines[turn]):
            return None
    return _asked_before(turns, found, min(promise))


def _asked_before(
    turns: Sequence[TurnText], found: Mapping[int, Sequence[Term]], promise: int
) -> Agreed | None:
    """The term with which was answered when something is heard, before it turned out to be by telephone."""
    asked = (i for i in sorted(found, reverse=True) if 0 < i < promise and asks_to_hear(turns[i - 1]))
    settled = ((i, _settled(turns[i].line, found[i], None)) for i in asked)
    return next(
        (_latest(i, _together(turns[i].line, chosen, found[i])) for i, chosen in settled if chosen), None
    )


def number_for(
    turns: Sequence[TurnText],
    start: int,
    others: Collection[str] = (),
    *,
    outgoing: bool = False,
    callers: Container[int] = (),
) -> str | None:
    """The number agreed from this turn on: its digits, or the words that point at it.

    `others`: digits of numbers that are somebody else's. `outgoing`: the employee rang, not the caller.
    `callers`: the turns of the caller, who may speak of ringing the organisation.
    """
    if number := agreed_number(turns[max(0, start - 4) : start + _NUMBER_WITHIN], others):
        return number
    reach = range(max(0, start - 2), min(len(turns), start + 10))
    near = [i for i in reach if not (i in callers and rings_us(turns[i]))]
    pointed = next((i for i in near if this_number(turns, i)), None)
    if pointed is None and outgoing and not any(other_number(turns[i]) for i in near):
        return _RUNG
    if pointed is None:
        return None
    if end := number_end(turns[pointed]):
        return f"het nummer dat eindigt op {end}"
    return _RUNG if outgoing else "het nummer waarmee de beller belt"


def _possible(text: TurnText, called: date) -> list[Term]:
    """The terms of a turn in which somebody may ring the caller."""
    line = text.line
    found = [t for t in terms(line, called) if not is_away(line, t.start, t.end)]
    begins = second_sentences(text) if found else []
    meant = (t for t in found if not is_past(line, begins, t.start, t.end))
    own = [
        t for t in meant if not (calls_itself(line, begins, t.start, t.end) or _of_another(line, begins, t))
    ]
    return [t for t, after in pairwise([*own, None]) if t and not _corrected(line, t, after)]


def _of_another(line: str, begins: Sequence[int], term: Term) -> bool:
    """Whether something else than ringing is due then, and no "dan" ties the ringing to it."""
    place = line, begins, term.start, term.end
    other = runs_out(*place) or of_appointment(*place)
    return taken_off(*place) or (other and not _THEN.search(line[term.end :]))


def _corrected(line: str, term: Term, after: Term | None) -> bool:
    return after is not None and bool(_CORRECTS.fullmatch(line[term.end : after.start]))


def _answering(turns: Sequence[TurnText], turn: int, found: Sequence[Term]) -> list[Term]:
    """The terms after a promise that may be of it: of nothing else, and hours only when somebody asked."""
    asked = asks_when(turns[turn - 1]) if turn else None
    if asked is False:
        return []
    line, begins = turns[turn].line, second_sentences(turns[turn]) if found else []
    return [t for t in found if asked or not (t.hour or elsewhere(line, begins, t.start, t.end))]


def _latest(turn: int, chosen: Sequence[Term]) -> Agreed:
    term = max(chosen, key=lambda t: t.due)
    return Agreed(turn, term.start, term.end, term.due)


def _settled(line: str, found: Sequence[Term], promised: date | None) -> Sequence[Term]:
    """The terms that a turn settles: "dan wordt het maandag", "uiterlijk vrijdag", or just the day.

    `promised`: in a promise, the day of the call; there one day soon after it is enough.
    """
    latest = [t for t in found if is_latest(line, t)]
    if promised:
        short = len(line.split()) <= _LITTLE  # then a day far off is no other matter's
        soon = [t for t in found if short or (t.due - promised).days <= _SOON]
        marks = [t for t in soon if _FIXES.search(line[: t.start]) or _NAMED.search(line[: t.start])]
        sure = marks if len(_days(found)) > 1 else soon
        vague = _VAGUE.search(line)
        return latest or [t for t in sure if not vague or _named_after(line, t, vague.end())]
    marked = latest or [t for t in found if _FIXES.search(line[: t.start]) or _NAMED.search(line[: t.start])]
    return marked or (found if len(line.split()) <= _LITTLE else [])


def _days(found: Sequence[Term]) -> set[date]:
    """The days that these terms name; where a day is named an hour is of that day: "morgen om tien uur"."""
    return {t.due for t in found if not t.hour} or {t.due for t in found}


def _named_after(line: str, term: Term, place: int) -> bool:
    """Whether this day is named outright behind a place in the line."""
    return term.start > place and bool(_NAMED.search(line[: term.start]))


def _dated(agreed: Agreed, lines: Mapping[int, str], found: Mapping[int, Sequence[Term]]) -> Agreed:
    """The day itself where "die donderdag" points back at one further away."""
    if not lines[agreed.turn][: agreed.start].endswith(" die "):
        return agreed
    days = [(turn, t) for turn, some in found.items() for t in some if t.due > agreed.due]
    same = [(turn, t) for turn, t in days if t.due.weekday() == agreed.due.weekday()]
    return Agreed(same[0][0], same[0][1].start, same[0][1].end, same[0][1].due) if same else agreed


def _together(line: str, chosen: Sequence[Term], found: Sequence[Term]) -> Sequence[Term]:
    """The chosen terms and those right beside them, which only make them more precise."""
    whole = [f for f in found if f in chosen]
    while more := [f for f in found if f not in whole and any(_beside(line, f, w) for w in whole)]:
        whole += more
    first = min(whole)
    days = [
        f for f in found if not f.hour and f.end <= first.start and _THEN.search(line[f.end : first.start])
    ]
    return whole + days[-1:] if all(f.hour for f in whole) else whole


def _beside(line: str, one: Term, other: Term) -> bool:
    first, last = sorted((one, other))
    return bool(_BETWEEN.fullmatch(line[first.end : last.start]))
