"""This module contains how a filter becomes a query over calls and their latest scorecard."""

import unicodedata
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, select
from sqlalchemy.orm import InstrumentedAttribute, aliased

from scoring.call import Transcript
from scoring.store.rows import CallFilter, CallRow, Status
from scoring.store.tables import CallTable, ResultTable, ScorecardTable, TranscriptTable

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
    """The calls that fit, each with whether its roles are certain and its current scorecard."""
    query = select(CallTable, TranscriptTable.roles_certain, ScorecardTable)
    return _joined(query).where(*_conditions(where))


def count(where: CallFilter) -> Query:
    """How many calls fit."""
    return _joined(select(func.count(CallTable.id))).where(*_conditions(where))


def _joined(query: Query) -> Query:
    other_transcript, other_card = aliased(TranscriptTable), aliased(ScorecardTable)
    newest_transcript = (
        select(func.max(other_transcript.id)).where(other_transcript.call_id == CallTable.id)
    ).scalar_subquery()
    newest_card = (
        select(func.max(other_card.id)).where(other_card.transcript_id == TranscriptTable.id)
    ).scalar_subquery()
    return (
        query.select_from(CallTable)
        .join(TranscriptTable, TranscriptTable.id == newest_transcript)
        .outerjoin(ScorecardTable, ScorecardTable.id == newest_card)
    )


def _conditions(where: CallFilter) -> list[ColumnElement[bool]]:
    found = [column == value for name, column in EQUAL.items() if (value := getattr(where, name)) is not None]
    found += [CallTable.search_text.contains(word, autoescape=True) for word in fold(where.search).split()]
    if where.ids is not None:
        found.append(CallTable.id.in_(where.ids))
    if where.since is not None:
        found.append(CallTable.called_at >= where.since)
    if where.until is not None:
        found.append(CallTable.called_at < where.until)
    return found + _score_conditions(where)


def _score_conditions(where: CallFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if where.status is not None:
        found.append(_has_status(where.status))
    if where.escalation_from is not None:
        found.append(ScorecardTable.escalation_level >= where.escalation_from)
    if where.grade_below is not None:
        found.append(ScorecardTable.grade < where.grade_below)
    if where.with_proposals:
        of_card = ResultTable.scorecard_id == ScorecardTable.id
        found.append(exists().where(of_card, ResultTable.proposal.is_(True)))
    return found


def _has_status(status: Status) -> ColumnElement[bool]:
    certain = TranscriptTable.roles_certain
    if status is Status.ROLES:
        return certain.is_(False)
    scored = ScorecardTable.id.is_not(None) if status is Status.SCORED else ScorecardTable.id.is_(None)
    return and_(certain.is_(True), scored)


def call_row(call: CallTable, certain: bool, card: ScorecardTable | None) -> CallRow:
    """The row of a list for one call."""
    names = ("id", "source", "called_at", "imported_at", *EQUAL)
    scored = Status.SCORED if card else Status.UNSCORED
    return CallRow(
        **{name: getattr(call, name) for name in names},
        has_audio=call.audio is not None,
        status=scored if certain else Status.ROLES,
        scorecard_id=card.id if card else None,
        scored_at=card.scored_at if card else None,
        total=card.total if card else None,
        grade=card.grade if card else None,
        dimensions=card.dimensions if card else {},
        escalation_level=card.escalation_level if card else None,
        provisional=card.provisional if card else None,
    )
