"""This module contains the detector of the caller's name: given, asked, repeated, used to address."""

from collections.abc import Sequence
from functools import cached_property
from typing import Literal

from scoring.call import Speaker
from scoring.detectors.base import ABSENT, Detector, Phrase, opening
from scoring.detectors.context import CallContext
from scoring.language.caller_name import NameUse, calls_back, name_uses
from scoring.language.confirmed_name import confirmed_name
from scoring.language.given_names import answers_for_other, names_of_others
from scoring.language.name_questions import questions_whose
from scoring.language.phrases import PhraseSet
from scoring.language.reached import asked_whether, denies
from scoring.language.relatives import relatives
from scoring.scorecard import Evidence, Observation

_OPENING = 2
"""Turns in which somebody who rings finds out whom he has got."""
_MOST = 5
"""So many turns are shown at most."""


class CallerNameDetector(Detector):
    """This represents in how many turns the employee `addresses` by name, `asks` for it or `repeats` it.

    `given` counts the words of the name that the caller gives, `answers` the turns in which the caller answers
    the question for it with a name; a turn with an `unless` phrase is no such answer.
    """

    kind: Literal["caller_name"]
    measures: Literal["addresses", "asks", "repeats", "given", "answers"]
    unless: tuple[Phrase, ...] = ()

    @cached_property
    def _unwanted(self) -> PhraseSet:
        return PhraseSet(self.unless)

    def phrase_texts(self) -> tuple[str, ...]:
        """The phrases that refuse it."""
        return self.unless

    def measure(self, context: CallContext) -> Observation:
        """How many turns do this, with the words that show it."""
        if self.measures == "given":
            return Observation(value=float(len(context.caller_names)), confidence=0.8)
        if self.measures == "answers":
            return self._answers(context)
        uses = [
            (i, use)
            for i in self.turns(context)
            for use in context.once(_uses, i)
            if use.kind == self.measures
        ]
        if not uses:
            return ABSENT
        own = [one for one in uses if _of_caller(context, *one)]
        quotes = list({i: _quote(context, i, use) for i, use in reversed(own or uses)}.values())[::-1]
        return Observation(
            value=float(len({i for i, _ in uses})),
            evidence=tuple(quotes[:_MOST]),
            confidence=0.9,
            fired=(f"naam: {self.measures}",),
        )

    def _answers(self, context: CallContext) -> Observation:
        turns = [i for i in context.by(Speaker.CALLER) if i and context.answers_name(i)]
        refused = {match.turn for match in self._unwanted.find(context.index, set(turns))}
        found = [i for i in turns if i not in refused and context.name_in_answer(i)]
        quotes = tuple(context.quote(i) for i in found[:_MOST])
        return Observation(value=float(len(found)), evidence=quotes, confidence=0.9) if found else ABSENT


def _of_caller(context: CallContext, turn: int, use: NameUse) -> bool:
    """Whether it holds a name that the caller gave: "mevrouw Koning" may be whom the caller spoke of."""
    return not context.caller_names.isdisjoint(context.turns[turn].words[use.start : use.end])


def _quote(context: CallContext, turn: int, use: NameUse) -> Evidence:
    spans = context.turns[turn].spans
    return context.quote(turn, spans[use.start][0], spans[use.end - 1][1])


def _uses(context: CallContext, turn: int) -> list[NameUse]:
    callers = context.by(Speaker.CALLER)
    spoken, others, kin = context.once(_from_the_start, 0)
    own, capitals = context.caller_names, context.capitals
    uses = name_uses(context.turns[turn], own, spoken, others, kin, capitals=capitals)
    uses = [use for use in uses if not _of_another(context, turn, use, callers)]
    if calls_back(context.turns[turn], own - set(context.turns[turn - 1].words)):
        uses.append(NameUse("addresses", 0, 1))  # who just said the name is asked whether that is right
    uses = _reached(context, turn, uses)
    return uses + (_answered(context, turn, turn + 1) if turn + 1 in callers else [])


def _reached(context: CallContext, turn: int, uses: list[NameUse]) -> list[NameUse]:
    """The same where the employee rings and asks at once whom he has got: that calls by name, unless it is another."""
    opens = context.call.direction == "out" and turn in opening(context.by(Speaker.AGENT), _OPENING)
    span = asked_whether(context.turns[turn], capitals=context.capitals) if opens else None
    if span is None:
        return uses
    if turn + 1 in context.by(Speaker.CALLER) and denies(context.turns[turn + 1]):
        return [use for use in uses if use.kind != "addresses"]
    return [*uses, NameUse("addresses", *span)]


def _answered(context: CallContext, turn: int, answer: int) -> list[NameUse]:
    """What only the answer shows: a name that is confirmed, or asked for round about."""
    said, heard = context.turns[turn], context.turns[answer]
    whose = questions_whose(said, heard) if context.name_in_answer(answer) else ()
    asked = ((m.start() + 1, m.end() - 1) for m in whose)
    uses = [NameUse("asks", said.word_index(start), said.word_index(end) + 1) for start, end in asked]
    span = confirmed_name(said, heard, capitals=context.capitals)
    return [*uses, NameUse("repeats", *span)] if span else uses


def _from_the_start(context: CallContext, _: int) -> tuple[str, dict[str, str], frozenset[str]]:
    """What the caller says at first, and the others in that; the same for every turn of a call."""
    first = [context.turns[i] for i in context.by(Speaker.CALLER)[:4]]
    spoken = " ".join(word for text in first for word in text.words)
    others = names_of_others(first, context.caller_names, capitals=context.capitals)
    return spoken, others, relatives(first)


def _of_another(context: CallContext, turn: int, use: NameUse, callers: Sequence[int]) -> bool:
    """Whether this is the name of the employee who answers, or asks for a name that turns out to be a relative's."""
    if use.kind == "asks":
        return any(answers_for_other(context.turns[i]) for i in callers if i == turn + 1)
    answering = context.call.direction == "in" and context.call.opening_recorded
    return answering and all(i > turn for i in callers)
