"""This module contains the Store: everything that is kept about calls, and the only way to it."""

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine, delete, select
from sqlalchemy.orm import Session

from scoring.call import Call, Transcript
from scoring.errors import StoreError
from scoring.scorecard import Scorecard
from scoring.settings import Settings
from scoring.store import coachings, search
from scoring.store.audit import AuditTrail
from scoring.store.database import dutch_errors, open_database, wipe_traces
from scoring.store.job_tables import JobTable
from scoring.store.lessons import LessonFiles
from scoring.store.reader import Reader
from scoring.store.recordings import Recordings
from scoring.store.states import newest_transcript, refresh
from scoring.store.tables import CallTable, TranscriptTable
from scoring.store.uploads import Uploads
from scoring.store.writing import (
    merged,
    result_tables,
    same_judgement,
    same_words,
    scorecard_table,
    transcript_table,
)


def open_store(settings: Settings | str) -> "Store":
    """Calling this opens the database of these settings (or of an SQLAlchemy URL) and migrates it.

    Raises StoreError, in Dutch, when it cannot be opened or was made by a newer version.
    """
    chosen = Settings(database_url=settings) if isinstance(settings, str) else settings
    engine = open_database(chosen.database)
    return Store(engine, Recordings(chosen.recordings_folder), Uploads(chosen.uploads_folder), chosen)


class Store(Reader):
    """This represents the kept calls; safe to share between threads; `close()` it, or use `with`."""

    def __init__(self, engine: Engine, recordings: Recordings, uploads: Uploads, settings: Settings) -> None:
        super().__init__(engine, recordings, settings)
        self._uploads = uploads
        self.audit = AuditTrail(engine)
        self.lessons = LessonFiles(settings.lessons_folder, settings.data_folder / "cache")

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Calling this closes the database and leaves no write-ahead log with old text behind."""
        with dutch_errors():
            wipe_traces(self._engine)
        self._engine.dispose()

    def save(
        self, call: Call, transcript: Transcript, audio_path: Path | None = None, demo: bool = False
    ) -> None:
        """Calling this keeps a call and its transcript, and copies its sound into the recordings folder.

        A call that is already there gets the new metadata; what a person confirmed about it stays.
        """
        audio = self._recordings.keep(call.id, audio_path) if audio_path else None
        with self.transaction() as session:
            row = session.get(CallTable, call.id, with_for_update=True)
            if row is None:
                row = CallTable(id=call.id, demo=demo, audio=None, imported_at=datetime.now(UTC))
            else:
                call = merged(Call.model_validate_json(row.record), call)
            row.audio = audio or row.audio
            row.record = call.model_dump_json()
            for name in ("source", "called_at", *search.NAMES):
                setattr(row, name, getattr(call, name))
            session.add(row)
            session.flush()
            self._append(session, row, transcript, "ingelezen", only_new=True)

    def add_transcript(
        self, call_id: str, transcript: Transcript, reason: str, after: int | None = None
    ) -> None:
        """Calling this adds a version of the transcript; `reason` is Dutch, such as ‘rollen omgewisseld’.

        `after` is the version that the person had on screen: when there is a newer one, nothing is added.
        """
        with self.transaction() as session:
            row = self._call(session, call_id)
            if after is not None and newest_transcript(session, call_id).version != after:
                raise StoreError(
                    "Dit gesprek is intussen door iemand anders aangepast. Uw aanpassing is niet bewaard. "
                    "Bekijk de tekst opnieuw en pas haar dan aan."
                )
            self._append(session, row, transcript, reason)

    def confirm_roles(self, call_id: str, swapped: bool = False) -> Transcript:
        """Calling this adds the version with roles as a person confirmed them; score that one next."""
        with self.transaction() as session:
            row = self._call(session, call_id)
            now = Transcript.model_validate_json(newest_transcript(session, call_id).record)
            new = now.swapped() if swapped else now.with_roles({}, confirmed=True)
            self._append(session, row, new, "rollen omgewisseld" if swapped else "rollen bevestigd")
        return new

    def add_scorecard(self, scorecard: Scorecard, only_new: bool = False) -> int:
        """Calling this adds a judgement of the call's latest transcript and answers its number.

        With `only_new` a judgement equal to the newest one is not kept twice, whoever else is writing.
        """
        with self.transaction() as session:
            session.get(CallTable, scorecard.call_id, with_for_update=True)
            self._call(session, scorecard.call_id)
            row = scorecard_table(scorecard, newest_transcript(session, scorecard.call_id).id)
            if only_new and (same := same_judgement(session, row, scorecard)) is not None:
                return same
            session.add(row)
            session.flush()
            session.add_all(result_tables(scorecard, row.id))
            refresh(session, scorecard.call_id)
            return row.id

    def delete(self, call_id: str) -> None:
        """Calling this removes a call wholly: every version, every score, its sound, lessons, jobs and traces."""
        with self.transaction() as session:
            audio = self._call(session, call_id).audio
            session.execute(delete(CallTable).where(CallTable.id == call_id))
            jobs = session.scalars(
                delete(JobTable).where(JobTable.call_id == call_id).returning(JobTable.folder)
            )
            for folder in jobs.all():
                self._uploads.remove(folder)
            self._recordings.remove(audio)
            self.lessons.remove_call(call_id)
        with dutch_errors():
            wipe_traces(self._engine)

    def forget_coaching(self, agent: str) -> int:
        """Calling this removes the goals and sheets of an employee wholly, and answers how many; calls stay."""
        with self.transaction() as session:
            number = coachings.forget(session, agent)
        with dutch_errors():
            wipe_traces(self._engine)
        return number

    def _append(
        self,
        session: Session,
        call: CallTable,
        transcript: Transcript,
        reason: str,
        only_new: bool = False,
    ) -> None:
        kept = session.scalars(select(TranscriptTable.record).where(TranscriptTable.call_id == call.id)).all()
        if not (only_new and any(same_words(record, transcript) for record in kept)):
            session.add(transcript_table(call.id, transcript, 1 + len(kept), reason))
            session.flush()
        latest = Transcript.model_validate_json(newest_transcript(session, call.id).record)
        call.search_text = search.search_text(call, latest)
        refresh(session, call.id)
