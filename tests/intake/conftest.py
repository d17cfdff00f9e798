from collections.abc import Callable
from pathlib import Path

import av
import numpy as np
import pytest

from scoring.settings import Settings

CODECS = {
    ".wav": ("wav", "pcm_s16le", "s16"),
    ".mp3": ("mp3", "libmp3lame", "fltp"),
    ".m4a": ("ipod", "aac", "fltp"),
    ".ogg": ("ogg", "libopus", "flt"),
    ".opus": ("ogg", "libopus", "flt"),
    ".flac": ("flac", "flac", "s16"),
}


@pytest.fixture
def settings() -> Settings:
    return Settings()


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    def _write(name: str, content: str | bytes, encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        return path

    return _write


def make_sound(
    path: Path, duration: float = 2.0, channels: int = 1, rate: int = 48000, codec: str | None = None
) -> Path:
    """A real sound file: a 440 Hz tone, encoded by PyAV; the format follows from the extension."""
    form, standard, sample_format = CODECS[path.suffix]
    layout = "mono" if channels == 1 else "stereo"
    tone = np.sin(2 * np.pi * 440 * np.arange(int(duration * rate)) / rate) * 0.3
    with av.open(str(path), "w", format=form) as container:
        stream = container.add_stream(codec or standard, rate=rate, layout=layout)
        data = np.repeat((tone * 32767).astype(np.int16), channels).reshape(1, -1)
        frame = av.AudioFrame.from_ndarray(data, format="s16", layout=layout)
        frame.sample_rate = rate
        target = sample_format if codec is None else stream.codec_context.format.name
        resampler = av.AudioResampler(target, layout, rate, frame_size=stream.codec_context.frame_size or 0)
        for part in [*resampler.resample(frame), *resampler.resample(None)]:
            container.mux(stream.encode(part))
        container.mux(stream.encode(None))
    return path


@pytest.fixture
def sound(tmp_path: Path) -> Callable[..., Path]:
    def _sound(name: str, **options: object) -> Path:
        return make_sound(tmp_path / name, **options)  # type: ignore[arg-type]

    return _sound
