"""This module contains the look at a sound file: channels, sample rate and duration."""

import codecs
from pathlib import Path

import av

from scoring.call import Audio
from scoring.errors import InputError
from scoring.intake.source import refuse_absent


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SUFFIXES = _words(
    ".wav .mp3 .m4a .mp4 .ogg .oga .opus .flac .aac .wma .amr .3gp .webm .au .aif .aiff .gsm .g722 .caf .mka"
)
# only sound containers: a playlist named .mp3 may point at other files and other machines
_CONTAINERS = "wav,w64,mp3,mov,mp4,m4a,3gp,ogg,flac,aac,asf,amr,matroska,webm,au,aiff,gsm,g722,caf"
_BROKEN = "dit geluidsbestand is beschadigd of geen geluid. Exporteer de opname opnieuw."


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


def probe(path: Path) -> Audio:
    """Calling this measures a sound file; raises InputError for an empty, broken or soundless one."""
    refuse_absent(path)
    try:
        with av.open(str(path.resolve()), options={"format_whitelist": _CONTAINERS}) as container:
            if not container.streams.audio:
                raise InputError(
                    f"{path.name}: hier zit geen geluid in, alleen beeld. Kies de geluidsopname."
                )
            stream = container.streams.audio[0]
            frame = next(container.decode(stream), None)
            if frame is None or not frame.samples:
                raise InputError(
                    f"{path.name}: deze opname duurt 0 seconden of is beschadigd. Exporteer haar opnieuw."
                )
            duration = _stated(container, stream) or _measured(path)
            return Audio(path=path, channels=stream.channels, sample_rate=stream.rate, duration=duration)
    except (av.FFmpegError, OSError) as error:
        raise InputError(f"{path.name}: {_BROKEN}") from error


def _stated(container: "av.container.InputContainer", stream: "av.audio.stream.AudioStream") -> float | None:
    if stream.duration is not None and stream.time_base is not None:
        return round(float(stream.duration * stream.time_base), 3) or None
    return round(float(container.duration) / float(av.time_base), 3) if container.duration else None


def _measured(path: Path) -> float:
    """The duration of a file that does not state it, by decoding it whole."""
    with av.open(str(path.resolve()), options={"format_whitelist": _CONTAINERS}) as container:
        return round(sum(float(f.samples) / float(f.sample_rate) for f in container.decode(audio=0)), 3)


def beside(path: Path) -> Path | None:
    """The sound file with the same stem in the same folder, None when there is none."""
    siblings = (path.with_suffix(suffix) for suffix in sorted(SUFFIXES))
    return next((s for s in siblings if s != path and s.is_file()), None)
