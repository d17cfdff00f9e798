"""This module contains the detector of a caller who is put off at the start, before the question is told."""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Literal

from pydantic import Field

from scoring.call import Speaker
from scoring.detectors.base import ABSENT, Detector, Phrase
from scoring.detectors.context import CallContext
from scoring.detectors.quoting import around
from scoring.language.episodes import is_gap
from scoring.language.phrases import Match, PhraseSet
from scoring.language.unfinished import leads_on, says_nothing
from scoring.scorecard import Observation

_WHOLE = re.compile(r"(?<!\.)[.!?][\"')\]]*\s*$")
_TRAILS = re.compile(r"(?:-|–|—|\.\.|…)[\"')\]]*\s*$")


class PutOffDetector(Detector):
    """This represents whether the caller must wait, is passed on or asked for data before the question is told.

    `phrases` put off by themselves, `pauses` only where music or silence follows, `asks` only where the caller
    had just begun to speak. A match that overlaps an `unless` phrase does not count.
    """

    kind: Literal["put_off"]
    phrases: tuple[Phrase, ...] = Field(min_length=1)
    pauses: tuple[Phrase, ...] = ()
    asks: tuple[Phrase, ...] = ()
    unless: tuple[Phrase, ...] = ()

    @cached_property
    def _sets(self) -> tuple[PhraseSet, PhraseSet, PhraseSet, PhraseSet]:
        return PhraseSet(self.phrases), PhraseSet(self.pauses), PhraseSet(self.asks), PhraseSet(self.unless)

    def phrase_texts(self) -> tuple[str, ...]:
        """All phrases."""
        return self.phrases + self.pauses + self.asks + self.unless

    def measure(self, context: CallContext) -> Observation:
        """1 when the employee does so, with the words that do it."""
        for turn, begun in _before_the_question(context):
            if found := self._puts_off(context, turn, begun=begun):
                quotes = (around(context, context.evidence(found[0])),)
                return Observation(value=1.0, evidence=quotes, confidence=0.75, fired=("afgehouden",))
        return ABSENT

    def _puts_off(self, context: CallContext, turn: int, *, begun: bool) -> list[Match]:
        phrases, pauses, asks, unwanted = self._sets
        after = turn + 1
        silent = after < len(context.turns) and _nobody(context, after)
        wanted = [phrases, *([pauses] if silent else []), *([asks] if begun else [])]
        return [match for one in wanted for match in one.without(unwanted, context.index, {turn})]


def _before_the_question(context: CallContext) -> Iterator[tuple[int, bool]]:
    """The employee's turns before the caller told why, each with whether the caller had just begun to tell."""
    begun = answered = False
    for i, turn in enumerate(context.transcript.turns):
        text = context.turns[i]
        if turn.speaker is Speaker.AGENT:
            yield i, begun
            begun, answered = False, True
        elif turn.speaker is Speaker.CALLER and text.words:
            leads = leads_on(text) and not _WHOLE.search(turn.text)
            begun = leads and says_nothing(text, context.caller_names)
            if not says_nothing(text, context.caller_names):
                if leads and _TRAILS.search(turn.text) and i + 1 in context.by(Speaker.AGENT):
                    yield i + 1, False  # cut off in the middle of it
                return
        elif answered and not _nobody(context, i):
            return  # a colleague took over


def _nobody(context: CallContext, turn: int) -> bool:
    return is_gap(context.turns[turn], context.transcript.turns[turn].speaker)
