import sqlite3
from pathlib import Path

import pytest
from kept_calls import a_call, a_scorecard, a_transcript
from sqlalchemy.exc import IntegrityError

from scoring.settings import Settings
from scoring.store import open_store


@pytest.fixture
def database(tmp_path: Path) -> Path:
    settings = Settings(data_folder=tmp_path)
    with open_store(settings) as store:
        call = a_call(1)
        store.save(call, a_transcript(call))
        store.add_scorecard(a_scorecard(call))
    return tmp_path / "klankbord.db"


@pytest.mark.parametrize("table", ["transcripts", "scorecards", "criterion_results"])
@pytest.mark.parametrize("statement", ["UPDATE {} SET {}", "DELETE FROM {}"])
def test_the_database_itself_refuses_a_change(database, table, statement):
    change = {"transcripts": "reason='x'", "scorecards": "total=100", "criterion_results": "answer='yes'"}
    connection = sqlite3.connect(database)
    before = connection.execute(f"SELECT * FROM {table}").fetchall()
    assert before
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        connection.execute(statement.format(table, change[table]))
    assert connection.execute(f"SELECT * FROM {table}").fetchall() == before


def test_replacing_a_scorecard_is_refused(database):
    with (
        open_store(f"sqlite:///{database}") as store,
        store._engine.connect() as connection,
        pytest.raises(IntegrityError, match="append-only"),
    ):
        connection.exec_driver_sql("INSERT OR REPLACE INTO scorecards SELECT * FROM scorecards")


def test_deleting_the_whole_call_leaves_no_row(database):
    with open_store(f"sqlite:///{database}") as store:
        store.delete("gesprek-0001")
    connection = sqlite3.connect(database)
    for table in ("calls", "transcripts", "scorecards", "criterion_results"):
        assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)


def test_deleting_leaves_no_byte_on_disk(tmp_path):
    secret = "Bronwasser-Ganzenbloem"
    settings = Settings(data_folder=tmp_path)
    store = open_store(settings)
    for number in range(30):
        words = f"{secret} " * 400 if number == 7 else "iets anders " * 400
        call = a_call(number, source=f"{secret}.json" if number == 7 else "x.json")
        store.save(call, a_transcript(call, words))
        store.add_scorecard(a_scorecard(call))
    needles = (secret.encode(), secret.casefold().encode())

    def on_disk() -> list[str]:
        files = [path for path in tmp_path.rglob("*") if path.is_file()]
        return [path.name for path in files if any(needle in path.read_bytes() for needle in needles)]

    assert on_disk(), "the test would prove nothing if the words were never written"
    store.confirm_roles("gesprek-0007", swapped=True)
    store.delete("gesprek-0007")
    assert on_disk() == []
    store.close()
    assert on_disk() == []
    with open_store(settings) as again:
        assert again.count() == 29
