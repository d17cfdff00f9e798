"""Queues: what waits, most urgent first, read from an index."""

import sqlite3
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from kept_calls import a_call, a_result, a_scorecard, a_transcript
from sqlalchemy import delete, event

from scoring.scorecard import Answer
from scoring.settings import Settings
from scoring.store import CallFilter, Queue, ReviewState, Store, open_store, refresh
from scoring.store.database import MIGRATIONS, _engine
from scoring.store.review_tables import CallStateTable


@pytest.fixture
def store(tmp_path):
    with open_store(Settings(data_folder=tmp_path)) as opened:
        yield opened


def kept(store: Store, number: int, **fields: object) -> None:
    proposals = int(fields.pop("proposals", 0))
    call = a_call(
        number, called_at=fields.pop("at", f"2026-01-{number:02}T09:00"), team=fields.pop("team", "KCC")
    )
    store.save(call, a_transcript(call))
    results = tuple(a_result(f"beleefd.nummer_{i}", Answer.YES, proposal=i < proposals) for i in range(5))
    store.add_scorecard(a_scorecard(call, results=results, **fields))


def numbers(store: Store, which: Queue, **where: object) -> list[int]:
    return [int(row.id[-4:]) for row in store.queue(which, CallFilter.model_validate(where))]


def test_each_queue_holds_what_it_says_most_urgent_first(store):
    kept(store, 1, grade=8.0)
    kept(store, 2, grade=5.0, level=3)
    kept(store, 3, grade=4.0, proposals=2)
    kept(store, 4, grade=7.0, level=4)
    kept(store, 5, grade=5.4, proposals=4, team="Wmo")
    kept(store, 6, grade=9.0, at=None)
    assert numbers(store, Queue.REVIEW) == [4, 2, 5, 3, 1, 6]
    assert numbers(store, Queue.ESCALATED) == [4, 2]
    assert numbers(store, Queue.BELOW_NORM) == [3, 2, 5]
    assert numbers(store, Queue.PROPOSALS) == [5, 3]
    assert numbers(store, Queue.PROPOSALS, team="KCC") == [3]
    assert (
        numbers(store, Queue.DISPUTED) == numbers(store, Queue.STARTED) == numbers(store, Queue.SECOND) == []
    )
    assert [row.id[-1] for row in store.queue(Queue.REVIEW, limit=2, offset=1)] == ["2", "5"]
    for where in (CallFilter(), CallFilter(team="Wmo"), CallFilter(search="paspoort")):
        assert store.queue_counts(where) == {which: len(store.queue(which, where)) for which in Queue}


def test_a_call_that_is_not_judged_waits_for_nobody(store):
    call = a_call(1)
    store.save(call, a_transcript(call, confidence=0.4))
    assert sum(store.queue_counts().values()) == 0
    assert store.calls()[0].review is ReviewState.UNJUDGED


def test_where_a_call_stands_follows_from_what_was_added(store):
    for number in range(1, 6):
        kept(store, number, grade=float(number), proposals=number % 3)
    before = store.calls()
    with store.transaction() as session:
        session.execute(delete(CallStateTable))
    assert store.calls() == []
    with store.transaction() as session:
        for row in before:
            refresh(session, row.id)
    assert store.calls() == before


@pytest.mark.parametrize("which", Queue)
def test_every_queue_is_read_from_an_index(store, which):
    kept(store, 1)
    seen: list[tuple[str, object]] = []
    event.listen(store._engine, "before_cursor_execute", lambda *a: seen.append((a[2], a[3])))
    store.queue(which, limit=50)
    query, values = next(found for found in seen if found[0].startswith("SELECT"))
    with store._engine.connect() as connection:
        plan = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {query}", values)]
    assert any("call_states USING INDEX" in step for step in plan), plan
    assert not any(step.startswith("SCAN call_states") for step in plan), plan


def test_calls_of_an_older_database_come_into_the_queues(tmp_path: Path):
    """Built by the first migration alone, filled as that version did, then opened by this one."""
    url = f"sqlite:///{(tmp_path / 'klankbord.db').as_posix()}"
    engine = _engine(url)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
    engine.dispose()
    old = sqlite3.connect(tmp_path / "klankbord.db")
    for number, level in ((1, 0), (2, 3)):
        call = a_call(number)
        card = a_scorecard(call, level=level)
        old.execute(
            "INSERT INTO calls VALUES (?, ?, '2026-01-15 09:12:00', 'in', NULL, NULL, 'MW-07', NULL, 0, NULL, "
            "'2026-01-16 09:00:00', ?, '')",
            (call.id, call.source, call.model_dump_json()),
        )
        old.execute(
            "INSERT INTO transcripts VALUES (?, ?, 1, 'ingelezen', 1, '2026-01-16 09:00:00', ?)",
            (number, call.id, a_transcript(call).model_dump_json()),
        )
        old.execute(
            "INSERT INTO scorecards VALUES (?, ?, ?, 'vijf_b', '1.0.0', 'ab12', '1stroom', '0.1.0', "
            "'2026-01-16 09:00:00', 72.2, 7.5, '{}', ?, 1, ?)",
            (number, call.id, number, level, card.model_dump_json()),
        )
        old.execute(
            "INSERT INTO criterion_results VALUES (?, 'bekend.naam_beller', 'partial', 'proposes', .5, 1)",
            (number,),
        )
    old.commit()
    old.close()
    with open_store(url) as store:
        assert [(row.id[-1], row.proposals) for row in store.queue(Queue.REVIEW)] == [("2", 1), ("1", 1)]
        before = store.calls()
        with store.transaction() as session:
            for row in before:
                refresh(session, row.id)
        assert store.calls() == before, "the migration fills in what the program would"
