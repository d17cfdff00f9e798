"""This module contains where a call stands: worked out from all that was appended, each time anything is."""

from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from scoring.store.decisions import ReviewState, StepKind
from scoring.store.figures import count_in
from scoring.store.review_tables import AgentEventTable, CallStateTable, ReviewAnswerTable, ReviewStepTable
from scoring.store.rows import HIGH_ESCALATION, AgentStep
from scoring.store.tables import CallTable, ResultTable, ScorecardTable, TranscriptTable


class _Cards(NamedTuple):
    machine: ScorecardTable | None
    final: ScorecardTable | None

    @property
    def counts(self) -> ScorecardTable | None:
        return self.final or self.machine


def refresh(session: Session, call_id: str) -> CallStateTable:
    """Calling this works out where a call stands now; to be called in the transaction that changed it."""
    session.flush()
    transcript = newest_transcript(session, call_id)
    cards = _Cards(_newest(session, transcript.id, True), _newest(session, transcript.id, False))
    counts = cards.counts
    state = _state(session, transcript, cards)
    level = counts.escalation_level if counts else None
    row = CallStateTable(
        call_id=call_id,
        transcript_id=transcript.id,
        roles_certain=transcript.roles_certain,
        machine_id=cards.machine.id if cards.machine else None,
        scorecard_id=counts.id if counts else None,
        state=state.value,
        escalated=level is not None and level >= HIGH_ESCALATION,
        escalation_level=level,
        grade=counts.grade if counts else None,
        proposals=_proposals(session, counts.id) if counts else 0,
        open_disputes=_open_disputes(session, call_id),
        called_at=session.scalar(select(CallTable.called_at).where(CallTable.id == call_id)),
    )
    kept = session.merge(row)
    count_in(session, row)
    return kept


def newest_transcript(session: Session, call_id: str) -> TranscriptTable:
    """The latest version of a call's transcript."""
    query = select(TranscriptTable).where(TranscriptTable.call_id == call_id)
    return session.scalars(query.order_by(TranscriptTable.id.desc()).limit(1)).one()


def _newest(session: Session, transcript_id: int, provisional: bool) -> ScorecardTable | None:
    query = select(ScorecardTable).where(
        ScorecardTable.transcript_id == transcript_id, ScorecardTable.provisional.is_(provisional)
    )
    return session.scalar(query.order_by(ScorecardTable.id.desc()).limit(1))


def _state(session: Session, transcript: TranscriptTable, cards: _Cards) -> ReviewState:
    if cards.counts is None or not transcript.roles_certain:
        return ReviewState.UNJUDGED
    of_transcript = select(ScorecardTable.id).where(ScorecardTable.transcript_id == transcript.id)
    query = select(ReviewStepTable).where(ReviewStepTable.scorecard_id.in_(of_transcript))
    last = session.scalar(query.order_by(ReviewStepTable.id.desc()).limit(1))
    if last is not None:
        finished = ReviewState.SECOND if last.final_id is None else ReviewState.FINAL
        return ReviewState.STARTED if last.kind == StepKind.REOPENED else finished
    given = select(ReviewAnswerTable.id).where(ReviewAnswerTable.scorecard_id.in_(of_transcript)).limit(1)
    return ReviewState.OPEN if session.scalar(given) is None else ReviewState.STARTED


def _proposals(session: Session, scorecard_id: int) -> int:
    query = select(func.count()).where(
        ResultTable.scorecard_id == scorecard_id, ResultTable.proposal.is_(True)
    )
    return session.scalar(query) or 0


def _open_disputes(session: Session, call_id: str) -> int:
    query = select(AgentEventTable.kind, func.count().label("n")).where(AgentEventTable.call_id == call_id)
    counts: dict[str, int] = {
        row.kind: row.n for row in session.execute(query.group_by(AgentEventTable.kind))
    }
    settled = counts.get(AgentStep.ANSWERED, 0) + counts.get(AgentStep.WITHDRAWN, 0)
    return counts.get(AgentStep.DISPUTED, 0) - settled
