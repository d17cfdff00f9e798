"""This module contains the detector of intents: turns that do something, learned from labelled calls."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from heapq import nlargest
from math import prod
from typing import Literal

from pydantic import Field

from scoring.call import Speaker
from scoring.detectors.base import Detector, Phrase, Window
from scoring.detectors.context import CallContext
from scoring.detectors.quoting import doing
from scoring.language.echo import only_echoes
from scoring.language.phrases import PhraseSet
from scoring.scorecard import Observation

MAX_QUOTES = 4
_TOGETHER = 3
"""How many turns add up at most: with all of them every long call would be sure of everything."""
_MATTERS = 0.5
"""Of turns that count together those are shown that are at least half as sure as `min` asks."""
_BESIDE = 0.6
"""Of turns that each count those are shown that are at least so sure as the surest, as a share of it."""


class IntentDetector(Detector):
    """This represents turns that do something; the value is the number of turns at `min` or surer.

    Turns of fewer than `min_words` words are left out: "jij ook" is said in every tone. With `beside` only
    turns that do that as well (at `beside_min` or surer). A turn with an `unless` phrase does not count.
    With `since` a turn before the first that does that (at `since_min` or surer) counts only with a `before`
    phrase: "ik zie haar staan" takes up nothing yet. With `after` only turns right behind one that does that
    (at `after_min` or surer): "wat vervelend" is about what was just said. With `adds` a turn that
    only says back the turn before it does not count.
    With `together` the three surest turns add up: the value is 1 when it is as sure as `min` that at least one
    of them does it (one minus the product of the chances that each does not).
    """

    kind: Literal["intent"]
    intent: str
    min: float = Field(default=0.5, gt=0, lt=1)
    min_words: int = Field(default=0, ge=0)
    beside: str | None = None
    beside_min: float = Field(default=0.5, gt=0, lt=1)
    unless: tuple[Phrase, ...] = ()
    since: str | None = None
    since_min: float = Field(default=0.5, gt=0, lt=1)
    before: tuple[Phrase, ...] = ()
    after: str | None = None
    after_min: float = Field(default=0.5, gt=0, lt=1)
    adds: bool = False
    together: bool = False

    @cached_property
    def _window(self) -> Window:
        speaker = Speaker.CALLER if self.intent.startswith("c_") else Speaker.AGENT
        return self.model_copy(update={"speaker": speaker})

    @cached_property
    def _unwanted(self) -> PhraseSet:
        return PhraseSet(self.unless)

    @cached_property
    def _early(self) -> PhraseSet:
        return PhraseSet(self.before)

    def phrase_texts(self) -> tuple[str, ...]:
        """The unwanted phrases, and those with which a turn may come early."""
        return self.unless + self.before

    def measure(self, context: CallContext) -> Observation:
        """The number of such turns; the confidence is that of the surest turn, or of all together."""
        intents = context.intents
        chances = {i: intents[i].get(self.intent, 0.0) for i in self._read(context)}
        best = max(chances.values(), default=0.0)
        if self.together:
            best = 1 - prod(1 - chance for chance in nlargest(_TOGETHER, chances.values()))
        if best < self.min:
            return Observation(value=0.0, confidence=round(1 - best * 0.5 / self.min, 3))
        found = self._shown(chances)
        quotes = tuple(doing(context, i, self.intent) for i in self._proof(chances, found))
        fired = (f"herkend: {self.intent} ({best:.0%}{' samen' if self.together else ''})",)
        sure = 0.5 + 0.5 * (best - self.min) / (1 - self.min)
        value = 1.0 if self.together else float(len(found))
        return Observation(value=value, evidence=quotes, confidence=round(sure, 3), fired=fired)

    def _shown(self, chances: Mapping[int, float]) -> list[int]:
        """The turns that prove it, surest first; of turns that count together all that matter."""
        surest_first = sorted(chances, key=lambda i: -chances[i])
        enough = min(self.min, chances[surest_first[0]]) * (_MATTERS if self.together else 1)
        shown = [i for i in surest_first if chances[i] >= enough]
        return shown[:_TOGETHER] if self.together else shown

    def _proof(self, chances: Mapping[int, float], found: list[int]) -> list[int]:
        """Those of the turns that show it: beside a sure one an unsure one would mislead."""
        return [i for i in found[:MAX_QUOTES] if self.together or chances[i] >= _BESIDE * chances[found[0]]]

    def _read(self, context: CallContext) -> list[int]:
        """The turns that count at all."""
        read = self._window.turns(context)
        if self.min_words:
            read = [i for i in read if len(context.turns[i].words) >= self.min_words]
        if self.beside is not None:
            read = [i for i in read if context.intents[i].get(self.beside, 0.0) >= self.beside_min]
        if self.after is not None:
            read = [i for i in read if i and context.intents[i - 1].get(self.after, 0.0) >= self.after_min]
        if self.adds:
            read = [i for i in read if not (i and only_echoes(context.turns[i], context.turns[i - 1]))]
        unwanted = _having(self._unwanted, context, read) | self._too_early(context, read)
        return [i for i in read if i not in unwanted]

    def _too_early(self, context: CallContext, read: list[int]) -> set[int]:
        """The turns before the first that does what these follow on, unless they raise it themselves."""
        if self.since is None:
            return set()
        chances = (turn.get(self.since, 0.0) for turn in context.intents)
        first = next((i for i, chance in enumerate(chances) if chance >= self.since_min), 0)
        early = {i for i in read if i < first}
        return early - _having(self._early, context, early)


def _having(phrases: PhraseSet, context: CallContext, turns: Iterable[int]) -> set[int]:
    """Those of the turns that have one of the phrases."""
    return {m.turn for m in phrases.find(context.index, set(turns))} if phrases.phrases else set()
