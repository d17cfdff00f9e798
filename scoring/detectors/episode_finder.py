"""This module contains where the holds and transfers of a call are: in who speaks, in what is said, by the clock."""

from collections.abc import Sequence
from itertools import pairwise

from scoring.call import Speaker
from scoring.detectors.context import CallContext
from scoring.language.episodes import End, Wait, by_handover, is_gap, waits
from scoring.language.handing import STAYS, leaves_waiting, passes_on, speaks_of_holding
from scoring.language.handing_words import (
    CALLS_OUT,
    FAILS,
    HANDS_OVER,
    SENDS,
    THANKS_FOR_WAITING,
    THOUGHT_GONE,
    WILL_WAIT,
)
from scoring.language.phrases import PhraseSet
from scoring.language.taking_over import taken_over
from scoring.language.timing import waiting

ANNOUNCED = 0.5
"""Probability from which an intent says that a turn announces a hold or transfer."""

DONE = {"hold": 0.5, "transfer": 0.35}
"""Probability from which an intent says that a part was done; a transfer makes both of its parts likely."""

PREPARED = 5
"""So many turns before the announcement an episode may already be prepared."""

FEW = 3
"""So few words say nothing new."""

_AGREES, _AGREES_AT_LENGTH = 8, 30
"""So many words the caller may need to say that waiting is all right; more when that is how they begin."""

_HANDING_TURNS = 4
"""A colleague is told who calls, and the caller who is on the line; more is talk."""

_END_TURNS, _END_WORDS = 3, 15
"""So near the end so few words of the employee say goodbye."""

_SOON = 3
"""So many turns after the announcement the colleague speaks."""


class EpisodeFinder:
    """This represents the search of one call for holds or transfers.

    `announcing` and `back`: phrases that announce one, and that an employee comes back with or passes on.
    """

    def __init__(self, context: CallContext, episode: str, announcing: PhraseSet, back: PhraseSet) -> None:
        self._context, self._episode, self._back = context, episode, back
        self._agent = context.by(Speaker.AGENT)
        self._speakers = [turn.speaker for turn in context.transcript.turns]
        said = {m.turn for m in announcing.find(context.index, set(self._agent))}
        likely = {i for i in self._agent if self._likely(i, episode) >= ANNOUNCED}
        self._announced = frozenset(i for i in said | likely if not self._only_tells(i))
        self._every = waits(context.turns, self._speakers, lambda i: i in self._announced)

    def _likely(self, i: int, intent: str) -> float:
        return self._context.intents[i].get(intent, 0.0)

    def _only_tells(self, i: int) -> bool:
        """Whether these words of waiting or passing on are no episode: the queue, a report for a colleague."""
        only = speaks_of_holding if self._episode == "hold" else passes_on
        return only(self._context.turns[i])

    def holds(self) -> list[Wait]:
        """The holds, those that show in who speaks first."""
        # where the employee said nothing before, the caller waited for a colleague, and comes back to a new opening
        found = [w for w in self._every if w.end is End.RETURNED and w.before]
        found += [Wait((i,), End.RETURNED, after) for i, after in self._unseen() if self._held(i, after)]
        found += self._confirmed(found)
        return found + self._by_the_clock(found)

    def _confirmed(self, found: Sequence[Wait]) -> list[Wait]:
        """Holds of which only the return is heard, when the caller says to have waited."""
        seen = {wait.after for wait in found}
        turns, speakers = self._context.turns, self._speakers
        return [
            Wait((before,), End.RETURNED, i)
            for before, i in pairwise(self._agent[1:])  # before, it was the queue
            if i not in seen and speakers[i + 1 : i + 2] == [Speaker.CALLER]
            if THANKS_FOR_WAITING.search(turns[i].line) and THOUGHT_GONE.search(turns[i + 1].line)
        ]

    def transfers(self) -> list[Wait]:
        """The transfers, each once."""
        gone = [w for w in self._every if w.end is not End.RETURNED]
        found = [w for w in gone if w.end is End.TRANSFERRED or self._announced & set(w.before)]
        for i, after in self._unseen():
            handing = self._handing(i)
            if handing or self._hands_over(i, after):
                found.append(Wait((i, *handing), End.TRANSFERRED, None))
        return by_handover(found + self._heard(), self._context.turns, self._speakers)

    def _heard(self) -> list[Wait]:
        """The transfer that shows in who talks: a colleague takes over and the employee is gone."""
        over = taken_over(self._context.turns, self._speakers)
        if over is None:
            return []
        last = [i for i in self._agent if over.left - PREPARED <= i < over.left]
        told = [i for i in last if self._likely(i, self._episode) >= DONE[self._episode]]
        return [Wait((*told, over.left), End.TRANSFERRED, over.came)]

    def _unseen(self) -> list[tuple[int, int | None]]:
        """The turns that may begin an episode which only words show, each with the employee's next turn."""
        seen = {i for wait in self._every for i in wait.before}
        then = [*self._agent[1:], None]
        both = zip(self._agent, then, strict=True) if self._agent else ()
        return [
            (i, after) for i, after in both if i not in seen and (self._leaves(i) or i in self._announced)
        ]

    def _leaves(self, i: int) -> bool:
        return self._episode == "hold" and leaves_waiting(self._context.turns[i])

    def _held(self, i: int, after: int | None) -> bool:
        """Whether the employee comes back with this turn after a hold was announced."""
        if after is None:
            return False
        returned = self._likely(after, "hold_return") >= ANNOUNCED
        returned = returned or bool(self._back.find(self._context.index, {after}))
        return returned or (self._leaves(i) and self._goes_on(i, after))

    def _goes_on(self, i: int, after: int) -> bool:
        """Whether the caller only agreed to wait, and the employee then talks to the caller again."""
        between = range(i + 1, after)
        beside = self._context.beside
        if any(self._speakers[j] is not Speaker.CALLER and j not in beside for j in between):
            return False
        turns = self._context.turns
        said = [j for j in between if not CALLS_OUT.search(turns[j].line)]
        most = _AGREES_AT_LENGTH if all(WILL_WAIT.search(turns[j].line) for j in said) else _AGREES
        if sum(len(turns[j].words) for j in said) > most or len(turns[after].words) < 2:
            return False
        line = turns[after].line
        return not (HANDS_OVER.search(line) or SENDS.search(line) or self._context.to_colleague(after))

    def _by_the_clock(self, found: Sequence[Wait]) -> list[Wait]:
        """Holds that only the times show: long without speech, or with music, and the employee is back."""
        seen = {i for wait in found for i in (*wait.before, wait.after)}
        return [
            Wait((max(i for i in self._agent if i <= pause.before),), End.RETURNED, pause.after)
            for pause in waiting(self._context.transcript, self._announced)
            if pause.after in self._agent and not seen & {pause.before, pause.after}
        ]

    def _hands_over(self, i: int, after: int | None) -> bool:
        """Whether only the caller or somebody else still speaks after this announcement."""
        turns = self._context.turns
        others = [j for j in range(i + 1, len(turns)) if self._speakers[j] is Speaker.OTHER]
        talking = [j for j in others if not is_gap(turns[j], Speaker.OTHER)]
        if after is None or (talking and talking[0] <= i + _SOON):
            return True
        short = after >= len(turns) - _END_TURNS and len(turns[after].words) < _END_WORDS
        return short and not any(FAILS.search(turns[j].line) for j in self._agent if j > i)

    def _handing(self, i: int) -> tuple[int, ...]:
        """The employee's turns behind this one when they only bring caller and colleague together, else none."""
        later = [j for j in self._agent if j > i]
        lines = {j: self._context.turns[j].line for j in later if len(self._context.turns[j].words) > FEW}
        brings = {j for j, line in lines.items() if HANDS_OVER.search(line)}
        told = {m.turn for m in self._back.find(self._context.index, set(lines))}
        other = [j for j in lines if j not in brings | told and not STAYS.search(lines[j])]
        if not brings or other or len(later) > _HANDING_TURNS or any(map(FAILS.search, lines.values())):
            return ()
        return tuple(later)
