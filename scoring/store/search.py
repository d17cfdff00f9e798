"""This module contains how a filter or a queue becomes a query over calls."""

import unicodedata
from typing import Any

from sqlalchemy import ColumnElement, Select, UnaryExpression, and_, func, select
from sqlalchemy.orm import InstrumentedAttribute

from scoring.call import Transcript
from scoring.store.decisions import ReviewState
from scoring.store.review_tables import CallStateTable, SampleCallTable
from scoring.store.rows import LOW_GRADE, CallFilter, CallRow, Queue, Status
from scoring.store.tables import CallTable, ResultTable, ScorecardTable

Query = Select[*tuple[Any, ...]]
NAMES: dict[str, InstrumentedAttribute[Any]] = {
    "organisation": CallTable.organisation,
    "team": CallTable.team,
    "agent": CallTable.agent,
    "call_type": CallTable.call_type,
    "direction": CallTable.direction,
}
"""Columns that carry the same name as the field of the Call."""
EQUAL = NAMES | {"demo": CallTable.demo}


def fold(text: str) -> str:
    """The text as it is searched: without capitals, accents and double spaces."""
    plain = unicodedata.normalize("NFKD", text)
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).casefold().split())


def search_text(call: CallTable, transcript: Transcript) -> str:
    """All that a search looks in, folded."""
    names = (call.source, call.organisation, call.team, call.agent)
    return "\n".join(fold(part) for part in (*names, *(t.text for t in transcript.turns)) if part)


def rows(where: CallFilter) -> Query:
    """The calls that fit, each with where it stands and the scorecard that counts."""
    query = select(CallTable, CallStateTable, ScorecardTable).select_from(CallTable)
    return (
        query.join(CallStateTable, CallStateTable.call_id == CallTable.id)
        .outerjoin(ScorecardTable, ScorecardTable.id == CallStateTable.scorecard_id)
        .where(*_conditions(where))
    )


def count(where: CallFilter) -> Query:
    """How many calls fit."""
    return only(where, func.count(CallTable.id))


def only(where: CallFilter, *columns: ColumnElement[Any] | InstrumentedAttribute[Any]) -> Query:
    """Some columns of the calls that fit."""
    joined = CallStateTable.call_id == CallTable.id
    return select(*columns).select_from(CallTable).join(CallStateTable, joined).where(*_conditions(where))


def queue(which: Queue, where: CallFilter) -> Query:
    """The calls in a queue, most urgent first."""
    newest = (CallStateTable.called_at.desc().nulls_last(), CallStateTable.call_id)
    first: UnaryExpression[Any] = CallStateTable.escalated.desc()
    if which is Queue.BELOW_NORM:
        first = CallStateTable.grade.asc()
    elif which is Queue.PROPOSALS:
        first = CallStateTable.proposals.desc()
    return rows(where).where(*_waiting(which)).order_by(first, *newest)


def queue_count(which: Queue) -> Query:
    """How many calls are in a queue, read from its index alone."""
    return select(func.count()).select_from(CallStateTable).where(*_waiting(which))


def queue_counts(where: CallFilter) -> Query:
    """How many calls that fit are in each queue, in one pass over them."""
    return only(where, *(func.count().filter(and_(*_waiting(which))) for which in Queue))


def _waiting(which: Queue) -> list[ColumnElement[bool]]:
    state = CallStateTable
    match which:
        case Queue.DISPUTED:
            return [state.open_disputes > 0]
        case Queue.STARTED:
            return [state.state == ReviewState.STARTED.value]
        case Queue.SECOND:
            return [state.state == ReviewState.SECOND.value]
    found = [state.state == ReviewState.OPEN.value]
    if which is Queue.ESCALATED:
        found.append(state.escalated.is_(True))
    if which is Queue.BELOW_NORM:
        found.append(state.grade < LOW_GRADE)
    if which is Queue.PROPOSALS:
        found.append(state.proposals > 0)
    return found


def _conditions(where: CallFilter) -> list[ColumnElement[bool]]:
    found = [column == value for name, column in EQUAL.items() if (value := getattr(where, name)) is not None]
    found += [CallTable.search_text.contains(word, autoescape=True) for word in fold(where.search).split()]
    if where.ids is not None:
        found.append(CallTable.id.in_(where.ids))
    if where.since is not None:
        found.append(CallTable.called_at >= where.since)
    if where.until is not None:
        found.append(CallTable.called_at < where.until)
    if where.dated is not None:
        found.append(CallTable.called_at.is_not(None) if where.dated else CallTable.called_at.is_(None))
    return found + _score_conditions(where) + _answer_conditions(where)


def _answer_conditions(where: CallFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if where.escalation_level is not None:
        found.append(CallStateTable.escalation_level == where.escalation_level)
    if where.criterion is not None:
        result = select(ResultTable.answer).where(
            ResultTable.scorecard_id == CallStateTable.scorecard_id, ResultTable.criterion == where.criterion
        )
        if where.answers:
            result = result.where(ResultTable.answer.in_([answer.value for answer in where.answers]))
        found.append(result.exists())
    return found


def _score_conditions(where: CallFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if where.status is not None:
        found.append(_has_status(where.status))
    if where.review is not None:
        found.append(CallStateTable.state == where.review.value)
    if where.sample is not None:
        drawn = select(SampleCallTable.call_id).where(SampleCallTable.sample_id == where.sample)
        found.append(CallTable.id.in_(drawn))
    if where.escalation_from is not None:
        found.append(CallStateTable.escalation_level >= where.escalation_from)
    if where.grade_below is not None:
        found.append(CallStateTable.grade < where.grade_below)
    if where.with_proposals:
        found.append(CallStateTable.proposals > 0)
    return found


def _has_status(status: Status) -> ColumnElement[bool]:
    certain, card = CallStateTable.roles_certain, CallStateTable.scorecard_id
    if status is Status.ROLES:
        return certain.is_(False)
    return and_(certain.is_(True), card.is_not(None) if status is Status.SCORED else card.is_(None))


def call_row(call: CallTable, state: CallStateTable, card: ScorecardTable | None) -> CallRow:
    """The row of a list for one call."""
    names = ("id", "source", "called_at", "imported_at", *EQUAL)
    scored = Status.SCORED if card else Status.UNSCORED
    return CallRow(
        **{name: getattr(call, name) for name in names},
        has_audio=call.audio is not None,
        status=scored if state.roles_certain else Status.ROLES,
        scorecard_id=card.id if card else None,
        scored_at=card.scored_at if card else None,
        total=card.total if card else None,
        grade=card.grade if card else None,
        dimensions=card.dimensions if card else {},
        escalation_level=card.escalation_level if card else None,
        provisional=card.provisional if card else None,
        review=ReviewState(state.state),
        proposals=state.proposals,
        open_disputes=state.open_disputes,
    )
