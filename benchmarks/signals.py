"""Ringing counted in noise, and an hour of speech in which there is none.

Run `OMP_NUM_THREADS=1 python -m benchmarks.signals`. The hour is made of the 120 clips (six minutes, two people), ten
times: faster and slower, which moves pitch too, as they are and through the telephone.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from fractions import Fraction

import numpy as np
from scipy.signal import resample_poly

from benchmarks.speech import AUDIO, telephone
from scoring.speech.channels import Channel
from scoring.speech.decode import RATE, Samples, decode
from scoring.speech.listening import listen
from scoring.speech.spectrum import moments
from scoring.speech.tones import signals

SPEEDS = tuple(Fraction(n, 16) for n in (14, 15, 16, 17, 18))
LEVEL = 0.1
TRIES = 4


def speech() -> Samples:
    """All clips, one after another."""
    files = sorted(AUDIO.glob("*.flac"))
    if not files:
        sys.exit("Nodig: ../shared/data/audio.")
    return np.concatenate([np.pad(decode(file).channels[0], RATE // 4) for file in files])


def ringing(count: int, lead: float, last: float) -> Samples:
    """Rings of 1 s with 4 s between them; the last may be cut short by the answer."""
    times = np.arange(round((lead + 5 * count + 2) * RATE)) / RATE
    since = times - lead
    on = (since >= 0) & (since < 5 * (count - 1) + last) & (since % 5 < 1) if count else times < 0
    return (LEVEL * on * np.sin(2 * np.pi * 425 * times)).astype(np.float32)


def noises(spoken: Samples) -> dict[str, Callable[[np.random.Generator, int], Samples]]:
    """Kinds of noise at power 1."""

    def pink(chance: np.random.Generator, size: int) -> Samples:
        spectrum = np.fft.rfft(chance.standard_normal(size))
        return np.fft.irfft(spectrum / np.sqrt(np.arange(len(spectrum)) + 1), size)

    def voices(chance: np.random.Generator, size: int) -> Samples:
        starts = chance.integers(0, len(spoken) - size, 6)
        return sum(spoken[start : start + size] for start in starts)

    return {"white": lambda chance, size: chance.standard_normal(size), "pink": pink, "six voices": voices}


def counted(spoken: Samples) -> Iterator[str]:
    """A line for each noise and level: how many of the recordings were counted exactly."""
    chance = np.random.default_rng(0)
    for name, make in noises(spoken).items():
        for decibel in (20, 10, 5, 0):
            exact, late = [], []
            for count in range(9):
                for attempt in range(TRIES):
                    last = 0.4 if attempt % 2 and count > 1 else 1.0
                    lead = float(chance.uniform(0.2, 3))
                    sound = ringing(count, lead, last)
                    noise = make(chance, len(sound))
                    noise *= LEVEL / np.sqrt(2) * 10 ** (-decibel / 20) / np.sqrt(np.mean(noise**2))
                    heard = (sound + noise).astype(np.float32)
                    rings = signals(moments(telephone(heard) if attempt > 1 else heard)).rings
                    exact.append(len(rings) == count)
                    late += [abs(r.start - lead - 5 * i) for i, r in enumerate(rings) if exact[-1]]
            yield f"| {name} | {decibel} | {sum(exact)} of {len(exact)} | {1000 * np.median(late):.0f} ms |"


def main() -> None:
    """Print how exactly rings are counted, and what is wrongly heard in an hour of speech."""
    spoken = speech()
    print("| noise | SNR dB | counted exactly | median error of the beginning |\n|---|---|---|---|")
    for line in counted(spoken):
        print(line, flush=True)
    seconds, wrong = 0.0, Counter({"rings": 0, "busy tones": 0, "keys": 0, "music": 0})
    for speed in SPEEDS:
        for change in (lambda samples: samples, telephone):
            sound = change(resample_poly(spoken, speed.denominator, speed.numerator).astype(np.float32))
            voice = listen(Channel("kanaal 1", sound))
            seconds += len(sound) / RATE
            found = voice.signals
            wrong.update({"rings": len(found.rings), "busy tones": len(found.busy), "keys": len(found.keys)})
            wrong["music"] += len(voice.music)
    print(f"in {seconds / 60:.0f} minutes of speech wrongly heard: {dict(wrong)}")


if __name__ == "__main__":
    main()
