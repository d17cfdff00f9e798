"""This module contains how an answer explains itself in plain Dutch."""

from collections.abc import Collection

from scoring.rubric import Criterion
from scoring.scorecard import Answer, CriterionResult
from scoring.verdict import MAX_EVIDENCE, Verdict, unique

MAX_QUOTE = 120
"""A reason quotes at most this many characters; the evidence itself stays whole."""


def for_human(criterion: Criterion) -> CriterionResult:
    """The result of a criterion that only a person may judge."""
    reason = criterion.reasons.unmeasurable or "Dit beoordeelt alleen een mens."
    return CriterionResult(
        criterion=criterion.id, answer=Answer.HUMAN, mode="human", confidence=1.0, reason=reason
    )


def only_proposed(result: CriterionResult) -> CriterionResult:
    """The same answer as a proposal, which says that people answered otherwise too often."""
    if result.mode == "human" or result.answer is Answer.FAILED:
        return result
    why = f"{result.reason} Dit is een voorstel: mensen gaven hier te vaak een ander antwoord."
    return result.model_copy(update={"mode": "proposes", "proposal": True, "reason": why})


DEFAULT_REASONS = {
    Answer.YES: "De medewerker deed dit: {citaat}.",
    Answer.PARTIAL: "De medewerker deed dit voor een deel: {citaat}.",
    Answer.NO: "Dit is in het gesprek niet gevonden.",
    Answer.NOT_APPLICABLE: "Deze situatie kwam in dit gesprek niet voor.",
    Answer.UNMEASURABLE: "Dit is aan deze opname of tekst niet te zien.",
}


def answered(
    criterion: Criterion, answer: Answer, verdict: Verdict, agent: Collection[int] = ()
) -> CriterionResult:
    """The result of a criterion: the answer with its proof and its reason in plain Dutch.

    `agent`: the employee's turns; what a reason quotes as done by the employee is said there.
    """
    counts = answer in (Answer.YES, Answer.PARTIAL, Answer.NO)
    evidence = unique(verdict.evidence) if counts else ()
    sure = round(min(1.0, max(0.0, verdict.confidence)), 2)
    return CriterionResult(
        criterion=criterion.id,
        answer=answer,
        mode=criterion.mode,
        confidence=sure,
        evidence=evidence,
        reason=_reason(criterion, answer, verdict, agent),
        fired=verdict.fired[:MAX_EVIDENCE],
        proposal=sure < criterion.min_confidence,
    )


def _reason(criterion: Criterion, answer: Answer, verdict: Verdict, agent: Collection[int]) -> str:
    text: str = getattr(criterion.reasons, answer.value) or DEFAULT_REASONS[answer]
    proof = sorted(verdict.evidence, key=lambda one: one.turn not in agent)
    quote = f"‘{_shortened(proof[0].quote)}’" if proof else ""
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
