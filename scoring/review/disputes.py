"""This module contains the steps between agent and coach; each is added, and how it stands follows from them."""

from collections.abc import Mapping
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from scoring.errors import ReviewError
from scoring.review.agent_file import (
    AgentFile,
    Dispute,
    DisputeStatus,
    agent_file,
    disputes,
    disputes_of,
    read_file,
)
from scoring.review.allowed import not_own_call, own_name
from scoring.review.call_review import CallReview, read_review, same_person
from scoring.review.reviewing import add_answer, settle
from scoring.rubric import Norms, Rubric
from scoring.scorecard import Answer
from scoring.settings import Settings
from scoring.store import ESCALATION, GIVEN, AgentStep, Given, ReviewState, StepKind, Store, refresh
from scoring.store.agent_events import AgentEvent, add_event, event, events

__all__ = [
    "AgentFile",
    "Dispute",
    "DisputeStatus",
    "acknowledge",
    "agent_file",
    "dispute",
    "disputes_of",
    "reject",
    "self_assess",
    "uphold",
    "withdraw",
]


def self_assess(
    store: Store,
    call_id: str,
    agent: str,
    answers: Mapping[str, Answer],
    settings: Settings,
    note: str = "",
    now: datetime | None = None,
) -> AgentFile:
    """Calling this adds the agent's own answers, before the score is shown; once, as it is meant honestly."""
    if not answers and not note.strip():
        raise ReviewError("Beoordeel minstens één criterium zelf, of schrijf op hoe u het gesprek vond.")
    if set(answers.values()) - set(GIVEN):
        raise ReviewError("Kies per criterium ja, deels, nee, niet van toepassing of niet te beoordelen.")
    with store.transaction() as session:
        file = read_file(session, call_id, agent, settings, lock=True)
        if file.assessment or (file.final and file.seen_at):
            raise ReviewError("U hebt dit gesprek al zelf beoordeeld of de score al gezien.")
        given = {criterion: answer.value for criterion, answer in answers.items()}
        _add(session, call_id, AgentStep.ASSESSED, agent, now, text=note.strip(), answers=given)
        return read_file(session, call_id, agent, settings)


def acknowledge(
    store: Store, call_id: str, agent: str, settings: Settings, note: str = "", now: datetime | None = None
) -> AgentFile:
    """Calling this adds that the agent has seen the score, with a note if the agent wants."""
    with store.transaction() as session:
        file = read_file(session, call_id, agent, settings, lock=True)
        _shown(file)
        _add(session, call_id, AgentStep.SEEN, agent, now, text=note.strip())
        return read_file(session, call_id, agent, settings)


def dispute(
    store: Store,
    call_id: str,
    agent: str,
    criterion: str,
    reason: str,
    settings: Settings,
    now: datetime | None = None,
) -> Dispute:
    """Calling this adds that the agent disputes one criterion (or ESCALATION), within the term."""
    at = now or datetime.now(UTC)
    if not reason.strip():
        raise ReviewError("Schrijf waarom u het niet eens bent met dit antwoord.")
    with store.transaction() as session:
        file = read_file(session, call_id, agent, settings, lock=True)
        _shown(file)
        _disputable(file, criterion, at)
        _add(session, call_id, AgentStep.DISPUTED, agent, at, criterion=criterion, text=reason.strip())
        refresh(session, call_id)
        return disputes(events(session, call_id))[-1]


def withdraw(store: Store, number: int, agent: str, settings: Settings, now: datetime | None = None) -> None:
    """Calling this adds that the agent takes back an open dispute."""
    with store.transaction() as session:
        open_one = _open(session, number)
        read_file(session, open_one.call_id, agent, settings, lock=True)
        _open(session, number)  # again: someone may have answered while we waited
        _add(session, open_one.call_id, AgentStep.WITHDRAWN, agent, now, dispute=number)
        refresh(session, open_one.call_id)


def reject(
    store: Store, number: int, coach: str, text: str, settings: Settings, now: datetime | None = None
) -> None:
    """Calling this adds the coach's answer that the judgement stands, and why."""
    with store.transaction() as session:
        open_one, _ = _to_answer(session, number, coach, text, settings)
        about = {"criterion": open_one.criterion, "dispute": number, "upheld": False, "text": text.strip()}
        _add(session, open_one.call_id, AgentStep.ANSWERED, coach, now, **about)
        refresh(session, open_one.call_id)


def uphold(
    store: Store,
    number: int,
    coach: str,
    text: str,
    given: Given,
    rubric: Rubric,
    norms: Norms,
    settings: Settings,
    now: datetime | None = None,
) -> None:
    """Calling this adds the coach's answer that the agent is right, the new answer, and the new final score.

    `given` is the review that follows from it; its reason is `text` when it has none of its own.
    """
    with store.transaction() as session:
        open_one, review = _to_answer(session, number, coach, text, settings)
        _may_uphold(review, open_one, given, coach)
        said = given.model_copy(update={"reason": given.reason or text.strip()})
        add_answer(session, review, said, coach, now)
        session.flush()
        review = read_review(session, open_one.call_id, settings, settled=True)
        settle(session, review, coach, rubric, norms, StepKind.UPHELD, now)
        about = {"criterion": open_one.criterion, "dispute": number, "upheld": True, "text": text.strip()}
        _add(session, open_one.call_id, AgentStep.ANSWERED, coach, now, **about, answer=given.answer)
        refresh(session, open_one.call_id)


def _disputable(file: AgentFile, criterion: str, at: datetime) -> None:
    assert file.final is not None
    if not file.may_dispute(at):
        raise ReviewError(f"U kon bezwaar maken tot en met {file.term_ends:%d-%m-%Y}. Praat met uw coach.")
    known = {result.criterion for result in file.final.results} | {ESCALATION}
    if criterion not in known:
        raise ReviewError(f"Het criterium {criterion} hoort niet bij dit oordeel.")
    before = file.dispute(criterion)
    if before and before.status is not DisputeStatus.WITHDRAWN:
        raise ReviewError("Over dit criterium hebt u al bezwaar gemaakt.")


def _may_uphold(review: CallReview, open_one: Dispute, given: Given, coach: str) -> None:
    if given.criterion != open_one.criterion:
        raise ReviewError("Het nieuwe antwoord gaat over een ander criterium dan het bezwaar.")
    if review.state is not ReviewState.FINAL:
        raise ReviewError(
            "Deze beoordeling is weer geopend. Rond haar eerst af en beantwoord dan het bezwaar."
        )
    if given.answer == _counting(review, given.criterion):
        raise ReviewError("Dit antwoord staat er al. Kies een ander antwoord, of wijs het bezwaar af.")
    last = [said for said in review.current if said.criterion == given.criterion]
    if review.four_eyes and last and same_person(coach, last[-1].reviewer):
        raise ReviewError("U gaf dit antwoord zelf. Een ander moet het bezwaar toekennen.")


def _counting(review: CallReview, criterion: str) -> str:
    assert review.final is not None
    if criterion == ESCALATION:
        return str(review.final.escalation.level)
    return review.final.result(criterion).answer.value


def _shown(file: AgentFile) -> None:
    if not file.settled:
        raise ReviewError("De score van dit gesprek is nog voorlopig. Wacht tot een coach ernaar keek.")
    if file.final is None:
        raise ReviewError("Beoordeel het gesprek eerst zelf; daarna ziet u de score.")


def _open(session: Session, number: int) -> Dispute:
    found = event(session, number)
    about = disputes(events(session, found.call_id)) if found else ()
    for one in about:
        if one.id == number and one.status is DisputeStatus.OPEN:
            return one
    raise ReviewError("Dit bezwaar bestaat niet, of er is al over beslist. Vernieuw de pagina.")


def _to_answer(
    session: Session, number: int, coach: str, text: str, settings: Settings
) -> tuple[Dispute, CallReview]:
    own_name(coach)
    if not text.strip():
        raise ReviewError("Schrijf een antwoord aan de medewerker.")
    call_id = _open(session, number).call_id
    not_own_call(session, call_id, coach)
    review = read_review(session, call_id, settings, lock=True, settled=True)
    return _open(session, number), review


def _add(
    session: Session, call_id: str, kind: AgentStep, person: str, now: datetime | None, **fields: object
) -> AgentEvent:
    base = {"call_id": call_id, "kind": kind, "person": person, "at": now or datetime.now(UTC)}
    return add_event(session, AgentEvent.model_validate(base | fields))
