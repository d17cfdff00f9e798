"""This module contains how loud a recording is from moment to moment, for drawing; kept beside it."""

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import av
import numpy as np
from numpy.typing import NDArray
from pydantic import ValidationError

from scoring.errors import SpeechError
from scoring.record import Record
from scoring.speech.decode import FORMATS, LARGEST_GAP, SMALLEST_GAP
from scoring.whole_file import whole_file

RATE = 8_000
"""Samples a second: enough to see speech, and a tenth of the work of listening."""
BIN = 160
"""Samples a bin while reading: 20 milliseconds."""
BATCH = 500 * BIN
"""Samples that are looked at together: ten seconds."""
POINTS = 1_000
"""Points a channel that are kept; a screen is not wider."""
SUFFIX = ".golf.json"
"""What stands behind the name of a recording in the name of its peaks."""


class Peaks(Record):
    """This represents loudness 0–100 of the loudest, in equal steps over `seconds`, a row a channel."""

    content: str
    seconds: float
    rows: tuple[tuple[int, ...], ...]


def peaks(path: Path) -> Peaks:
    """Calling this gives the peaks of a recording, kept ones when its content is still the same.

    Reads the recording piece by piece, so a long one needs no more memory. Raises SpeechError.
    """
    kept = path.with_name(path.name + SUFFIX)
    content = _digest(path)
    known = _read(kept)
    if known is not None and known.content == content:
        return known
    found = _measured(path, content)
    _keep(kept, found)
    return found


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise SpeechError(f"{path.name}: dit bestand is niet te lezen ({error.strerror}).") from error


def _read(kept: Path) -> Peaks | None:
    try:
        return Peaks.model_validate_json(kept.read_bytes())
    except (OSError, ValidationError):
        return None  # absent, or half written by a program that was stopped: made anew


def _keep(kept: Path, found: Peaks) -> None:
    # a full or read-only disk only costs time: they are made again
    with suppress(OSError), whole_file(kept) as half:
        half.write_text(found.model_dump_json(), encoding="utf-8")


def _measured(path: Path, content: str) -> Peaks:
    try:
        with path.open("rb") as file, av.open(file, options={"format_whitelist": FORMATS}) as container:
            if not container.streams.audio:
                raise SpeechError(f"{path.name}: in dit bestand zit geen geluid.")
            loud, length = _loudness(container)
    except OSError as error:  # FFmpeg's own OSErrors land here too
        raise SpeechError(f"{path.name}: dit bestand is niet te lezen ({error.strerror}).") from error
    except av.FFmpegError as error:
        raise SpeechError(f"{path.name}: van deze opname is geen golfvorm te maken.") from error
    most = int(loud.max(initial=0)) or 1
    rows = tuple(tuple(round(100 * int(value) / most) for value in _fewer(row)) for row in loud)
    return Peaks(content=content, seconds=round(length / RATE, 3), rows=rows)


def _loudness(container: Any) -> tuple[NDArray[np.int32], int]:
    """The highest sample of each bin, a row a channel, and how many samples there are."""
    waiting: list[NDArray[np.int16]] = []
    done: list[NDArray[np.int32]] = []
    ready = total = 0
    for piece in _samples(container):
        waiting.append(piece)
        ready, total = ready + piece.shape[1], total + piece.shape[1]
        if ready >= BATCH:
            whole = np.concatenate(waiting, axis=1)
            end = ready - ready % BIN
            done.append(_highest(whole[:, :end]))
            waiting, ready = [whole[:, end:]], ready - end
    if ready:
        rest = np.concatenate(waiting, axis=1)
        done.append(_highest(np.pad(rest, ((0, 0), (0, -ready % BIN)))))
    return np.concatenate(done, axis=1) if done else np.zeros((1, 0), dtype=np.int32), total


def _samples(container: Any) -> Iterator[NDArray[np.int16]]:
    """The recording piece by piece; lost sound becomes silence, so that all keeps its place."""
    stream = container.streams.audio[0]
    count = 2 if stream.channels == 2 else 1
    resampler = av.AudioResampler("s16p", "stereo" if count == 2 else "mono", RATE)
    place, begin = 0, None
    for frame in _frames(container, stream):
        begin = frame.time if begin is None else begin
        missing = (frame.time or 0.0) - (begin or 0.0) - place / RATE
        if SMALLEST_GAP < missing < LARGEST_GAP:
            yield np.zeros((count, round(missing * RATE)), dtype=np.int16)
            place += round(missing * RATE)
        for piece in resampler.resample(frame):
            yield piece.to_ndarray()
            place += piece.samples
    for piece in resampler.resample(None):
        yield piece.to_ndarray()


def _frames(container: Any, stream: Any) -> Iterator[Any]:
    for packet in container.demux(stream):
        try:
            yield from packet.decode()
        except av.FFmpegError:
            continue  # a damaged piece stays silent


def _highest(samples: NDArray[np.int16]) -> NDArray[np.int32]:
    bins = np.abs(samples.astype(np.int32)).reshape(samples.shape[0], -1, BIN)
    return np.asarray(bins.max(axis=2), dtype=np.int32)


def _fewer(row: NDArray[np.int32]) -> NDArray[np.int32]:
    if len(row) <= POINTS:
        return row
    edges = np.arange(POINTS) * len(row) // POINTS
    return np.asarray(np.maximum.reduceat(row, edges), dtype=np.int32)
