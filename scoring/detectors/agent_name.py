"""This module contains the detector of the employee's own name in the opening."""

import itertools
import re
from collections.abc import Iterator
from typing import Literal

from scoring.call import Speaker
from scoring.detectors.base import Detector, opening
from scoring.detectors.context import CallContext
from scoring.language.bare_names import bare_starts
from scoring.language.introductions import (
    announced,
    asks_who,
    goes_on,
    is_sound,
    persons,
    shown,
    surname_apart,
)
from scoring.language.lexicon import fold
from scoring.language.names import PARTICLES, Name, clause_starts, name_at, ordinary
from scoring.language.signed_name import signed, with_thing
from scoring.language.text import TurnText
from scoring.language.third_name import TITLES
from scoring.scorecard import Evidence, Observation

_ASKS_WHO = re.compile(
    r" (?:(?:spreek|bel|praat|heb) ik(?: \S+){0,2}|ben ik(?: \S+)? verbonden) (?:met|mee)$"
)
_HALF = re.compile(r"\w{4,}ings")
"""The first half of a word that recognition cut in two: “uitkerings lijn”; a surname may end so too."""
_CORRECTS = frozenset("pardon sorry excuus nou ja nee hoor of ik bedoel met dus wacht oftewel".split())
"""What is said between half a name and the whole one."""
_HESITATIONS = 5
_OPENING = 2
"""Turns of the employee in which the telephone is answered."""


class AgentNameDetector(Detector):
    """This represents the employee's name; the value is 2 for first and last name, 1 for one of them."""

    kind: Literal["agent_name"]

    def measure(self, context: CallContext) -> Observation:
        """The fullest name the employee gives in this window."""
        best: tuple[int, Evidence] | None = None
        for turn in self.turns(context):
            for found, start, end in context.once(_names, turn):
                rank = 2 if found == 1 and _goes_on(context, turn, end) else found
                if best is None or rank > best[0]:
                    best = rank, context.quote(turn, start, end)
        if best is None:
            return Observation(value=0.0, confidence=0.85 if context.capitals else 0.7)
        return Observation(
            value=float(best[0]),
            evidence=(best[1],),
            confidence=0.9 if context.capitals else 0.75,
            fired=("naam van de medewerker",),
        )


def _names(context: CallContext, turn: int) -> list[tuple[int, int, int]]:
    """How full the names after an introduction are and where; without one, of a bare name at the very beginning."""
    text, mine = context.turns[turn], context.by(Speaker.AGENT)
    answering = turn in opening(mine, _OPENING)
    starts = announced(text, answering=answering)
    starts = {i for i in starts if not (_about_caller(text, i) or with_thing(text, i))}
    found = list(_read(context, turn, starts, announced=True))
    if not found and answering:
        found = [
            one for one in _read(context, turn, shown(text), announced=False) if _own(context, turn, one)
        ]
    if not found and turn in opening(mine, 1):
        found = list(
            _read(
                context, turn, bare_starts(text, context.places, capitals=context.capitals), announced=False
            )
        )
    if not found and answering:
        found = list(_answered(context, turn))
    if not found and context.call.direction == "out" and not context.by(Speaker.CALLER):
        found = list(_read(context, turn, signed(text, capitals=context.capitals), announced=True))
    return found


def _own(context: CallContext, turn: int, name: tuple[int, int, int]) -> bool:
    """Whether a name behind "dit is" is followed by what follows one's own: "dit is Joke, waarmee kan ik …"."""
    text = context.turns[turn]
    after = next((i for i, span in enumerate(text.spans) if span[0] >= name[2]), len(text.words))
    return goes_on(text, after, context.places)


def _answered(context: CallContext, turn: int) -> Iterator[tuple[int, int, int]]:
    """The bare name with which the second turn answers who this is, or completes the name in the first."""
    text = context.turns[turn]
    asked = turn > 0 and context.transcript.turns[turn - 1].speaker is Speaker.CALLER
    asked = asked and asks_who(context.turns[turn - 1])
    starts = {i for i in range(len(text.words)) if i == 0 or clause_starts(text, i)}
    if not asked:
        starts = {i for i in starts & {0} if text.words[i] in _told(context, turn)}
    for rank, start, end in _read(context, turn, starts, announced=False):
        if asked or rank > 1:
            yield rank, start, end


def _goes_on(context: CallContext, turn: int, end: int) -> bool:
    """Whether recognition cut the name in two: "met Ilse." and then, by the same person, "Van Leeuwen"."""
    after = turn + 1
    if after not in context.by(Speaker.AGENT) or any(
        map(str.isalpha, context.transcript.turns[turn].text[end:])
    ):
        return False
    name, _ = name_at(context.turns[after], 0, capitals=context.capitals)
    return bool(name.parts) and not ordinary(name.parts[0])


def _told(context: CallContext, turn: int) -> set[str]:
    """The words of the employee's name as far as turns before this one have it."""
    before = [i for i in context.by(Speaker.AGENT) if i < turn]
    names = (context.turns[i].text[a:z] for i in before for _, a, z in context.once(_names, i))
    return {word for name in names for word in fold(name).split()} - PARTICLES


def _read(
    context: CallContext, turn: int, starts: set[int], *, announced: bool
) -> Iterator[tuple[int, int, int]]:
    text = context.turns[turn]
    for start in sorted(starts):
        start = _behind_title(text, start)
        name, _ = name_at(text, start, capitals=context.capitals, announced=announced)
        own = Name(itertools.takewhile(lambda word: word not in context.places - PARTICLES, name))
        own = persons(own, text, start, titled=start > 0 and text.words[start - 1] in TITLES)
        if own.parts and (announced or _bare_name(own, _titled(text, start))):
            whole = text.spans[start : start + len(own)]
            several = len(set(whole)) > 1 and len(set(own.parts)) > 1  # "Jan-Willem" is one
            rank = 2 if own.full and several else 1
            yield rank, whole[0][0], whole[-1][1]
            after = start + len(own)
            if rank == 1 and (end := _said_again(text, after, own, capitals=context.capitals)):
                yield 2, whole[0][0], end
            if rank == 1 and announced and (end := surname_apart(text, after, context.places)):
                yield 2, whole[0][0], end


def _said_again(text: TurnText, after: int, own: Name, *, capitals: bool) -> int | None:
    """Where the whole name ends that is said once more behind its half: "met Tim, nou ja, Tim Jansma"."""
    for i in range(after, min(after + _HESITATIONS, len(text.words))):
        name, end = name_at(text, i, capitals=capitals, announced=True)
        if name.full and not set(own.parts).isdisjoint(name.parts):
            return text.spans[end - 1][1]
        if text.words[i] not in _CORRECTS:
            return None
    return None


def _bare_name(name: Name, titled: set[str]) -> bool:
    """Whether these words are the employee's, though nothing announces them."""
    half = len(name) > 1 and _HALF.fullmatch(name[0])
    return titled.isdisjoint(name) and not half and not is_sound(name[0])


def _titled(text: TurnText, end: int) -> set[str]:
    """Who were called mister or miss before: "voor meneer Kos, Tim Kos" is not the employee."""
    return {after for word, after in itertools.pairwise(text.words[:end]) if word in TITLES}


def _behind_title(text: TurnText, i: int) -> int:
    """Where the name begins: "de heer Krol"."""
    if text.words[i : i + 2] == ["de", "heer"]:
        return i + 2
    while i < len(text.words) and text.words[i] in TITLES:
        i += 1
    return i


def _about_caller(text: TurnText, start: int) -> bool:
    """Whether this is the caller's name: "spreek ik met meneer X", "ben ik verbonden met"."""
    return bool(_ASKS_WHO.search(" ".join(["", *text.words[max(0, start - 5) : start]])))
