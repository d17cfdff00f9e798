"""This module contains the detector of callback promises: by when, by whom, and whether it was accepted."""

from datetime import date
from functools import cached_property, partial
from typing import Literal

from pydantic import Field

from scoring.call import Speaker
from scoring.detectors.base import ABSENT, Detector, Phrase
from scoring.detectors.caller_name import CallerNameDetector
from scoring.detectors.context import CallContext
from scoring.detectors.phrase import PhraseDetector
from scoring.detectors.quoting import around, doing
from scoring.language import proof
from scoring.language.acceptance import accepted, accepts
from scoring.language.callbacks import agreed_term, number_for
from scoring.language.matters import said_about, told_matter
from scoring.language.meant import role_meant
from scoring.language.names import PARTICLES
from scoring.language.said_doer import said_doer
from scoring.language.sure_promises import confirms_call, gets_a_call, offers_call
from scoring.language.terms import working_days
from scoring.language.this_call import rings_now
from scoring.language.unsaid_whom import rings_unsaid
from scoring.language.who_calls import asks_to_ring, names_told, who_calls
from scoring.scorecard import Callback, Evidence, Observation

NO_TERM = 999.0
"""The value of `working_days` when a promise names no term."""

_ADDRESSES = CallerNameDetector(kind="caller_name", measures="addresses")
"""Who calls the caller by name knows it, whoever told it; the rubric counts that too."""

_ANY_DAY = tuple(date(2026, 6, day) for day in range(1, 6))
"""A week without holidays, for calls of an unknown day: “binnen twee werkdagen” is as long on each."""

_CALLING_OUT = 2
"""So many turns an employee who calls out takes to say who calls whom."""
_FOLLOWING = 8
"""So many turns after the promise the term may still be agreed."""
_DECLINES = 0.25
"""Probability from which the caller's answer declines the offer."""
_TELLS = 1.8
"""From so much, as `told_matter` and the learned intent count together, words name the matter."""
_FIRST = 6
"""So many turns of the caller may tell it."""
_LATER = 0.4
"""So much less does each later turn tell."""
_ABOUT = 160
"""Characters of it that are shown."""


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
        terms = [(_agreed(context, turns, day), day) for day in ([called.date()] if called else _ANY_DAY)]
        counts = [float(working_days(day, found[0])) if found else NO_TERM for found, day in terms]
        if max(counts) - min(counts) > 1:  # “donderdag”: how long that is depends on the day of the call
            return Observation(value=None, evidence=promise.evidence)
        found, _ = terms[0]
        if found is None:
            return promise.model_copy(update={"value": NO_TERM, "confidence": 0.7})
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
        quotes = {e.turn: e for e in own if not any(a <= e.start < b for a, b in asked[e.turn])}
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
        promise = [e.turn for e in promised]
        called = context.call.called_at
        found = _agreed(context, promise, called.date()) if called else None
        who = _who(context, [i for i in promise if found and i == found[1].turn]) or _who(context, promise)
        who = who or role_meant(context.turns, promise) or _doer(context, promise)
        return Callback(
            term=found[1].quote if found else None,
            due=found[0].isoformat() if found else None,
            working_days=working_days(called.date(), found[0]) if found and called else None,
            who=who,
            number=number_for(
                context.turns,
                promise[0],
                context.others_numbers,
                outgoing=context.call.direction == "out",
                callers=context.by(Speaker.CALLER),
            ),
            about=_about(context, promise),
            name_known=bool(context.caller_names or _ADDRESSES.measure(context).value),
            accepted=_accepted(context, promise[0]),
            named=who is not None,
            evidence=tuple(around(context, quote) for quote in promised[:2]),
        )


def _surely(context: CallContext, turn: int) -> bool:
    """Whether a turn promises to ring by its words or the question it answers, whatever the learned intent."""
    if gets_a_call(context.turns[turn]) or rings_unsaid(context.turns, turn):
        return True
    speakers = [t.speaker for t in context.transcript.turns[turn + 1 : turn + 2]]
    if speakers == [Speaker.CALLER] and offers_call(context.turns[turn]) and accepts(context.turns[turn + 1]):
        return True
    asked = turn > 0 and context.transcript.turns[turn - 1].speaker is Speaker.CALLER
    return asked and confirms_call(context.turns[turn - 1], context.turns[turn])


def _no_promises(context: CallContext, turn: int) -> list[tuple[int, int]]:
    """Where in this turn it is the caller who is to ring, or this very call that is the ringing."""
    text = context.turns[turn]
    calls_out = context.call.direction == "out" and turn in context.by(Speaker.AGENT)[: _CALLING_OUT + 1]
    return asks_to_ring(text) + (rings_now(text) if calls_out else [])


def _overlap(one: Evidence, other: Evidence) -> bool:
    return one.turn == other.turn and one.start < other.end and other.start < one.end


def _accepted(context: CallContext, promise: int) -> bool:
    """Whether the caller takes the offer: by words, else by what was learned of the first answer."""
    after = [i for i in context.by(Speaker.CALLER) if i > promise]
    doubted = any(context.intents[i].get("c_decline", 0.0) >= _DECLINES for i in after[:1])
    return accepted([context.turns[i] for i in after], doubted=doubted)


def _who(context: CallContext, promise: list[int]) -> str | None:
    """Who rings, as these turns say: of two who will ring the one whose term it is comes first."""
    callers = context.by(Speaker.CALLER)
    return who_calls(
        context.turns, promise, capitals=context.capitals, strangers=_present(context), callers=callers
    )


def _doer(context: CallContext, promise: list[int]) -> str | None:
    """Who does the matter: who rings where these turns only say that the caller is rung."""
    return said_doer(context.turns, promise, _present(context), capitals=context.capitals)


def _present(context: CallContext) -> frozenset[str]:
    """The words of the names of the two who talk: who is meant by them is not a third."""
    answers = 1 if context.call.direction == "in" else _CALLING_OUT
    opening = context.by(Speaker.AGENT)[:answers]
    introduced = {word for i in opening[:1] for word in context.turns[i].words}
    introduced |= {word for i in opening[1:] for word in names_told(context.turns[i])}
    return context.caller_names | introduced - PARTICLES


def _about(context: CallContext, promise: list[int]) -> str | None:
    """What the callback is about: as the employee says with the promise, else as the caller first tells it."""
    for i in reversed(promise):
        if place := said_about(context.turns[i]):
            return context.quote(i, *place).quote
    told = [one for order, i in enumerate(_before(context, promise)) for one in _told(context, i, order)]
    sure, _, said = max(told, default=(0.0, 0, ""))
    if sure < _TELLS:
        return None
    return said if len(said) <= _ABOUT else f"{said[:_ABOUT].rpartition(' ')[0]}…"


def _before(context: CallContext, promise: list[int]) -> list[int]:
    """The caller's first turns before the promise."""
    return [i for i in context.by(Speaker.CALLER) if i < max(promise)][:_FIRST]


def _told(context: CallContext, turn: int, order: int) -> list[tuple[float, int, str]]:
    """The parts of a caller's turn with how much each names a matter, later turns less."""
    chance = max(context.intents[turn].get(act, 0.0) for act in ("c_question", "c_problem"))
    text = context.turns[turn]
    found = []
    for place, part in enumerate(proof.parts(text)):
        sure = told_matter(text.words[slice(*part)], context.caller_names) + chance - _LATER * order
        found.append((sure, -place - order, context.quote(turn, *proof.offsets(text, part)).quote))
    return found


def _agreed(context: CallContext, promise: list[int], called: date) -> tuple[date, Evidence] | None:
    """The agreed day and the words that name it."""
    last = max(promise) + (_FOLLOWING if _accepted(context, max(promise)) else 0)
    candidates = [i for i in context.by(Speaker.AGENT) if min(promise) - 2 <= i <= last]
    found = agreed_term(context.turns, candidates, promise, called)
    if found is None:
        return None
    start, end = context.turns[found.turn].span(found.start, found.end)
    return found.due, context.quote(found.turn, start, end)
