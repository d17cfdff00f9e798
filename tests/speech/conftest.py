"""Sound made on the spot, and the speech model where this computer has it."""

import csv
import os
from collections.abc import Callable
from pathlib import Path

import av
import numpy as np
import pytest

from scoring.settings import ROOT
from scoring.speech.decode import Samples
from scoring.speech.models import complete

AUDIO = ROOT.parent / "shared" / "data" / "audio"


def tone(frequency: float, seconds: float = 1.0, rate: int = 16_000, level: float = 0.3) -> Samples:
    times = np.arange(int(seconds * rate)) / rate
    return (level * np.sin(2 * np.pi * frequency * times)).astype(np.float32)


def write(path: Path, channels: Samples, codec: str = "pcm_s16le", rate: int = 16_000) -> Path:
    """Encode float32 channels (rows) with the named codec; the suffix chooses the container."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream(codec, rate=rate)
        stream.layout = {1: "mono", 2: "stereo", 4: "4.0"}[len(channels)]
        frame = av.AudioFrame.from_ndarray(channels, format="fltp", layout=stream.layout.name)
        frame.sample_rate = rate
        size = stream.codec_context.frame_size or None
        fit = av.AudioResampler(stream.format, stream.layout, stream.rate, frame_size=size)
        for piece in [*fit.resample(frame), *fit.resample(None), None]:
            for packet in stream.encode(piece):
                container.mux(packet)
    return path


@pytest.fixture(name="tone", scope="session")
def _tone() -> Callable[..., Samples]:
    return tone


@pytest.fixture(name="write", scope="session")
def _write() -> Callable[..., Path]:
    return write


@pytest.fixture(scope="session")
def base_model() -> Path:
    folder = Path(os.environ.get("KLANKBORD_MODELS", ROOT / "gegevens" / "modellen")) / "base"
    if not complete(folder):
        pytest.skip(f"geen spraakmodel in {folder}: haal het op met `python -m scoring models fetch base`")
    return folder


@pytest.fixture(scope="session")
def spoken() -> list[tuple[Path, str, str]]:
    """Real Dutch clips: file, speaker, text."""
    if not (AUDIO / "texts.csv").is_file():
        pytest.skip("../shared/data/audio is er niet")
    with (AUDIO / "texts.csv").open(encoding="utf-8") as file:
        return [(AUDIO / row["file"], row["speaker"], row["text"]) for row in csv.DictReader(file)]
