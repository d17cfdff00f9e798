"""This module contains the choice which channels of a recording hold a speaker of their own."""

from dataclasses import dataclass

import numpy as np

from scoring.speech.decode import Samples, Sound

SAME = 0.98
"""Correlation above which two channels carry the same sound; separate voices stay far below it."""

SILENT = 0.001
"""Loudness (root mean square, full scale 1) below which a channel is just line noise: -60 dBFS."""

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
    if similarity(*sound.channels) > SAME:
        return channels[:1], ("Beide kanalen zijn gelijk. De opname is als mono behandeld.",)
    return channels, ()


def loudness(samples: Samples) -> float:
    """Root mean square, 0–1."""
    return float(np.sqrt(np.dot(samples, samples) / max(len(samples), 1)))


def similarity(left: Samples, right: Samples) -> float:
    """Correlation 0–1, also when one channel is softer or turned upside down."""
    power = float(np.dot(left, left)) * float(np.dot(right, right))
    return abs(float(np.dot(left, right))) / power**0.5 if power else 0.0


def _quiet(first: float, second: float) -> int | None:
    soft, loud = sorted((first, second))
    if loud >= SILENT and (soft < SILENT or soft < FAINT * loud):
        return 0 if first < second else 1
    return None
