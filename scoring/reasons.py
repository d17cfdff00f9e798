"""This module contains how an answer explains itself in plain Dutch."""

import re
from collections.abc import Callable, Collection, Sequence

from scoring.rubric import Because, Criterion, Part
from scoring.scorecard import Answer, CriterionResult, Evidence
from scoring.verdict import MAX_EVIDENCE, Verdict, unique

_FEW = 2
"""Words that say little by themselves: a longer quote is rather shown."""
_LOOSE = 5
"""Where some quotes are named, one of so few words is shown in its sentence."""
_SOME = 3
"""So many quotes are named where several are asked for."""
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
    criterion: Criterion,
    answer: Answer,
    verdict: Verdict,
    agent: Collection[int] = (),
    because: tuple[Because, Verdict] | None = None,
    whole: Callable[[Evidence], Evidence] | None = None,
) -> CriterionResult:
    """The result of a criterion: the answer with its proof and its reason in plain Dutch.

    `agent`: the employee's turns; what a reason quotes as done by the employee is said there. `because`: the
    reason that fits this call better than that of the criterion, with what it holds by. `whole`: the sentence that a
    quote of a word or two is shown in where a reason names some quotes.
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
        reason=_reason(criterion, answer, verdict, agent, because, whole),
        fired=verdict.fired[:MAX_EVIDENCE],
        proposal=sure < criterion.min_confidence,
    )


def with_parts(result: CriterionResult, parts: Sequence[tuple[Part, Verdict]]) -> CriterionResult:
    """The result with, in its reason, which parts were found and which were not; unchanged unless there are both.

    What shows that a part is missing (a hard word that nobody explained) is quoted as well.
    """
    found = [part.found for part, verdict in parts if verdict.holds and part.found]
    missing = [
        (part.missing or part.found, verdict.evidence if part.missing else ())
        for part, verdict in parts
        if verdict.holds is False
    ]
    if not found or not missing:
        return result
    names = [f"{name} ({_quotes(proof)})" if proof else name for name, proof in missing]
    reason = f"{result.reason} Wel: {_listed(found)}. Niet gevonden: {_listed(names)}."
    proof = unique(e for quotes in (result.evidence, *(proof for _, proof in missing)) for e in quotes)
    return result.model_copy(update={"reason": reason, "evidence": proof})


def _quotes(evidence: Sequence[Evidence]) -> str:
    """The first few quotes in order of place, each once, without what stands inside another one."""
    apart = {e.quote: e for e in reversed(evidence) if not any(_inside(e, other) for other in evidence)}
    some = sorted(list(apart.values())[::-1][:_SOME], key=lambda one: (one.turn, one.start))
    return _listed([f"‘{_shortened(e.quote)}’" for e in some])


def _inside(one: Evidence, other: Evidence) -> bool:
    around = one.turn == other.turn and other.start <= one.start and one.end <= other.end
    return around and len(one.quote) < len(other.quote)


def _listed(names: Sequence[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} en {last}" if first else last


def _reason(
    criterion: Criterion,
    answer: Answer,
    verdict: Verdict,
    agent: Collection[int],
    because: tuple[Because, Verdict] | None,
    whole: Callable[[Evidence], Evidence] | None,
) -> str:
    told = because[0].reason if because else getattr(criterion.reasons, answer.value)
    text: str = told or DEFAULT_REASONS[answer]
    evidence = because[1].evidence if because and because[1].evidence else verdict.evidence
    proof = sorted(evidence, key=lambda one: (one.turn not in agent, len(one.quote.split()) <= _FEW))
    quote = f"‘{_shortened(proof[0].quote)}’" if proof else ""
    value = "" if verdict.value is None else f"{verdict.value:.1f}".removesuffix(".0").replace(".", ",")
    if not quote:
        text = re.sub(r": \{cita(at|ten)\}| \(\{cita(at|ten)\}\)|\{cita(at|ten)\}", "", text)
    wide = [whole(e) if whole and len(e.quote.split()) <= _LOOSE else e for e in proof]
    some = _quotes(wide) if "{citaten}" in text else ""
    return text.replace("{citaat}", quote).replace("{citaten}", some).replace("{meting}", value)


def _shortened(quote: str) -> str:
    """The quote as it stands in a sentence: not too long, and without a full stop of its own."""
    if len(quote) > MAX_QUOTE:
        kept = quote[:MAX_QUOTE].rpartition(" ")[0] or quote[: MAX_QUOTE - 1]
        return kept.rstrip(" ,;:.") + "…"
    return quote if quote.endswith("..") else quote.removesuffix(".")
