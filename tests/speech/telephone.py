"""Sounds of the telephone, made on the spot."""

import numpy as np

from scoring.speech.decode import RATE, Samples


def silence(seconds: float) -> Samples:
    return np.zeros(round(seconds * RATE), np.float32)


def beep(seconds: float, *hertz: float, level: float = 0.1) -> Samples:
    """Tones together, as of ringing (425) or a key (two of them)."""
    times = np.arange(round(seconds * RATE)) / RATE
    return (level * sum(np.sin(2 * np.pi * f * times) for f in hertz)).astype(np.float32)


def ringing(count: int, lead: float = 1.0, last: float = 1.0) -> Samples:
    """So many rings of a Dutch telephone, 1 s on and 4 s off; the last may be cut short by the answer."""
    rings = [np.concatenate([beep(1, 425), silence(4)])] * max(0, count - 1)
    end = [beep(last, 425)] if count else []
    return np.concatenate([silence(lead), *rings, *end, silence(2)])


def noisy(sound: Samples, decibel: float, seed: int = 0, level: float = 0.1) -> Samples:
    """The sound in white noise, so many decibels under a tone of this level."""
    strength = level / np.sqrt(2) * 10 ** (-decibel / 20)
    return (sound + strength * np.random.default_rng(seed).standard_normal(len(sound))).astype(np.float32)


def melody(seconds: float, seed: int = 0, level: float = 0.08) -> Samples:
    """Chords of a few overtones that change every half second: music on hold."""
    chance = np.random.default_rng(seed)
    notes = 220 * 2 ** (np.array([0, 2, 4, 5, 7, 9, 11, 12]) / 12)
    beats = []
    for _ in range(int(seconds * 2)):
        hertz = [note * overtone for note in chance.choice(notes, 3, replace=False) for overtone in (1, 2, 3)]
        beats.append(beep(0.5, *hertz, level=level / 3) * np.linspace(1, 0.3, RATE // 2, dtype=np.float32))
    return np.concatenate(beats)
