"""This package contains intake: a file becomes a Call, with a Transcript, Audio or both."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import Field, JsonValue

from scoring.call import Audio, Call, Transcript
from scoring.errors import InputError
from scoring.intake import audio as sound
from scoring.intake.draft import to_transcript
from scoring.intake.formats import parse
from scoring.intake.metadata import FILENAME, Metadata, from_filename, from_folder, metadata_from
from scoring.intake.source import digest_of, open_source
from scoring.record import Record
from scoring.settings import Settings

__all__ = ["Intake", "Metadata", "call_files", "read", "read_many"]

_READABLE = sound.SUFFIXES | frozenset(
    (".json", ".txt", ".vtt", ".srt", ".csv", ".tsv", ".xlsx", ".docx", ".md")
)


class Intake(Record):
    """This represents a file that was read; `labels` are the human answers that a labelled call carries."""

    call: Call
    transcript: Transcript | None = None
    audio: Audio | None = None
    labels: dict[str, JsonValue] = Field(default_factory=dict)


def read(path: Path, settings: Settings, metadata: Metadata | None = None) -> Intake:
    """Calling this reads one recording or transcript; raises InputError, in Dutch, naming the file.

    What is typed in (`metadata`) goes before metadata.csv, that before the file's content and its name.
    """
    typed = (metadata or Metadata()).over(from_folder(path))
    if sound.is_audio(path):
        measured = sound.probe(path, settings)
        known = typed.over(from_filename(path, settings))
        return Intake(call=known.to_call(digest_of(path), path.name), audio=measured)
    return _transcript(path, settings, typed)


def _transcript(path: Path, settings: Settings, typed: Metadata) -> Intake:
    source = open_source(path)
    draft = parse(source)
    transcript = to_transcript(draft, source)
    told = metadata_from(draft.about, path.name, forgiving=True)
    call = typed.over(told).over(from_filename(path, settings)).to_call(source.digest, path.name)
    recording = sound.beside(path)
    try:
        audio = sound.probe(recording, settings) if recording else None
    except InputError as error:  # a broken recording must not cost the transcript
        note = f"De opname bij dit gesprek is niet gebruikt. {error}"
        transcript = transcript.model_copy(update={"warnings": (*transcript.warnings, note)})
        audio = None
    return Intake(call=call, transcript=transcript, audio=audio, labels=draft.labels)


def read_many(paths: Iterable[Path], settings: Settings) -> Iterator[tuple[Path, Intake | InputError]]:
    """Calling this reads files, and folders file by file; a bad file gives its error and the rest goes on."""
    for path in call_files(paths):
        try:
            yield path, read(path, settings)
        except InputError as error:
            yield path, error


def call_files(paths: Iterable[Path]) -> list[Path]:
    """The calls in these files and folders, in order.

    A recording beside its transcript is part of that call, not a call of its own.
    """
    return _without_attached(list(_files(paths)))


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from (p for p in sorted(path.iterdir()) if p.suffix.lower() in _READABLE and _is_call(p))
        elif _is_call(path):
            yield path


def _is_call(path: Path) -> bool:
    return path.name.casefold() != FILENAME and not path.name.startswith((".", "~$"))


def _without_attached(paths: list[Path]) -> list[Path]:
    written = {p.with_suffix("") for p in paths if p.suffix.lower() not in sound.SUFFIXES}
    return [p for p in paths if p.suffix.lower() not in sound.SUFFIXES or p.with_suffix("") not in written]
