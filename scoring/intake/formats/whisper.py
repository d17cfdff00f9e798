"""This module contains the JSON of openai-whisper, faster-whisper and WhisperX."""

from collections.abc import Iterable
from typing import cast

from pydantic import JsonValue

from scoring.call import Word
from scoring.intake.draft import Draft, Format, Piece, join, one_line, seconds
from scoring.intake.source import Source

_OLD_FIELDS = (
    "id",
    "seek",
    "start",
    "end",
    "text",
)  # faster-whisper before 1.1 dumps a segment as a plain list
_PAUSE = 1.0
"""Seconds of silence that end a turn when only words are given."""

Tree = dict[str, JsonValue]


def recognises(source: Source) -> bool:
    """Whether this is a recognition result, or a bare list of segments or words."""
    tree = source.tree
    if isinstance(tree, dict):
        listed = any(isinstance(tree.get(key), list) for key in ("segments", "word_segments"))
        return listed or (isinstance(tree.get("text"), str) and "language" in tree)
    return isinstance(tree, list) and bool(tree) and all(_is_segment(item) for item in tree)


def _is_segment(item: object) -> bool:
    if isinstance(item, dict):
        return "text" in item or "word" in item
    return isinstance(item, list) and len(item) >= 5 and isinstance(item[4], str)


def parse(source: Source) -> Draft:
    """Calling this reads segments; words with another speaker than their segment get a turn of their own."""
    tree: Tree = source.tree if isinstance(source.tree, dict) else {"segments": cast(JsonValue, source.tree)}
    segments = [_segment(item) for item in _items(tree.get("segments") or tree.get("word_segments"))]
    if not segments and isinstance(tree.get("text"), str):
        segments = [{"text": tree["text"]}]
    pieces = list(_pieces(segments))
    info = tree.get("info")
    language = tree.get("language") or (info.get("language") if isinstance(info, dict) else None)
    diarized = any(piece.label for piece in pieces)
    return Draft(
        pieces=join(pieces),
        language=language if isinstance(language, str) else "nl",
        engine="whisperx" if diarized else "whisper",
        model=str(tree["model"]) if isinstance(tree.get("model"), str) else None,
    )


def _items(value: JsonValue) -> list[JsonValue]:
    return value if isinstance(value, list) else []


def _segment(item: JsonValue) -> Tree:
    if isinstance(item, list):
        return dict(zip(_OLD_FIELDS, item, strict=False))
    return item if isinstance(item, dict) else {}


def _pieces(segments: list[Tree]) -> Iterable[Piece]:
    loose = [segment for segment in segments if "word" in segment and "text" not in segment]
    if loose:
        yield from _runs(loose, "", pause=_PAUSE)
        return
    for segment in segments:
        words = [word for word in _items(segment.get("words")) if isinstance(word, dict)]
        label = _label(segment)
        if any(_label(word) not in ("", label) for word in words):
            yield from _runs(words, label, pause=None)
        else:
            yield _whole(segment, words, label)


def _label(item: Tree) -> str:
    value = item.get("speaker")
    return one_line(str(value)) if isinstance(value, str | int) else ""


def _whole(segment: Tree, words: list[Tree], label: str) -> Piece:
    return Piece(
        label=label,
        text=one_line(str(segment.get("text") or "")),
        start=seconds(segment.get("start")),
        end=seconds(segment.get("end")),
        words=tuple(_word(word) for word in words),
    )


def _runs(words: list[Tree], label: str, pause: float | None) -> Iterable[Piece]:
    """Pieces of words with one speaker; a word without a speaker belongs to the one before it."""
    run: list[Word] = []
    speaker = label
    for item in words:
        word, owner = _word(item), _label(item) or speaker
        if run and (owner != speaker or _paused(run[-1], word, pause)):
            yield _spoken(run, speaker)
            run = []
        speaker = owner
        run.append(word)
    if run:
        yield _spoken(run, speaker)


def _paused(last: Word, word: Word, pause: float | None) -> bool:
    if pause is None or last.end is None or word.start is None:
        return False
    return word.start - last.end >= pause


def _spoken(run: list[Word], speaker: str) -> Piece:
    starts = [word.start for word in run if word.start is not None]
    ends = [word.end for word in run if word.end is not None]
    return Piece(
        label=speaker,
        text=" ".join(word.text for word in run if word.text),
        start=min(starts, default=None),
        end=max(ends, default=None),
        words=tuple(run),
    )


def _word(item: Tree) -> Word:
    probability = seconds(item.get("probability", item.get("score")))
    return Word(
        text=one_line(str(item.get("word") or item.get("text") or "")),
        start=seconds(item.get("start")),
        end=seconds(item.get("end")),
        probability=None if probability is None else min(1.0, probability),
    )


FORMAT = Format(name="Whisper-JSON", recognises=recognises, parse=parse)
