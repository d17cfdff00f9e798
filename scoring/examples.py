"""This module contains written dialogue as calls, and the test of a rubric against its own examples."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from scoring.call import Call, Speaker, Transcript, Turn, Word
from scoring.errors import RubricError
from scoring.evaluate import evaluate
from scoring.language.training import cues
from scoring.learned import learned
from scoring.record import Record
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
    if example.words_per_minute:
        turns = tuple(_timed(transcript.turns, 60 / example.words_per_minute))
        transcript = transcript.model_copy(update={"turns": turns})
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


def _timed(turns: Sequence[Turn], pace: float) -> Iterator[Turn]:
    """The turns one after the other, with `pace` seconds for every word."""
    said = 0
    for turn in turns:
        texts = turn.text.split()
        times = [pace * (said + i) for i in range(len(texts) + 1)]
        words = tuple(Word(text=t, start=times[i], end=times[i + 1]) for i, t in enumerate(texts))
        yield turn.model_copy(update={"start": times[0], "end": times[-1], "words": words})
        said += len(texts)


class Tried(Record):
    """This represents an example and the answer that the rules give it; None when it cannot be read."""

    number: int
    expected: Answer
    got: Answer | None

    @property
    def right(self) -> bool:
        """Whether the rules give the answer that the example asks for."""
        return self.got == self.expected


def tried(rubric: Rubric, criterion: Criterion, norms: Norms, norms_folder: Path) -> Iterator[Tried]:
    """Every example of a criterion, judged."""
    for number, example in enumerate(criterion.examples, start=1):
        got: Answer | None = None
        with suppress(ValueError, RubricError):
            used = _norms(example, norms, norms_folder)
            got = _answer(rubric, criterion, example_call(example), used)
        yield Tried(number=number, expected=example.answer, got=got)


def failing(rubric: Rubric, norms: Norms, norms_folder: Path) -> Iterator[str]:
    """Every example that gets another answer than it should, in Dutch."""
    for criterion in rubric.criteria:
        for one in tried(rubric, criterion, norms, norms_folder):
            if one.got is None:
                yield (
                    f"{criterion.id}: voorbeeld {one.number} is niet te lezen. Begin een regel met A:, B: of O:, "
                    "schrijf called_at als 2026-01-15T10:00, kies bij norms een bestaand profiel "
                    "en noem bij norm_values alleen normen die dat profiel heeft."
                )
            elif not one.right:
                yield (
                    f"{criterion.id}: voorbeeld {one.number} hoort ‘{one.expected}’ te zijn, "
                    f"maar de regels geven ‘{one.got}’."
                )


def lacking(rubric: Rubric) -> Iterator[str]:
    """Every answer a machine criterion can give for which it has no example, in Dutch."""
    for criterion in rubric.criteria:
        if criterion.mode == "human":
            continue
        shown = {example.answer for example in criterion.examples}
        for answer in sorted(_possible(criterion) - shown):
            yield f"{criterion.id}: er is geen voorbeeld met het antwoord ‘{answer}’."


def unlearned(rubric: Rubric) -> Iterator[str]:
    """Every act that a detector or a list of sayings names and that no labelled call teaches, in Dutch."""
    model = learned(rubric)
    if model is None:
        return
    parts = {"": rubric.detectors} | {f"{c.id}.": c.detectors for c in rubric.criteria}
    named = [
        (f"{part}detectors.{name}", act)
        for part, detectors in parts.items()
        for name, detector in detectors.items()
        for act in (getattr(detector, "intent", None), getattr(detector, "beside", None))
        if act
    ]
    listed = sorted({cue.intent for cue in cues(Path(rubric.folder) / rubric.intents)})
    for where, act in [*named, *((f"de zinnen van ‘{act}’", act) for act in listed)]:
        if act not in model.names:
            yield f"{where}: de handeling ‘{act}’ komt in te weinig gesprekken voor, of is verkeerd gespeld."


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
    return missing or [*unlearned(rubric), *lacking(rubric), *failing(rubric, default, norms_folder)]


def _norms(example: Example, norms: Norms, folder: Path) -> Norms:
    """The norms that hold for an example; ValueError when it names a norm the profile does not have."""
    used = load_norms(example.norms, folder) if example.norms else norms
    if example.norm_values.keys() - used.values.keys():
        raise ValueError("norm_values")
    return used.model_copy(update={"values": used.values | example.norm_values})


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
