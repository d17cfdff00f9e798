"""This module contains what judging anew on a version did: each call's scorecard of it beside the one before."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import ScalarSelect, func, select
from sqlalchemy.orm import Session, aliased

from scoring.difference import Changed
from scoring.effect import CallEffect, Effect, Scores
from scoring.scorecard import Answer
from scoring.store import search
from scoring.store.reader import Reader
from scoring.store.rows import CallFilter
from scoring.store.tables import CallTable, ResultTable, ScorecardTable

_New, _Old = aliased(ScorecardTable), aliased(ScorecardTable)
EVERYTHING = CallFilter()
MANY = 200
"""Calls whose answers are read at once."""


def rescored(store: Reader, rubric: str, version: str, where: CallFilter = EVERYTHING) -> Effect:
    """The calls that the machine judged by this version and by one before it, on the same transcript."""
    with store.transaction(reading=True) as session:
        pairs = session.execute(_pairs(rubric, version, where)).all()
        found = _changed(session, [(old.id, new.id) for _, old, new in pairs])
        return Effect(
            calls=tuple(
                CallEffect(
                    call_id=call.id,
                    source=call.source,
                    called_at=call.called_at,
                    before=_scores(old),
                    after=_scores(new),
                    changed=tuple(found[new.id]),
                )
                for call, old, new in pairs
            )
        )


def _newest(rubric: str, version: str, where: CallFilter) -> search.Query:
    """The newest judgement of each call that fits, by the machine on this version."""
    mine = (ScorecardTable.rubric_id == rubric, ScorecardTable.rubric_version == version)
    calls = search.only(where, CallTable.id)
    return (
        select(func.max(ScorecardTable.id))
        .where(*mine, ScorecardTable.provisional.is_(True), ScorecardTable.call_id.in_(calls))
        .group_by(ScorecardTable.call_id)
    )


def _before() -> ScalarSelect[int]:
    """The judgement before that one: of another version, on the same words, so that only the rubric differs."""
    earlier = aliased(ScorecardTable)
    return (
        select(func.max(earlier.id))
        .where(
            earlier.transcript_id == _New.transcript_id,
            earlier.id < _New.id,
            earlier.rubric_id == _New.rubric_id,
            earlier.rubric_version != _New.rubric_version,
            earlier.provisional.is_(True),
        )
        .correlate(_New)
        .scalar_subquery()
    )


def _pairs(rubric: str, version: str, where: CallFilter) -> search.Query:
    return (
        select(CallTable, _Old, _New)
        .join(_New, _New.call_id == CallTable.id)
        .join(_Old, _Old.id == _before())
        .where(_New.id.in_(_newest(rubric, version, where)))
        .order_by(CallTable.called_at.desc().nulls_last(), CallTable.id)
    )


def _scores(row: ScorecardTable) -> Scores:
    return Scores(total=row.total, grade=row.grade, dimensions=row.dimensions)


def _changed(session: Session, pairs: Sequence[tuple[int, int]]) -> dict[int, list[Changed]]:
    """By new scorecard: the criteria that got another answer, the ones that came and the ones that went."""
    found: dict[int, list[Changed]] = defaultdict(list)
    for first in range(0, len(pairs), MANY):
        some = pairs[first : first + MANY]
        answers = _answers(session, [one for pair in some for one in pair])
        for old, new in some:
            names = dict.fromkeys((*answers[new], *answers[old]))
            every = (
                Changed(criterion=name, before=answers[old].get(name), after=answers[new].get(name))
                for name in names
            )
            found[new] += [one for one in every if one.before != one.after]
    return found


def _answers(session: Session, cards: Sequence[int]) -> dict[int, dict[str, Answer]]:
    query = select(ResultTable.scorecard_id, ResultTable.criterion, ResultTable.answer)
    found: dict[int, dict[str, Answer]] = defaultdict(dict)
    for card, criterion, answer in session.execute(query.where(ResultTable.scorecard_id.in_(cards))):
        found[card][criterion] = Answer(answer)
    return found
