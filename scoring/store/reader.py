"""This module contains the reading half of the store."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from sqlalchemy import Engine, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from scoring.call import Call, Transcript
from scoring.errors import StoreError
from scoring.scorecard import Scorecard
from scoring.settings import Settings
from scoring.store import search
from scoring.store.database import dutch_errors
from scoring.store.recordings import Recordings
from scoring.store.review_tables import CallStateTable
from scoring.store.rows import (
    HIGH_ESCALATION,
    LOW_GRADE,
    Attention,
    CallFilter,
    CallRow,
    Queue,
    Status,
    TranscriptVersion,
)
from scoring.store.states import newest_transcript
from scoring.store.tables import CallTable, ScorecardTable, TranscriptTable
from scoring.store.trust import Trust, trust

EVERYTHING = CallFilter()


class Reader:
    """This represents all that can be asked of the kept calls; changes nothing."""

    def __init__(self, engine: Engine, recordings: Recordings, settings: Settings) -> None:
        self._engine = engine
        self._recordings = recordings
        self._settings = settings

    def call(self, call_id: str) -> Call:
        """The call; StoreError when there is none with this id."""
        with self.transaction(reading=True) as session:
            return Call.model_validate_json(self._call(session, call_id).record)

    def transcript(self, call_id: str) -> Transcript:
        """The latest version of the call's transcript."""
        with self.transaction(reading=True) as session:
            self._call(session, call_id)
            return Transcript.model_validate_json(newest_transcript(session, call_id).record)

    def transcript_at(self, call_id: str, version: int) -> Transcript:
        """One version of the call's transcript; StoreError when there is none with this number."""
        query = select(TranscriptTable.record).where(TranscriptTable.call_id == call_id)
        with self.transaction(reading=True) as session:
            self._call(session, call_id)
            record = session.scalar(query.where(TranscriptTable.version == version))
        if record is None:
            raise StoreError(f"Van dit gesprek is er geen versie {version}. Kijk in de geschiedenis.")
        return Transcript.model_validate_json(record)

    def transcript_versions(self, call_id: str) -> tuple[TranscriptVersion, ...]:
        """Every version of the transcript, newest first: when it was made and why."""
        query = select(TranscriptTable).where(TranscriptTable.call_id == call_id)
        with self.transaction(reading=True) as session:
            found = session.scalars(query.order_by(TranscriptTable.id.desc()))
            return tuple(
                TranscriptVersion(version=row.version, reason=row.reason, created_at=row.created_at)
                for row in found
            )

    def scorecard(self, call_id: str) -> Scorecard | None:
        """The scorecard that counts: of people, else of the machine; None when not judged (yet)."""
        return self._card(call_id, CallStateTable.scorecard_id)

    def machine_scorecard(self, call_id: str) -> Scorecard | None:
        """What the machine last made of the latest transcript, whatever people decided since."""
        return self._card(call_id, CallStateTable.machine_id)

    def _card(self, call_id: str, which: InstrumentedAttribute[int | None]) -> Scorecard | None:
        query = select(ScorecardTable.record).join(CallStateTable, which == ScorecardTable.id)
        with self.transaction(reading=True) as session:
            self._call(session, call_id)
            record = session.scalar(query.where(CallStateTable.call_id == call_id))
        return None if record is None else Scorecard.model_validate_json(record)

    def scorecards(self, call_id: str) -> tuple[Scorecard, ...]:
        """Every scorecard that the call ever got, newest first."""
        query = select(ScorecardTable.record).where(ScorecardTable.call_id == call_id)
        with self.transaction(reading=True) as session:
            found = session.scalars(query.order_by(ScorecardTable.id.desc()))
            return tuple(Scorecard.model_validate_json(record) for record in found)

    def audio(self, call_id: str) -> Path | None:
        """The sound file in the recordings folder; None when there is none (any more)."""
        with self.transaction(reading=True) as session:
            return self._recordings.find(self._call(session, call_id).audio)

    def calls(
        self,
        where: CallFilter = EVERYTHING,
        limit: int | None = None,
        offset: int = 0,
        order: Literal["called_at", "imported_at"] = "called_at",
    ) -> list[CallRow]:
        """The calls that fit, newest first by `order`; calls without a date come last."""
        column = CallTable.called_at if order == "called_at" else CallTable.imported_at
        query = search.rows(where).order_by(column.desc().nulls_last(), CallTable.id)
        with self.transaction(reading=True) as session:
            found = session.execute(query.limit(limit).offset(offset))
            return [search.call_row(call, state, card) for call, state, card in found]

    def queue(
        self, which: Queue, where: CallFilter = EVERYTHING, limit: int | None = None, offset: int = 0
    ) -> list[CallRow]:
        """The calls in a queue that also fit `where`, most urgent first."""
        with self.transaction(reading=True) as session:
            found = session.execute(search.queue(which, where).limit(limit).offset(offset))
            return [search.call_row(call, state, card) for call, state, card in found]

    def queue_counts(self, where: CallFilter = EVERYTHING) -> dict[Queue, int]:
        """How many calls each queue holds, of those that fit."""
        with self.transaction(reading=True) as session:
            if where == EVERYTHING:
                return {which: session.scalar(search.queue_count(which)) or 0 for which in Queue}
            counts = session.execute(search.queue_counts(where)).one()
            return dict(zip(Queue, counts, strict=True))

    def count(self, where: CallFilter = EVERYTHING) -> int:
        """How many calls fit."""
        with self.transaction(reading=True) as session:
            return session.scalar(search.count(where)) or 0

    def scored(self, where: CallFilter = EVERYTHING) -> Iterator[tuple[CallRow, Scorecard]]:
        """The calls that fit and are judged, oldest first, each with its current scorecard."""
        query = search.rows(where).where(ScorecardTable.id.is_not(None)).add_columns(ScorecardTable.record)
        with self.transaction(reading=True) as session:
            found = session.execute(query.order_by(CallTable.called_at.nulls_last(), CallTable.id))
            for call, state, card, record in found.yield_per(200):
                yield search.call_row(call, state, card), Scorecard.model_validate_json(record)

    def choices(self, field: Literal["organisation", "team", "agent", "call_type"]) -> list[str]:
        """The values that occur, in order of the alphabet, for a list to filter with."""
        column = search.NAMES[field]
        query = select(column).where(column.is_not(None)).distinct().order_by(column)
        with self.transaction(reading=True) as session:
            return list(session.scalars(query))

    def attention(self, where: CallFilter = EVERYTHING) -> Attention:
        """How many calls need a person; each number is `count` with that one condition added."""

        def number(**extra: object) -> int:
            return self.count(where.model_copy(update=extra))

        return Attention(
            roles_to_confirm=number(status=Status.ROLES),
            escalated=number(escalation_from=HIGH_ESCALATION),
            low_score=number(grade_below=LOW_GRADE),
            with_proposals=number(with_proposals=True),
            unscored=number(status=Status.UNSCORED),
        )

    def trust(self) -> dict[str, Trust]:
        """How often people agree with the machine, by criterion (and ESCALATION)."""
        with self.transaction(reading=True) as session:
            return trust(session, self._settings)

    def fallen_back(self) -> frozenset[str]:
        """The criteria on which people disagree too often: the machine only proposes there."""
        return frozenset(name for name, found in self.trust().items() if found.fallen_back)

    @contextmanager
    def transaction(self, reading: bool = False) -> Iterator[Session]:
        """Calling this (with `with`) does all that is asked of the session at once, or nothing of it."""
        with dutch_errors(), self._engine.connect() as connection:
            connection.execution_options(reading=reading)
            with Session(connection) as session, session.begin():
                yield session

    @staticmethod
    def _call(session: Session, call_id: str) -> CallTable:
        row = session.get(CallTable, call_id)
        if row is None:
            raise StoreError(f"Er is geen gesprek met nummer {call_id}. Kijk in de lijst met gesprekken.")
        return row
