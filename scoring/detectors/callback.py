"""This module contains the detector of callback promises: by when, by whom, and whether it was accepted."""

from datetime import date
from functools import cached_property, partial
from typing import Literal

from pydantic import Field

from scoring.call import Speaker
from scoring.detectors.base import ABSENT, Detector, Phrase
from scoring.detectors.callback_details import CALLING_OUT, agreed, arrangement
from scoring.detectors.context import CallContext
from scoring.detectors.phrase import PhraseDetector
from scoring.detectors.quoting import doing
from scoring.language.acceptance import accepts
from scoring.language.awaited import rings_once
from scoring.language.confirmed_calls import confirms_call
from scoring.language.said_calls import says_call
from scoring.language.sure_promises import gets_a_call, offers_call
from scoring.language.terms import working_days
from scoring.language.this_call import rings_now
from scoring.language.tries_again import tries_again
from scoring.language.unsaid_whom import rings_unsaid
from scoring.language.who_calls import asks_to_ring
from scoring.scorecard import Callback, Evidence, Observation

NO_TERM = 999.0
"""The value of `working_days` when a promise names no term."""

_ANY_DAY = tuple(date(2026, 6, day) for day in range(1, 6))
"""A week without holidays, for calls of an unknown day: “binnen twee werkdagen” is as long on each."""


class CallbackDetector(Detector):
    """This represents a promise to phone the caller back; `measures` chooses the number.

    A turn promises when a phrase matches and the learned intent is at least `doubt`, when the intent is
    at least `min`, or when its words or the question it answers leave no doubt; the last two only when
    nothing in `refusals` is said. `promised`: turns with a promise.
    `working_days`: working days until the last day of the term, 999 when no term is named, None when that
    depends on the day of the call and this is unknown.
    """

    kind: Literal["callback"]
    measures: Literal["promised", "working_days"]
    phrases: tuple[Phrase, ...] = Field(min_length=1)
    unless: tuple[Phrase, ...] = ()
    refusals: tuple[Phrase, ...] = ()
    intent: str = "callback_offer"
    min: float = Field(default=0.5, gt=0, lt=1)
    doubt: float = Field(default=0.04, ge=0, lt=1)

    @cached_property
    def _promise(self) -> PhraseDetector:
        return self._said(self.phrases, self.unless + self.refusals)

    @cached_property
    def _refusal(self) -> PhraseDetector | None:
        return self._said(self.refusals) if self.refusals else None

    def _said(self, phrases: tuple[Phrase, ...], unless: tuple[Phrase, ...] = ()) -> PhraseDetector:
        window = self.model_dump(include={"speaker", "first", "last", "from_share", "to_share"})
        return PhraseDetector(kind="phrase", phrases=phrases, unless=unless, **window)

    def phrase_texts(self) -> tuple[str, ...]:
        """The phrases of a promise, and of what is none."""
        return self.phrases + self.unless + self.refusals

    def measure(self, context: CallContext) -> Observation:
        """The chosen number, with the promise and the term as proof."""
        promise = self._promised(context)
        if self.measures == "promised" or not promise.value:
            return promise
        called = context.call.called_at
        turns = [e.turn for e in promise.evidence]
        terms = [(agreed(context, turns, day), day) for day in ([called.date()] if called else _ANY_DAY)]
        counts = [float(working_days(day, found[0])) if found else NO_TERM for found, day in terms]
        if max(counts) - min(counts) > 1:  # “donderdag”: how long that is depends on the day of the call
            return Observation(value=None, evidence=promise.evidence)
        found, _ = terms[0]
        if found is None:
            return promise._replace(value=NO_TERM, confidence=0.7)
        return Observation(
            value=max(counts),
            evidence=(*promise.evidence[:1], found[1]),
            confidence=0.85 if called else 0.7,
            fired=(*promise.fired, f"termijn: {found[0]:%d-%m-%Y}" if called else "termijn"),
        )

    def _promised(self, context: CallContext) -> Observation:
        said = self._promise.measure(context)
        chances = {i: context.intents[i].get(self.intent, 1.0) for i in self.turns(context)}
        asked = {i: _no_promises(context, i) for i in chances if chances[i] >= self.doubt}
        own = [e for e in said.evidence if e.turn in asked]
        quotes = {e.turn: e for e in own if not any(e.start < b and a < e.end for a, b in asked[e.turn])}
        likely = {i for i in asked if context.intents[i] and chances[i] >= self.min and not asked[i]}
        certain = {i for i in chances if context.once(_surely, i)}
        refused = self._refusal.measure(context).evidence if likely | certain and self._refusal else ()
        learned = {i: doing(context, i, self.intent) for i in (likely | certain) - quotes.keys()}
        quotes |= {i: e for i, e in learned.items() if not any(map(partial(_overlap, e), refused))}
        if not quotes:
            return ABSENT
        sure = max(chances[i] for i in quotes)
        found = any(i in quotes for i in learned)
        fired = said.fired[:2] + ((f"herkend: {self.intent} ({sure:.0%})",) if found else ())
        evidence = tuple(quotes[i] for i in sorted(quotes))[:5]
        return Observation(value=float(len(quotes)), evidence=evidence, confidence=0.85, fired=fired)

    def arrangement(self, context: CallContext) -> Callback | None:
        """The callback arrangement of this call; None when none is promised."""
        promised = self._promised(context).evidence
        if not promised:
            return None
        return arrangement(context, promised)


def _surely(context: CallContext, turn: int) -> bool:
    """Whether a turn promises to ring by its words or the question it answers, whatever the learned intent."""
    text = context.turns[turn]
    said = gets_a_call(text) or says_call(text) or rings_once(text)
    again = tries_again(text, outgoing=context.call.direction == "out")
    if said or again or rings_unsaid(context.turns, turn):
        return True
    speakers = [t.speaker for t in context.transcript.turns[turn + 1 : turn + 2]]
    if speakers == [Speaker.CALLER] and offers_call(context.turns[turn]) and accepts(context.turns[turn + 1]):
        return True
    asked = turn > 0 and context.transcript.turns[turn - 1].speaker is Speaker.CALLER
    return asked and confirms_call(context.turns[turn - 1], context.turns[turn])


def _no_promises(context: CallContext, turn: int) -> list[tuple[int, int]]:
    """Where in this turn it is the caller who is to ring, or this very call that is the ringing."""
    text = context.turns[turn]
    calls_out = context.call.direction == "out" and turn in context.by(Speaker.AGENT)[: CALLING_OUT + 1]
    return asks_to_ring(text) + (rings_now(text) if calls_out else [])


def _overlap(one: Evidence, other: Evidence) -> bool:
    return one.turn == other.turn and one.start < other.end and other.start < one.end
