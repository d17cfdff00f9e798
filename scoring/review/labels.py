"""This module contains the reading of labels: what a person answered about a call."""

from collections.abc import Mapping

from pydantic import JsonValue, ValidationError

from scoring.errors import InputError
from scoring.record import Record
from scoring.scorecard import Answer


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
