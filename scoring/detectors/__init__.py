"""This package contains the kinds of detector; the union below is the one registration of them."""

from typing import Annotated

from pydantic import Field

from scoring.detectors.address import AddressDetector
from scoring.detectors.agent_name import AgentNameDetector
from scoring.detectors.aside import AsideDetector
from scoring.detectors.base import Detector, Window
from scoring.detectors.callback import CallbackDetector
from scoring.detectors.caller_name import CallerNameDetector
from scoring.detectors.context import CallContext
from scoring.detectors.episode import EpisodeDetector
from scoring.detectors.intent import IntentDetector
from scoring.detectors.metadata import DirectionDetector, MetadataDetector
from scoring.detectors.order import OrderDetector
from scoring.detectors.organisation import OrganisationDetector
from scoring.detectors.phone import PhoneDetector
from scoring.detectors.phrase import PhraseDetector
from scoring.detectors.put_off import PutOffDetector
from scoring.detectors.reading import ReadingDetector
from scoring.detectors.ringing import RingingDetector
from scoring.detectors.term import TermDetector
from scoring.detectors.timing import InterruptionDetector, PaceDetector
from scoring.detectors.turn_count import CutOffDetector, TurnCountDetector

AnyDetector = Annotated[
    AddressDetector
    | AgentNameDetector
    | AsideDetector
    | CallbackDetector
    | CallerNameDetector
    | DirectionDetector
    | EpisodeDetector
    | IntentDetector
    | InterruptionDetector
    | MetadataDetector
    | OrderDetector
    | OrganisationDetector
    | PaceDetector
    | PhoneDetector
    | PhraseDetector
    | CutOffDetector
    | PutOffDetector
    | ReadingDetector
    | RingingDetector
    | TermDetector
    | TurnCountDetector,
    Field(discriminator="kind"),
]

__all__ = ["AnyDetector", "CallContext", "Detector", "Window"]
