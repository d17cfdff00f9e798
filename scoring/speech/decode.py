"""This module contains the way from a sound file to samples: any format, 16 kHz, a row a channel."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Literal

import av
import numpy as np
from numpy.typing import NDArray

from scoring.errors import SpeechError

Samples = NDArray[np.float32]

RATE = 16_000
"""Samples a second that the speech models expect."""

FORMATS = "wav,w64,mp3,mov,ogg,flac,aac,amr,asf,matroska,au,aiff,gsm,g722,caf,avi,mulaw,alaw"
"""Containers that may be opened; a playlist or concat file could make the decoder read other files."""

SAMPLE = 4
"""Bytes in one float32."""

SMALLEST_GAP, LARGEST_GAP = 0.1, 60.0
"""Seconds of lost sound that are filled with silence; more is a wrong clock, not a gap."""

LOUDEST = 4.0
"""Level above which samples are no sound but garbage; resampling may go a little over 1."""

IN_MEMORY = 20 * 60 * RATE * SAMPLE
"""Bytes of a channel (20 minutes) that stay in memory; a longer recording waits in a temporary file."""

Coding = Literal["mulaw", "alaw"]


@dataclass(frozen=True)
class Sound:
    """This represents decoded sound: float32 from -1 to 1 at 16 kHz, one array a channel."""

    channels: tuple[Samples, ...]
    damaged: int = 0

    @property
    def duration(self) -> float:
        """Seconds."""
        return len(self.channels[0]) / RATE


def decode(path: Path, headerless: Coding | None = None, channels: int = 1) -> Sound:
    """Calling this reads a sound file; more than two channels become one. Raises SpeechError.

    `headerless` names the coding of bare G.711, which then has so many `channels`.
    """
    try:
        with path.open("rb") as file, _opened(file, headerless, channels) as container:
            return _decoded(container, path)
    except OSError as error:  # FFmpeg's own OSErrors land here too
        raise SpeechError(f"{path.name}: dit bestand is niet te lezen ({error.strerror}).") from error
    except (av.FFmpegError, ValueError) as error:  # ValueError: a layout or rate that cannot be converted
        raise SpeechError(
            f"{path.name}: dit is geen geluidsbestand dat Klankbord kan lezen. "
            "Gebruik WAV, MP3, M4A, OGG of FLAC."
        ) from error


@contextmanager
def _opened(file: IO[bytes], headerless: Coding | None, channels: int) -> Iterator[Any]:
    options = {"format_whitelist": FORMATS}
    if headerless:
        options |= {"sample_rate": "8000", "ch_layout": "stereo" if channels == 2 else "mono"}
    with av.open(file, format=headerless, options=options) as container:
        yield container


class _Row:
    """This represents the samples of one channel as they come in; many of them wait on disk."""

    def __init__(self) -> None:
        self._bytes = bytearray()
        self._file: IO[bytes] | None = None
        self._written = 0

    def __len__(self) -> int:
        return self._written + len(self._bytes)

    def extend(self, data: bytes) -> None:
        """Add float32 samples."""
        # Bytes that grow hold the sound once; a list of pieces joined at the end would hold it twice.
        self._bytes.extend(data)
        if len(self._bytes) >= IN_MEMORY:
            self._spill()

    def samples(self) -> Samples:
        """All samples; those on disk are read when they are looked at, and gone with the program."""
        if self._file is None:
            return np.frombuffer(self._bytes, dtype=np.float32)
        self._spill()
        return np.memmap(self._file, dtype=np.float32, mode="r")

    def _spill(self) -> None:
        self._file = self._file or tempfile.TemporaryFile()  # noqa: SIM115  lives as long as its samples
        self._file.write(self._bytes)
        self._file.flush()
        self._written += len(self._bytes)
        self._bytes = bytearray()


def _decoded(container: Any, path: Path) -> Sound:
    if not container.streams.audio:
        raise SpeechError(f"{path.name}: in dit bestand zit geen geluid. Kies het bestand met de opname.")
    stream = container.streams.audio[0]
    count = stream.channels if stream.channels in (1, 2) else 1
    resampler = av.AudioResampler("fltp", "stereo" if count == 2 else "mono", RATE)
    rows = [_Row() for _ in range(count)]
    damaged = 0
    begin: float | None = None
    for packet in container.demux(stream):
        try:
            frames = packet.decode()
            for frame in frames:
                begin = frame.time if begin is None else begin
                damaged += _bridge(rows, (frame.time or 0.0) - (begin or 0.0))
                _add(rows, resampler.resample(frame))
        except (av.FFmpegError, ValueError):  # also a frame of another shape than the ones before it
            damaged += 1
    _add(rows, resampler.resample(None))
    if not len(rows[0]):
        raise SpeechError(f"{path.name}: deze opname is leeg of helemaal beschadigd. Neem een andere kopie.")
    return Sound(tuple(row.samples() for row in rows), damaged)


def _bridge(rows: list[_Row], time: float) -> bool:
    # Lost sound becomes silence, so that what follows keeps its place in the recording.
    missing = time - len(rows[0]) / RATE / SAMPLE
    if not SMALLEST_GAP < missing < LARGEST_GAP:
        return False
    for row in rows:
        row.extend(bytes(SAMPLE * round(missing * RATE)))
    return True


def _add(rows: list[_Row], frames: list[Any]) -> None:
    for frame in frames:
        for row, samples in zip(rows, frame.to_ndarray(), strict=True):
            row.extend(_sane(samples).tobytes())


def _sane(samples: Samples) -> Samples:
    """The samples without what no sound has: a broken float recording may hold anything."""
    if np.abs(samples).max(initial=0.0) <= LOUDEST:
        return samples
    return np.clip(np.nan_to_num(samples), -1, 1)
