"""This module contains the audit trail: who did what to what and when; added to, never changed."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Engine, Index, func, select
from sqlalchemy.orm import Mapped, mapped_column

from scoring.access import Person
from scoring.record import Record
from scoring.store.database import transaction
from scoring.store.tables import Base


class Action(StrEnum):
    """This represents what someone did, in the words of the screen."""

    SIGNED_IN = "aangemeld"
    REFUSED = "geweigerd"
    OPENED = "gesprek geopend"
    HEARD = "opname opgehaald"
    EXPORTED = "geëxporteerd"
    UPLOADED = "bestanden aangeboden"
    CORRECTED = "gesprek aangepast"
    JUDGED = "opnieuw laten beoordelen"
    REVIEWED = "nagekeken"
    RESPONDED = "op eigen gesprek gereageerd"
    ANSWERED = "bezwaar beantwoord"
    CALIBRATED = "kalibratie"
    COACHED = "coaching"
    PRACTISED = "oefenen"
    SAMPLED = "steekproef getrokken"
    RUBRIC = "rubriek of voorbeelden aangepast"
    DELETED = "gesprek verwijderd"


class AuditEntry(Record):
    """This represents one act. `subject` is a call or another thing by its number, never what was said."""

    id: int = 0
    at: datetime
    person: str
    name: str
    action: Action
    subject: str = ""
    detail: str = ""


class AuditFilter(Record):
    """This represents which acts are meant; `since` is inclusive, `until` exclusive."""

    person: str | None = None
    action: Action | None = None
    subject: str | None = None
    since: datetime | None = None
    until: datetime | None = None


class AuditTable(Base):
    """This represents one act; it stays when the call has gone, so it points to no other table."""

    __tablename__ = "audit_trail"
    __table_args__ = (Index(None, "person", "id"), Index(None, "subject", "id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(index=True)
    person: Mapped[str]
    name: Mapped[str]
    action: Mapped[str]
    subject: Mapped[str]
    detail: Mapped[str]


EVERYTHING = AuditFilter()


class AuditTrail:
    """This represents the trail of one store."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add(
        self, person: Person, action: Action, subject: str = "", detail: str = "", at: datetime | None = None
    ) -> None:
        """Calling this writes down what this person did; `detail` holds numbers and choices, no call text."""
        row = AuditTable(
            at=at or datetime.now(UTC),
            person=person.id,
            name=person.name,
            action=action.value,
            subject=subject,
            detail=detail,
        )
        with transaction(self._engine) as session:
            session.add(row)

    def entries(
        self, where: AuditFilter = EVERYTHING, limit: int | None = None, offset: int = 0
    ) -> list[AuditEntry]:
        """What was done, newest first."""
        query = select(AuditTable).where(*_conditions(where)).order_by(AuditTable.id.desc())
        with transaction(self._engine, reading=True) as session:
            return [_entry(row) for row in session.scalars(query.limit(limit).offset(offset))]

    def count(self, where: AuditFilter = EVERYTHING) -> int:
        """How many acts fit."""
        query = select(func.count()).select_from(AuditTable).where(*_conditions(where))
        with transaction(self._engine, reading=True) as session:
            return session.scalar(query) or 0

    def people(self) -> list[str]:
        """Everyone who ever did something, by account."""
        with transaction(self._engine, reading=True) as session:
            return list(session.scalars(select(AuditTable.person).distinct().order_by(AuditTable.person)))


def _conditions(where: AuditFilter) -> list[ColumnElement[bool]]:
    table: Any = AuditTable
    found = [
        getattr(table, name) == str(value)
        for name in ("person", "action", "subject")
        if (value := getattr(where, name)) is not None
    ]
    if where.since is not None:
        found.append(AuditTable.at >= where.since)
    if where.until is not None:
        found.append(AuditTable.at < where.until)
    return found


def _entry(row: AuditTable) -> AuditEntry:
    names = ("id", "at", "person", "name", "subject", "detail")
    return AuditEntry(action=Action(row.action), **{name: getattr(row, name) for name in names})
