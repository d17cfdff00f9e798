"""This module contains the sound as a browser can play it: the recording itself, or a copy beside it.

Telephone systems write formats that browsers refuse (G.711, GSM, AMR, WMA). Of those a copy is made in FLAC, in the
samples that were recognised, so that every word is heard at its time.
"""

import threading
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import av
import numpy as np

from scoring.errors import SpeechError
from scoring.speech.decode import FORMATS, RATE, Coding, Sound, decode
from scoring.whole_file import whole_file

SUFFIX = ".luister.flac"
"""What stands behind the name of a recording in the name of its copy."""

KINDS = {
    "wav": ("audio/wav", {"pcm_s16le", "pcm_u8", "pcm_s24le", "pcm_f32le"}),
    "mp3": ("audio/mpeg", {"mp3", "mp3float"}),
    "mov": ("audio/mp4", {"aac", "mp3", "mp3float"}),
    "aac": ("audio/aac", {"aac"}),
    "ogg": ("audio/ogg", {"opus", "vorbis", "flac"}),
    "flac": ("audio/flac", {"flac"}),
    "matroska": ("audio/webm", {"opus", "vorbis"}),
}
"""The containers and codings that Edge, Chrome and Firefox play, and what a browser calls them."""

_BLOCK = 4096 * 16
_MAKING = threading.Lock()  # two who listen at once would both make the copy


def for_listening(path: Path, headerless: Coding | None = None, channels: int = 1) -> Path:
    """Calling this gives a file that browsers play: the recording, or the copy beside it, made when it is not there.

    `headerless` and `channels` say how bare G.711 is written. Raises SpeechError.
    """
    copy = path.with_name(path.name + SUFFIX)
    if copy.is_file():
        return copy
    if headerless is None and kind(path) is not None:
        return path
    with _MAKING:
        if not copy.is_file():
            _write(decode(path, headerless, channels), copy)
    return copy


def kind(path: Path) -> str | None:
    """What a browser calls this sound; None when browsers do not play it."""
    try:
        facts = path.stat()
    except OSError:
        return None
    return _kind(str(path), facts.st_size, facts.st_mtime_ns)


@lru_cache(maxsize=256)
def _kind(path: str, _size: int, _changed: int) -> str | None:
    try:
        with Path(path).open("rb") as file, av.open(file, options={"format_whitelist": FORMATS}) as container:
            coding = container.streams.audio[0].codec_context.name if container.streams.audio else ""
            name, codings = KINDS.get(container.format.name.split(",")[0], ("", set()))
    except (OSError, av.FFmpegError):
        return None
    return name if coding in codings else None


def _write(sound: Sound, copy: Path) -> None:
    try:
        with whole_file(copy) as half, av.open(str(half), "w", format="flac") as container:
            _fill(container, sound)
    except OSError as error:  # FFmpeg's own OSErrors land here too
        raise SpeechError(
            f"{copy.name}: het geluid kan niet als FLAC worden bewaard. Controleer of de schijf vol is."
        ) from error


def _fill(container: Any, sound: Sound) -> None:
    layout = "stereo" if len(sound.channels) == 2 else "mono"
    stream = container.add_stream("flac", rate=RATE, layout=layout, format="s16")
    for frame in _frames(sound, layout):
        container.mux(stream.encode(frame))
    container.mux(stream.encode(None))


def _frames(sound: Sound, layout: str) -> Iterator[Any]:
    """The sound piece by piece: a long recording waits on disk and is never whole in memory."""
    for begin in range(0, len(sound.channels[0]), _BLOCK):
        rows = np.stack([row[begin : begin + _BLOCK] for row in sound.channels], axis=1)
        packed = (np.clip(rows, -1, 1) * 32_767).astype(np.int16).reshape(1, -1)
        frame = av.AudioFrame.from_ndarray(packed, format="s16", layout=layout)
        frame.sample_rate, frame.pts = RATE, begin
        yield frame
