"""This module contains how turns lie in time: stretches of speech, pauses, waiting and who cuts whom off.

It measures time alone. Nothing about feelings is derived from it.
"""

import re
from collections.abc import Iterable, Sequence

from scoring.call import SoundKind, Speaker, Transcript, Turn
from scoring.record import Record

ESTIMATED = "stem"
"""How the label of a voice begins that was told from others by its sound, not by a channel of its own."""

WAIT, LONG_WAIT = 10.0, 30.0
"""Seconds without speech that are waiting: the first with music in it or announced, the second always."""

MUSIC = 3.0
"""Seconds of music in a pause that make it waiting."""

CUTS_IN = 0.3
"""Seconds that a turn must begin before the other's end to be an interruption."""

_JOINED = 0.3  # seconds between two words that still are one stretch of speech
_TOUCHING = 0.1  # seconds between two turns of an estimated division that may hide an overlap
_HUMS = 2  # words of a turn that takes nothing over: "ja", "hm hm"
_STAGE = re.compile(r"[(\[][^()\[\]]*[)\]]")
_ENDS = re.compile(r"[.!?…][\"')\]]*\s*$")


class Span(Record):
    """This represents a stretch of time in seconds, and the turns at its beginning and end."""

    start: float
    end: float
    before: int
    after: int

    @property
    def duration(self) -> float:
        """Seconds."""
        return self.end - self.start


def timed(turns: Iterable[Turn]) -> bool:
    """Whether every turn has its times."""
    return all(turn.start is not None and turn.end is not None for turn in turns)


def estimated(transcript: Transcript) -> bool:
    """Whether voices shared a channel, so that of speech at the same time only one voice is heard."""
    voices = {turn.voice for turn in transcript.turns}
    return any(voice.startswith(ESTIMATED) for voice in voices) or (
        transcript.engine is not None and len(voices - {""}) == 1
    )


def words_a_minute(turns: Iterable[Turn], min_words: int = 5) -> float | None:
    """Articulation rate: words over the seconds they take, in turns of `min_words` timed words or more."""
    count, seconds = 0, 0.0
    for turn in turns:
        ends = [w.end - w.start for w in turn.words if w.start is not None and w.end is not None]
        if len(ends) >= min_words:
            count += len(ends)
            seconds += sum(ends)
    return 60 * count / seconds if seconds else None


def speech(turns: Iterable[Turn]) -> list[tuple[float, float]]:
    """The stretches in which somebody of these turns speaks, in order and not overlapping."""
    parts = sorted(part for turn in turns for part in _parts(turn))
    joined: list[tuple[float, float]] = []
    for start, end in parts:
        if joined and start - joined[-1][1] < _JOINED:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def together(first: Sequence[tuple[float, float]], second: Sequence[tuple[float, float]]) -> float:
    """Seconds in which both of two ordered lists of stretches go on."""
    total, i, j = 0.0, 0, 0
    while i < len(first) and j < len(second):
        total += max(0.0, min(first[i][1], second[j][1]) - max(first[i][0], second[j][0]))
        if first[i][1] < second[j][1]:
            i += 1
        else:
            j += 1
    return total


def pauses(turns: Sequence[Turn], least: float) -> list[Span]:
    """The stretches of at least so many seconds in which nobody speaks, with the turns around them."""
    found: list[Span] = []
    last: tuple[float, int] | None = None
    for i, turn in enumerate(turns):
        for start, end in _parts(turn):
            if last is not None and start - last[0] >= least:
                found.append(Span(start=last[0], end=start, before=last[1], after=i))
            if last is None or end > last[0]:
                last = end, i
    return found


def waiting(transcript: Transcript, announced: frozenset[int] = frozenset()) -> list[Span]:
    """The pauses in which the caller waits, once the employee has spoken; `announced` holds turns that say so."""
    if not timed(transcript.turns):
        return []
    first = next((i for i, _ in transcript.by(Speaker.AGENT)), len(transcript.turns))
    return [
        pause
        for pause in pauses(transcript.turns, WAIT)
        if pause.before >= first
        and (
            pause.duration >= LONG_WAIT
            or announced & {pause.before, pause.before - 1}
            or _music(transcript, pause)
        )
    ]


def interruptions(transcript: Transcript, by: Speaker) -> list[int]:
    """The turns with which this speaker cuts the other off: begun before the other's end, and outlasting it.

    Where voices were told apart by sound, overlap cannot be seen: there a turn counts that follows without
    a breath on a sentence that is not finished.
    """
    turns = transcript.turns
    if not timed(turns):
        return []
    other = Speaker.CALLER if by is Speaker.AGENT else Speaker.AGENT
    punctuated = sum(bool(_ENDS.search(turn.text)) for turn in turns) > 0.6 * len(turns)
    guess = estimated(transcript) and punctuated
    return [i for i, turn in transcript.by(by) if _cuts_in(turns, i, other, guess)]


def _cuts_in(turns: Sequence[Turn], i: int, other: Speaker, guess: bool) -> bool:
    this = turns[i]
    begins, ends = this.start or 0.0, this.end or 0.0
    if len(this.text.split()) <= _HUMS:
        return False
    for before in reversed(turns[max(0, i - 3) : i]):
        until = before.end or 0.0
        if before.speaker is not other:
            continue
        if begins < until - CUTS_IN and ends > until:
            return True
        if guess and abs(begins - until) < _TOUCHING and not _ENDS.search(before.text):
            return True
    return False


def _parts(turn: Turn) -> list[tuple[float, float]]:
    """The stretches in which this turn is spoken: none when it only says what else was heard, as "(muziek)"."""
    if not _STAGE.sub("", turn.text).strip():
        return []
    words = [(w.start, w.end) for w in turn.words if w.start is not None and w.end is not None]
    if words:
        return words
    return [(turn.start, turn.end)] if turn.start is not None and turn.end is not None else []


def _music(transcript: Transcript, pause: Span) -> bool:
    played = transcript.sounds.of(SoundKind.MUSIC) if transcript.sounds else ()
    return sum(max(0.0, min(e.end, pause.end) - max(e.start, pause.start)) for e in played) >= MUSIC
