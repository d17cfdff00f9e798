"""This module contains the choice which channels of a recording hold a speaker of their own."""

from dataclasses import dataclass

import numpy as np

from scoring.speech.decode import RATE, Samples, Sound
from scoring.speech.leaks import lag, without_leak

SAME = 0.98
"""Correlation above which two channels carry the same sound; separate voices stay far below it."""

SILENT = 0.001
"""Loudness (root mean square, full scale 1) below which a channel is just line noise: -60 dBFS."""

LISTENED, LATER = 5 * RATE, RATE // 10
"""Samples at the loudest moment that tell how much later one channel is, and the most that it can be."""

FAINT = 0.01
"""A channel this much softer than the other (-40 dB) holds at most a leak of the other voice."""


@dataclass(frozen=True)
class Channel:
    """This represents one channel to recognise, under the name that a user sees."""

    label: str
    samples: Samples


def speakers(sound: Sound) -> tuple[tuple[Channel, ...], tuple[str, ...]]:
    """The channels worth recognising (two: a speaker each; one: voices mixed) and Dutch warnings."""
    channels = tuple(Channel(f"kanaal {i}", samples) for i, samples in enumerate(sound.channels, 1))
    if len(channels) == 1:
        return channels, ()
    first, second = (loudness(channel.samples) for channel in channels)
    quiet = _quiet(first, second)
    if quiet is not None:
        kept = channels[1 - quiet]
        return (kept,), (
            f"{channels[quiet].label.capitalize()} is (bijna) stil. Alleen {kept.label} is uitgewerkt.",
        )
    if same(*sound.channels):
        return channels[:1], ("Beide kanalen zijn gelijk. De opname is als mono behandeld.",)
    left, right = sound.channels
    return (
        Channel(channels[0].label, without_leak(left, right)),
        Channel(channels[1].label, without_leak(right, left)),
    ), ()


def loudness(samples: Samples) -> float:
    """Root mean square, 0–1."""
    return float(np.sqrt(np.dot(samples, samples) / max(len(samples), 1)))


def same(left: Samples, right: Samples) -> bool:
    """Whether two channels carry one sound, also when one is softer, upside down or a little later."""
    if _similarity(left, right) > SAME:
        return True
    at = max(0, min(int(np.abs(left).argmax()), len(left)) - LISTENED // 2)
    delay, _ = lag(left[at : at + LISTENED], right[at : at + LISTENED], LATER)
    early, late = (left, right[delay:]) if delay >= 0 else (left[-delay:], right)
    length = min(len(early), len(late))
    return _similarity(early[:length], late[:length]) > SAME


def similar(left: Samples, right: Samples, later: int) -> float:
    """Correlation 0–1 of two pieces of sound when one may lag up to so many samples behind."""
    return lag(left, right, later)[1]


def _similarity(left: Samples, right: Samples) -> float:
    """Correlation 0–1, also when one channel is softer or turned upside down."""
    power = float(np.dot(left, left)) * float(np.dot(right, right))
    return abs(float(np.dot(left, right))) / power**0.5 if power else 0.0


def _quiet(first: float, second: float) -> int | None:
    soft, loud = sorted((first, second))
    if loud >= SILENT and (soft < SILENT or soft < FAINT * loud):
        return 0 if first < second else 1
    return None
