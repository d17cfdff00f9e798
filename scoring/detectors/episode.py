"""This module contains the detector of holds and transfers: did they occur, and how well were they done."""

from collections.abc import Sequence
from functools import cached_property
from typing import Literal

from pydantic import Field

from scoring.call import Speaker
from scoring.detectors.base import Detector, Phrase
from scoring.detectors.context import CallContext
from scoring.detectors.episode_finder import DONE, FEW, PREPARED, EpisodeFinder
from scoring.detectors.quoting import around, doing
from scoring.language.episodes import End, Wait
from scoring.language.handing import tells_whom
from scoring.language.handing_words import KNOWS_MATTER, WILL_WAIT
from scoring.language.phrases import PhraseSet
from scoring.scorecard import Evidence, Observation


class EpisodeDetector(Detector):
    """This represents holds (the employee comes back) or transfers (somebody else takes over).

    `occurred`: how many there were. `quality`: 2 when every one has both parts (`first`: announced why or
    to whom; `second`: thanked on return, or name and question passed on), 0 when none has any, else 1.
    `first` and `second`: 1 when every one has that part, 0 when none has, None when they differ.
    `ends`: 1 when the call ends in one.
    """

    kind: Literal["episode"]
    episode: Literal["hold", "transfer"]
    measures: Literal["occurred", "quality", "first", "second", "ends"]
    announcing: tuple[Phrase, ...] = Field(min_length=1)
    first_part: tuple[Phrase, ...] = ()
    second_part: tuple[Phrase, ...] = ()

    @cached_property
    def _sets(self) -> tuple[PhraseSet, PhraseSet, PhraseSet]:
        return PhraseSet(self.announcing), PhraseSet(self.first_part), PhraseSet(self.second_part)

    def phrase_texts(self) -> tuple[str, ...]:
        """All phrases."""
        return self.announcing + self.first_part + self.second_part

    def measure(self, context: CallContext) -> Observation:
        """The chosen number, with the turns around each episode as proof."""
        found = self._episodes(context)
        if self.measures == "ends":
            ends = bool(found) and self._is_last(context, found[-1])
            return Observation(value=float(ends), confidence=0.85, fired=("einde",) if ends else ())
        quotes = tuple(e for wait in found for e in self._quotes(context, wait))[:6]
        if self.measures == "occurred" or not found:
            return Observation(
                value=float(len(found)), evidence=quotes, confidence=0.85, fired=self._fired(found)
            )
        since = [0, *(wait.last + 1 for wait in found)]
        parts = [self._parts(context, wait, start) for wait, start in zip(found, since, strict=False)]
        return Observation(
            value=self._value(parts), evidence=quotes, confidence=0.75, fired=self._fired(found)
        )

    def _episodes(self, context: CallContext) -> list[Wait]:
        finder = EpisodeFinder(context, self.episode, self._sets[0], self._sets[2])
        return finder.holds() if self.episode == "hold" else finder.transfers()

    def _quotes(self, context: CallContext, wait: Wait) -> list[Evidence]:
        told = [(i, self._sets[0], self.episode) for i in wait.before[-2:]]
        back = [] if wait.after is None else [(wait.after, self._sets[2], "hold_return")]
        return [self._quote(context, *one) for one in told + back if context.turns[one[0]].words]

    def _quote(self, context: CallContext, i: int, wanted: PhraseSet, intent: str) -> Evidence:
        """The part of a turn that says it: a long turn may begin with something else."""
        said = wanted.find(context.index, {i})
        if not said:
            return doing(context, i, intent)
        return around(context, context.quote(i, said[0].start, max(match.end for match in said)))

    def _value(self, parts: Sequence[tuple[bool, bool]]) -> float | None:
        """The number for these episodes, each with whether it has both parts."""
        if self.measures == "quality":
            return 2.0 if all(map(all, parts)) else 1.0 if any(map(any, parts)) else 0.0
        which = {part[self.measures == "second"] for part in parts}
        return None if len(which) > 1 else float(which.pop())

    def _fired(self, found: list[Wait]) -> tuple[str, ...]:
        return (
            (f"{'wachtstand' if self.episode == 'hold' else 'doorverbinding'} × {len(found)}",)
            if found
            else ()
        )

    def _parts(self, context: CallContext, wait: Wait, since: int) -> tuple[bool, bool]:
        own, colleague = self._around(context, wait, since)
        first = bool(self._sets[1].find(context.index, own)) or self._learned(context, own, "handler")
        after = set() if wait.after is None else {wait.after}
        if self.episode == "hold":
            return first, bool(
                self._sets[2].find(context.index, after)
            )  # to come back is not yet to thank or address
        first = first or any(tells_whom(context.turns[i], capitals=context.capitals) for i in own)
        second = bool(self._sets[2].find(context.index, own | colleague))
        second = second or any(KNOWS_MATTER.search(context.turns[i].line) for i in colleague)
        return first, second or self._learned(context, own, "transfer_pass_on")

    def _learned(self, context: CallContext, turns: set[int], intent: str) -> bool:
        return any(context.intents[i].get(intent, 0.0) >= DONE[self.episode] for i in turns)

    def _around(self, context: CallContext, wait: Wait, since: int) -> tuple[set[int], set[int]]:
        """The employee's turns that prepare the episode, and what the colleague says first."""
        start = wait.start
        end = max(wait.before, default=start) if wait.after is None else wait.after
        last = end + 1 if self.episode == "transfer" else end - 1
        prepared = max(since, start - PREPARED)
        if self.episode == "hold":
            prepared = max(prepared, _on_this(context, start))
        agent = {i for i in context.by(Speaker.AGENT) if prepared <= i <= last}
        return agent, {i for i in context.by(Speaker.OTHER) if start < i <= end + 1}

    def _is_last(self, context: CallContext, wait: Wait) -> bool:
        """Whether the employee has nothing more to say to the caller after this episode."""
        start = max(wait.before, default=0)
        later = [i for i in context.by(Speaker.AGENT) if i > start and len(context.turns[i].words) > FEW]
        return wait.end is not End.RETURNED and len(later) <= 2


def _on_this(context: CallContext, start: int) -> int:
    """The first turn that is still about this wait: before a caller who did more than agree it was another matter."""
    for i in range(start - 1, -1, -1):
        turn = context.turns[i]
        said = context.transcript.turns[i].speaker is Speaker.CALLER and len(turn.words) > FEW
        if said and (turn.asked or not WILL_WAIT.search(turn.line)):
            return i + 1
    return 0
