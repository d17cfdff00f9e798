import sqlite3
from pathlib import Path

import pytest
from kept_calls import a_call, a_scorecard, a_transcript
from sqlalchemy.exc import IntegrityError

from scoring.settings import Settings
from scoring.store import open_store
from scoring.store.database import PRAGMAS
from scoring.store.review_tables import Base


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


PEOPLE = {
    "review_answers": "answer='no'",
    "review_steps": "reviewer='x'",
    "answer_pairs": "answer='no'",
    "rule_fixes": "fixed_by='x'",
    "agent_events": "person='x'",
    "samples": "seed='x'",
    "sample_calls": "position=9",
    "calibrations": "title='x'",
    "calibration_events": "reviewer='x'",
    "training_events": "person='x'",
    "audit_trail": "person='x'",
    "coachings": "agent='x'",
    "coaching_events": "person='x'",
    "practice_sets": "title='x'",
    "practice_events": "person='x'",
}
"""Every table of what people decided, and a change that would be a lie."""
FILLED = """
INSERT INTO review_answers VALUES (1, '{0}', 1, 'c', 'Marit', '2026-01-01', 'no', 'yes', 1, '{{}}');
INSERT INTO review_steps VALUES (1, '{0}', 1, 'afgerond', 'Marit', '2026-01-01', 1, '{{}}');
INSERT INTO answer_pairs VALUES (1, '{0}', 1, 'c', 'no', 'yes', 'Marit', '2026-01-01');
INSERT INTO rule_fixes VALUES (1, 1, 'Marit', '2026-01-01', '{{}}');
INSERT INTO agent_events VALUES (1, '{0}', 'gezien', NULL, 'MW-07', '2026-01-01', '{{}}');
INSERT INTO samples VALUES (1, 'Q1', 'zaad', 'Marit', '2026-01-01', '{{}}');
INSERT INTO sample_calls VALUES (1, '{0}', 0);
INSERT INTO calibrations VALUES (1, 'Maart', 'Marit', '2026-01-01', '{{}}');
INSERT INTO calibration_events VALUES (1, 1, 'antwoord gegeven', '{0}', 'c', 'Marit', '2026-01-01', '{{}}');
INSERT INTO calibration_events VALUES (2, 1, 'besloten', NULL, 'c', 'Marit', '2026-01-01', '{{}}');
INSERT INTO training_events VALUES (1, 'partij', 'geleerd', 'Marit', '2026-01-01', '{{}}');
INSERT INTO audit_trail VALUES (1, '2026-01-01', 'marit', 'Marit', 'gesprek geopend', '{0}', '');
INSERT INTO coachings VALUES (1, 'doel', 'M-07', 'Marit', '2026-01-01', '{{}}');
INSERT INTO coaching_events VALUES (1, 1, 'moment', '{0}', 'Marit', '2026-01-01', '{{}}');
INSERT INTO coaching_events VALUES (2, 1, 'afgerond', NULL, 'Marit', '2026-01-01', '{{}}');
INSERT INTO practice_sets VALUES (1, 'Start', 'Ilse', '2026-01-01', '{{}}');
INSERT INTO practice_events VALUES (1, 1, 'geoefend', '{0}', 'c', 'Sam', '2026-01-01', '{{}}');
"""


@pytest.fixture
def decided(database: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(database)
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    connection.executescript(FILLED.format("gesprek-0001"))
    return connection


@pytest.mark.parametrize("table", PEOPLE)
@pytest.mark.parametrize(
    "statement", ["UPDATE {} SET {}", "DELETE FROM {}", "INSERT OR REPLACE INTO {0} SELECT * FROM {0}"]
)
def test_what_people_decided_cannot_be_changed(decided, table, statement):
    before = decided.execute(f"SELECT * FROM {table}").fetchall()
    assert before
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        decided.execute(statement.format(table, PEOPLE[table]))
    assert decided.execute(f"SELECT * FROM {table}").fetchall() == before


def test_only_what_is_about_no_call_outlives_the_call(decided, database):
    decided.close()
    with open_store(f"sqlite:///{database}") as store:
        store.delete("gesprek-0001")
    connection = sqlite3.connect(database)
    left = {table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in PEOPLE}
    kept = {"samples": 1, "calibrations": 1, "calibration_events": 1, "training_events": 1, "audit_trail": 1}
    kept |= {"coachings": 1, "coaching_events": 1, "practice_sets": 1}
    assert {table: n for table, n in left.items() if n} == kept


def test_no_table_is_forgotten():
    changing = {
        "calls",
        "call_states",
        "call_figures",
        "figure_layouts",
        "forgotten_agents",
        "jobs",
        "job_stages",
        "workers",
    }
    tested = {"transcripts", "scorecards", "criterion_results", *PEOPLE}
    assert set(Base.metadata.tables) - changing - tested == set()


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
