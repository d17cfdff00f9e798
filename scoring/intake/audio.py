"""This module contains the look at a sound file: channels, sample rate and duration."""

import codecs
from contextlib import suppress
from pathlib import Path

import av

from scoring.call import Audio
from scoring.errors import InputError
from scoring.intake.protected import is_protected
from scoring.intake.source import refuse_absent
from scoring.settings import Settings

_G711 = 8_000
_STREAMED = 0x7FFFF000  # what is written in a header when the length was not known yet


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SUFFIXES = _words(
    ".wav .mp3 .m4a .mp4 .ogg .oga .opus .flac .aac .wma .amr .3gp .webm .au .aif .aiff .gsm .g722 .caf .mka "
    ".mkv .mov .avi .m4b .m4p .raw .pcm .ulaw .mulaw .ul .alaw .al .g711"
)
HEADERLESS = _words(".raw .pcm .ulaw .mulaw .ul .alaw .al .g711")
# only sound containers: a playlist named .mp3 may point at other files and other machines
_CONTAINERS = (
    "wav,w64,mp3,mov,mp4,m4a,3gp,ogg,flac,aac,asf,amr,matroska,webm,au,aiff,gsm,g722,caf,avi,mulaw,alaw"
)
_BROKEN = "dit geluidsbestand is beschadigd of geen geluid. Exporteer de opname opnieuw."
_NO_HEADER = (
    "dit bestand zegt niet zelf welk soort geluid erin zit. Is het kaal G.711, zet dan in klankbord.toml "
    "headerless op mulaw of alaw. Of exporteer de opname als WAV."
)
_LOCKED = (
    "deze opname is beveiligd (DRM) en kan alleen worden afgespeeld in het programma dat haar maakte. "
    "Exporteer haar zonder beveiliging, bijvoorbeeld als WAV of MP3."
)


def is_audio(path: Path) -> bool:
    """Whether a file holds sound: by its first bytes, else by its extension when those are no text."""
    try:
        with path.open("rb") as file:
            head = file.read(512)
    except OSError:
        return False
    if _has_mark(head):
        return True
    return path.suffix.lower() in SUFFIXES and not _is_text(head)


def _has_mark(head: bytes) -> bool:
    if head[:4] in (b"RIFF", b"RF64"):
        return head[8:12] == b"WAVE"
    layer_three = len(head) > 1 and head[0] == 0xFF and head[1] & 0xE6 == 0xE2
    return (
        layer_three or head[4:8] == b"ftyp" or head.startswith((b"ID3", b"OggS", b"fLaC", b"#!AMR", b".snd"))
    )


def _is_text(head: bytes) -> bool:
    """Whether a file with a sound extension is text after all; raw sound is no valid UTF-8 for long."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True
    try:
        text = codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return False
    return len(text) >= 8 and all(char.isprintable() or char in "\t\r\n\ufeff" for char in text)


def probe(path: Path, settings: Settings) -> Audio:
    """Calling this measures a sound file; raises InputError for one that is empty, broken, locked or too long."""
    refuse_absent(path)
    try:
        if is_protected(path):
            raise InputError(f"{path.name}: {_LOCKED}")
        bare = path.suffix.lower() in HEADERLESS and not _has_mark(_head(path))
        if bare and not settings.headerless:
            raise InputError(f"{path.name}: {_NO_HEADER}")
        audio = _headerless(path, settings) if bare else _probed(path, settings)
    except (av.FFmpegError, OSError, ValueError) as error:  # ValueError: a stream that PyAV has no name for
        raise InputError(f"{path.name}: {_BROKEN}") from error
    if audio.duration > settings.longest_hours * 3600:
        raise InputError(
            f"{path.name}: deze opname duurt langer dan {settings.longest_hours:g} uur. Knip haar in gesprekken, "
            "of verhoog longest_hours in klankbord.toml."
        )
    return audio


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(512)


def _headerless(path: Path, settings: Settings) -> Audio:
    """What the settings say of a file without header: a byte a sample, 8000 samples a second."""
    count = settings.headerless_channels
    duration = path.stat().st_size / count / _G711
    coding = settings.headerless or None
    return Audio(path=path, channels=count, sample_rate=_G711, duration=round(duration, 3), headerless=coding)


def _probed(path: Path, settings: Settings) -> Audio:
    with av.open(str(path.resolve()), options={"format_whitelist": _CONTAINERS}) as container:
        if not container.streams:
            raise InputError(f"{path.name}: {_BROKEN}")
        if not container.streams.audio:
            raise InputError(f"{path.name}: hier zit geen geluid in, alleen beeld. Kies de geluidsopname.")
        stream = container.streams.audio[0]
        frame = next(container.decode(stream), None)
        if frame is None or not frame.samples:
            raise InputError(
                f"{path.name}: deze opname duurt 0 seconden of is beschadigd. Exporteer haar opnieuw."
            )
        longest = settings.longest_hours * 3600
        duration = _stated(container, stream)
        if duration is None or duration > longest:  # a header may be wrong; what is there is not
            duration = _measured(path, longest)
        return Audio(
            path=path,
            channels=stream.channels,
            sample_rate=stream.rate,
            duration=duration,
            promised=_promised(_head(path)),
        )


def _promised(head: bytes) -> float | None:
    """The seconds that the header of a WAV file promises, also when the file was broken off since."""
    if head[:4] != b"RIFF":
        return None
    place, rate = 12, 0
    while place + 8 <= len(head):
        name, size = head[place : place + 4], int.from_bytes(head[place + 4 : place + 8], "little")
        if name == b"fmt ":
            rate = int.from_bytes(head[place + 16 : place + 20], "little")
        if name == b"data":
            return round(size / rate, 3) if rate and size < _STREAMED else None
        place += 8 + size + size % 2
    return None


def _stated(container: "av.container.InputContainer", stream: "av.audio.stream.AudioStream") -> float | None:
    if stream.duration is not None and stream.time_base is not None:
        return round(float(stream.duration * stream.time_base), 3) or None
    return round(float(container.duration) / float(av.time_base), 3) if container.duration else None


def _measured(path: Path, longest: float) -> float:
    """The duration by decoding; damaged pieces are passed over, and it stops when it is too long."""
    seconds = 0.0
    with av.open(str(path.resolve()), options={"format_whitelist": _CONTAINERS}) as container:
        for packet in container.demux(audio=0):
            with suppress(av.FFmpegError):
                seconds += sum(f.samples / f.sample_rate for f in packet.decode())
            if seconds > longest + 1:  # surely too long, and no need to know how much
                break
    return round(seconds, 3)


def beside(path: Path) -> Path | None:
    """The sound file with the same stem in the same folder, None when there is none."""
    siblings = (path.with_suffix(suffix) for suffix in sorted(SUFFIXES))
    return next((s for s in siblings if s != path and s.is_file()), None)
