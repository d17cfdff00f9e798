"""This module contains the listening to a channel before recognition: speech, signals and music, with times."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scoring.call import SoundEvent, SoundKind
from scoring.speech.channels import Channel
from scoring.speech.decode import RATE
from scoring.speech.music import music
from scoring.speech.spectrum import HOP, WINDOW, Moments, moments
from scoring.speech.tones import Signals, Span, signals, span, stretches
from scoring.speech.voice import Region, Speech, find_speech

NOTHING = Signals()


@dataclass(frozen=True)
class Voice:
    """This represents one channel with its speech found, and what else sounds in it."""

    label: str
    speech: Speech
    signals: Signals = NOTHING
    music: tuple[Span, ...] = ()

    @property
    def begins(self) -> float | None:
        """Where the speech begins, in seconds; None without speech."""
        return self.speech.regions[0][0] / RATE if self.speech.regions else None

    def events(self) -> tuple[SoundEvent, ...]:
        """The sounds that are no speech, apart from ringing."""
        kinds = (
            (SoundKind.BUSY, self.signals.busy),
            (SoundKind.KEYS, self.signals.keys),
            (SoundKind.MUSIC, self.music),
        )
        return tuple(
            SoundEvent(kind=kind, start=start, end=end, voice=self.label)
            for kind, spans in kinds
            for start, end in spans
        )


def listen(channel: Channel) -> Voice:
    """Calling this finds speech, signals of the telephone and music; nothing of it is recognised yet."""
    seen = moments(channel.samples)
    found = signals(seen)
    silenced = (*found.tones, *found.keys)
    speech = find_speech(channel.samples, silenced)
    played = music(seen, _spoken(seen, speech.regions))
    sure = tuple(span(seen, a, b) for a, b in stretches(played.surely))
    if any(start / RATE < b and end / RATE > a for a, b in sure for start, end in speech.regions):
        speech = find_speech(channel.samples, (*silenced, *sure))
    spoken = tuple(r for r in speech.regions if not played.takes(*_moments(seen, r)))
    return Voice(channel.label, Speech(channel.samples, spoken), found, played.heard)


def _spoken(seen: Moments, regions: tuple[Region, ...]) -> NDArray[np.bool_]:
    spoken = np.zeros(len(seen.level), dtype=bool)
    for region in regions:
        first, last = _moments(seen, region)
        spoken[first:last] = True
    return spoken


def _moments(seen: Moments, region: Region) -> tuple[int, int]:
    """The first moment that touches a region, and the one after the last."""
    last = min(region[1] // HOP + 1, len(seen.level))
    return min(max(0, (region[0] - WINDOW) // HOP), last), last
