"""This module contains the queue as screens see it: add files, look, stop, try again, clear."""

from collections.abc import Collection, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

from sqlalchemy import ColumnElement, Engine, and_, delete, or_, select, update

from scoring.jobs.job import ENDED, Job, Request, State, job_of
from scoring.jobs.placing import Upload, placed
from scoring.settings import Settings
from scoring.store.database import open_database, transaction, wipe_traces
from scoring.store.job_tables import JobTable, WorkerTable
from scoring.store.uploads import Uploads

AGAIN = "opnieuw beoordelen"
WORKER_GONE = timedelta(seconds=30)
"""A worker that was not seen for this long is not counted on any more."""


def open_jobs(settings: Settings) -> "Jobs":
    """Calling this opens the queue in the database of these settings; raises StoreError, in Dutch."""
    return Jobs(open_database(settings.database), Uploads(settings.uploads_folder))


class Jobs:
    """This represents the queue; safe to share between threads and processes."""

    def __init__(self, engine: Engine, uploads: Uploads) -> None:
        self.engine = engine
        self.uploads = uploads

    def __enter__(self) -> "Jobs":
        return self

    def __exit__(self, *_: object) -> None:
        self.engine.dispose()

    def add(self, uploads: Sequence[Upload], request: Request) -> int:
        """Calling this keeps uploaded files and puts a job for each call in the queue; answers how many."""
        files = placed(uploads, self.uploads.folder)
        now = datetime.now(UTC)
        with transaction(self.engine) as session:
            for file in files:
                own = {"folder": file.folder, "source": file.source, "call_id": file.call_id}
                work = {"record": request.model_dump_json(), "state": State.WAITING, "created_at": now}
                session.add(JobTable(**own, **work, sound=file.sound))
        return len(files)

    def all(self) -> list[Job]:
        """Every file in the list, the newest last."""
        return [job for job in self._jobs() if job.request.again is None]

    def again(self) -> list[Job]:
        """Every round of judging kept calls again, the newest last."""
        return [job for job in self._jobs() if job.request.again is not None]

    def judge_again(self, request: Request) -> None:
        """Calling this puts a round of judging kept calls again in the queue; the request says which calls."""
        own = {"folder": uuid4().hex, "source": AGAIN, "call_id": "", "sound": False}
        work = {"record": request.model_dump_json(), "state": State.WAITING}
        with transaction(self.engine) as session:
            session.add(JobTable(**own, **work, created_at=datetime.now(UTC)))

    def _jobs(self) -> list[Job]:
        with transaction(self.engine, reading=True) as session:
            return [job_of(row) for row in session.scalars(select(JobTable).order_by(JobTable.id))]

    def workers(self) -> list[str]:
        """The names of workers that were seen lately."""
        lately = WorkerTable.seen_at > datetime.now(UTC) - WORKER_GONE
        with transaction(self.engine, reading=True) as session:
            return list(session.scalars(select(WorkerTable.name).where(lately)))

    def stop(self, ids: Collection[int]) -> None:
        """Calling this stops jobs: those that wait at once, those that run as soon as their worker looks up."""
        chosen, now = JobTable.id.in_(ids), datetime.now(UTC)
        ended = {"state": State.STOPPED, "ended_at": now, "worker": None, "lease_until": None}
        orphaned = and_(JobTable.state == State.RUNNING, JobTable.lease_until < now)
        idle = or_(JobTable.state == State.WAITING, orphaned)
        with transaction(self.engine) as session:
            session.execute(update(JobTable).where(chosen, idle).values(ended))
            session.execute(
                update(JobTable).where(chosen, JobTable.state == State.RUNNING).values(stop_asked=True)
            )

    def retry(self, ids: Collection[int]) -> None:
        """Calling this puts failed and stopped jobs back; stages that were finished are not done again."""
        again = {"state": State.WAITING, "problem": "", "failures": 0, "stop_asked": False}
        fresh = {"share": 0.0, "stage": "", "seconds_left": None, "ended_at": None, "not_before": None}
        which = JobTable.state.in_((State.FAILED, State.STOPPED))
        with transaction(self.engine) as session:
            session.execute(update(JobTable).where(JobTable.id.in_(ids), which).values(again | fresh))

    def clear(self, ids: Collection[int]) -> None:
        """Calling this takes ended jobs off the list, with the files and texts that were left of them."""
        self._remove(JobTable.id.in_(ids))

    def tidy(self, older_than: timedelta) -> None:
        """Calling this clears jobs that ended long ago, and folders that a crash left without a job."""
        before = datetime.now(UTC) - older_than
        self._remove(JobTable.ended_at < before)
        with transaction(self.engine, reading=True) as session:
            known = set(session.scalars(select(JobTable.folder)))
        for name in set(self.uploads.names()) - known:
            if _changed(self.uploads.folder / name) < before:
                self.uploads.remove(name)

    def _remove(self, which: ColumnElement[bool]) -> None:
        query = delete(JobTable).where(which, JobTable.state.in_(ENDED)).returning(JobTable.folder)
        with transaction(self.engine) as session:
            folders = session.scalars(query).all()
            for folder in folders:
                self.uploads.remove(folder)
        if folders:
            wipe_traces(self.engine)


def _changed(path: Path) -> datetime:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except OSError:  # gone meanwhile
        return datetime.now(UTC)
