"""This module contains which words of a turn to quote: of a long turn the part that shows it, not its beginning."""

from collections.abc import Callable

from scoring.detectors.context import CallContext
from scoring.language import proof
from scoring.scorecard import Evidence

Part = tuple[str, int, int]
"""A part of a turn: its standard words between single spaces, and where it stands in the text."""


def doing(context: CallContext, turn: int, intent: str) -> Evidence:
    """The part of a turn that does this most by its own words."""
    return _quote(context, turn, context.once(_strongest, turn).get(intent))


def saying(context: CallContext, turn: int, *wanted: Callable[[str], bool]) -> Evidence:
    """The first part of a turn of which the line (standard words) is wanted; when none is, the whole turn.

    What is wanted first is sought in all parts, and only then the next.
    """
    every = context.once(_parts, turn)
    found = (place for one in wanted for place, (line, _, _) in enumerate(every) if one(line))
    return _quote(context, turn, next(found, None))


def around(context: CallContext, quote: Evidence) -> Evidence:
    """The parts of a turn that a quote stands in."""
    every = [(start, end) for _, start, end in context.once(_parts, quote.turn)]
    touched = [(start, end) for start, end in every if start < quote.end and quote.start < end]
    return context.quote(quote.turn, touched[0][0], touched[-1][1]) if touched else context.quote(quote.turn)


def ending(context: CallContext, turn: int) -> Evidence:
    """The last part of a turn."""
    return _quote(context, turn, -1)


def _quote(context: CallContext, turn: int, part: int | None) -> Evidence:
    every = context.once(_parts, turn)
    if part is None or len(every) < 2:
        return context.quote(turn)
    _, start, end = every[part]
    return context.quote(turn, start, end)


def _parts(context: CallContext, turn: int) -> list[Part]:
    text = context.turns[turn]
    return [(proof.line(text, part), *proof.offsets(text, part)) for part in proof.parts(text)]


def _strongest(context: CallContext, turn: int) -> dict[str, int]:
    """The part of a turn that does each intent most; empty where it has one part or nothing is learned."""
    every = context.once(_parts, turn)
    if context.model is None or len(every) < 2 or not context.intents[turn]:
        return {}
    spoken = context.transcript.turns[turn]
    asks = ["?" in spoken.text[start:end] for _, start, end in every]
    return context.model.strongest(
        spoken.speaker, [line for line, _, _ in every], asks, context.turns[turn].line
    )
