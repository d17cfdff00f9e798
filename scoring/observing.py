"""This module contains whether the conditions of a rubric hold for one call."""

from collections.abc import Iterator

from scoring.audibility import Audibility
from scoring.detectors import AnyDetector, CallContext
from scoring.rubric import (
    AllOf,
    AnyOf,
    Condition,
    Criterion,
    FirstKnown,
    NoneOf,
    NormBound,
    NormHolds,
    Norms,
    Rubric,
    Test,
)
from scoring.rubric.conditions import names
from scoring.scorecard import Observation
from scoring.verdict import Verdict, all_of, any_of, negated


class Verdicts:
    """This represents the conditions of a rubric for one call: every measurement is made once, on first need."""

    def __init__(self, rubric: Rubric, norms: Norms, context: CallContext) -> None:
        self.rubric = rubric
        self.norms = norms
        self.context = context
        self.audibility = Audibility(context.transcript, norms.recognition)
        self._observed: dict[int, Observation] = {}  # by detector: two criteria may use one name
        self._situations: dict[str, Verdict] = {}
        self._unsure: set[int] = set()

    @property
    def doubtful(self) -> bool:
        """Whether some of the words of this call were badly heard."""
        return bool(self._unsure) or self.audibility.poor

    def unsure(self, criterion: Criterion) -> bool:
        """Whether a measurement for this criterion was set aside for its unsure words."""
        every = (d for c in criterion.conditions() for d in self._detectors(c, criterion.detectors))
        return any(id(d) in self._unsure for d in every)

    def listens(self, criterion: Criterion) -> bool:
        """Whether the answer to this criterion needs the words of the call."""
        asked = [c for c in (criterion.yes, criterion.partial) if c is not None]
        return any(d.listens for c in asked for d in self._detectors(c, criterion.detectors))

    def of(self, condition: Condition, own: dict[str, AnyDetector]) -> Verdict:
        """Whether a condition holds for this call."""
        match condition:
            case str(name):
                return self._named(name, own)
            case Test(measure=name, at_least=at_least, at_most=at_most):
                return self._within(at_least, at_most, self._observe(name, own))
            case NormHolds(norm=name):
                return Verdict(bool(self.norms.values[name]), 1.0)
            case AllOf(all=inner):
                return all_of([self.of(c, own) for c in inner])
            case AnyOf(any=inner):
                return any_of([self.of(c, own) for c in inner])
            case FirstKnown(first_known=inner):
                verdicts = [self.of(c, own) for c in inner]
                return next((v for v in verdicts if v.holds is not None), verdicts[0])
            case NoneOf(none=inner):
                return negated(any_of([self.of(c, own) for c in inner]))

    def _detectors(self, condition: Condition, own: dict[str, AnyDetector]) -> Iterator[AnyDetector]:
        for name in names(condition):
            if name in self.rubric.situations:
                yield from self._detectors(self.rubric.situations[name], {})
            else:
                yield self._detector(name, own)

    def _detector(self, name: str, own: dict[str, AnyDetector]) -> AnyDetector:
        return own[name] if name in own else self.rubric.detectors[name]

    def _named(self, name: str, own: dict[str, AnyDetector]) -> Verdict:
        if name in self.rubric.situations:
            if name not in self._situations:
                self._situations[name] = self.of(self.rubric.situations[name], {})
            return self._situations[name]
        return self._within(1.0, None, self._observe(name, own))

    def _observe(self, name: str, own: dict[str, AnyDetector]) -> Observation:
        detector = self._detector(name, own)
        if id(detector) not in self._observed:
            seen = detector.measure(self.context)
            if detector.listens and self.audibility.unsure(seen.evidence):
                self._unsure.add(id(detector))
                seen = Observation(value=None, confidence=seen.confidence)
            self._observed[id(detector)] = seen
        return self._observed[id(detector)]

    def _within(
        self, at_least: float | NormBound | None, at_most: float | NormBound | None, seen: Observation
    ) -> Verdict:
        if seen.value is None:
            return Verdict(None, seen.confidence, seen.evidence, seen.fired)
        low, high = self._bound(at_least), self._bound(at_most)
        holds = (low is None or seen.value >= low) and (high is None or seen.value <= high)
        return Verdict(holds, seen.confidence, seen.evidence, seen.fired, seen.value)

    def _bound(self, bound: float | NormBound | None) -> float | None:
        return self.norms.limit(bound.norm) if isinstance(bound, NormBound) else bound
