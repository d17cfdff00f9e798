import sqlite3
import traceback
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from kept_calls import a_call, a_transcript

from scoring.errors import StoreError
from scoring.settings import Settings
from scoring.store import open_store
from scoring.store.database import _shown
from scoring.store.tables import Base


def test_migrations_and_tables_agree(tmp_path):
    with open_store(Settings(data_folder=tmp_path)) as store, store._engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_the_comparison_would_see_a_missing_table(tmp_path):
    with open_store(Settings(data_folder=tmp_path)) as store, store._engine.connect() as connection:
        connection.exec_driver_sql("DROP TABLE criterion_results")
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata)


def test_sqlite_is_safe(tmp_path):
    with open_store(Settings(data_folder=tmp_path)) as store, store._engine.connect() as connection:
        asked = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in EXPECTED}
    assert asked == EXPECTED


EXPECTED = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}


def test_a_newer_database_is_refused_in_dutch(tmp_path):
    settings = Settings(data_folder=tmp_path)
    open_store(settings).close()
    with sqlite3.connect(tmp_path / "klankbord.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreError, match="nieuwere versie van Klankbord"):
        open_store(settings)


@pytest.mark.parametrize("url", ["geen adres", "onbekend://x/y", "sqlite+onbekend:///x.db"])
def test_a_wrong_address_is_one_dutch_error(url):
    with pytest.raises(StoreError, match="adres van de database"):
        open_store(url)


def test_a_file_that_is_no_database(tmp_path):
    (tmp_path / "klankbord.db").write_text("dit is een boodschappenlijst " * 100)
    with pytest.raises(StoreError, match="gaat niet open"):
        open_store(Settings(data_folder=tmp_path))


def test_a_folder_that_cannot_be_made(tmp_path):
    (tmp_path / "bestand").write_text("")
    with pytest.raises(StoreError, match="gaat niet open"):
        open_store(Settings(data_folder=tmp_path / "bestand"))


def test_errors_show_neither_password_nor_content(tmp_path):
    (tmp_path / "vol.db").write_text("x" * 5000)
    with pytest.raises(StoreError) as caught:
        open_store(f"sqlite:///{tmp_path}/vol.db")
    assert "xxxx" not in str(caught.value)
    assert "geheim" not in _shown("postgresql://jan:geheim@server/klankbord")


def test_a_failing_write_is_dutch_and_without_speech(tmp_path):
    call = a_call(1)
    words = "bijzondere"
    transcript = a_transcript(call, words)
    with open_store(Settings(data_folder=tmp_path)) as store:
        with store._engine.begin() as connection:
            connection.exec_driver_sql("DROP TABLE transcripts")
        with pytest.raises(StoreError, match="kon dit niet opslaan") as caught:
            store.save(call, transcript)
    shown = "".join(traceback.format_exception(caught.value))
    assert words not in shown


def test_opening_at_the_same_time_migrates_once(tmp_path: Path):
    settings = Settings(data_folder=tmp_path)
    with ThreadPoolExecutor(8) as pool:
        stores = list(pool.map(open_store, [settings] * 8))
    assert [store.count() for store in stores] == [0] * 8
    for store in stores:
        store.close()
