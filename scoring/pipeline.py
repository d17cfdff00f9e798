"""This module contains the whole way of a call, on one screen."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from scoring import intake, speech
from scoring.aggregate import aggregate
from scoring.call import Audio, Call, Transcript
from scoring.evaluate import evaluate
from scoring.intake import Intake, Metadata
from scoring.record import Record
from scoring.rubric import Norms, Rubric
from scoring.scorecard import Scorecard
from scoring.settings import Settings

if TYPE_CHECKING:  # the database is opened by who needs it, not by judging
    from scoring.store import Store

Progress = Callable[[float, str], None]


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
) -> Scored:
    """Calling this brings one file to its scorecard; raises a ScoringError in Dutch when it cannot."""
    read = intake.read(path, settings, metadata)
    transcript = transcribed(read, settings, progress)
    certain = transcript.roles.certain
    card = score_transcript(read.call, transcript, rubric, norms, now) if certain else None
    return Scored(call=read.call, transcript=transcript, scorecard=card, audio=read.audio)


def transcribed(read: Intake, settings: Settings, progress: Progress | None = None) -> Transcript:
    """The transcript of a file: as it was read, else recognised from its sound."""
    if read.transcript is not None:
        return read.transcript
    assert read.audio is not None
    return speech.transcribe(read.audio, read.call.id, settings, progress)


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
    equal to the latest one is not kept twice.
    """
    call_id = scored.call.id
    store.save(scored.call, scored.transcript, scored.audio.path if scored.audio else None, demo=demo)
    latest, before = store.transcript(call_id), store.scorecard(call_id)
    if not latest.roles.certain:
        return None
    card = scored.scorecard
    if card is None or latest != scored.transcript:
        card = score_transcript(store.call(call_id), latest, rubric, norms)
    if before is not None and before.contract() == card.contract():
        return before
    store.add_scorecard(card)
    return card
