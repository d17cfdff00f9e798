"""This module contains the way from a sound file to samples: any format, 16 kHz, a row a channel."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import av
import numpy as np
from numpy.typing import NDArray

from scoring.errors import SpeechError

Samples = NDArray[np.float32]

RATE = 16_000
"""Samples a second that the speech models expect."""

FORMATS = "wav,w64,mp3,mov,ogg,flac,aac,amr,asf,matroska,au,aiff,gsm,g722,caf"
"""Containers that may be opened; a playlist or concat file could make the decoder read other files."""

SAMPLE = 4
"""Bytes in one float32."""

SMALLEST_GAP, LARGEST_GAP = 0.1, 60.0
"""Seconds of lost sound that are filled with silence; more is a wrong clock, not a gap."""


@dataclass(frozen=True)
class Sound:
    """This represents decoded sound: float32 from -1 to 1 at 16 kHz, one array a channel."""

    channels: tuple[Samples, ...]
    damaged: int = 0

    @property
    def duration(self) -> float:
        """Seconds."""
        return len(self.channels[0]) / RATE


def decode(path: Path) -> Sound:
    """Calling this reads a sound file; more than two channels become one. Raises SpeechError."""
    try:
        with path.open("rb") as file, av.open(file, options={"format_whitelist": FORMATS}) as container:
            return _decoded(container, path)
    except OSError as error:  # FFmpeg's own OSErrors land here too
        raise SpeechError(f"{path.name}: dit bestand is niet te lezen ({error.strerror}).") from error
    except av.FFmpegError as error:
        raise SpeechError(
            f"{path.name}: dit is geen geluidsbestand dat Klankbord kan lezen. "
            "Gebruik WAV, MP3, M4A, OGG of FLAC."
        ) from error


def _decoded(container: Any, path: Path) -> Sound:
    if not container.streams.audio:
        raise SpeechError(f"{path.name}: in dit bestand zit geen geluid. Kies het bestand met de opname.")
    stream = container.streams.audio[0]
    count = stream.channels if stream.channels in (1, 2) else 1
    resampler = av.AudioResampler("fltp", "stereo" if count == 2 else "mono", RATE)
    # Bytes that grow hold the sound once; a list of pieces joined at the end would hold it twice.
    rows = [bytearray() for _ in range(count)]
    damaged = 0
    begin: float | None = None
    for packet in container.demux(stream):
        try:
            frames = packet.decode()
        except av.FFmpegError:
            damaged += 1
            continue
        for frame in frames:
            begin = frame.time if begin is None else begin
            damaged += _bridge(rows, (frame.time or 0.0) - (begin or 0.0))
            _add(rows, resampler.resample(frame))
    _add(rows, resampler.resample(None))
    if not rows[0]:
        raise SpeechError(f"{path.name}: deze opname is leeg of helemaal beschadigd. Neem een andere kopie.")
    return Sound(tuple(np.frombuffer(row, dtype=np.float32) for row in rows), damaged)


def _bridge(rows: list[bytearray], time: float) -> bool:
    # Lost sound becomes silence, so that what follows keeps its place in the recording.
    missing = time - len(rows[0]) / RATE / SAMPLE
    if not SMALLEST_GAP < missing < LARGEST_GAP:
        return False
    for row in rows:
        row.extend(bytes(SAMPLE * round(missing * RATE)))
    return True


def _add(rows: list[bytearray], frames: list[Any]) -> None:
    for frame in frames:
        for row, samples in zip(rows, frame.to_ndarray(), strict=True):
            row.extend(samples.tobytes())
