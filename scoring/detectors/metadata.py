"""This module contains the detector of facts that came with the call: rings, waiting time, direction."""

from typing import ClassVar, Literal

from scoring.detectors.base import Detector
from scoring.detectors.context import CallContext
from scoring.scorecard import Observation


class MetadataDetector(Detector):
    """This represents a number from the call's metadata; None when it is not known."""

    listens: ClassVar[bool] = False
    kind: Literal["metadata"]
    field: str

    def measure(self, context: CallContext) -> Observation:
        """The number under this name."""
        value = context.call.metadata.get(self.field)
        known = isinstance(value, int | float) and not isinstance(value, bool)
        return Observation(value=float(value) if known else None, fired=(self.field,) if known else ())  # type: ignore[arg-type]


class DirectionDetector(Detector):
    """This represents whether the call is incoming (1) or outgoing (0)."""

    listens: ClassVar[bool] = False
    kind: Literal["incoming"]

    def measure(self, context: CallContext) -> Observation:
        """1 for an incoming call, 0 for an outgoing one."""
        return Observation(value=float(context.call.direction == "in"))
