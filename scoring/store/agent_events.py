"""This module contains the keeping of what agent and coach say to each other about a judged call."""

from datetime import datetime

from pydantic import Field
from sqlalchemy import select
from sqlalchemy.orm import Session

from scoring.record import Record
from scoring.store.numbered import added, value
from scoring.store.review_tables import AgentEventTable
from scoring.store.rows import AgentStep


class AgentEvent(Record):
    """This represents one step. `answers`: the agent's own, of a self-assessment; `dispute`: the event answered.

    `upheld` and `answer` (the new one) are of the coach's decision.
    """

    id: int = 0
    call_id: str
    kind: AgentStep
    person: str
    at: datetime
    criterion: str | None = None
    text: str = ""
    answers: dict[str, str] = Field(default_factory=dict)
    dispute: int | None = None
    upheld: bool | None = None
    answer: str | None = None


def add_event(session: Session, event: AgentEvent) -> AgentEvent:
    """Calling this keeps a step, and answers it with its number."""
    row = AgentEventTable(
        call_id=event.call_id,
        kind=event.kind.value,
        criterion=event.criterion,
        person=event.person,
        at=event.at,
        record=event.model_dump_json(),
    )
    return added(session, row, event)


def events(session: Session, call_id: str) -> list[AgentEvent]:
    """All steps about a call, oldest first."""
    query = select(AgentEventTable).where(AgentEventTable.call_id == call_id).order_by(AgentEventTable.id)
    return [_event(row) for row in session.scalars(query)]


def event(session: Session, number: int) -> AgentEvent | None:
    """The step with this number; None when there is none."""
    row = session.get(AgentEventTable, number)
    return _event(row) if row else None


def _event(row: AgentEventTable) -> AgentEvent:
    return value(AgentEvent, row)
