"""This module contains how answers of people become the scorecard that counts."""

from datetime import datetime

from scoring.aggregate import aggregate
from scoring.call import Call
from scoring.errors import ReviewError
from scoring.review.call_review import CallReview, Item
from scoring.rubric import Norms, Rubric
from scoring.scorecard import Answer, CriterionResult, Escalation, Scorecard
from scoring.store import AnswerPair, Review


def final_scorecard(call: Call, review: CallReview, rubric: Rubric, norms: Norms, now: datetime) -> Scorecard:
    """The machine's answers with those of people in their place, added up as the machine's were.

    ReviewError when this rubric weighs otherwise than the one that judged: then the sum would be another.
    """
    machine = review.machine
    results = tuple(settled(item) for item in review.items)
    try:
        same = aggregate(call, rubric, norms, machine.results, machine.escalation, machine.scored_at)
        card = aggregate(
            *(call, rubric, norms, results, _escalation(review), now),
            callback=machine.callback,
            warnings=machine.warnings,
        )
    except KeyError:
        raise _changed() from None
    if (same.dimensions, same.total) != (machine.dimensions, machine.total):
        raise _changed()
    stamp = {"rubric": machine.rubric, "norms": machine.norms, "provisional": False}
    return card.model_copy(update=stamp)


def settled(item: Item) -> CriterionResult:
    """The answer that counts for one criterion: of a person where there is one, else of the machine."""
    said, machine = item.current, item.machine
    if said is None:
        return machine
    sure = {"answer": Answer(said.answer), "confidence": 1.0, "proposal": False}
    if said.answer == machine.answer:
        return machine.model_copy(update=sure | {"evidence": said.evidence or machine.evidence})
    reason = said.reason or said.note or "Dit is door een mens beoordeeld."
    return machine.model_copy(update=sure | {"evidence": said.evidence, "reason": reason, "fired": ()})


def pairs(review: CallReview, now: datetime) -> list[AnswerPair]:
    """What the machine said beside what people answered in so many words, to learn how well it does."""
    return [
        AnswerPair(
            call_id=review.call_id,
            scorecard=review.number,
            criterion=said.criterion,
            machine=said.machine,
            answer=said.answer,
            reviewer=said.reviewer,
            at=now,
        )
        for said in review.current
        if said.scorecard == review.number and said.machine != Answer.HUMAN
    ]


def _escalation(review: CallReview) -> Escalation:
    said: Review | None = review.escalation[-1] if review.escalation else None
    machine = review.machine.escalation
    if said is None:
        return machine
    level = int(said.answer)
    quotes = said.evidence or (machine.evidence if level == machine.level else ())
    return Escalation(level=level, evidence=quotes, confidence=1.0)


def _changed() -> ReviewError:
    return ReviewError(
        "De rubriek telt nu anders dan toen dit gesprek werd beoordeeld. Laat het gesprek eerst opnieuw "
        "beoordelen; wat mensen al antwoordden, blijft staan."
    )
