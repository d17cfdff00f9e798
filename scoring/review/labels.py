"""This module contains the reading of labels: what a person answered about a call."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from pydantic import JsonValue, ValidationError

from scoring import intake
from scoring.errors import InputError
from scoring.pipeline import Progress, score_transcript, transcribed
from scoring.record import Record
from scoring.review.agreement import Labelled
from scoring.rubric import Norms, Rubric, load_norms
from scoring.scorecard import Answer
from scoring.settings import Settings


class _Label(Record, extra="ignore"):
    answer: Answer


class _Labels(Record, extra="ignore"):
    labels: dict[str, _Label]
    escalation_level: int | None = None


def read_labels(name: str, found: Mapping[str, JsonValue]) -> tuple[dict[str, Answer], int | None]:
    """The answers and the escalation level that a labelled file holds; InputError says what is wrong."""
    if "labels" not in found:
        raise InputError(
            f"{name}: er staan geen labels in dit bestand. Geef een map met gelabelde gesprekken."
        )
    try:
        labels = _Labels.model_validate(found)
    except ValidationError as error:
        where = ", ".join(".".join(map(str, problem["loc"])) for problem in error.errors())
        known = ", ".join(answer.value for answer in Answer)
        raise InputError(
            f"{name}: deze labels kloppen niet: {where}. Kies bij answer uit: {known}."
        ) from None
    return {name: label.answer for name, label in labels.labels.items()}, labels.escalation_level


def read_labelled(
    path: Path,
    rubric: Rubric,
    norms: Norms,
    norms_folder: Path,
    settings: Settings,
    progress: Progress | None = None,
) -> Labelled:
    """A labelled call with what the machine makes of it, by the norm profile that the file names if it does."""
    read = intake.read(path, settings)
    own = read.call.metadata.get("norms")
    norms = load_norms(own, norms_folder) if isinstance(own, str) else norms
    answers, level = read_labels(path.name, read.labels)
    transcript = transcribed(read, settings, progress, norms)
    card = score_transcript(read.call, transcript, rubric, norms, datetime.now(UTC))
    return Labelled(call=read.call, scorecard=card, answers=answers, escalation_level=level)
