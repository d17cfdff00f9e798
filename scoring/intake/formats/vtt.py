"""This module contains WebVTT: cues with `<v Naam>` or `Naam: tekst`."""

import html
import re

import webvtt

from scoring.intake.draft import Draft, Format, Piece, join, one_line
from scoring.intake.line_parts import split_line
from scoring.intake.source import Source
from scoring.intake.speaker_lines import read_lines
from scoring.intake.times import parse_time

_VOICE = re.compile(r"<v(?:\.[^ \t>]{0,40})?[ \t]([^>]{1,80})>")
_TAG = re.compile(r"</?(?:v|c|i|b|u|ruby|rt|lang|\d)[^<>]{0,80}>")


def recognises(source: Source) -> bool:
    """Whether the text starts with the WEBVTT mark, whatever the extension."""
    return source.text.lstrip().startswith("WEBVTT")


def parse(source: Source) -> Draft:
    """Calling this reads the cues; cues of one speaker that follow on each other become one turn."""
    try:
        captions = webvtt.from_string(source.text.strip()).captions
        cues = [(cue.raw_text, parse_time(str(cue.start)), parse_time(str(cue.end))) for cue in captions]
    except (webvtt.errors.MalformedFileError, webvtt.errors.MalformedCaptionError, ValueError) as error:
        raise source.refuse("deze WebVTT-ondertiteling klopt niet. Exporteer haar opnieuw.") from error
    return Draft(pieces=cue_pieces(cues))


def cue_pieces(cues: list[tuple[str, float | None, float | None]]) -> tuple[Piece, ...]:
    """The pieces of cues (text, start, end), with speakers from voice tags, else from `Naam:` in the text."""
    if any(_VOICE.search(text) for text, _, _ in cues):
        return join(piece for text, start, end in cues for piece in _voices(text, start, end))
    plain = [(_bare(line), start, end) for text, start, end in cues for line in text.splitlines()]
    names = {piece.label for piece in read_lines(text for text, _, _ in plain).pieces} - {""}
    return (
        join(_named(plain, names)) if names else join(_whole(text, start, end) for text, start, end in cues)
    )


def _voices(text: str, start: float | None, end: float | None) -> list[Piece]:
    """Split at voice tags: [before, name, words, name, words …]."""
    before, *rest = _VOICE.split(text)
    pieces = [Piece(text=_bare(before), start=start, end=end)]
    for name, words in zip(rest[::2], rest[1::2], strict=True):
        pieces.append(Piece(label=one_line(html.unescape(name)), text=_bare(words), start=start, end=end))
    return pieces


def _named(lines: list[tuple[str, float | None, float | None]], names: set[str]) -> list[Piece]:
    """A line without a name goes on with the speaker before it."""
    pieces: list[Piece] = []
    speaker = ""
    for text, start, end in lines:
        line = split_line(text)
        if line.label in names:
            speaker, text = str(line.label), line.text
        pieces.append(Piece(label=speaker, text=text, start=start, end=end))
    return pieces


def _whole(text: str, start: float | None, end: float | None) -> Piece:
    return Piece(text=_bare(text), start=start, end=end)


def _bare(text: str) -> str:
    return one_line(html.unescape(_TAG.sub("", text)))


FORMAT = Format(name="WebVTT", recognises=recognises, parse=parse)
