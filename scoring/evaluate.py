"""This module contains the only judging rule: a transcript and a rubric become answers with proof."""

import logging
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from scoring.call import Call, Transcript
from scoring.detectors import AnyDetector, CallContext
from scoring.detectors.callback import CallbackDetector
from scoring.language.intents import IntentModel
from scoring.language.lexicon import Lexicon
from scoring.language.phrases import PhraseSet
from scoring.language.training import digest, intent_model
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
from scoring.scorecard import Answer, Callback, CriterionResult, Escalation, Evidence, Observation
from scoring.settings import load_settings

log = logging.getLogger(__name__)
MAX_EVIDENCE = 5
MAX_QUOTE = 120
"""A reason quotes at most this many characters; the evidence itself stays whole."""


class Verdict(NamedTuple):
    """This represents whether a condition holds (None: cannot be seen), how sure (0–1), and why."""

    holds: bool | None
    confidence: float
    evidence: tuple[Evidence, ...] = ()
    fired: tuple[str, ...] = ()
    value: float | None = None


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

    def result(self, criterion: Criterion) -> CriterionResult:
        """The answer to one criterion; a detector that crashes makes it `failed`, never silently `no`."""
        if criterion.mode == "human":
            return _human(criterion)
        try:
            return self._judge(criterion)
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
                return Escalation(
                    level=level.level, evidence=_unique(verdict.evidence), confidence=confidence
                )
        return Escalation(level=0, confidence=sure)

    def callback(self) -> Callback | None:
        """The callback arrangement, as far as one was promised."""
        detector = self.rubric.detectors.get(self.rubric.callback)
        return detector.arrangement(self.context) if isinstance(detector, CallbackDetector) else None

    def _judge(self, criterion: Criterion) -> CriterionResult:
        if criterion.applies_when is not None:
            applies = self.verdict(criterion.applies_when, criterion.detectors)
            if applies.holds is not True:
                answer = Answer.UNMEASURABLE if applies.holds is None else Answer.NOT_APPLICABLE
                return _answered(criterion, answer, applies._replace(evidence=()))
        else:
            applies = Verdict(True, 1.0)
        answer, verdict = self._answer(criterion)
        sure = min(applies.confidence, verdict.confidence)
        return _answered(criterion, answer, verdict._replace(confidence=sure))

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
                return _all([self.verdict(c, own) for c in inner])
            case AnyOf(any=inner):
                return _any([self.verdict(c, own) for c in inner])
            case FirstKnown(first_known=inner):
                verdicts = [self.verdict(c, own) for c in inner]
                return next((v for v in verdicts if v.holds is not None), verdicts[0])
            case NoneOf(none=inner):
                return _negate(_any([self.verdict(c, own) for c in inner]))

    def _named(self, name: str, own: dict[str, AnyDetector]) -> Verdict:
        if name in self.rubric.situations:
            if name not in self._situations:
                self._situations[name] = self.verdict(self.rubric.situations[name], {})
            return self._situations[name]
        return self._within(1.0, None, self._observe(name, own))

    def _observe(self, name: str, own: dict[str, AnyDetector]) -> Observation:
        detector = own[name] if name in own else self.rubric.detectors[name]
        if id(detector) not in self._observed:
            self._observed[id(detector)] = detector.measure(self.context)
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
    return _lexicon(rubric.hash, tuple(rubric.phrase_texts()))


def learned(rubric: Rubric) -> IntentModel | None:
    """The intents that a rubric relies on; learned once and kept in the data folder."""
    if not rubric.intents:
        return None
    folder = Path(rubric.folder) / rubric.intents
    return intent_model(folder, _digest(folder, rubric.hash), _cache_folder())


@lru_cache(maxsize=4)
def _digest(folder: Path, _: str) -> str:
    return digest(folder)


@lru_cache(maxsize=1)
def _cache_folder() -> Path:
    return load_settings().data_folder / "cache"


@lru_cache(maxsize=4)
def _lexicon(_: str, phrases: tuple[str, ...]) -> Lexicon:
    return Lexicon(PhraseSet(phrases).words)


def _all(verdicts: list[Verdict]) -> Verdict:
    """All hold: as sure as the least sure. One fails: as sure as the surest failure."""
    against = [v for v in verdicts if v.holds is False]
    if against:
        return _joined(False, against, max(v.confidence for v in against), verdicts)
    unknown = [v for v in verdicts if v.holds is None]
    if unknown:
        return _joined(None, unknown, min(v.confidence for v in unknown), verdicts)
    return _joined(True, verdicts, min(v.confidence for v in verdicts), verdicts)


def _any(verdicts: list[Verdict]) -> Verdict:
    for_it = [v for v in verdicts if v.holds]
    if for_it:
        return _joined(True, for_it, max(v.confidence for v in for_it), verdicts)
    unknown = [v for v in verdicts if v.holds is None]
    if unknown:
        return _joined(None, unknown, min(v.confidence for v in unknown), verdicts)
    return _joined(False, verdicts, min(v.confidence for v in verdicts), verdicts)


def _negate(verdict: Verdict) -> Verdict:
    return verdict._replace(holds=None if verdict.holds is None else not verdict.holds)


def _joined(holds: bool | None, main: list[Verdict], sure: float, every: list[Verdict]) -> Verdict:
    evidence = _unique(e for v in main for e in v.evidence)
    fired = tuple(dict.fromkeys(f for v in main for f in v.fired))
    value = next((v.value for v in [*main, *every] if v.value is not None), None)
    return Verdict(holds, sure, evidence, fired, value)


def _unique(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    kept = {(e.turn, e.start, e.end): e for e in evidence}
    return tuple(kept[place] for place in sorted(kept)[:MAX_EVIDENCE]) if kept else ()


def _human(criterion: Criterion) -> CriterionResult:
    reason = criterion.reasons.unmeasurable or "Dit beoordeelt alleen een mens."
    return CriterionResult(
        criterion=criterion.id, answer=Answer.HUMAN, mode="human", confidence=1.0, reason=reason
    )


DEFAULT_REASONS = {
    Answer.YES: "De medewerker deed dit: {citaat}.",
    Answer.PARTIAL: "De medewerker deed dit voor een deel: {citaat}.",
    Answer.NO: "Dit is in het gesprek niet gevonden.",
    Answer.NOT_APPLICABLE: "Deze situatie kwam in dit gesprek niet voor.",
    Answer.UNMEASURABLE: "Dit is aan deze opname of tekst niet te zien.",
}


def _answered(criterion: Criterion, answer: Answer, verdict: Verdict) -> CriterionResult:
    counts = answer in (Answer.YES, Answer.PARTIAL, Answer.NO)
    evidence = _unique(verdict.evidence) if counts else ()
    sure = round(min(1.0, max(0.0, verdict.confidence)), 2)
    return CriterionResult(
        criterion=criterion.id,
        answer=answer,
        mode=criterion.mode,
        confidence=sure,
        evidence=evidence,
        reason=_reason(criterion, answer, verdict),
        fired=verdict.fired[:MAX_EVIDENCE],
        proposal=sure < criterion.min_confidence,
    )


def _reason(criterion: Criterion, answer: Answer, verdict: Verdict) -> str:
    text: str = getattr(criterion.reasons, answer.value) or DEFAULT_REASONS[answer]
    quote = f"‘{_shortened(verdict.evidence[0].quote)}’" if verdict.evidence else ""
    value = "" if verdict.value is None else f"{verdict.value:.1f}".removesuffix(".0").replace(".", ",")
    if "{citaat}" in text and not quote:
        text = text.replace(": {citaat}", "").replace(" ({citaat})", "").replace("{citaat}", "")
    return text.replace("{citaat}", quote).replace("{meting}", value)


def _shortened(quote: str) -> str:
    """The quote as it stands in a sentence: not too long, and without a full stop of its own."""
    if len(quote) > MAX_QUOTE:
        kept = quote[:MAX_QUOTE].rpartition(" ")[0] or quote[: MAX_QUOTE - 1]
        return kept.rstrip(" ,;:.") + "…"
    return quote if quote.endswith("..") else quote.removesuffix(".")
