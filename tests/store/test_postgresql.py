"""The same store on PostgreSQL; needs psycopg and the address of an empty database to work in."""

import os

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from kept_calls import a_call, a_scorecard, a_transcript
from sqlalchemy.exc import DatabaseError

from scoring.store import CallFilter, Status, open_store
from scoring.store.tables import Base

URL = os.environ.get("KLANKBORD_TEST_POSTGRESQL", "")
pytestmark = pytest.mark.skipif(not URL, reason="KLANKBORD_TEST_POSTGRESQL holds no database address")


@pytest.fixture
def store():
    with open_store(URL) as opened:
        for row in opened.calls():
            opened.delete(row.id)
        yield opened


def test_migrations_and_tables_agree(store):
    with store._engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_the_life_of_a_call(store):
    call = a_call(1)
    store.save(call, a_transcript(call, "José zoekt een paspoort"))
    card = a_scorecard(call, grade=4.0)
    store.add_scorecard(card)
    (row,) = store.calls(CallFilter(search="jose PASPOORT", status=Status.SCORED, with_proposals=True))
    assert row.grade == 4.0
    assert row.called_at is not None
    assert row.called_at.isoformat() == "2026-01-15T10:12:00+01:00"
    assert list(store.scored()) == [(row, card)]
    assert store.attention().low_score == 1
    store.confirm_roles(call.id)
    assert store.scorecard(call.id) is None
    store.delete(call.id)
    assert store.count() == 0


@pytest.mark.parametrize("statement", ["UPDATE {} SET record = ''", "DELETE FROM {}"])
@pytest.mark.parametrize("table", ["transcripts", "scorecards"])
def test_the_database_itself_refuses_a_change(store, table, statement):
    call = a_call(1)
    store.save(call, a_transcript(call))
    store.add_scorecard(a_scorecard(call))
    with store._engine.connect() as connection, pytest.raises(DatabaseError, match="append-only"):
        connection.exec_driver_sql(statement.format(table))
