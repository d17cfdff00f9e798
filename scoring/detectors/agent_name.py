"""This module contains the detector of the employee's own name in the opening."""

import itertools
import re
from collections.abc import Iterator
from typing import Literal

from scoring.call import Speaker
from scoring.detectors.base import Detector
from scoring.detectors.context import CallContext
from scoring.language.names import PLACES_AND_ROLES, Name, name_at
from scoring.language.text import TurnText
from scoring.scorecard import Evidence, Observation

_INTRODUCTION = re.compile(r" (?:met|mijn naam is|ik ben|ik heet) (?=.)")
_AFTERWARDS = re.compile(r" (?:hier|spreekt u|is mijn naam|spreekt u mee) ")
_GREETINGS = frozenset({"goedemorgen", "goedemiddag", "goedenavond", "goedendag", "hallo", "hoi"})
_TITLES = frozenset({"meneer", "mevrouw"})


class AgentNameDetector(Detector):
    """This represents the employee's name; the value is 2 for first and last name, 1 for one of them."""

    kind: Literal["agent_name"]

    def measure(self, context: CallContext) -> Observation:
        """The fullest name the employee gives in this window."""
        best: tuple[int, Evidence] | None = None
        for turn in self.turns(context):
            for name, start, end in context.once(_names, turn):
                rank = 2 if name.full else 1
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


def _names(context: CallContext, turn: int) -> list[tuple[Name, int, int]]:
    """Names after an introduction; without one, a bare name in the employee's very first turn."""
    text = context.turns[turn]
    announced = {text.word_index(m.end()) for m in _INTRODUCTION.finditer(text.line)}
    found = list(_read(context, turn, announced, announced=True))
    if not found and turn in context.by(Speaker.AGENT)[:1]:
        found = list(_read(context, turn, _bare_starts(context, text), announced=False))
    return found


def _read(
    context: CallContext, turn: int, starts: set[int], *, announced: bool
) -> Iterator[tuple[Name, int, int]]:
    text = context.turns[turn]
    for start in sorted(starts):
        if announced and _about_caller(text, start):
            continue
        while start < len(text.words) and text.words[start] in _TITLES:
            start += 1
        name, _ = name_at(text, start, capitals=context.capitals, announced=announced)
        own = Name(itertools.takewhile(lambda word: word not in context.places, name))
        if own.parts:
            yield own, text.spans[start][0], text.spans[start + len(own) - 1][1]


def _bare_starts(context: CallContext, text: TurnText) -> set[int]:
    """Where a bare name may stand: after a comma or full stop, or after the organisation's own name."""
    starts = set()
    for i in range(1, len(text.words)):
        between = text.text[text.spans[i - 1][1] : text.spans[i][0]]
        if any(c in between for c in ",.!") or text.words[i - 1] in PLACES_AND_ROLES | _GREETINGS:
            starts.add(_after_place(context, text, i) if text.words[i - 1] == "gemeente" else i)
    ends = [text.word_index(m.start() + 1) for m in _AFTERWARDS.finditer(text.line)]
    return starts | {_name_start(text, end) for end in ends}


def _after_place(context: CallContext, text: TurnText, i: int) -> int:
    """The first word after "gemeente X": a name of one or more words, perhaps misheard."""
    whole = "".join(sorted(context.places, key=len))
    i += 1
    while i < len(text.words) and text.words[i] in whole:
        i += 1
    return i


def _name_start(text: TurnText, end: int) -> int:
    """Where the words before "hier" or "spreekt u mee" begin, up to three words back."""
    start = end
    while start > 0 and end - start < 3 and text.words[start - 1] not in PLACES_AND_ROLES:
        start -= 1
        if any(c in text.text[text.spans[start - 1][1] : text.spans[start][0]] for c in ",.!"):
            break
    return start


def _about_caller(text: TurnText, start: int) -> bool:
    """Whether this is the caller's name: "spreek ik met meneer X"."""
    return "ik" in text.words[max(0, start - 3) : start] and "spreek" in text.words[max(0, start - 4) : start]
