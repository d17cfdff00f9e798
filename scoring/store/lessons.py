"""This module contains the folder with reviewed calls to learn from, and the record of who approved them."""

import hashlib
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from scoring.errors import StoreError
from scoring.record import Record
from scoring.store.numbered import added, value
from scoring.store.review_tables import TrainingEventTable


class TrainingStep(StrEnum):
    """This represents what was done with a batch of lessons, in the words of the screen."""

    LEARNED = "geleerd"
    TAKEN_BACK = "teruggenomen"


class TrainingEvent(Record):
    """This represents that a batch was learned or taken back; agreement is that on calls kept apart (0–1)."""

    id: int = 0
    batch: str
    kind: TrainingStep
    person: str
    at: datetime
    turns: int = 0
    calls: int = 0
    before: float | None = None
    after: float | None = None
    labels: int = 0


class LessonFiles:
    """This represents the folder: one file a call, so that a call's words can go when the call goes.

    Whatever was learned is also in `cache`; that is emptied whenever words have to go.
    """

    def __init__(self, folder: Path, cache: Path) -> None:
        self.folder = folder
        self._cache = cache

    def write(self, batch: str, texts: Mapping[str, str]) -> None:
        """Calling this writes a batch: the text of a file for each call; all of them or none."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            for call_id, text in texts.items():
                self._path(batch, call_id).write_text(text, encoding="utf-8", newline="\n")
        except OSError as error:
            self.remove_batch(batch)
            raise StoreError(
                f"De voorbeelden kunnen niet worden bewaard in {self.folder}. Is de schijf vol?"
            ) from error

    def knows(self, call_id: str) -> bool:
        """Whether the machine learns from this call."""
        return any(self.folder.glob(f"*-{_name(call_id)}.yaml"))

    def remove_batch(self, batch: str) -> int:
        """Calling this deletes the files of a batch, and answers how many there were."""
        return self._remove(f"{batch}-*.yaml")

    def remove_call(self, call_id: str) -> None:
        """Calling this deletes what was taken from a call, and what was learned from it."""
        self._remove(f"*-{_name(call_id)}.yaml")

    def forget(self, version: str) -> None:
        """Calling this deletes a model that was learned to try something; one that is not there is fine."""
        (self._cache / f"intents-{version}.npz").unlink(missing_ok=True)

    def _remove(self, pattern: str) -> int:
        found = list(self.folder.glob(pattern))
        try:
            for path in found:
                path.unlink(missing_ok=True)
            for path in self._cache.glob("intents-*.npz") if found else ():
                path.unlink(missing_ok=True)
        except OSError as error:
            raise StoreError(
                f"Voorbeelden in {self.folder} kunnen niet worden verwijderd. Zijn ze nog ergens open?"
            ) from error
        return len(found)

    def _path(self, batch: str, call_id: str) -> Path:
        return self.folder / f"{batch}-{_name(call_id)}.yaml"


def add_training(session: Session, event: TrainingEvent) -> TrainingEvent:
    """Calling this keeps that a batch was learned or taken back."""
    row = TrainingEventTable(
        batch=event.batch,
        kind=event.kind.value,
        person=event.person,
        at=event.at,
        record=event.model_dump_json(),
    )
    return added(session, row, event)


def trainings(session: Session) -> list[TrainingEvent]:
    """All that was learned and taken back, newest first."""
    found = session.scalars(select(TrainingEventTable).order_by(TrainingEventTable.id.desc()))
    return [value(TrainingEvent, row) for row in found]


def _name(call_id: str) -> str:
    # a call id may come from a file, so it is no safe file name
    return hashlib.sha256(call_id.encode()).hexdigest()[:24]
