"""This module contains the Store: everything that is kept about calls, and the only way to it."""

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from scoring.call import Call, Transcript
from scoring.scorecard import Scorecard
from scoring.settings import Settings
from scoring.store import search
from scoring.store.database import dutch_errors, open_database, wipe_traces
from scoring.store.reader import Reader
from scoring.store.recordings import Recordings
from scoring.store.tables import CallTable, TranscriptTable
from scoring.store.writing import merged, result_tables, scorecard_table, transcript_table


def open_store(settings: Settings | str) -> "Store":
    """Calling this opens the database of these settings (or of an SQLAlchemy URL) and migrates it.

    Raises StoreError, in Dutch, when it cannot be opened or was made by a newer version.
    """
    chosen = Settings(database_url=settings) if isinstance(settings, str) else settings
    return Store(open_database(chosen.database), Recordings(chosen.recordings_folder))


class Store(Reader):
    """This represents the kept calls; safe to share between threads; `close()` it, or use `with`."""

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
        with self._session() as session:
            row = session.get(CallTable, call.id)
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

    def add_transcript(self, call_id: str, transcript: Transcript, reason: str) -> None:
        """Calling this adds a version of the transcript; `reason` is Dutch, such as ‘rollen omgewisseld’."""
        with self._session() as session:
            self._append(session, self._call(session, call_id), transcript, reason)

    def confirm_roles(self, call_id: str, swapped: bool = False) -> Transcript:
        """Calling this adds the version with roles as a person confirmed them; score that one next."""
        with self._session() as session:
            row = self._call(session, call_id)
            now = Transcript.model_validate_json(self._newest(session, call_id).record)
            new = now.swapped() if swapped else now.with_roles({}, confirmed=True)
            self._append(session, row, new, "rollen omgewisseld" if swapped else "rollen bevestigd")
        return new

    def add_scorecard(self, scorecard: Scorecard) -> int:
        """Calling this adds a judgement of the call's latest transcript and answers its number."""
        with self._session() as session:
            self._call(session, scorecard.call_id)
            row = scorecard_table(scorecard, self._newest(session, scorecard.call_id).id)
            session.add(row)
            session.flush()
            session.add_all(result_tables(scorecard, row.id))
            return row.id

    def delete(self, call_id: str) -> None:
        """Calling this removes a call wholly: every version, every score, its sound and all traces."""
        with self._session() as session:
            audio = self._call(session, call_id).audio
            session.execute(delete(CallTable).where(CallTable.id == call_id))
            self._recordings.remove(audio)
        with dutch_errors():
            wipe_traces(self._engine)

    def _append(
        self,
        session: Session,
        call: CallTable,
        transcript: Transcript,
        reason: str,
        only_new: bool = False,
    ) -> None:
        of_call = select(func.count(TranscriptTable.id)).where(TranscriptTable.call_id == call.id)
        same = of_call.where(TranscriptTable.record == transcript.model_dump_json())
        if not (only_new and session.scalar(same)):
            version = 1 + (session.scalar(of_call) or 0)
            session.add(transcript_table(call.id, transcript, version, reason))
            session.flush()
        latest = Transcript.model_validate_json(self._newest(session, call.id).record)
        call.search_text = search.search_text(call, latest)
