"""Detectors as a rubric names them, measured in an invented call."""

from pydantic import TypeAdapter
from spoken import quotes_stand

from scoring.detectors import AnyDetector, CallContext
from scoring.scorecard import Observation

KINDS = TypeAdapter(AnyDetector)
PROMISE = {"phrases": ["bel* ... u", "wordt u ... gebeld|teruggebeld"], "unless": ["u kunt ... bellen"]}
HOLD = {
    "episode": "hold",
    "announcing": ["in de wacht"],
    "first_part": ["want", "even kijken"],
    "second_part": ["bedankt"],
}
TRANSFER = {"episode": "transfer", "announcing": ["verbind* u ... door"], "first_part": ["burgerzaken"],
            "second_part": ["geef ... door"]}  # fmt: skip


def measure(context: CallContext, kind: str, **options: object) -> Observation:
    """What a detector of this kind sees, after a look at its quotes and how sure it is."""
    seen = KINDS.validate_python({"kind": kind} | options).measure(context)
    assert quotes_stand(context, seen)
    assert 0 <= seen.confidence <= 1
    return seen
