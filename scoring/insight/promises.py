"""This module contains the ledger of promises to call back: to whom, by when, and which are past their term.

Klankbord hears that a promise was made, never that it was kept: past its term a promise is ‘not known’.
"""

from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, and_, func, select

from scoring.insight.scope import Scope
from scoring.record import Record
from scoring.scorecard import Callback
from scoring.store import CallFilter, CallRow, Store
from scoring.store.figures import FigureTable


class Standing(StrEnum):
    """This represents where a promise stands on a day, in the words of the screen."""

    RUNNING = "loopt nog"
    OVERDUE = "termijn voorbij, niet bekend of er is gebeld"
    NO_TERM = "geen termijn genoemd"


class Term(StrEnum):
    """This represents how long the caller has to wait, in the words of the screen."""

    ONE = "zelfde of volgende werkdag"
    TWO = "2 werkdagen"
    WEEK = "3 tot 5 werkdagen"
    LONGER = "langer dan 5 werkdagen"
    NONE = "geen termijn genoemd"


class Ledger(Record):
    """This represents the promises of a period, counted; `refused`: offered, but the caller did not want it."""

    made: int
    refused: int
    standing: dict[Standing, int]
    terms: dict[Term, int]


class Promise(Record):
    """This represents one promise with its call."""

    call: CallRow
    callback: Callback
    standing: Standing


def ledger(store: Store, scope: Scope, today: date) -> Ledger:
    """How many promises the calls of this period hold, by standing and by term."""
    line = FigureTable
    made = line.callback.is_(True)
    counts = [func.count().filter(made), func.count().filter(line.callback.is_(False))]
    counts += [func.count().filter(made, _stands(standing, today)) for standing in Standing]
    counts += [func.count().filter(made, _lasts(term)) for term in Term]
    with store.transaction(reading=True) as session:
        made_n, refused, *rest = session.execute(select(*counts).where(*_in(scope))).one()
    return Ledger(
        made=made_n,
        refused=refused,
        standing=dict(zip(Standing, rest, strict=False)),
        terms=dict(zip(Term, rest[len(Standing) :], strict=True)),
    )


def promises(
    store: Store, scope: Scope, standing: Standing, today: date, limit: int = 50
) -> tuple[Promise, ...]:
    """The promises with this standing, those whose term ends (or ended) last at the end."""
    where = (*_in(scope), FigureTable.callback.is_(True), _stands(standing, today))
    return _read(store, where, standing, limit)


def due_soon(store: Store, demo: bool, first: date, last: date, limit: int = 20) -> tuple[Promise, ...]:
    """The promises of all calls whose term ends on these days, soonest first."""
    line = FigureTable
    days = line.due.between(first.isoformat(), last.isoformat())
    return _read(store, (line.demo.is_(demo), line.callback.is_(True), days), Standing.RUNNING, limit)


def _read(
    store: Store, where: tuple[ColumnElement[Any], ...], standing: Standing, limit: int
) -> tuple[Promise, ...]:
    line = FigureTable
    query = select(line.call_id).where(*where).order_by(line.due, line.day.desc(), line.call_id).limit(limit)
    with store.transaction(reading=True) as session:
        ids = tuple(session.scalars(query))
    rows = {row.id: row for row in store.calls(CallFilter(ids=ids))}
    found = []
    for call_id in ids:
        card = store.scorecard(call_id) if call_id in rows else None
        if card is not None and card.callback is not None:
            found.append(Promise(call=rows[call_id], callback=card.callback, standing=standing))
    return tuple(found)


def _in(scope: Scope) -> tuple[ColumnElement[bool], ...]:
    line, period = FigureTable, scope.period
    days = (line.day >= period.first.isoformat(), line.day < period.after.isoformat())
    team = () if scope.team is None else (line.team == scope.team,)
    return (line.demo.is_(scope.demo), *days, *team)


def _stands(standing: Standing, today: date) -> ColumnElement[bool]:
    due = FigureTable.due
    if standing is Standing.NO_TERM:
        return due.is_(None)
    return due >= today.isoformat() if standing is Standing.RUNNING else due < today.isoformat()


def _lasts(term: Term) -> ColumnElement[bool]:
    line = FigureTable
    days = func.coalesce(line.working_days, 0)
    dated = line.due.is_not(None)
    match term:
        case Term.NONE:
            return line.due.is_(None)
        case Term.ONE:
            return and_(dated, days <= 1)
        case Term.TWO:
            return and_(dated, days == 2)
        case Term.WEEK:
            return and_(dated, days.between(3, 5))
    return and_(dated, days > 5)
