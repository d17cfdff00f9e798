"""This module contains the detector of callback promises: by when, by whom, and whether it was accepted."""

import re
from datetime import date
from functools import cached_property
from typing import Literal

from pydantic import Field

from scoring.call import Speaker
from scoring.detectors.base import ABSENT, Detector
from scoring.detectors.context import CallContext
from scoring.detectors.phrase import PhraseDetector
from scoring.language.terms import Term, terms, working_days
from scoring.scorecard import Evidence, Observation

NO_TERM = 999.0
"""The value of `working_days` when a promise names no term."""

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
_NEAR_VERB = 45
"""Characters between a term and the calling it is about."""
_TOGETHER = 25
"""Characters between two terms that form one ("dinsdag of woensdag")."""
_FOLLOWING = 8
"""So many turns after the promise the term may still be agreed."""


class CallbackDetector(Detector):
    """This represents a promise to phone the caller back; `measures` chooses the number.

    A turn promises when a phrase matches and the learned intent is at least `doubt`, or when the intent is
    at least `min`. `promised`: turns with a promise. `working_days`: working days until the last day of the term, 999
    when no term is named, None when the day of the call is unknown.
    """

    kind: Literal["callback"]
    measures: Literal["promised", "working_days"]
    phrases: tuple[str, ...] = Field(min_length=1)
    unless: tuple[str, ...] = ()
    intent: str = "callback_offer"
    min: float = Field(default=0.5, gt=0, lt=1)
    doubt: float = Field(default=0.04, ge=0, lt=1)

    @cached_property
    def _promise(self) -> PhraseDetector:
        window = self.model_dump(include={"speaker", "first", "last", "from_share", "to_share"})
        return PhraseDetector(kind="phrase", phrases=self.phrases, unless=self.unless, **window)

    def phrase_texts(self) -> tuple[str, ...]:
        """The phrases of a promise."""
        return self.phrases + self.unless

    def measure(self, context: CallContext) -> Observation:
        """The chosen number, with the promise and the term as proof."""
        promise = self._promised(context)
        if self.measures == "promised" or not promise.value:
            return promise
        called = context.call.called_at
        if called is None:
            return Observation(value=None, evidence=promise.evidence)
        found = _agreed(context, [e.turn for e in promise.evidence], called.date())
        if found is None:
            return promise.model_copy(update={"value": NO_TERM, "confidence": 0.7})
        due, quote = found
        return Observation(
            value=float(working_days(called.date(), due)),
            evidence=(*promise.evidence[:1], quote),
            confidence=0.85,
            fired=(*promise.fired, f"termijn: {due:%d-%m-%Y}"),
        )

    def _promised(self, context: CallContext) -> Observation:
        said = self._promise.measure(context)
        chances = {i: context.intents[i].get(self.intent, 1.0) for i in self.turns(context)}
        quotes = {e.turn: e for e in said.evidence if chances[e.turn] >= self.doubt}
        learned = [i for i, p in chances.items() if p >= self.min and context.intents[i] and i not in quotes]
        quotes |= {i: context.quote(i) for i in learned}
        if not quotes:
            return ABSENT
        sure = max(chances[i] for i in quotes)
        fired = said.fired[:2] + ((f"herkend: {self.intent} ({sure:.0%})",) if learned else ())
        evidence = tuple(quotes[i] for i in sorted(quotes))[:5]
        return Observation(value=float(len(quotes)), evidence=evidence, confidence=0.85, fired=fired)


def due_date(context: CallContext, promise: list[int]) -> date | None:
    """The last day of the term that belongs to a promise in these turns; None when none is named."""
    called = context.call.called_at
    found = _agreed(context, promise, called.date()) if called else None
    return found[0] if found else None


def _agreed(context: CallContext, promise: list[int], called: date) -> tuple[date, Evidence] | None:
    """The term that belongs to the promise: near its verb, else fixed in a turn soon after it."""
    first = min(promise)
    turns = [i for i in context.by(Speaker.AGENT) if first - 2 <= i <= max(promise) + _FOLLOWING]
    for wanted in (_beside_calling, _fixed):
        for turn in sorted(turns, key=lambda i: (i not in promise, i)):
            line = context.turns[turn].line
            if wanted is _fixed and (turn < first or (turn in promise and _VAGUE.search(line))):
                continue
            chosen = _together(wanted(line, terms(line, called)), terms(line, called))
            if chosen:
                term = max(chosen, key=lambda t: t.due)
                start, end = context.turns[turn].span(term.start, term.end)
                return term.due, context.quote(turn, start, end)
    return None


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
    return [
        f
        for f in found
        if any(abs(f.start - c.end) < _TOGETHER or abs(c.start - f.end) < _TOGETHER or f == c for c in chosen)
    ]
