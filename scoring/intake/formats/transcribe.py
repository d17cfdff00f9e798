"""This module contains the JSON of Amazon Transcribe, with speakers or channels, and of Call Analytics."""

from collections.abc import Iterable, Mapping
from typing import cast

from pydantic import JsonValue

from scoring.call import Word
from scoring.intake.draft import Draft, Format, Piece, join, one_line, seconds
from scoring.intake.source import Source

Tree = dict[str, JsonValue]
Item = tuple[str, Word, bool]
"""Speaker label, word, and whether it is a punctuation mark that belongs to the word before."""


def recognises(source: Source) -> bool:
    """Whether this is a Transcribe result or a Call Analytics transcript."""
    tree = source.tree
    if not isinstance(tree, dict):
        return False
    results = tree.get("results")
    standard = isinstance(results, dict) and ("items" in results or "transcripts" in results)
    return standard or isinstance(tree.get("Transcript"), list)


def parse(source: Source) -> Draft:
    """Calling this reads either of the two shapes."""
    tree = cast(Tree, source.tree)
    analytics = isinstance(tree.get("Transcript"), list)
    pieces = _analytics(tree) if analytics else _standard(cast(Tree, tree["results"]))
    language = tree.get("LanguageCode") or _dict(tree.get("results")).get("language_code") or "nl"
    return Draft(pieces=join(pieces), language=str(language).split("-")[0], engine="amazon-transcribe")


def _dict(value: JsonValue) -> Tree:
    return value if isinstance(value, dict) else {}


def _dicts(value: JsonValue) -> list[Tree]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _analytics(tree: Tree) -> Iterable[Piece]:
    roles = {
        str(p.get("ParticipantId")): str(p.get("ParticipantRole", ""))
        for p in _dicts(tree.get("Participants"))
    }
    for turn in _dicts(tree["Transcript"]):
        named = str(turn.get("ParticipantRole") or turn.get("ParticipantId") or "")
        items = [_analytics_item(item) for item in _dicts(turn.get("Items"))]
        yield Piece(
            label=roles.get(named) or named,
            text=one_line(str(turn.get("Content") or "")),
            start=seconds(turn.get("BeginOffsetMillis"), 0.001),
            end=seconds(turn.get("EndOffsetMillis"), 0.001),
            words=tuple(_punctuated(items)),
        )


def _analytics_item(item: Tree) -> Item:
    word = Word(
        text=one_line(str(item.get("Content") or "")),
        start=seconds(item.get("BeginOffsetMillis"), 0.001),
        end=seconds(item.get("EndOffsetMillis"), 0.001),
        probability=seconds(item.get("Confidence")),
    )
    return "", word, str(item.get("Type", "")).lower() == "punctuation"


def _standard(results: Tree) -> Iterable[Piece]:
    channels = _dicts(_dict(results.get("channel_labels")).get("channels"))
    if channels:
        for channel in channels:
            label = str(channel.get("channel_label", ""))
            yield from _runs(_items(_dicts(channel.get("items")), {}, label))
        return
    items = _items(_dicts(results.get("items")), _speakers(results), "")
    if items:
        yield from _runs(items)
        return
    for transcript in _dicts(results.get("transcripts")):
        yield Piece(text=one_line(str(transcript.get("transcript") or "")))


def _speakers(results: Tree) -> dict[str, str]:
    """Start time of each word → speaker, for results that keep the speakers apart from the words."""
    segments = _dicts(_dict(results.get("speaker_labels")).get("segments"))
    return {
        str(item.get("start_time")): str(item.get("speaker_label", segment.get("speaker_label", "")))
        for segment in segments
        for item in _dicts(segment.get("items"))
    }


def _items(items: list[Tree], speakers: Mapping[str, str], label: str) -> list[Item]:
    found: list[Item] = []
    for item in items:
        start = item.get("start_time")
        named = item.get("speaker_label") or speakers.get(str(start)) or item.get("channel_label") or label
        best = next(iter(_dicts(item.get("alternatives"))), {})
        word = Word(
            text=one_line(str(best.get("content") or "")),
            start=seconds(start),
            end=seconds(item.get("end_time")),
            probability=seconds(best.get("confidence")),
        )
        found.append((str(named), word, item.get("type") == "punctuation"))
    return found


def _punctuated(items: Iterable[Item]) -> list[Word]:
    """The words with every mark stuck to the word before it."""
    words: list[Word] = []
    for _, word, mark in items:
        if mark and words:
            words[-1] = words[-1].model_copy(update={"text": words[-1].text + word.text})
        elif word.text:
            words.append(word)
    return words


def _runs(items: list[Item]) -> Iterable[Piece]:
    """Pieces of words of one speaker; a mark and a word without a speaker go with the word before."""
    run: list[Item] = []
    for label, word, mark in items:
        owner = run[-1][0] if run and (mark or not label) else label
        if run and (owner != run[-1][0] or _paused(run, word)):
            yield _spoken(run)
            run = []
        run.append((owner, word, mark))
    if run:
        yield _spoken(run)


def _paused(run: list[Item], word: Word) -> bool:
    last = next((item[1].end for item in reversed(run) if item[1].end is not None), None)
    return last is not None and word.start is not None and word.start - last > 1.0


def _spoken(run: list[Item]) -> Piece:
    words = _punctuated(run)
    starts = [word.start for word in words if word.start is not None]
    ends = [word.end for word in words if word.end is not None]
    text = " ".join(word.text for word in words)
    return Piece(
        label=run[0][0],
        text=text,
        start=min(starts, default=None),
        end=max(ends, default=None),
        words=tuple(words),
    )


FORMAT = Format(name="Amazon Transcribe", recognises=recognises, parse=parse)
