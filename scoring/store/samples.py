"""This module contains the keeping of random samples, and the calls to draw from."""

from collections import Counter
from datetime import datetime
from typing import NamedTuple

from pydantic import Field
from sqlalchemy import select
from sqlalchemy.orm import Session

from scoring.errors import StoreError
from scoring.record import Record
from scoring.store import search
from scoring.store.numbered import added, value
from scoring.store.review_tables import SampleCallTable, SampleTable
from scoring.store.rows import CallFilter
from scoring.store.tables import CallTable

UNKNOWN = ""
"""The month or the agent of a call that has none."""


class Candidate(NamedTuple):
    """This represents a call that can be drawn: whose it is and in which month (‘2026-03’)."""

    call_id: str
    agent: str
    month: str


class SampleRequest(Record):
    """This represents what to draw: how many, from which calls, with which seed.

    Equal seed, calls and `per_agent` (most calls of one agent in one month, in all samples together) give an
    equal draw.
    """

    title: str = Field(min_length=1)
    seed: str = Field(min_length=1)
    size: int = Field(ge=1, le=10_000)
    where: CallFilter = CallFilter()
    per_agent: int = Field(default=5, ge=1)


class Sample(Record):
    """This represents a kept draw. `population` and `population_hash` say what was drawn from.

    `drawn_before`: agent and month → how many of their calls earlier samples held; `calls` in order of the
    draw, without those that were deleted since.
    """

    id: int = 0
    request: SampleRequest
    drawn_by: str
    at: datetime
    population: int
    population_hash: str
    drawn: int
    draw_hash: str
    drawn_before: dict[str, int]
    calls: tuple[str, ...] = ()


def candidates(session: Session, where: CallFilter, known_at: datetime | None = None) -> list[Candidate]:
    """The calls that fit, in a fixed order; `known_at`: only those that had come in by then."""
    query = search.only(where, CallTable.id, CallTable.agent, CallTable.called_at).order_by(CallTable.id)
    if known_at is not None:
        query = query.where(CallTable.imported_at <= known_at)
    return [_candidate(*row) for row in session.execute(query)]


def drawn_before(session: Session) -> Counter[str]:
    """How many calls of each agent and month earlier samples hold."""
    query = (
        select(CallTable.id, CallTable.agent, CallTable.called_at)
        .where(CallTable.id.in_(select(SampleCallTable.call_id)))
        .where(CallTable.agent.is_not(None))
    )
    return Counter(key(_candidate(*row)) for row in session.execute(query))


def key(candidate: Candidate) -> str:
    """An agent in a month, as one word."""
    return f"{candidate.agent} {candidate.month}"


def add_sample(session: Session, sample: Sample) -> Sample:
    """Calling this keeps a draw, and answers it with its number."""
    row = SampleTable(
        title=sample.request.title,
        seed=sample.request.seed,
        drawn_by=sample.drawn_by,
        at=sample.at,
        record=sample.model_dump_json(exclude={"calls"}),  # a deleted call must be gone from here too
    )
    kept = added(session, row, sample)
    for position, call_id in enumerate(kept.calls):
        session.add(SampleCallTable(sample_id=kept.id, call_id=call_id, position=position))
    return kept


def sample(session: Session, number: int) -> Sample:
    """The sample with this number; StoreError when there is none."""
    row = session.get(SampleTable, number)
    if row is None:
        raise StoreError(f"Er is geen steekproef met nummer {number}.")
    return _sample(session, row)


def samples(session: Session) -> list[Sample]:
    """Every sample, newest first."""
    found = session.scalars(select(SampleTable).order_by(SampleTable.id.desc()))
    return [_sample(session, row) for row in found]


def _sample(session: Session, row: SampleTable) -> Sample:
    query = select(SampleCallTable.call_id).where(SampleCallTable.sample_id == row.id)
    calls = tuple(session.scalars(query.order_by(SampleCallTable.position)))
    return value(Sample, row).model_copy(update={"calls": calls})


def _candidate(call_id: str, agent: str | None, called_at: datetime | None) -> Candidate:
    return Candidate(call_id, agent or UNKNOWN, called_at.strftime("%Y-%m") if called_at else UNKNOWN)
