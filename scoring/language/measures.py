"""This module contains the physical measures of a call: pace, share, pauses, overlap, waiting, greeting."""

from scoring.call import SoundKind, Speaker, Transcript, Turn
from scoring.language import timing
from scoring.language.timing import Span
from scoring.record import Record

PAUSE = 3.0
"""Seconds without speech that are a pause worth showing."""

_HUMS = 2
"""Words of the other ("ja", "hm hm") that do not end a monologue."""


class Voice(Record):
    """This represents how one speaker spoke; seconds, share of all speech (0–1), words a minute, turns.

    `interruptions` are the turns with which this speaker cut the other off.
    """

    seconds: float
    share: float
    words_a_minute: float | None
    longest: Span
    interruptions: tuple[int, ...] = ()


class Measures(Record):
    """This represents what a clock can tell about a call; seconds. None: this recording cannot show it.

    `exact`: every speaker has a channel of their own; else overlap is unknown and interruptions are an
    indication. `greeting`: from answering (else the beginning of the recording) to the employee's first word.
    """

    exact: bool
    agent: Voice | None
    caller: Voice | None
    overlap: float | None
    pauses: tuple[Span, ...]
    waiting: tuple[Span, ...]
    greeting: float | None

    @property
    def waited(self) -> float:
        """Seconds that the caller waited on the line."""
        return sum(span.duration for span in self.waiting)


def measure(transcript: Transcript, announced: frozenset[int] = frozenset()) -> Measures | None:
    """Calling this measures a transcript; `announced` holds turns that announce waiting. None without times."""
    turns = transcript.turns
    if not timing.timed(turns):
        return None
    exact = not timing.estimated(transcript)
    spoken = {s: timing.speech(turn for _, turn in transcript.by(s)) for s in Speaker}
    return Measures(
        exact=exact,
        agent=_voice(transcript, Speaker.AGENT),
        caller=_voice(transcript, Speaker.CALLER),
        overlap=timing.together(spoken[Speaker.AGENT], spoken[Speaker.CALLER]) if exact else None,
        pauses=tuple(timing.pauses(turns, PAUSE)),
        waiting=tuple(timing.waiting(transcript, announced)),
        greeting=_greeting(transcript),
    )


def _voice(transcript: Transcript, speaker: Speaker) -> Voice | None:
    mine = [turn for _, turn in transcript.by(speaker) if turn.text.strip()]
    if not mine:
        return None
    talk = [turn for turn in transcript.turns if turn.speaker is not Speaker.OTHER]
    seconds, every = _seconds(mine), _seconds(mine) + _seconds([t for t in talk if t.speaker is not speaker])
    return Voice(
        seconds=seconds,
        share=seconds / every if every else 0.0,
        words_a_minute=timing.words_a_minute(mine),
        longest=_longest(transcript, speaker),
        interruptions=tuple(timing.interruptions(transcript, speaker)),
    )


def _seconds(turns: list[Turn]) -> float:
    return sum(end - start for start, end in timing.speech(turns))


def _longest(transcript: Transcript, speaker: Speaker) -> Span:
    """The longest time that this speaker went on, with the first and last turn of it."""
    best = current = None
    for i, turn in enumerate(transcript.turns):
        start, end = turn.start or 0.0, turn.end or 0.0
        if turn.speaker is not speaker:
            current = current if len(turn.text.split()) <= _HUMS else None
            continue
        goes_on = current is not None and start - current.end < PAUSE
        if current is None or not goes_on:
            current = Span(start=start, end=end, before=i, after=i)
        else:
            current = current.model_copy(update={"end": max(end, current.end), "after": i})
        if best is None or current.duration > best.duration:
            best = current
    assert best is not None
    return best


def _greeting(transcript: Transcript) -> float | None:
    first = next((turn.start for _, turn in transcript.by(Speaker.AGENT) if turn.text.strip()), None)
    if first is None:
        return None
    rings = transcript.sounds.of(SoundKind.RING) if transcript.sounds else ()
    answered = max((ring.end for ring in rings if ring.end <= first), default=0.0)
    return first - answered
