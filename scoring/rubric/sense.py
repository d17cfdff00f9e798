"""This module contains the check that a rubric makes sense: names exist, nothing is double or unused."""

from collections import Counter
from collections.abc import Iterator

from scoring.detectors.callback import CallbackDetector
from scoring.rubric.conditions import names
from scoring.rubric.criterion import Criterion, Rubric

Where = tuple[int | str, ...]


def contradictions(rubric: Rubric) -> Iterator[tuple[Where, str]]:
    """Every place in the rubric that contradicts itself, with what is wrong in Dutch."""
    yield from _doubles(rubric)
    yield from _situations(rubric)
    dimensions = {d.id for d in rubric.dimensions}
    for i, criterion in enumerate(rubric.criteria):
        where: Where = ("criteria", i)
        if criterion.dimension not in dimensions:
            yield (*where, "id"), f"de dimensie ‘{criterion.dimension}’ staat niet bij dimensions"
        yield from (((*where, *w), p) for w, p in _criterion(rubric, criterion))
    yield from _callback(rubric)
    yield from _unused(rubric)


def _doubles(rubric: Rubric) -> Iterator[tuple[Where, str]]:
    for key, ids in (
        ("criteria", [c.id for c in rubric.criteria]),
        ("dimensions", [d.id for d in rubric.dimensions]),
    ):
        for name, count in Counter(ids).items():
            if count > 1:
                yield (key, len(ids) - 1 - ids[::-1].index(name), "id"), f"‘{name}’ staat er {count} keer"
    for name in rubric.detectors.keys() & rubric.situations.keys():
        yield ("situations", name), "deze naam bestaat ook als detector"


def _situations(rubric: Rubric) -> Iterator[tuple[Where, str]]:
    """A situation may use detectors and situations written above it, so it can never go in a circle."""
    known = set(rubric.detectors)
    for name, condition in rubric.situations.items():
        for missing in sorted(set(names(condition)) - known):
            yield ("situations", name), f"‘{missing}’ bestaat niet of staat pas verderop"
        known.add(name)
    for i, level in enumerate(rubric.escalation):
        for missing in sorted(set(names(level.when)) - known):
            yield ("escalation", i, "when"), f"‘{missing}’ bestaat niet"


def _criterion(rubric: Rubric, criterion: Criterion) -> Iterator[tuple[Where, str]]:
    shared = rubric.detectors.keys() | rubric.situations.keys()
    for name in criterion.detectors.keys() & shared:
        yield ("detectors", name), "deze naam bestaat ook voor de hele rubric"
    used = {name for condition in criterion.conditions() for name in names(condition)}
    for missing in sorted(used - shared - criterion.detectors.keys()):
        yield (), f"‘{missing}’ wordt gebruikt, maar bestaat niet als detector of situatie"
    for idle in sorted(criterion.detectors.keys() - used):
        yield ("detectors", idle), "deze detector wordt nergens gebruikt"
    never = {"na": criterion.applies_when, "partial": criterion.partial}
    for i, one in enumerate(criterion.because):
        if one.answer in never and never[one.answer] is None:
            yield ("because", i, "answer"), "dit antwoord kan bij dit criterium niet voorkomen"


def _callback(rubric: Rubric) -> Iterator[tuple[Where, str]]:
    if rubric.callback and not isinstance(rubric.detectors.get(rubric.callback), CallbackDetector):
        yield ("callback",), f"‘{rubric.callback}’ is geen detector van de soort callback"


def _unused(rubric: Rubric) -> Iterator[tuple[Where, str]]:
    used = {name for condition in rubric.conditions() for name in names(condition)}
    for idle in sorted((rubric.detectors.keys() | rubric.situations.keys()) - used):
        key = "detectors" if idle in rubric.detectors else "situations"
        yield (key, idle), "dit wordt nergens gebruikt"
