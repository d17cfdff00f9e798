"""This module contains the parts of a call in which nobody of the two speaks: tapes and music on hold."""

from collections.abc import Sequence

from scoring.call import SoundKind, Sounds, Speaker, Turn
from scoring.language.announcements import answers, from_tape
from scoring.speech.invented import lines
from scoring.speech.turns import Utterance

TAPE = "bandje"
"""The label of announcements; the roles take it for `other`."""

PAUSE = 1.5
"""Seconds between a tape and the person who answers; a greeting holds shorter pauses."""

LONG = 6
"""Words from which speech before the answer is a tape also when its text is not known."""

MUTTERED = 2
"""Words that a caller may say while a tape plays without the call having begun."""


def tape_apart(said: Sequence[Utterance]) -> tuple[Utterance, ...]:
    """The utterances with the lines of tapes as utterances of their own, labelled as such.

    Before somebody answers, a known text is a tape, with all that the same channel said before it. So is
    longer speech on the channel of who answers, with a pause before the answer.
    """
    pieces = [Utterance(u.label, line) for u in said for line in lines(u.words)]
    answer = next((i for i, piece in enumerate(pieces) if answers(piece.text)), None)
    opening = _opening(pieces, answer)
    tape = {i for i, piece in enumerate(pieces) if from_tape(piece.text, opening=i < opening)}
    known = max((i for i in tape if i < opening), default=-1)
    tape |= {i for i in range(known) if pieces[i].label == pieces[known].label}
    if answer is not None and answer <= opening:
        tape |= _before(pieces, answer)
    return tuple(_joined(said, pieces, tape))


def with_music(turns: Sequence[Turn], sounds: Sounds) -> tuple[Turn, ...]:
    """The turns with music on hold in its place, as a turn of nobody, with how long it lasted."""
    played: list[tuple[float, float]] = []
    for event in sounds.of(SoundKind.MUSIC):
        if played and event.start <= played[-1][1]:
            played[-1] = played[-1][0], max(played[-1][1], event.end)
        else:
            played.append((event.start, event.end))
    added = [
        Turn(speaker=Speaker.OTHER, text=f"(wachtmuziek, {end - start:.0f} seconden)", start=start, end=end)
        for start, end in played
    ]
    return tuple(sorted([*turns, *added], key=lambda turn: turn.start or 0.0))


def _opening(pieces: Sequence[Utterance], answer: int | None) -> int:
    """The first line that is not before the answer: somebody answers, or a second voice joins in."""
    own = pieces[0].label if pieces else ""
    joins = (i for i, p in enumerate(pieces) if p.label != own and len(p.words) > MUTTERED)
    other = next(joins, len(pieces))
    return other if answer is None else min(answer, other)


def _before(pieces: Sequence[Utterance], answer: int) -> set[int]:
    own = [i for i in range(answer) if pieces[i].label == pieces[answer].label]
    words = sum(len(pieces[i].words) for i in own)
    if not own or words < LONG or pieces[answer].start - _end(pieces[own[-1]]) < PAUSE:
        return set()
    return set(own)


def _end(piece: Utterance) -> float:
    return max(word.end or 0.0 for word in piece.words)


def _joined(said: Sequence[Utterance], pieces: Sequence[Utterance], tape: set[int]) -> list[Utterance]:
    """The utterances as they were, cut only where a tape begins or ends."""
    found: list[Utterance] = []
    place = 0
    for utterance in said:
        parts: list[Utterance] = []
        for _ in lines(utterance.words):
            label = TAPE if place in tape else utterance.label
            if parts and parts[-1].label == label:
                parts[-1].words.extend(pieces[place].words)
            else:
                parts.append(Utterance(label, list(pieces[place].words)))
            place += 1
        found += parts
    return sorted(found, key=lambda utterance: utterance.start)
