"""This module contains the only judging rule: a transcript and a rubric become answers with proof."""

import logging
from collections.abc import Callable
from functools import partial
from typing import NamedTuple, TypeVar

from scoring.call import Call, Speaker, Transcript
from scoring.detectors import CallContext
from scoring.detectors.callback import CallbackDetector
from scoring.detectors.quoting import around
from scoring.learned import learned, lexicon
from scoring.observing import Verdicts
from scoring.reasons import MAX_QUOTE, answered, for_human, with_parts
from scoring.rubric import Criterion, Norms, Rubric
from scoring.scorecard import Answer, Callback, CriterionResult, Escalation, Evidence
from scoring.verdict import Verdict, unique

T = TypeVar("T")

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
        self.context = context
        self._verdicts = Verdicts(rubric, norms, context)

    def result(self, criterion: Criterion) -> CriterionResult:
        """The answer to one criterion; a detector that crashes makes it `failed`, never silently `no`."""
        if criterion.mode == "human":
            return for_human(criterion)
        judged = _guarded(f"criterion {criterion.id}", partial(self._heard, criterion))
        return judged or _failed(criterion)

    def escalation(self) -> Escalation:
        """The highest escalation level whose condition holds; confidence 0 when a rule could not run.

        Level 0 is as sure as the level that it missed by least.
        """
        sure, missed = 1.0, 1.0
        for level in sorted(self.rubric.escalation, key=lambda v: -v.level):
            verdict = _guarded(f"escalation level {level.level}", partial(self._verdicts.of, level.when, {}))
            if verdict is None:
                sure = 0.0
            elif verdict.holds:
                confidence = round(min(sure, verdict.confidence), 2)
                return Escalation(level=level.level, evidence=unique(verdict.evidence), confidence=confidence)
            elif verdict.holds is None:
                sure = min(sure, _BADLY_HEARD)
            else:
                missed = min(missed, verdict.confidence)
        return Escalation(level=0, confidence=round(min(sure, missed), 2))

    def callback(self) -> Callback | None:
        """The callback arrangement, as far as one was promised and the rule could run."""
        detector = self.rubric.detectors.get(self.rubric.callback)
        if not isinstance(detector, CallbackDetector) or any(map(self._unpromised, self.rubric.criteria)):
            return None
        return _guarded("callback arrangement", partial(detector.arrangement, self.context))

    def _unpromised(self, criterion: Criterion) -> bool:
        """Whether this criterion is about the term of a promise to ring and finds that none was made."""
        own = (d for d in criterion.detectors.values() if isinstance(d, CallbackDetector))
        about = any(detector.measures == "working_days" for detector in own)
        return about and self.result(criterion).answer is Answer.NOT_APPLICABLE

    def _heard(self, criterion: Criterion) -> CriterionResult:
        """The answer, with what was badly heard counting for nobody."""
        result = self._judge(criterion)
        if not self._verdicts.doubtful:
            return result
        unsure, listens = self._verdicts.unsure(criterion), self._verdicts.listens(criterion)
        return self._verdicts.audibility.settled(result, unsure=unsure, listens=listens)

    def _judge(self, criterion: Criterion) -> CriterionResult:
        if criterion.applies_when is not None:
            applies = self._verdicts.of(criterion.applies_when, criterion.detectors)
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
        held = ((one, self._verdicts.of(one.when, criterion.detectors)) for one in fitting)
        because = next((both for both in held if both[1].holds), None)
        return answered(criterion, answer, verdict, self.context.by(Speaker.AGENT), because, self._whole)

    def _whole(self, quote: Evidence) -> Evidence:
        """The part of a turn that a short quote stands in; the quote itself where that is long."""
        part = around(self.context, quote)
        return part if len(part.quote) <= MAX_QUOTE else quote

    def _told_apart(self, criterion: Criterion, result: CriterionResult) -> CriterionResult:
        """The result, with in its reason which parts of a yes are there and which are not."""
        told = [(part, self._verdicts.of(part.when, criterion.detectors)) for part in criterion.parts]
        return with_parts(result, told)

    def _answer(self, criterion: Criterion) -> tuple[Answer, Verdict]:
        missing = self._missing(criterion)
        if missing == "always":
            return Answer.UNMEASURABLE, Verdict(None, 1.0)
        assert criterion.yes is not None
        yes = self._verdicts.of(criterion.yes, criterion.detectors)
        if yes.holds:
            return Answer.YES, yes
        if missing or yes.holds is None:
            return Answer.UNMEASURABLE, Verdict(None, 0.9)
        if criterion.partial is None:
            return Answer.NO, yes
        some = self._verdicts.of(criterion.partial, criterion.detectors)
        if some.holds is None:
            return Answer.UNMEASURABLE, some
        sure = min(yes.confidence, some.confidence)
        answer = Answer.PARTIAL if some.holds else Answer.NO
        return answer, some._replace(confidence=sure)

    def _missing(self, criterion: Criterion) -> str | None:
        call = self.context.call
        needs = {
            None if call.opening_recorded else criterion.opening,
            None if call.ending_recorded else criterion.ending,
        }
        return "always" if "always" in needs else "unless_met" if "unless_met" in needs else None


def evaluate(call: Call, transcript: Transcript, rubric: Rubric, norms: Norms) -> Judged:
    """Calling this answers every criterion of the rubric, in its order, and tells of aggression and callbacks."""
    context = CallContext(call, transcript, lexicon(rubric), learned(rubric))
    judge = Judge(rubric, norms, context)
    results = tuple(judge.result(c) for c in rubric.criteria)
    return Judged(results, judge.escalation(), judge.callback())


def _failed(criterion: Criterion) -> CriterionResult:
    reason = "Deze regel kon niet draaien door een fout in de regel. Meld dit aan de beheerder."
    return CriterionResult(
        criterion=criterion.id, answer=Answer.FAILED, mode=criterion.mode, confidence=0.0, reason=reason
    )


def _guarded(what: str, rule: Callable[[], T]) -> T | None:
    """What a rule gives; None, and a line in the log without words of the call, when it cannot run."""
    try:
        return rule()
    except Exception as error:  # noqa: BLE001  one broken rule may not cost the whole scorecard
        log.warning("%s failed with %s", what, type(error).__name__)
        return None
