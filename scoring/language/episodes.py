"""This module contains the episodes of a call: silences in which the caller waits, and how they end."""

import re
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import NamedTuple

from scoring.call import Speaker
from scoring.language.text import TurnText

_WAITING = re.compile(
    r"(?:wacht)?muziek|wachttoon|in de wacht|stilte|\bwacht|telefoon gaat over|gaat over|doorverbonden|kiestoon|piano|radio"
)
_TAPE = re.compile(
    r" (?:medewerkers zijn (?:in gesprek|bezet)|ogenblik geduld|blijft u aan de lijn|er zijn (?:nog )?\S+ wachtenden"
    r"|aantal wachtenden|u bent nummer|wachttijd is) "
)
_ONLY_WAITING = re.compile(
    r"(?:wachtmuziek|muziek|wachttoon|stilte|wacht|minuten|minuut|seconden|\d+|en|lange|korte)"
)
_BEFORE = 5
"""So many turns back a wait may be announced."""


class End(StrEnum):
    """This represents how a wait ends: employee back, somebody else on the line, or nobody."""

    RETURNED = "returned"
    TRANSFERRED = "transferred"
    NOBODY = "nobody"


class Wait(NamedTuple):
    """This represents a wait: the employee's turns before it, how it ends and the first turn after it."""

    before: tuple[int, ...]
    end: End
    after: int | None

    @property
    def start(self) -> int:
        """Its first turn."""
        return min(self.before, default=self.after or 0)

    @property
    def last(self) -> int:
        """Its last turn: what follows the wait, or what was said before."""
        return max((*self.before, self.after or 0))


def waits(
    turns: Sequence[TurnText], speakers: Sequence[Speaker], announces: Callable[[int], bool]
) -> list[Wait]:
    """All waits of a call, in order; `announces` tells whether an employee's turn says that one begins.

    A wait shows as music or silence, or, where the transcript leaves those out, as an announcement
    directly followed by the employee's return. The tape before the employee answers is no wait.
    """
    gaps = [is_gap(turn, speaker) for turn, speaker in zip(turns, speakers, strict=True)]
    found: list[Wait] = []
    since = 0
    i = next((n for n, speaker in enumerate(speakers) if speaker is Speaker.AGENT), len(turns))
    while i < len(turns):
        if gaps[i]:
            last = i
            while last + 1 < len(turns) and (gaps[last + 1] or _mutters(gaps, speakers, last + 1)):
                last += 1
            found.append(_wait(turns, speakers, announces, range(max(since, i - _BEFORE), i), last))
            i, since = last, last + 1
        i += 1
    return found


def by_handover(found: list[Wait], turns: Sequence[TurnText], speakers: Sequence[Speaker]) -> list[Wait]:
    """The transfers, the steps of one joined: announced, told to the colleague, and handed over."""
    joined: list[Wait] = []
    for wait in sorted(found, key=lambda w: w.start):
        if joined and not _met(turns, speakers, joined[-1].last, wait.start):
            first = joined.pop()
            steps = tuple(sorted({*first.before, *wait.before}))
            joined.append(Wait(steps, wait.end, first.after if wait.after is None else wait.after))
        else:
            joined.append(wait)
    return joined


def _met(turns: Sequence[TurnText], speakers: Sequence[Speaker], start: int, end: int) -> bool:
    """Whether between these turns somebody else spoke and the caller answered."""
    return any(
        (speakers[i], speakers[i + 1]) == (Speaker.OTHER, Speaker.CALLER)
        and not is_gap(turns[i], Speaker.OTHER)
        for i in range(start, end)
    )


def is_gap(turn: TurnText, speaker: Speaker) -> bool:
    """Whether nobody talks to the caller in this turn: music, silence or a waiting tape."""
    if speaker is Speaker.CALLER:
        return False
    if not turn.words:
        return bool(_WAITING.search(turn.stage))
    if speaker is Speaker.OTHER:
        only = all(_ONLY_WAITING.fullmatch(word) for word in turn.words)
        return only or bool(_TAPE.search(turn.line))
    return False


def _mutters(gaps: Sequence[bool], speakers: Sequence[Speaker], i: int) -> bool:
    """Whether the caller speaks here while still waiting: the next turn is waiting again."""
    return speakers[i] is Speaker.CALLER and i + 1 < len(gaps) and gaps[i + 1]


def _wait(
    turns: Sequence[TurnText],
    speakers: Sequence[Speaker],
    announces: Callable[[int], bool],
    before: range,
    last: int,
) -> Wait:
    agent = [j for j in before if speakers[j] is Speaker.AGENT]
    start = next((n for n, j in enumerate(agent) if announces(j)), max(0, len(agent) - 1))
    for after in range(last + 1, len(turns)):
        if speakers[after] is Speaker.AGENT:
            to_colleague = _talks_to_colleague(turns[after], speakers, after)
            end = End.TRANSFERRED if to_colleague else End.RETURNED
            return Wait(tuple(agent[start:]), end, after)
        if speakers[after] is Speaker.OTHER and turns[after].words:
            return Wait(tuple(agent[start:]), End.TRANSFERRED, after)
    return Wait(tuple(agent[start:]), End.NOBODY, None)


def _talks_to_colleague(turn: TurnText, speakers: Sequence[Speaker], i: int) -> bool:
    """Whether the employee introduces the caller to a colleague before handing over."""
    answered = i + 1 < len(speakers) and speakers[i + 1] is Speaker.OTHER
    return (
        answered
        and re.search(r" (?:aan de lijn|ik heb hier|voor je|heb ik hier|met \w+) ", turn.line) is not None
    )
