"""This module contains reviewing a call: answer by answer, finish, reopen. Nothing is overwritten.

review = open_review(store, call_id, settings)
give(store, call_id, Given(criterion="beleefd.toon", answer="yes"), "Marit de Boer", settings)
review = finish(store, call_id, "Marit de Boer", rubric, norms, settings)
"""

from datetime import UTC, datetime

from sqlalchemy.orm import Session

from scoring.errors import ReviewError
from scoring.review.allowed import find_quote, in_call, may_answer, may_finish, not_own_call, own_name
from scoring.review.call_review import CallReview, finished_first, open_review, read_review
from scoring.review.final import final_scorecard, pairs
from scoring.rubric import Norms, Rubric
from scoring.settings import Settings
from scoring.store import (
    ESCALATION,
    Given,
    Review,
    ReviewState,
    ReviewStep,
    StepKind,
    Store,
    refresh,
)
from scoring.store import reviews as kept

__all__ = ["agree", "find_quote", "finish", "give", "open_review", "reopen", "settle"]


def give(
    store: Store,
    call_id: str,
    given: Given,
    reviewer: str,
    settings: Settings,
    now: datetime | None = None,
    seen: int | None = None,
) -> Review:
    """Calling this adds what a reviewer says about one criterion, or about the escalation.

    `seen` is the `number` of the review that the person had on screen. Raises ReviewError: a change without
    a reason, a quote that is not in the call, a review that is final (reopen it first), the employee's own
    call, or a call that was judged anew in the meantime.
    """
    own_name(reviewer)
    with store.transaction() as session:
        not_own_call(session, call_id, reviewer)
        review = read_review(session, call_id, settings, lock=True)
        if seen not in (None, review.number):
            raise ReviewError(
                "Dit gesprek is intussen opnieuw beoordeeld. Vernieuw de pagina en kijk opnieuw."
            )
        may_answer(review, reviewer)
        added = add_answer(session, review, given, reviewer, now)
        refresh(session, call_id)
    return added


def agree(
    store: Store,
    call_id: str,
    criterion: str,
    reviewer: str,
    settings: Settings,
    now: datetime | None = None,
    seen: int | None = None,
) -> Review:
    """Calling this adds that the reviewer agrees with the machine: the one-key answer."""
    review = open_review(store, call_id, settings)
    answer = _machine(review, criterion)
    if answer in ("human", "failed"):
        raise ReviewError("Hier gaf de machine geen antwoord. Kies zelf een antwoord.")
    given = Given(criterion=criterion, answer=answer)
    return give(store, call_id, given, reviewer, settings, now, seen or review.number)


def finish(
    store: Store,
    call_id: str,
    reviewer: str,
    rubric: Rubric,
    norms: Norms,
    settings: Settings,
    now: datetime | None = None,
) -> CallReview:
    """Calling this finishes the review: the scorecard of people counts from now on.

    With four eyes the first time only says that a second person has to look; that person calls this too.
    Raises ReviewError when answers are missing or the same person finishes twice.
    """
    own_name(reviewer)
    with store.transaction() as session:
        not_own_call(session, call_id, reviewer)
        review = read_review(session, call_id, settings, lock=True)
        may_finish(review, reviewer)
        first = review.four_eyes and finished_first(review) is None
        if first:
            step = _step(review, StepKind.FINISHED, reviewer, now)
            kept.add_step(session, step)
        else:
            settle(session, review, reviewer, rubric, norms, StepKind.FINISHED, now)
        refresh(session, call_id)
        return read_review(session, call_id, settings)


def reopen(
    store: Store, call_id: str, reviewer: str, reason: str, settings: Settings, now: datetime | None = None
) -> CallReview:
    """Calling this opens a finished review again; what was settled counts until it is finished anew."""
    own_name(reviewer)
    if not reason.strip():
        raise ReviewError("Schrijf waarom u deze beoordeling weer opent.")
    with store.transaction() as session:
        not_own_call(session, call_id, reviewer)
        review = read_review(session, call_id, settings, lock=True)
        if review.state not in (ReviewState.FINAL, ReviewState.SECOND):
            raise ReviewError("Deze beoordeling is nog niet afgerond, dus u kunt gewoon verder.")
        kept.add_step(session, _step(review, StepKind.REOPENED, reviewer, now, reason=reason.strip()))
        refresh(session, call_id)
        return read_review(session, call_id, settings)


def settle(
    session: Session,
    review: CallReview,
    reviewer: str,
    rubric: Rubric,
    norms: Norms,
    kind: StepKind,
    now: datetime | None = None,
) -> int:
    """Calling this makes what people answered the scorecard that counts, and answers its number."""
    at = now or datetime.now(UTC)
    state = kept.state_of(session, review.call_id)
    assert state is not None
    final = final_scorecard(kept.call(session, review.call_id), review, rubric, norms, at)
    number = kept.add_final(session, final, state.transcript_id)
    kept.add_step(session, _step(review, kind, reviewer, at, final=number))
    kept.add_pairs(session, pairs(review, at))
    return number


def add_answer(
    session: Session,
    review: CallReview,
    given: Given,
    reviewer: str,
    now: datetime | None = None,
) -> Review:
    """Calling this adds an answer after checking its reason, quotes and moment."""
    machine = _machine(review, given.criterion)
    if given.answer != machine and machine not in ("human", "failed") and not given.reason.strip():
        raise ReviewError("U geeft een ander antwoord dan de machine. Schrijf erbij waarom.")
    transcript = kept.transcript(session, review.call_id)
    for quote in given.evidence:
        in_call(transcript, quote)
    if given.tip and given.tip.turn >= len(transcript.turns):
        raise ReviewError("Het moment van deze tip bestaat niet in het gesprek.")
    said = Review(
        **dict(given),
        call_id=review.call_id,
        scorecard=review.number,
        machine=machine,
        reviewer=reviewer,
        reviewed_at=now or datetime.now(UTC),
    )
    return kept.add_review(session, said)


def _machine(review: CallReview, criterion: str) -> str:
    if criterion == ESCALATION:
        return str(review.machine.escalation.level)
    return review.item(criterion).machine.answer.value


def _step(
    review: CallReview,
    kind: StepKind,
    reviewer: str,
    now: datetime | None,
    reason: str = "",
    final: int | None = None,
) -> ReviewStep:
    return ReviewStep(
        call_id=review.call_id,
        scorecard=review.number,
        kind=kind,
        reviewer=reviewer,
        at=now or datetime.now(UTC),
        reason=reason,
        final=final,
    )
