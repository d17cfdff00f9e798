"""This module contains the keeping of values that the database numbers, and that are never changed."""

from typing import Protocol, TypeVar

from sqlalchemy.orm import Session

from scoring.record import Record

R = TypeVar("R", bound=Record)


class Numbered(Protocol):
    """This represents a row that gets its number when it is added, with a value as JSON in `record`."""

    @property
    def id(self) -> int:
        """The number."""

    @property
    def record(self) -> str:
        """The value as JSON."""


def added(session: Session, row: Numbered, made: R) -> R:
    """Calling this keeps the row of a value, and answers the value with its number."""
    session.add(row)
    session.flush()
    return made.model_copy(update={"id": row.id})


def value(kind: type[R], row: Numbered) -> R:
    """The value of a row, with its number."""
    return kind.model_validate_json(row.record).model_copy(update={"id": row.id})
