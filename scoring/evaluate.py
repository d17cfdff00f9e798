"""This module contains the only judging rule: a transcript and a rubric become answers with proof."""

import logging
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from scoring.audibility import Audibility
from scoring.call import Call, Speaker, Transcript
from scoring.detectors import AnyDetector, CallContext
from scoring.detectors.callback import CallbackDetector
from scoring.detectors.quoting import around
from scoring.language.intents import IntentModel
from scoring.language.lexicon import Lexicon
from scoring.language.phrases import PhraseSet
from scoring.language.training import digest, intent_model
from scoring.reasons import MAX_QUOTE, answered, for_human, with_parts
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
from scoring.scorecard import Answer, Callback, CriterionResult, Escalation, Evidence, Observation
from scoring.settings import load_settings
from scoring.verdict import Verdict, all_of, any_of, negated, unique

log = logging.getLogger(__name__)

_BADLY_HEARD = 0.5  # how sure it is that a call has no higher level when the words for one are unsure


class Judged(NamedTuple):
    """This represents everything that judging a call gives."""

    results: tuple[CriterionResult, ...]
    escalation: Escalation
    callback: Callback | None


class Judge:
    """This represents one call being judged: every measurement is made once, on first need."""

    def __init__(self, rubric: Rubric, norms: Norms, context: CallContext) -> None:
        self.rubric = rubric
        self.norms = norms
        self.context = context
        self._observed: dict[int, Observation] = {}  # by detector: two criteria may use one name
        self._situations: dict[str, Verdict] = {}
        self._audibility = Audibility(context.transcript, norms.recognition)
        self._unsure: set[int] = set()

    def result(self, criterion: Criterion) -> CriterionResult:
        """The answer to one criterion; a detector that crashes makes it `failed`, never silently `no`."""
        if criterion.mode == "human":
            return for_human(criterion)
        try:
            return self._as_heard(criterion, self._judge(criterion))
        except Exception as error:  # noqa: BLE001  one broken rule may not cost the whole scorecard
            log.warning("criterion %s failed with %s", criterion.id, type(error).__name__)
            reason = "Deze regel kon niet draaien door een fout in de regel. Meld dit aan de beheerder."
            return CriterionResult(
                criterion=criterion.id,
                answer=Answer.FAILED,
                mode=criterion.mode,
                confidence=0.0,
                reason=reason,
            )

    def escalation(self) -> Escalation:
        """The highest escalation level whose condition holds; confidence 0 when a rule could not run."""
        sure = 1.0
        for level in sorted(self.rubric.escalation, key=lambda v: -v.level):
            try:
                verdict = self.verdict(level.when, {})
            except Exception as error:  # noqa: BLE001  one broken rule may not cost the whole scorecard
                log.warning("escalation level %d failed with %s", level.level, type(error).__name__)
                sure = 0.0
                continue
            if verdict.holds:
                confidence = round(min(sure, verdict.confidence), 2)
                return Escalation(level=level.level, evidence=unique(verdict.evidence), confidence=confidence)
            if verdict.holds is None:
                sure = min(sure, _BADLY_HEARD)
        return Escalation(level=0, confidence=sure)

    def callback(self) -> Callback | None:
        """The callback arrangement, as far as one was promised and the rule could run."""
        detector = self.rubric.detectors.get(self.rubric.callback)
        try:
            return detector.arrangement(self.context) if isinstance(detector, CallbackDetector) else None
        except Exception as error:  # noqa: BLE001  one broken rule may not cost the whole scorecard
            log.warning("callback arrangement failed with %s", type(error).__name__)
            return None

    def _judge(self, criterion: Criterion) -> CriterionResult:
        if criterion.applies_when is not None:
            applies = self.verdict(criterion.applies_when, criterion.detectors)
            if applies.holds is not True:
                answer = Answer.UNMEASURABLE if applies.holds is None else Answer.NOT_APPLICABLE
                return self._answered(criterion, answer, applies._replace(evidence=()))
        else:
            applies = Verdict(True, 1.0)
        answer, verdict = self._answer(criterion)
        sure = min(applies.confidence, verdict.confidence)
        result = self._answered(criterion, answer, verdict._replace(confidence=sure))
        return result if answer not in (Answer.PARTIAL, Answer.NO) else self._told_apart(criterion, result)

    def _answered(self, criterion: Criterion, answer: Answer, verdict: Verdict) -> CriterionResult:
        fitting = (one for one in criterion.because if one.answer == answer)
        held = ((one, self.verdict(one.when, criterion.detectors)) for one in fitting)
        because = next((both for both in held if both[1].holds), None)
        return answered(criterion, answer, verdict, self.context.by(Speaker.AGENT), because, self._whole)

    def _whole(self, quote: Evidence) -> Evidence:
        """The part of a turn that a short quote stands in; the quote itself where that is long."""
        part = around(self.context, quote)
        return part if len(part.quote) <= MAX_QUOTE else quote

    def _told_apart(self, criterion: Criterion, result: CriterionResult) -> CriterionResult:
        """The result, with in its reason which parts of a yes are there and which are not."""
        told = [(part, self.verdict(part.when, criterion.detectors)) for part in criterion.parts]
        return with_parts(result, told)

    def _as_heard(self, criterion: Criterion, result: CriterionResult) -> CriterionResult:
        """The result, with what was badly heard counting for nobody."""
        if not self._unsure and not self._audibility.poor:
            return result
        asked = [c for c in (criterion.yes, criterion.partial) if c is not None]
        listens = any(d.listens for c in asked for d in self._detectors(c, criterion.detectors))
        every = (d for c in criterion.conditions() for d in self._detectors(c, criterion.detectors))
        unsure = any(id(d) in self._unsure for d in every)
        return self._audibility.settled(result, unsure=unsure, listens=listens)

    def _detectors(self, condition: Condition, own: dict[str, AnyDetector]) -> Iterator[AnyDetector]:
        for name in names(condition):
            if name in self.rubric.situations:
                yield from self._detectors(self.rubric.situations[name], {})
            else:
                yield own[name] if name in own else self.rubric.detectors[name]

    def _answer(self, criterion: Criterion) -> tuple[Answer, Verdict]:
        missing = self._missing(criterion)
        if missing == "always":
            return Answer.UNMEASURABLE, Verdict(None, 1.0)
        assert criterion.yes is not None
        yes = self.verdict(criterion.yes, criterion.detectors)
        if yes.holds:
            return Answer.YES, yes
        if missing or yes.holds is None:
            return Answer.UNMEASURABLE, Verdict(None, 0.9)
        if criterion.partial is None:
            return Answer.NO, yes
        partial = self.verdict(criterion.partial, criterion.detectors)
        if partial.holds is None:
            return Answer.UNMEASURABLE, partial
        sure = min(yes.confidence, partial.confidence)
        answer = Answer.PARTIAL if partial.holds else Answer.NO
        return answer, partial._replace(confidence=sure)

    def _missing(self, criterion: Criterion) -> str | None:
        call = self.context.call
        needs = {
            None if call.opening_recorded else criterion.opening,
            None if call.ending_recorded else criterion.ending,
        }
        return "always" if "always" in needs else "unless_met" if "unless_met" in needs else None

    def verdict(self, condition: Condition, own: dict[str, AnyDetector]) -> Verdict:
        """Whether a condition holds for this call."""
        match condition:
            case str(name):
                return self._named(name, own)
            case Test(measure=name, at_least=at_least, at_most=at_most):
                return self._within(at_least, at_most, self._observe(name, own))
            case NormHolds(norm=name):
                return Verdict(bool(self.norms.values[name]), 1.0)
            case AllOf(all=inner):
                return all_of([self.verdict(c, own) for c in inner])
            case AnyOf(any=inner):
                return any_of([self.verdict(c, own) for c in inner])
            case FirstKnown(first_known=inner):
                verdicts = [self.verdict(c, own) for c in inner]
                return next((v for v in verdicts if v.holds is not None), verdicts[0])
            case NoneOf(none=inner):
                return negated(any_of([self.verdict(c, own) for c in inner]))

    def _named(self, name: str, own: dict[str, AnyDetector]) -> Verdict:
        if name in self.rubric.situations:
            if name not in self._situations:
                self._situations[name] = self.verdict(self.rubric.situations[name], {})
            return self._situations[name]
        return self._within(1.0, None, self._observe(name, own))

    def _observe(self, name: str, own: dict[str, AnyDetector]) -> Observation:
        detector = own[name] if name in own else self.rubric.detectors[name]
        if id(detector) not in self._observed:
            seen = detector.measure(self.context)
            if detector.listens and self._audibility.unsure(seen.evidence):
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


def evaluate(call: Call, transcript: Transcript, rubric: Rubric, norms: Norms) -> Judged:
    """Calling this answers every criterion of the rubric, in its order, and tells of aggression and callbacks."""
    context = CallContext(call, transcript, lexicon(rubric), learned(rubric))
    judge = Judge(rubric, norms, context)
    results = tuple(judge.result(c) for c in rubric.criteria)
    return Judged(results, judge.escalation(), judge.callback())


def lexicon(rubric: Rubric) -> Lexicon:
    """The vocabulary of a rubric's phrases; made once a rubric."""
    return _lexicon(rubric.hash, rubric.phrase_texts)


def learned(rubric: Rubric) -> IntentModel | None:
    """The intents that a rubric relies on; learned once and kept in the data folder."""
    if not rubric.intents:
        return None
    folder = Path(rubric.folder) / rubric.intents
    lessons = Path(rubric.lessons) if rubric.lessons else None
    return intent_model(folder, _digest(folder, lessons, rubric.hash), _cache_folder(), lessons)


@lru_cache(maxsize=4)
def _digest(folder: Path, lessons: Path | None, _: str) -> str:
    return digest(folder, lessons)


@lru_cache(maxsize=1)
def _cache_folder() -> Path:
    return load_settings().data_folder / "cache"


@lru_cache(maxsize=4)
def _lexicon(_: str, phrases: tuple[str, ...]) -> Lexicon:
    return Lexicon(PhraseSet(phrases).words)
