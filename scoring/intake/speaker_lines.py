"""This module contains the reading of lines of text as turns: which labels are speakers."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from scoring.intake.draft import Piece
from scoring.intake.line_parts import HEADER, Line, is_known, split_line


class Script(NamedTuple):
    """This represents read lines: pieces, the head above them, and lines of which the speaker is in doubt."""

    pieces: tuple[Piece, ...]
    head: dict[str, str]
    skipped: int = 0
    doubtful: int = 0


def read_lines(lines: Iterable[str]) -> Script:
    """Calling this makes pieces of lines; without any speaker label every line is a piece of its own."""
    read = [line for raw in lines if (line := split_line(raw)).text or line.label or line.start is not None]
    accepted = _accepted(read)
    if not accepted:
        return Script(_unlabelled(read), {})
    script = _labelled([_keep(line, accepted) for line in read])
    return script._replace(doubtful=sum(1 for line in read if _doubtful(line, accepted)))


def _accepted(lines: Sequence[Line]) -> frozenset[str]:
    """The labels that are speakers: known ones, and names that come back or stand on most lines."""
    counts = Counter(line.label for line in lines if line.label and line.label.casefold() not in HEADER)
    most = sum(counts.values()) >= 0.6 * len(lines)
    stamped = {line.label for line in lines if line.stamped or (line.start is not None and not line.text)}
    return frozenset(
        label
        for label, count in counts.items()
        if is_known(label)
        or (most and len(label.split()) <= 3)
        or ((label in stamped or count > 1) and not label[0].islower())
    )


def _doubtful(line: Line, accepted: frozenset[str]) -> bool:
    """`Kees: ja`, once among turns of several lines: a speaker, or said by the one before?"""
    label = line.label or ""
    return (
        label[:1].isupper()
        and len(label.split()) <= 2
        and label not in accepted
        and label.casefold() not in HEADER
    )


def _keep(line: Line, accepted: frozenset[str]) -> Line:
    if line.label is None or line.label in accepted or line.label.casefold() in HEADER:
        return line
    if line.stamped:
        return line._replace(label=None, text=line.whole)
    return Line(None, line.whole, None, None)


def _unlabelled(lines: Sequence[Line]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    pending: Line | None = None
    for line in lines:
        text = line.whole if line.label else line.text
        timed = line if line.start is not None or pending is None else pending
        pending = None if text else line
        if text:
            pieces.append(Piece(text=text, start=timed.start, end=timed.end))
    return tuple(pieces)


def _labelled(lines: Sequence[Line]) -> Script:
    turns: list[list[Line]] = []
    head: dict[str, str] = {}
    skipped, pending = 0, Line(None, "", None, None)
    for line in lines:
        in_head = line.label is not None and line.label.casefold() in HEADER
        if in_head and not turns:
            head[str(line.label).casefold()] = line.text
        elif line.label is not None and not in_head:
            turns.append(
                [line if line.start is not None else line._replace(start=pending.start, end=pending.end)]
            )
            pending = Line(None, "", None, None)
        elif not line.text:
            pending = line
        elif turns:
            turns[-1].append(
                line._replace(label=None, text=f"{line.label}: {line.text}" if in_head else line.text)
            )
        else:
            skipped += 1
    return Script(tuple(_piece(turn) for turn in turns if any(line.text for line in turn)), head, skipped)


def _piece(turn: Sequence[Line]) -> Piece:
    text = " ".join(line.text for line in turn if line.text)
    timed = next((line for line in turn if line.start is not None), turn[0])
    return Piece(label=str(turn[0].label), text=text, start=timed.start, end=timed.end)
