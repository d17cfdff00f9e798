"""This module contains written dialogue as calls, and the test of a rubric against its own examples."""

import hashlib
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from scoring.call import Call, Speaker, Transcript, Turn
from scoring.errors import RubricError
from scoring.evaluate import evaluate
from scoring.rubric import Criterion, Example, Norms, Rubric, load_norms, load_rubric
from scoring.scorecard import Answer

_LINE = re.compile(r"\s*([ABO]): ?(.*)")
_SPEAKER = {"A": Speaker.AGENT, "B": Speaker.CALLER, "O": Speaker.OTHER}


def dialogue(text: str) -> Transcript:
    """The transcript of lines that start with A: (medewerker), B: (beller) or O: (ander)."""
    turns: list[Turn] = []
    for line in text.strip().splitlines():
        match = _LINE.match(line)
        if not match:
            raise ValueError(f"Een regel begint met A:, B: of O:, maar deze niet: {line[:20]!r}")
        turns.append(Turn(speaker=_SPEAKER[match[1]], text=match[2].strip()))
    return Transcript(call_id=hashlib.sha256(text.encode()).hexdigest()[:16], turns=tuple(turns))


def example_call(example: Example) -> tuple[Call, Transcript]:
    """The call and transcript that an example stands for."""
    transcript = dialogue(example.dialogue)
    call = Call(
        id=transcript.call_id,
        source="voorbeeld",
        called_at=datetime.fromisoformat(example.called_at) if example.called_at else None,
        direction=example.direction,
        organisation=example.organisation,
        opening_recorded=example.opening_recorded,
        ending_recorded=example.ending_recorded,
        metadata=example.metadata,
    )
    return call, transcript


def failing(rubric: Rubric, norms: Norms, norms_folder: Path) -> Iterator[str]:
    """Every example that gets another answer than it should, in Dutch."""
    for criterion in rubric.criteria:
        for number, example in enumerate(criterion.examples, start=1):
            try:
                used = load_norms(example.norms, norms_folder) if example.norms else norms
                call = example_call(example)
            except (ValueError, RubricError):
                yield (
                    f"{criterion.id}: voorbeeld {number} is niet te lezen. Begin een regel met A:, B: of O:, "
                    "schrijf called_at als 2026-01-15T10:00 en kies bij norms een bestaand profiel."
                )
                continue
            got = _answer(rubric, criterion, call, used)
            if got != example.answer:
                yield (
                    f"{criterion.id}: voorbeeld {number} hoort ‘{example.answer}’ te zijn, "
                    f"maar de regels geven ‘{got}’."
                )


def lacking(rubric: Rubric) -> Iterator[str]:
    """Every answer a machine criterion can give for which it has no example, in Dutch."""
    for criterion in rubric.criteria:
        if criterion.mode == "human":
            continue
        shown = {example.answer for example in criterion.examples}
        for answer in sorted(_possible(criterion) - shown):
            yield f"{criterion.id}: er is geen voorbeeld met het antwoord ‘{answer}’."


def check_rubric(path: Path, norms_name: str, norms_folder: Path) -> list[str]:
    """All that is wrong with a rubric file, its norms and its examples, in Dutch; empty when all is well."""
    try:
        rubric = load_rubric(path)
        norms = [load_norms(str(file), norms_folder) for file in sorted(norms_folder.glob("*.yaml"))]
        default = load_norms(norms_name, norms_folder)
    except RubricError as error:
        return list(error.problems)
    missing = [
        f"{profile.id}: de norm ‘{name}’ ontbreekt in dit profiel."
        for profile in norms
        for name in sorted(rubric.norm_names() - profile.values.keys())
    ]
    return missing or [*lacking(rubric), *failing(rubric, default, norms_folder)]


def _answer(rubric: Rubric, criterion: Criterion, call: tuple[Call, Transcript], norms: Norms) -> Answer:
    only = rubric.model_copy(update={"criteria": (criterion,), "escalation": ()})
    results = evaluate(*call, only, norms).results
    return results[0].answer


def _possible(criterion: Criterion) -> set[Answer]:
    answers = {Answer.YES, Answer.NO}
    if criterion.partial is not None:
        answers.add(Answer.PARTIAL)
    if criterion.applies_when is not None:
        answers.add(Answer.NOT_APPLICABLE)
    if criterion.opening or criterion.ending:
        answers.add(Answer.UNMEASURABLE)
    return answers
