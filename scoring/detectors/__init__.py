"""This package contains the kinds of detector; the union below is the one registration of them."""

from typing import Annotated

from pydantic import Field

from scoring.detectors.agent_name import AgentNameDetector
from scoring.detectors.base import Detector, Window
from scoring.detectors.context import CallContext
from scoring.detectors.phrase import PhraseDetector

AnyDetector = Annotated[
    PhraseDetector | AgentNameDetector,
    Field(discriminator="kind"),
]

__all__ = ["AnyDetector", "CallContext", "Detector", "PhraseDetector", "Window"]
