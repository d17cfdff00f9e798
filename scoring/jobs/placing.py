"""This module contains how uploaded files get onto the disk: one folder a job, safe names."""

import re
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, Protocol
from uuid import uuid4

from scoring.errors import InputError
from scoring.intake import call_files
from scoring.intake.audio import beside, is_audio
from scoring.intake.metadata import FILENAME
from scoring.intake.source import digest_of

LONGEST_NAME = 150


class Upload(Protocol):
    """This represents a file as the browser gave it."""

    name: str

    def getbuffer(self) -> memoryview:
        """The content."""


class Placed(NamedTuple):
    """This represents a file that lies ready; its id is that of the call that it will become."""

    folder: str
    source: str
    call_id: str
    sound: bool


def placed(uploads: Sequence[Upload], folder: Path) -> list[Placed]:
    """Calling this writes uploads to disk, each call with its recording and metadata.csv in one folder."""
    staging = folder / f"nieuw-{uuid4().hex}"
    try:
        staging.mkdir(parents=True)
        paths = call_files([_written(upload, staging, at) for at, upload in enumerate(uploads)])
        return [_moved(path, folder, staging / FILENAME) for path in paths]
    except OSError as error:
        raise InputError(
            "De bestanden kunnen niet worden klaargezet. Controleer of de schijf vol is en of "
            "Klankbord in de gegevensmap mag schrijven."
        ) from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _written(upload: Upload, staging: Path, number: int) -> Path:
    path = staging / safe(upload.name)
    if path.exists():
        path = staging / str(number) / path.name
        path.parent.mkdir()
    path.write_bytes(upload.getbuffer())
    return path


def _moved(path: Path, folder: Path, table: Path) -> Placed:
    own = folder / uuid4().hex
    own.mkdir()
    sound = is_audio(path)
    found = None if sound else beside(path)
    for extra in (found, table if table.is_file() else None):
        if extra is not None:
            shutil.copyfile(extra, own / extra.name)
    target = path.replace(own / path.name)
    return Placed(own.name, target.name, digest_of(target), sound)


def safe(name: str) -> str:
    """A file name without folders and without characters that some computers refuse."""
    alone = re.split(r"[/\\]", name)[-1]
    kept = re.sub(r'[<>:"|?*\x00-\x1f]', "_", alone).strip(". ")
    return kept[-LONGEST_NAME:] or "bestand"
