"""This module contains how a database is opened: safe SQLite settings, then migrations."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry

from scoring.errors import StoreError

MIGRATIONS = Path(__file__).parent / "migrations"
PRAGMAS = (
    "busy_timeout=30000",
    "synchronous=FULL",
    "foreign_keys=ON",
    "recursive_triggers=ON",  # so that INSERT OR REPLACE cannot get round the append-only triggers
    "secure_delete=ON",
)
PATIENCE = 30.0
"""Seconds to wait for who else makes the database."""
MIGRATION_LOCK = 7_520_517
"""Any fixed number: two programs that open one PostgreSQL database at once migrate in turn."""


def open_database(url: str) -> Engine:
    """Calling this opens the database, makes it when it is absent, and brings it up to date."""
    try:
        engine = _engine(url)
        _migrate(engine, url)
    except (ArgumentError, NoSuchModuleError, ImportError) as error:
        raise StoreError(
            "Het adres van de database (database_url) klopt niet of het stuurprogramma ontbreekt. "
            "Verbeter de instelling, of haal haar weg om het gewone bestand te gebruiken."
        ) from error
    except (DBAPIError, OSError) as error:
        raise StoreError(
            f"De database {_shown(url)} gaat niet open. Controleer of de map bestaat, of u er mag "
            "schrijven en of het bestand echt van Klankbord is."
        ) from error
    return engine


def _shown(url: str) -> str:
    return make_url(url).render_as_string(hide_password=True)


def _engine(url: str) -> Engine:
    engine = create_engine(url)
    if engine.dialect.name == "sqlite":
        if engine.url.database:
            Path(engine.url.database).parent.mkdir(parents=True, exist_ok=True)
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    assert isinstance(connection, sqlite3.Connection)
    connection.isolation_level = None  # we begin transactions ourselves, see _begin_sqlite
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    _write_ahead(connection)


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Put a new database in WAL mode; SQLite does not wait by itself when others do so at the same moment."""
    last = time.monotonic() + PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > last:
                raise
            time.sleep(0.05)
        else:
            return


def _begin_sqlite(connection: Connection) -> None:
    # A writer that first reads and then writes would fail at once when another one got in between;
    # taking the write lock at the start makes it wait its turn instead.
    reading = connection.get_execution_options().get("reading", False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


def _migrate(engine: Engine, url: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    scripts = ScriptDirectory.from_config(config)
    with engine.connect().execution_options(reading=True) as connection:
        current = MigrationContext.configure(connection).get_current_revision()
    if current == scripts.get_current_head():
        return
    if current not in {None, *(script.revision for script in scripts.walk_revisions())}:
        raise StoreError(
            f"De database {_shown(url)} is gemaakt door een nieuwere versie van Klankbord. "
            "Werk Klankbord bij, of kies een andere gegevensmap."
        )
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({MIGRATION_LOCK})")
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


@contextmanager
def dutch_errors() -> Iterator[None]:
    """Calling this around database work turns a full disk or a locked file into a StoreError."""
    try:
        yield
    except DBAPIError as error:
        # `from None`: the original message holds the values, and those may be citizens' speech
        reason = type(error.orig).__name__
        raise StoreError(
            f"De database kon dit niet opslaan of lezen ({reason}). Controleer of de schijf vol is of "
            "dat een ander programma het bestand bezet houdt, en probeer het opnieuw."
        ) from None


@contextmanager
def transaction(engine: Engine, reading: bool = False) -> Iterator[Session]:
    """Calling this opens a session whose work is kept whole or not at all; errors are Dutch."""
    with dutch_errors(), engine.connect() as connection:
        connection.execution_options(reading=reading)
        with Session(connection) as session, session.begin():
            yield session


def wipe_traces(engine: Engine) -> None:
    """Calling this empties SQLite's write-ahead log, so that deleted text is nowhere on disk."""
    if engine.dialect.name != "sqlite":
        return
    raw = engine.raw_connection()  # a checkpoint cannot run inside a transaction
    try:
        raw.cursor().execute("PRAGMA busy_timeout=5000")
        raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        raw.cursor().execute(f"PRAGMA {PRAGMAS[0]}")
    finally:
        raw.close()
