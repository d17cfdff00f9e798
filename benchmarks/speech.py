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

import numpy as np
from scipy.signal import butter, resample_poly, sosfilt

from scoring.call import Audio
from scoring.settings import ROOT, Settings, load_settings
from scoring.speech import transcribe
from scoring.speech.decode import RATE, Samples, decode
from scoring.speech.engine import ENGINES, Engine, load
from scoring.speech.models import find
from scoring.speech.voice import find_speech

AUDIO = ROOT.parent / "shared" / "data" / "audio"

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


def whole_path(model: Path, some: dict[str, list[Clip]]) -> tuple[float, float]:
    """Processor seconds of a stereo recording of these clips, a speaker a channel: the whole path, the engine alone."""
    from faster_whisper import WhisperModel

    rows: list[list[Samples]] = [[], []]
    for pair in zip(*some.values(), strict=False):
        for side, (samples, _) in enumerate(pair):
            rows[side].append(samples)
            rows[1 - side].append(np.zeros_like(samples))
    channels = [telephone(np.concatenate(row)) for row in rows]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "gesprek.wav"
        size = min(map(len, channels))
        sound = (np.stack([row[:size] for row in channels], axis=1) * 32_000).astype("<i2")
        with wave.open(str(path), "wb") as file:
            file.setnchannels(2)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(sound.tobytes())
        audio = Audio(path=path, channels=2, sample_rate=RATE, duration=size / RATE)
        settings = Settings(speech_model_path=model)
        load("faster-whisper", model)
        begin = process_time()
        transcribe(audio, "proef", settings)
        ours = process_time() - begin
    raw = WhisperModel(str(model), device="cpu", compute_type="int8", local_files_only=True)
    begin = process_time()
    for channel in channels:
        segments, _ = raw.transcribe(
            channel, language="nl", beam_size=5, word_timestamps=True, condition_on_previous_text=False
        )
        sum(len(segment.words or ()) for segment in segments)
    return ours, process_time() - begin


def main(count: int = 15) -> None:
    """Print a line for each engine, sound and speaker, and how many times faster the default is."""
    model = find(load_settings())
    if model is None or not (AUDIO / "texts.csv").is_file():
        sys.exit("Nodig: het spraakmodel (python -m scoring models fetch base) en ../shared/data/audio.")
    speakers = clips(count)
    ours, raw = whole_path(model, speakers)
    print(f"whole path {ours:.1f} s, the engine alone {raw:.1f} s: {ours / raw:.2f} times")
    length = sum(len(samples) / RATE for some in speakers.values() for samples, _ in some)
    print(f"model {model.name}, {count} clips a speaker, {length:.0f} s of speech")
    print("| engine | sound | speaker | WER | wall s | processor s |\n|---|---|---|---|---|---|")
    spent: dict[str, float] = {}
    used: dict[str, float] = {}
    for name in ENGINES:
        engine = load(name, model)
        measure(engine, next(iter(speakers.values()))[:1], lambda samples: samples)  # warm: compiles once
        for sound, change in (("clean", lambda samples: samples), ("telephone", telephone)):
            for speaker, some in speakers.items():
                errors, wall, processor = measure(engine, some, change)
                spent[name] = spent.get(name, 0.0) + wall
                used[name] = used.get(name, 0.0) + processor
                print(
                    f"| {name} | {sound} | {speaker} | {errors:.3f} | {wall:.1f} | {processor:.1f} |",
                    flush=True,
                )
    for name, seconds in spent.items():
        print(f"{name}: {2 * length / seconds:.1f} times real time")
    ratio = spent["openai-whisper"] / spent["faster-whisper"]
    processor = used["openai-whisper"] / used["faster-whisper"]
    print(f"faster-whisper is {ratio:.2f} times as fast by the clock, {processor:.2f} in processor time")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
