"""Hours without a word: silence, hiss, ringing, busy tone, keys and music through the whole path, with the speech model.

Run `python -m benchmarks.emptiness [hours]` (five without a number). Prints how many words came out: there must be none.
"""

import sys
import tempfile
import wave
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import numpy as np

from benchmarks.signals import ringing
from scoring.call import Audio
from scoring.errors import SpeechError
from scoring.settings import Settings, load_settings
from scoring.speech import transcribe
from scoring.speech.decode import RATE, Samples
from scoring.speech.models import find

MINUTE = 60 * RATE
KEYS = ((697, 1209), (770, 1336), (852, 1477), (941, 1336))
"""Low and high tone of four keys of a telephone, in Hz (ITU-T Q.23)."""


def tones(seconds: float, *hertz: float, level: float = 0.08) -> Samples:
    """These tones together."""
    times = np.arange(round(seconds * RATE)) / RATE
    return (level * sum(np.sin(2 * np.pi * f * times) for f in hertz) / len(hertz)).astype(np.float32)


def music(chance: np.random.Generator) -> Samples:
    """A minute of chords with overtones, in a tempo and key of its own."""
    beat, root = float(chance.uniform(0.25, 0.9)), float(chance.uniform(110, 330))
    notes = root * 2 ** (np.array([0, 2, 4, 5, 7, 9, 11, 12]) / 12)
    fade = np.linspace(1, float(chance.uniform(0.1, 0.9)), round(beat * RATE))
    beats = [
        tones(beat, *(note * over for note in chance.choice(notes, 3, replace=False) for over in (1, 2, 3)))
        * fade
        for _ in range(round(60 / beat))
    ]
    return np.concatenate(beats).astype(np.float32)


def hiss(chance: np.random.Generator) -> Samples:
    """A minute of the noise of a line, softer or louder."""
    return (chance.standard_normal(MINUTE) * 10 ** chance.uniform(-4, -1.7)).astype(np.float32)


def minutes(hours: float) -> Iterator[Samples]:
    """A minute of one kind after another, every time another one of its kind."""
    chance = np.random.default_rng(1)
    rest, ring = np.zeros(RATE // 2, np.float32), ringing(11, 0.5, 1.0)
    kinds = (
        lambda: np.zeros(MINUTE, np.float32),
        lambda: hiss(chance),
        lambda: ring + 0.1 * hiss(chance)[: len(ring)],
        lambda: np.concatenate([tones(0.5, 425), rest] * 60),
        lambda: np.concatenate([*(part for key in KEYS * 15 for part in (tones(0.2, *key), rest))]),
        lambda: music(chance),
        lambda: ring + music(chance)[: len(ring)],
        lambda: tones(60, 50, 150, 250, level=0.02),
    )
    for number in range(round(hours * 60)):
        yield kinds[number % len(kinds)]()


def write(path: Path, hours: float) -> float:
    """Writes the sound as a WAV file of one channel; the length in seconds."""
    size = 0
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, RATE, 0, "NONE", ""))
        for sound in minutes(hours):
            file.writeframes((np.clip(sound, -1, 1) * 32_000).astype("<i2").tobytes())
            size += len(sound)
    return size / RATE


def main(hours: float = 5) -> None:
    """Print how many words came out of hours without any; exit code 1 when there were some."""
    model = find(load_settings())
    if model is None:
        sys.exit("Nodig: het spraakmodel (python -m scoring models fetch base).")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "leeg.wav"
        audio = Audio(path=path, channels=1, sample_rate=RATE, duration=write(path, hours))
        begin = perf_counter()
        try:
            found = transcribe(audio, "leeg", Settings(speech_model_path=model))
            words = sum(len(turn.words) for turn in found.turns)
            told = f"{len(found.turns)} turns"
        except SpeechError as error:  # what a person is told when there is nothing to read
            words, told = 0, str(error)
        print(f"{audio.duration / 3600:.2f} hours: {words} words in {perf_counter() - begin:.0f} s. {told}")
    sys.exit(1 if words else 0)


if __name__ == "__main__":
    main(*map(float, sys.argv[1:2]))
