"""This module contains the whole way of a call, on one screen."""

import logging
from collections.abc import Callable
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from scoring import intake, speech
from scoring.aggregate import aggregate
from scoring.call import Audio, Call, Speaker, Transcript
from scoring.errors import SpeechError
from scoring.evaluate import evaluate
from scoring.intake import Intake, Metadata
from scoring.reasons import only_proposed
from scoring.record import Record
from scoring.rubric import Norms, Rubric
from scoring.scorecard import Scorecard
from scoring.settings import Settings

if TYPE_CHECKING:  # the database is opened by who needs it, not by judging
    from scoring.store import Store

log = logging.getLogger(__name__)

Progress = Callable[[float, str], None]
R = TypeVar("R", bound=Record)


CHANNELS = frozenset(("kanaal 1", "kanaal 2"))
"""Labels of the voices in a stereo recording."""


class Stage(StrEnum):
    """This represents the stages of a call, in their order and in the words of the screen."""

    READ = "bestand lezen"
    RECOGNISE = "spraak herkennen"
    SCORE = "beoordelen"
    KEEP = "bewaren"


class Steps(Protocol):
    """This represents who does the stages: it does `work`, or hands back what was kept of it earlier."""

    def __call__(self, stage: Stage, kind: type[R], work: Callable[[], R]) -> R:
        """The result of the stage, of this kind."""


def at_once(stage: Stage, kind: type[R], work: Callable[[], R]) -> R:
    """The stage done here and now, with nothing kept."""
    return work()


class Scored(Record):
    """This represents a call after its way; `scorecard` is None until a person confirms the roles."""

    call: Call
    transcript: Transcript
    scorecard: Scorecard | None
    audio: Audio | None = None


def score_call(
    path: Path,
    rubric: Rubric,
    norms: Norms,
    settings: Settings,
    metadata: Metadata | None = None,
    progress: Progress | None = None,
    now: datetime | None = None,
    employee: str | None = None,
    step: Steps = at_once,
) -> Scored:
    """Calling this brings one file to its scorecard; raises a ScoringError in Dutch when it cannot.

    `employee` is the channel that always holds the employee; `step` lets a worker go on where it was.
    """
    read = step(Stage.READ, Intake, lambda: intake.read(path, settings, metadata))
    heard = step(Stage.RECOGNISE, Transcript, lambda: transcribed(read, settings, progress, norms))
    transcript = with_employee(heard, employee)
    scored = Scored(call=read.call, transcript=transcript, scorecard=None, audio=read.audio)
    if not transcript.roles.certain:
        return scored
    judge = lambda: score_transcript(read.call, transcript, rubric, norms, now)  # noqa: E731
    return scored.model_copy(update={"scorecard": step(Stage.SCORE, Scorecard, judge)})


def transcribed(
    read: Intake, settings: Settings, progress: Progress | None = None, norms: Norms | None = None
) -> Transcript:
    """The transcript of a file: as it was read, else recognised, with the names that the profile gives."""
    if read.transcript is not None:
        return read.transcript
    assert read.audio is not None
    terms = norms.recognition.terms if norms else ()
    return speech.transcribe(read.audio, read.call.id, settings, progress, terms)


def with_employee(transcript: Transcript, channel: str | None) -> Transcript:
    """The transcript with the roles that follow from the employee's channel; only where there are two."""
    roles = transcript.roles.labels
    if channel not in CHANNELS or not roles.keys() >= CHANNELS:
        return transcript
    now = roles[channel]
    return transcript.with_roles({now: Speaker.AGENT, Speaker.AGENT: now}, confirmed=True)


def score_transcript(
    call: Call, transcript: Transcript, rubric: Rubric, norms: Norms, now: datetime | None = None
) -> Scorecard:
    """Calling this judges a transcript whose roles are certain."""
    judged = evaluate(call, transcript, rubric, norms)
    scored_at = now or datetime.now(UTC)
    return aggregate(
        call,
        rubric,
        norms,
        judged.results,
        judged.escalation,
        scored_at,
        callback=judged.callback,
        warnings=transcript.warnings,
    )


def keep(
    store: "Store", scored: Scored, rubric: Rubric, norms: Norms, *, demo: bool = False
) -> Scorecard | None:
    """Calling this keeps a call with its sound, and its scorecard when its roles are certain.

    What a person settled about this call earlier stays, and the judgement follows that; a scorecard
    equal to the machine's latest one is not kept twice.
    """
    call_id = scored.call.id
    store.save(scored.call, scored.transcript, scored.audio.path if scored.audio else None, demo=demo)
    _make_audible(store, scored)
    latest, before = store.transcript(call_id), store.machine_scorecard(call_id)
    if not latest.roles.certain:
        return None
    card = scored.scorecard
    if card is None or latest != scored.transcript:
        card = score_transcript(store.call(call_id), latest, rubric, norms)
    card = as_trusted(store, card)
    if before is not None and before.contract() == card.contract():
        return before
    store.add_scorecard(card, only_new=True)
    return card


def _make_audible(store: "Store", scored: Scored) -> None:
    """What the player needs is made here, behind the screens, so that nobody waits for it at a first look."""
    kept = store.audio(scored.call.id)
    if kept is None or scored.audio is None:
        return
    from scoring.speech.peaks import peaks  # heavy: only when there is sound
    from scoring.speech.playable import for_listening

    try:
        peaks(for_listening(kept, scored.audio.headerless, scored.audio.channels))
    except SpeechError as error:
        log.warning("%s has no sound to listen to: %s", scored.call.id, type(error).__name__)


def judge_anew(
    store: "Store", call_id: str, rubric: Rubric, norms: Norms, now: datetime | None = None
) -> Scorecard:
    """Calling this judges the latest transcript of a kept call, and keeps that judgement beside the others."""
    card = score_transcript(store.call(call_id), store.transcript(call_id), rubric, norms, now)
    card = as_trusted(store, card)
    store.add_scorecard(card)
    return card


def as_trusted(store: "Store", card: Scorecard) -> Scorecard:
    """The scorecard on which criteria that people disagree with too often are only proposals."""
    doubted = store.fallen_back()
    results = tuple(only_proposed(r) if r.criterion in doubted else r for r in card.results)
    return card.model_copy(update={"results": results})
