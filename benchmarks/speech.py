"""Word errors and speed of the speech engines on real Dutch clips, clean and through the telephone; and how much
time all else takes (decoding, finding speech, telling voices apart) beside faster-whisper called directly.

Run `OMP_NUM_THREADS=2 python -m benchmarks.speech [clips a speaker]` on a machine that does nothing else.
"""

import csv
import re
import sys
import tempfile
import wave
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.signal import butter, resample_poly, sosfilt

from scoring.call import Audio
from scoring.settings import ROOT, Settings, load_settings
from scoring.speech import transcribe
from scoring.speech.decode import RATE, Samples, decode
from scoring.speech.engine import ENGINES, Engine, load
from scoring.speech.models import find
from scoring.speech.timbre import find_timbre
from scoring.speech.voice import find_speech

if TYPE_CHECKING:
    from faster_whisper import WhisperModel

AUDIO = ROOT.parent / "shared" / "data" / "audio"
LENGTHS = 6, 15, 30
"""Clips a speaker in a recording of about half a minute, more than a minute, and two and a half."""

Clip = tuple[Samples, str]


def telephone(samples: Samples) -> Samples:
    """The clip as G.711 carries it: 8 kHz, 300–3400 Hz, mu-law in 8 bits."""
    narrow = resample_poly(samples, 1, 2)
    band = sosfilt(butter(4, (300, 3400), "bandpass", fs=8_000, output="sos"), narrow)
    band = np.clip(band, -1, 1)
    companded = np.sign(band) * np.log1p(255 * np.abs(band)) / np.log(256)
    coded = np.round(companded * 127) / 127
    heard = np.sign(coded) * (256 ** np.abs(coded) - 1) / 255
    return resample_poly(heard, 2, 1).astype(np.float32)


def words(text: str) -> list[str]:
    """Lower-case words without punctuation."""
    return re.findall(r"[^\W_]+(?:['’][^\W_]+)?", text.lower().replace("’", "'"))


def word_errors(expected: Sequence[str], heard: Sequence[str]) -> int:
    """The fewest words to put in, leave out or replace (Levenshtein)."""
    row = list(range(len(heard) + 1))
    for i, word in enumerate(expected, 1):
        diagonal, row[0] = row[0], i
        for j, other in enumerate(heard, 1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (word != other))
    return row[-1]


def clips(count: int) -> dict[str, list[Clip]]:
    """The first `count` clips of each speaker, decoded."""
    with (AUDIO / "texts.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return {
        speaker: [
            (decode(AUDIO / row["file"]).channels[0], row["text"])
            for row in islice((r for r in rows if r["speaker"] == speaker), count)
        ]
        for speaker in sorted({row["speaker"] for row in rows})
    }


def measure(
    engine: Engine, some: Sequence[Clip], change: Callable[[Samples], Samples]
) -> tuple[float, float, float]:
    """Word error rate, wall seconds and processor seconds of recognising these clips, one after another."""
    errors = total = 0
    wall = processor = 0.0
    for samples, text in some:
        sound = change(samples)
        begin, used = perf_counter(), process_time()
        heard = [word.text for word in engine.words(find_speech(sound).samples, "nl", lambda _seconds: None)]
        wall += perf_counter() - begin
        processor += process_time() - used
        expected = words(text)
        errors += word_errors(expected, words(" ".join(heard)))
        total += len(expected)
    return errors / total, wall, processor


class Spent(NamedTuple):
    """This represents what some work took: seconds by the clock, and of all processor cores together."""

    wall: float
    processor: float


def spent(work: Callable[[], object]) -> Spent:
    """Do the work and tell what it took."""
    begin, used = perf_counter(), process_time()
    work()
    return Spent(perf_counter() - begin, process_time() - used)


def recording(some: dict[str, list[Clip]], mono: bool) -> list[Samples]:
    """The clips by telephone, the speakers in turn: a channel a speaker, or all in one."""
    rows: list[list[Samples]] = [[], []]
    for pair in zip(*some.values(), strict=False):
        for side, (samples, _) in enumerate(pair):
            rows[side].append(samples)
            rows[1 - side].append(np.zeros_like(samples))
    channels = [telephone(np.concatenate(row)) for row in rows]
    return [channels[0] + channels[1]] if mono else channels


def whole_path(model: Path, channels: list[Samples]) -> tuple[Spent, Spent]:
    """What the whole path takes from a file to a transcript, and faster-whisper alone on the same channels."""
    from faster_whisper import WhisperModel

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "gesprek.wav"
        with wave.open(str(path), "wb") as file:
            file.setnchannels(len(channels))
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes((np.stack(channels, axis=1) * 32_000).astype("<i2").tobytes())
        audio = Audio(path=path, channels=len(channels), sample_rate=RATE, duration=len(channels[0]) / RATE)
        settings = Settings(speech_model_path=model)
        load("faster-whisper", model)
        find_timbre(settings)
        ours = spent(lambda: transcribe(audio, "proef", settings))
    raw = WhisperModel(str(model), device="cpu", compute_type="int8", local_files_only=True)
    return ours, spent(lambda: [_alone(raw, channel) for channel in channels])


def _alone(raw: "WhisperModel", channel: Samples) -> int:
    segments, _ = raw.transcribe(
        channel, language="nl", beam_size=5, word_timestamps=True, condition_on_previous_text=False
    )
    return sum(len(segment.words or ()) for segment in segments)


def beside_the_engine(model: Path) -> None:
    """Print a line for calls of three lengths, in stereo and mono."""
    print(
        "| call | seconds | clock: ours, engine, ratio | processor: ours, engine, ratio |\n|---|---|---|---|"
    )
    for count in LENGTHS:
        for mono in (False, True):
            channels = recording(clips(count), mono)
            pairs = zip(*whole_path(model, channels), strict=True)
            cells = " | ".join(f"{ours:.1f}, {raw:.1f}, {ours / raw:.2f}" for ours, raw in pairs)
            print(f"| {'mono' if mono else 'stereo'} | {len(channels[0]) / RATE:.0f} | {cells} |", flush=True)


def main(count: int = 15) -> None:
    """Print a line for each engine, sound and speaker, and how many times faster the default is."""
    model = find(load_settings())
    if model is None or not (AUDIO / "texts.csv").is_file():
        sys.exit("Nodig: het spraakmodel (python -m scoring models fetch base) en ../shared/data/audio.")
    speakers = clips(count)
    beside_the_engine(model)
    length = sum(len(samples) / RATE for some in speakers.values() for samples, _ in some)
    print(f"model {model.name}, {count} clips a speaker, {length:.0f} s of speech")
    print("| engine | sound | speaker | WER | wall s | processor s |\n|---|---|---|---|---|---|")
    clock: dict[str, float] = {}
    used: dict[str, float] = {}
    for name in ENGINES:
        engine = load(name, model)
        measure(engine, next(iter(speakers.values()))[:1], lambda samples: samples)  # warm: compiles once
        for sound, change in (("clean", lambda samples: samples), ("telephone", telephone)):
            for speaker, some in speakers.items():
                errors, wall, processor = measure(engine, some, change)
                clock[name] = clock.get(name, 0.0) + wall
                used[name] = used.get(name, 0.0) + processor
                print(
                    f"| {name} | {sound} | {speaker} | {errors:.3f} | {wall:.1f} | {processor:.1f} |",
                    flush=True,
                )
    for name, seconds in clock.items():
        print(f"{name}: {2 * length / seconds:.1f} times real time")
    ratio = clock["openai-whisper"] / clock["faster-whisper"]
    processor = used["openai-whisper"] / used["faster-whisper"]
    print(f"faster-whisper is {ratio:.2f} times as fast by the clock, {processor:.2f} in processor time")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
