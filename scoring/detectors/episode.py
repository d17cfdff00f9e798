"""This module contains the detector of holds and transfers: did they occur, and how well were they done."""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Literal

from pydantic import Field

from scoring.call import Speaker
from scoring.detectors.base import Detector, Phrase
from scoring.detectors.context import CallContext
from scoring.detectors.quoting import around, doing
from scoring.language.episodes import End, Wait, by_handover, is_gap, waits
from scoring.language.handing import STAYS, leaves_waiting, tells_whom
from scoring.language.phrases import PhraseSet
from scoring.language.taking_over import taken_over
from scoring.language.timing import waiting
from scoring.scorecard import Evidence, Observation

_ANNOUNCED = 0.5
"""Probability from which an intent says that a turn announces a hold or transfer."""

_DONE = {"hold": 0.5, "transfer": 0.35}
"""Probability from which an intent says that a part was done; a transfer makes both of its parts likely."""

_PREPARED = 5
"""So many turns before the announcement an episode may already be prepared."""

_FEW = 3
"""So few words say nothing new."""

_AGREES = 8
"""So many words the caller may need to say that waiting is all right."""

_AGREES_AT_LENGTH = 30
_WILL_WAIT = re.compile(
    r"^ (?:(?:nou|oh|o|eh|mevrouw|meneer) )*(?:ja|oke|prima|goed|is goed|dat is goed|graag|tuurlijk|natuurlijk|uiteraard"
    r"|doe|doet|geen probleem|geeft niet|dat geeft niet|fijn|ik wacht|ik blijf|best) "
)
"""Who begins so and chats on still only waits."""

_SENDS = re.compile(
    r" (?:\w*verbind\w*|komt (?:ie|hij|ze|u)|daar (?:is|komt|gaat)|zet (?:\S+ )?over|door met|blijft? (?:\S+ )?hangen) "
)
_HANDING_TURNS = 4
"""A colleague is told who calls, and the caller who is on the line; more is talk."""

_HANDS_OVER = re.compile(
    r" (?:(?:u|je|jij) (?:hoort|hoor|spreekt) nu|heb (?:\S+ ){1,5}aan de (?:lijn|telefoon)"
    r"|neemt? (?:jij|je|u|hij|zij|ze) (?:\S+ ){0,2}over) | (?:hier|daar) (?:is|komt) (?:\S+ ){1,2}$"
)
"""What an employee says who brings caller and colleague together, to one or the other."""

_FAILS = re.compile(
    r"^(?!.* (?:als|mocht|wanneer|indien) (?:\S+ ){0,4}(?:op|opnemen|opneemt|opgenomen|gesprek|bezet|gehoor|dicht) )"
    r".* (?:nee?m(?:t|en) (?:\S+ ){0,2}niet op|niemand op|niet opgenomen|in gesprek|bezet|geen gehoor|lukt niet"
    r"|niet (?:bereikbaar|aanwezig|te pakken)|krijg (?:\S+ ){1,3}niet|krijg (?:\S+ ){0,4}niemand|er is niemand|is er niemand"
    r"|(?:al|inmiddels|nu|net|zijn|is) (?:dicht|gesloten|naar huis|weg)) "
)
"""The colleague is not there, so whatever else is said, nobody took over."""


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

    def _episodes(self, context: CallContext) -> list[Wait]:
        speakers = [turn.speaker for turn in context.transcript.turns]
        announced = self._announced(context)
        every = waits(context.turns, speakers, lambda i: i in announced)
        if self.episode == "hold":
            # where the employee said nothing before, the caller waited for a colleague, and comes back to a new opening
            found = [w for w in every if w.end is End.RETURNED and w.before] + self._unseen(
                context, announced, every
            )
            return found + self._by_the_clock(context, announced, found)
        gone = [
            w
            for w in every
            if w.end is not End.RETURNED and (w.end is End.TRANSFERRED or announced & set(w.before))
        ]
        heard = self._heard(context, speakers)
        return by_handover(gone + self._unseen(context, announced, every) + heard, context.turns, speakers)

    def _heard(self, context: CallContext, speakers: Sequence[Speaker]) -> list[Wait]:
        """The transfer that shows in who talks: a colleague takes over and the employee is gone."""
        over = taken_over(context.turns, speakers)
        if over is None:
            return []
        last = [i for i in context.by(Speaker.AGENT) if over.left - _PREPARED <= i < over.left]
        told = [i for i in last if context.intents[i].get(self.episode, 0.0) >= _DONE[self.episode]]
        return [Wait((*told, over.left), End.TRANSFERRED, over.came)]

    def _announced(self, context: CallContext) -> frozenset[int]:
        agent = set(context.by(Speaker.AGENT))
        said = {m.turn for m in self._sets[0].find(context.index, agent)}
        return frozenset(said | {i for i in agent if context.intents[i].get(self.episode, 0.0) >= _ANNOUNCED})

    def _unseen(self, context: CallContext, announced: frozenset[int], every: list[Wait]) -> list[Wait]:
        """Episodes that the transcript shows only in words: announced, then back, or the call is over."""
        seen = {i for wait in every for i in wait.before}
        agent = context.by(Speaker.AGENT)
        found = []
        for place, i in enumerate(agent):
            left = self.episode == "hold" and leaves_waiting(context.turns[i])
            if i in seen or not (left or i in announced):
                continue
            after = agent[place + 1] if place + 1 < len(agent) else None
            handing = self._handing(context, agent[place + 1 :]) if self.episode == "transfer" else ()
            if self.episode == "transfer" and (handing or self._hands_over(context, i, after)):
                found.append(Wait((i, *handing), End.TRANSFERRED, None))
            if (
                self.episode == "hold"
                and after is not None
                and (self._comes_back(context, after) or (left and _goes_on(context, i, after)))
            ):
                found.append(Wait((i,), End.RETURNED, after))
        return found

    def _by_the_clock(self, context: CallContext, announced: frozenset[int], found: list[Wait]) -> list[Wait]:
        """Holds that only the times show: long without speech, or with music, and the employee is back."""
        seen = {i for wait in found for i in (*wait.before, wait.after)}
        agent = context.by(Speaker.AGENT)
        return [
            Wait((max(i for i in agent if i <= pause.before),), End.RETURNED, pause.after)
            for pause in waiting(context.transcript, announced)
            if pause.after in agent and not seen & {pause.before, pause.after}
        ]

    def _hands_over(self, context: CallContext, i: int, after: int | None) -> bool:
        """Whether only the caller or somebody else still speaks after this announcement."""
        rest = range(i + 1, len(context.turns))
        others = [j for j in rest if context.transcript.turns[j].speaker is Speaker.OTHER]
        talking = [j for j in others if not is_gap(context.turns[j], Speaker.OTHER)]
        if after is None or (talking and talking[0] <= i + 3):
            return True
        short = after >= len(context.turns) - 3 and len(context.turns[after].words) < 15
        later = [context.turns[j].line for j in context.by(Speaker.AGENT) if j > i]
        return short and not any(map(_FAILS.search, later))

    def _handing(self, context: CallContext, later: Sequence[int]) -> tuple[int, ...]:
        """These last turns of the employee when they only bring caller and colleague together, else none."""
        lines = {i: context.turns[i].line for i in later if len(context.turns[i].words) > _FEW}
        brings = {i for i, line in lines.items() if _HANDS_OVER.search(line)}
        told = {m.turn for m in self._sets[2].find(context.index, set(lines))}
        other = [i for i in lines if i not in brings | told and not STAYS.search(lines[i])]
        if not brings or other or len(later) > _HANDING_TURNS or any(map(_FAILS.search, lines.values())):
            return ()
        return tuple(later)

    def _comes_back(self, context: CallContext, after: int) -> bool:
        returned = context.intents[after].get("hold_return", 0.0) >= _ANNOUNCED
        return returned or bool(self._sets[2].find(context.index, {after}))

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
        return first, second or self._learned(context, own, "transfer_pass_on")

    def _learned(self, context: CallContext, turns: set[int], intent: str) -> bool:
        return any(context.intents[i].get(intent, 0.0) >= _DONE[self.episode] for i in turns)

    def _around(self, context: CallContext, wait: Wait, since: int) -> tuple[set[int], set[int]]:
        """The employee's turns that prepare the episode, and what the colleague says first."""
        start = wait.start
        end = max(wait.before, default=start) if wait.after is None else wait.after
        last = end + 1 if self.episode == "transfer" else end - 1
        agent = {i for i in context.by(Speaker.AGENT) if max(since, start - _PREPARED) <= i <= last}
        return agent, {i for i in context.by(Speaker.OTHER) if start < i <= end + 1}

    def _is_last(self, context: CallContext, wait: Wait) -> bool:
        """Whether the employee has nothing more to say to the caller after this episode."""
        start = max(wait.before, default=0)
        later = [i for i in context.by(Speaker.AGENT) if i > start and len(context.turns[i].words) > _FEW]
        return wait.end is not End.RETURNED and len(later) <= 2


def _goes_on(context: CallContext, i: int, after: int) -> bool:
    """Whether the caller only agreed to wait, and the employee then talks to the caller again."""
    between = range(i + 1, after)
    agreed = all(
        context.transcript.turns[j].speaker is Speaker.CALLER or j in context.beside for j in between
    )
    willing = all(_WILL_WAIT.search(context.turns[j].line) for j in between)
    most = _AGREES_AT_LENGTH if willing else _AGREES
    short = sum(len(context.turns[j].words) for j in between) <= most
    line = context.turns[after].line
    sends = _HANDS_OVER.search(line) or _SENDS.search(line) or context.to_colleague(after)
    return agreed and short and len(context.turns[after].words) > 1 and not sends
