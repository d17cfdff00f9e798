"""This module contains the details of a callback arrangement: who, by when, on which number, about what."""

from datetime import date

from scoring.call import Speaker
from scoring.detectors.caller_name import CallerNameDetector
from scoring.detectors.context import CallContext
from scoring.detectors.quoting import around
from scoring.language import proof
from scoring.language.acceptance import accepted
from scoring.language.callbacks import agreed_term, number_for
from scoring.language.matters import asks_detail, said_about, told_matter
from scoring.language.meant import role_meant
from scoring.language.names import PARTICLES
from scoring.language.said_doer import said_doer
from scoring.language.terms import working_days
from scoring.language.who_calls import names_told, who_calls
from scoring.scorecard import Callback, Evidence

_ADDRESSES = CallerNameDetector(kind="caller_name", measures="addresses")
"""Who calls the caller by name knows it, whoever told it; the rubric counts that too."""

CALLING_OUT = 2
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
_DETAIL = 3.0
"""So much less does what was asked for: an address, a number, a day."""
_ABOUT = 160
"""Characters of it that are shown."""


def arrangement(context: CallContext, promised: tuple[Evidence, ...]) -> Callback:
    """What was arranged with these promises."""
    promise = [e.turn for e in promised]
    called = context.call.called_at
    found = agreed(context, promise, called.date()) if called else None
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
    answers = 1 if context.call.direction == "in" else CALLING_OUT
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
    if turn and asks_detail(context.turns[turn - 1]):
        chance -= _DETAIL
    text = context.turns[turn]
    found = []
    for place, part in enumerate(proof.parts(text)):
        sure = told_matter(text.words[slice(*part)], context.caller_names) + chance - _LATER * order
        found.append((sure, -place - order, context.quote(turn, *proof.offsets(text, part)).quote))
    return found


def agreed(context: CallContext, promise: list[int], called: date) -> tuple[date, Evidence] | None:
    """The agreed day and the words that name it."""
    last = max(promise) + (_FOLLOWING if _accepted(context, max(promise)) else 0)
    candidates = [i for i in context.by(Speaker.AGENT) if min(promise) - 2 <= i <= last]
    found = agreed_term(context.turns, candidates, promise, called)
    if found is None:
        return None
    start, end = context.turns[found.turn].span(found.start, found.end)
    return found.due, context.quote(found.turn, start, end)
