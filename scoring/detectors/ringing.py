"""This module contains the detector of ringing that can be heard on the recording."""

from typing import ClassVar, Literal

from scoring.call import SoundKind
from scoring.detectors.base import Detector
from scoring.detectors.context import CallContext
from scoring.scorecard import Observation

_CUT = 0.5  # the recording begins in the middle of a ring: there may have been more before it


class RingingDetector(Detector):
    """This represents how often the telephone rang, or how many seconds it took to be answered.

    None when no ringing can be heard: the recording then began later, which says nothing about waiting.
    """

    listens: ClassVar[bool] = False
    kind: Literal["ringing"]
    measures: Literal["rings", "seconds"] = "rings"

    def measure(self, context: CallContext) -> Observation:
        """The number of rings, or the seconds from the first ring to the answer."""
        sounds = context.transcript.sounds
        rings = sounds.of(SoundKind.RING) if sounds else ()
        if sounds is None or not rings:
            return Observation(value=None)
        value = float(len(rings)) if self.measures == "rings" else sounds.picked_up
        return Observation(
            value=value,
            confidence=_CUT if sounds.rings_cut else 0.95,
            fired=(f"gehoord overgaan × {len(rings)}",),
        )
