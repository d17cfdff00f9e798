"""This module contains what an agent sees of an own call: first the own judgement, then the score, then disputes."""

from datetime import datetime, time, timedelta
from enum import StrEnum

from sqlalchemy.orm import Session

from scoring.errors import ReviewError
from scoring.record import Record
from scoring.review.call_review import same_person
from scoring.scorecard import Scorecard
from scoring.settings import Settings
from scoring.store import AgentStep, StepKind, Store
from scoring.store import reviews as kept
from scoring.store.agent_events import AgentEvent, events
from scoring.store.tables import LOCAL


class DisputeStatus(StrEnum):
    """This represents how a dispute stands, in the words of the screen."""

    OPEN = "in behandeling"
    UPHELD = "toegekend"
    REJECTED = "afgewezen"
    WITHDRAWN = "ingetrokken"


class Dispute(Record):
    """This represents a dispute of one criterion (or ESCALATION) and what became of it.

    `answer` is the coach's words, `new_answer` what the criterion became when it was upheld.
    """

    id: int
    call_id: str
    criterion: str
    reason: str
    agent: str
    at: datetime
    status: DisputeStatus
    answer: str = ""
    answered_by: str | None = None
    answered_at: datetime | None = None
    new_answer: str | None = None


class AgentFile(Record):
    """This represents a call as its agent sees it. `final` stays None until the agent may see the score.

    `term_ends`: until when the agent may dispute; `assessment`: the agent's own judgement.
    """

    call_id: str
    agent: str
    settled: bool
    final: Scorecard | None
    assessment: AgentEvent | None
    seen_at: datetime | None
    disputes: tuple[Dispute, ...]
    term_ends: datetime | None

    @property
    def must_assess_first(self) -> bool:
        """Whether the agent has to judge the call before the score is shown."""
        return self.settled and self.final is None

    def may_dispute(self, now: datetime) -> bool:
        """Whether the agent has seen the score and the term is running."""
        return self.final is not None and self.term_ends is not None and now <= self.term_ends

    def dispute(self, criterion: str) -> Dispute | None:
        """The last dispute of this criterion; None when there is none."""
        found = [dispute for dispute in self.disputes if dispute.criterion == criterion]
        return found[-1] if found else None


def agent_file(store: Store, call_id: str, agent: str, settings: Settings) -> AgentFile:
    """The call as this agent sees it; ReviewError when it is another agent's call."""
    with store.transaction(reading=True) as session:
        return read_file(session, call_id, agent, settings)


def disputes_of(store: Store, call_id: str) -> tuple[Dispute, ...]:
    """Every dispute about a call, oldest first, for coaches."""
    with store.transaction(reading=True) as session:
        return disputes(events(session, call_id))


def read_file(
    session: Session, call_id: str, agent: str, settings: Settings, lock: bool = False
) -> AgentFile:
    """The same inside a transaction."""
    own = kept.call(session, call_id).agent
    if own is None or not same_person(agent, own):
        raise ReviewError("Dit is geen gesprek van u. U ziet alleen uw eigen gesprekken.")
    state = kept.state_of(session, call_id, lock)
    said = events(session, call_id)
    assessment = _last(said, AgentStep.ASSESSED)
    seen = _last(said, AgentStep.SEEN)
    card = kept.card(session, state.scorecard_id) if state and state.scorecard_id else None
    card = None if card and card.provisional else card
    shown = card if assessment or not settings.self_assessment else None
    return AgentFile(
        call_id=call_id,
        agent=own,
        settled=card is not None,
        final=shown,
        assessment=assessment,
        seen_at=seen.at if seen else None,
        disputes=disputes(said),
        term_ends=_term(session, call_id, settings) if card else None,
    )


def disputes(said: list[AgentEvent]) -> tuple[Dispute, ...]:
    """The disputes that follow from what agent and coach said, oldest first."""
    answers = {event.dispute: event for event in said if event.dispute is not None}
    return tuple(_dispute(event, answers.get(event.id)) for event in said if event.kind is AgentStep.DISPUTED)


def _dispute(event: AgentEvent, answer: AgentEvent | None) -> Dispute:
    status = DisputeStatus.OPEN
    if answer and answer.kind is AgentStep.WITHDRAWN:
        status = DisputeStatus.WITHDRAWN
    elif answer:
        status = DisputeStatus.UPHELD if answer.upheld else DisputeStatus.REJECTED
    assert event.criterion is not None
    return Dispute(
        id=event.id,
        call_id=event.call_id,
        criterion=event.criterion,
        reason=event.text,
        agent=event.person,
        at=event.at,
        status=status,
        answer=answer.text if answer else "",
        answered_by=answer.person if answer else None,
        answered_at=answer.at if answer else None,
        new_answer=answer.answer if answer else None,
    )


def _last(said: list[AgentEvent], kind: AgentStep) -> AgentEvent | None:
    return next((event for event in reversed(said) if event.kind is kind), None)


def _term(session: Session, call_id: str, settings: Settings) -> datetime | None:
    """The end of the last day on which a dispute can be made: counted from what a reviewer last finished."""
    state = kept.state_of(session, call_id)
    assert state is not None
    made = [s.at for s in kept.steps(session, state) if s.final and s.kind is StepKind.FINISHED]
    if not made:
        return None
    last_day = made[-1].astimezone(LOCAL).date() + timedelta(days=settings.dispute_days)
    return datetime.combine(last_day, time(23, 59, 59), LOCAL)
