"""This module contains what a format reads from a file, and how that becomes a transcript."""

import math
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence

from pydantic import Field, JsonValue

from scoring.call import Roles, Speaker, Transcript, Turn, Word
from scoring.intake.source import Source
from scoring.language.roles import guess_roles
from scoring.record import Record

JOIN_GAP = 2.0
"""Seconds of silence after which cues of one speaker are two turns."""

_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\u200b-\u200f\u2060\ufeff]")


class Piece(Record):
    """This represents a stretch of speech with the label that the file gives its speaker (empty: none)."""

    label: str = ""
    text: str
    start: float | None = None
    end: float | None = None
    words: tuple[Word, ...] = ()


class Draft(Record):
    """This represents a file's content: pieces in order, and what the file says about the call."""

    pieces: tuple[Piece, ...]
    roles: Roles | None = None
    about: dict[str, JsonValue] = Field(default_factory=dict)
    labels: dict[str, JsonValue] = Field(default_factory=dict)
    language: str = "nl"
    engine: str | None = None
    model: str | None = None
    warnings: tuple[str, ...] = ()


class Format(Record):
    """This represents one transcript format: its Dutch name, how it is recognised and how it is read."""

    name: str
    recognises: Callable[[Source], bool]
    parse: Callable[[Source], Draft]


def clean(text: str) -> str:
    """The text in composed characters, without what no screen or database can hold."""
    return unicodedata.normalize("NFC", _UNFIT.sub("", text))


def one_line(text: str) -> str:
    """The text cleaned, with every run of white space as one space."""
    return " ".join(clean(text).split())


def seconds(value: object, scale: float = 1.0) -> float | None:
    """A time in seconds from a number or numeric text, None when it is no usable time."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = float(value) * scale
    except (ValueError, OverflowError):
        return None
    return round(number, 3) if math.isfinite(number) and number >= 0 else None


def join(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Pieces in order of time, cues of one named speaker that follow on each other made one piece."""
    ordered = [piece for piece in pieces if piece.text.strip()]
    if all(piece.start is not None for piece in ordered):
        ordered.sort(key=lambda piece: piece.start or 0.0)
    runs: list[list[Piece]] = []
    for piece in ordered:
        if runs and _follows(runs[-1][-1], piece):
            runs[-1].append(piece)
        else:
            runs.append([piece])
    return tuple(_joined(run) for run in runs)


def _follows(last: Piece, piece: Piece) -> bool:
    if not piece.label or piece.label != last.label or piece.start is None or last.end is None:
        return False
    return piece.start - last.end <= JOIN_GAP


def _joined(run: Sequence[Piece]) -> Piece:
    if len(run) == 1:
        return run[0]
    return Piece(
        label=run[0].label,
        text=" ".join(piece.text for piece in run),
        start=run[0].start,
        end=max((piece.end for piece in run if piece.end is not None), default=None),
        words=tuple(word for piece in run for word in piece.words),
    )


def to_transcript(draft: Draft, source: Source) -> Transcript:
    """Calling this gives every piece its role; raises InputError when nothing is said."""
    pieces = draft.pieces
    if not any(piece.text.strip() for piece in pieces):
        raise source.refuse("er staat geen gesproken tekst in. Controleer of dit het goede bestand is.")
    roles = draft.roles or guess_roles([(piece.label, piece.text) for piece in pieces])
    backwards = sum(1 for piece in pieces if _backwards(piece))
    note = (f"Bij {backwards} beurten klopt de tijd niet; die tijd is weggelaten.",) if backwards else ()
    return Transcript(
        call_id=source.digest,
        turns=tuple(_turn(piece, roles) for piece in pieces),
        language=draft.language,
        engine=draft.engine,
        model=draft.model,
        roles=roles,
        warnings=draft.warnings + note,
    )


def _backwards(piece: Piece) -> bool:
    return piece.start is not None and piece.end is not None and piece.end < piece.start


def _turn(piece: Piece, roles: Roles) -> Turn:
    return Turn(
        speaker=roles.labels.get(piece.label, Speaker.OTHER),
        text=piece.text,
        start=piece.start,
        end=None if _backwards(piece) else piece.end,
        words=piece.words,
        voice=piece.label,
    )
