"""The same store on PostgreSQL; needs psycopg and the address of an empty database to work in."""

import os
from datetime import UTC, datetime

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from kept_calls import a_call, a_scorecard, a_transcript
from sqlalchemy.exc import DatabaseError

from scoring.store import CallFilter, Status, open_store
from scoring.store.review_tables import (
    Base,
    CalibrationEventTable,
    CalibrationTable,
    ReviewAnswerTable,
    RuleFixTable,
    SampleCallTable,
    SampleTable,
)

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


NOW = datetime(2026, 1, 1, tzinfo=UTC)


def decided(store, call_id: str, card: int) -> list[str]:
    """Adds a row to tables of every kind: of a call, of an answer, of a call or none, of nothing."""
    who = {"reviewer": "Marit", "record": "{}"}
    said = {"scorecard_id": card, "criterion": "c", "machine": "no", "answer": "yes", "rule_wrong": True}
    with store.transaction() as session:
        answer = ReviewAnswerTable(call_id=call_id, reviewed_at=NOW, **said, **who)
        talk = CalibrationTable(title="Maart", opened_by="Marit", at=NOW, record="{}")
        sample = SampleTable(title="Q1", seed="zaad", drawn_by="Marit", at=NOW, record="{}")
        session.add_all([answer, talk, sample])
        session.flush()
        fix = RuleFixTable(review_answer_id=answer.id, fixed_by="Marit", at=NOW, record="{}")
        about = {"calibration_id": talk.id, "kind": "besloten", "at": NOW}
        events = [CalibrationEventTable(call_id=one, **about, **who) for one in (call_id, None)]
        session.add_all([fix, SampleCallTable(sample_id=sample.id, call_id=call_id, position=0), *events])
    return ["review_answers", "rule_fixes", "sample_calls", "calibration_events", "samples", "calibrations"]


def test_what_people_decided_cannot_be_changed_and_goes_with_the_call(store):
    call = a_call(1)
    store.save(call, a_transcript(call))
    tables = decided(store, call.id, store.add_scorecard(a_scorecard(call)))
    for table in tables:
        for statement in (f"DELETE FROM {table}", f"UPDATE {table} SET {CHANGES[table]}"):
            with store._engine.connect() as connection, pytest.raises(DatabaseError, match="append-only"):
                connection.exec_driver_sql(statement)
    store.delete(call.id)
    with store._engine.connect() as connection:
        for table in ("review_answers", "rule_fixes", "sample_calls"):
            assert connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar() == 0
        of_call = "SELECT count(*) FROM calibration_events WHERE call_id IS NOT NULL"
        assert connection.exec_driver_sql(of_call).scalar() == 0


CHANGES = {
    "review_answers": "answer = 'no'",
    "rule_fixes": "fixed_by = 'x'",
    "sample_calls": "position = 9",
    "calibration_events": "reviewer = 'x'",
    "samples": "seed = 'x'",
    "calibrations": "title = 'x'",
}
