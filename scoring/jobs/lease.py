"""This module contains the queue as one worker sees it: take a job, hold it, hand it back.

Every write asks for the worker's name and the number of the attempt: a worker that was thought dead and
comes back (a laptop that slept) finds that it holds nothing any more.
"""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import ColumnElement, Engine, and_, delete, or_, select, update
from sqlalchemy.orm import Session

from scoring.jobs.job import Job, State, job_of
from scoring.record import Record
from scoring.store.database import transaction
from scoring.store.job_tables import JobStageTable, JobTable, WorkerTable

R = TypeVar("R", bound=Record)
LEASE = timedelta(seconds=20)
"""How long a worker may be silent before another takes its job."""
TRIES = 3
"""How often a job may fail in a way that can pass, such as a crash or a full disk."""
PAUSE = timedelta(seconds=10)
"""Wait before the next try, times the number of failures."""
BREATH = timedelta(seconds=1)
"""How long a job that gives way stays away: enough for another to be taken first."""
CRASHED = (
    "De verwerking is bij dit bestand {} keer vastgelopen. Misschien is het te groot voor het geheugen van "
    "deze computer. Splits de opname, of vraag uw beheerder."
)


class Lost(Exception):
    """This worker does not hold the job any more; what it does for it must end without a trace."""


class Standing(NamedTuple):
    """This represents how far a job is: its stage, share of it (0–1) and seconds to go, where known."""

    stage: str = ""
    share: float = 0.0
    seconds_left: float | None = None


class Leases:
    """This represents the jobs of one worker, by its name."""

    def __init__(self, engine: Engine, worker: str, lease: timedelta = LEASE) -> None:
        self._engine = engine
        self._worker = worker
        self._lease = lease

    def present(self) -> None:
        """Calling this says that the worker is there; who was gone for a day is struck off."""
        now = datetime.now(UTC)
        with transaction(self._engine) as session:
            session.merge(WorkerTable(name=self._worker, seen_at=now))
            session.execute(delete(WorkerTable).where(WorkerTable.seen_at < now - timedelta(days=1)))

    def leave(self) -> None:
        """Calling this hands back what the worker holds, and strikes it off."""
        back: dict[str, Any] = {"state": State.WAITING, "worker": None, "lease_until": None}
        mine = and_(JobTable.worker == self._worker, JobTable.state == State.RUNNING)
        with transaction(self._engine) as session:
            session.execute(update(JobTable).where(mine).values(back))
            session.execute(delete(WorkerTable).where(WorkerTable.name == self._worker))

    def claim(self, sound: bool) -> Job | None:
        """Calling this takes the oldest free job, None when there is none (or it had to be given up)."""
        now = datetime.now(UTC)
        free = select(JobTable).where(_free(now), JobTable.sound.is_(sound)).order_by(JobTable.id).limit(1)
        with transaction(self._engine, reading=True) as session:
            if session.scalars(free).first() is None:
                return None  # looking costs no lock, so that idle workers keep nobody waiting
        with transaction(self._engine) as session:
            row = session.scalars(free.with_for_update(skip_locked=True)).first()
            return None if row is None else self._taken(session, row, now)

    def beat(self, standing: Mapping[int, Standing]) -> dict[int, bool]:
        """Calling this renews the worker's leases and tells how far it is.

        Answers which jobs it still holds, each with whether a person asked to stop it.
        """
        now = datetime.now(UTC)
        held = select(JobTable).where(JobTable.worker == self._worker, JobTable.state == State.RUNNING)
        with transaction(self._engine) as session:
            rows = session.scalars(held.with_for_update()).all()
            for row in rows:
                row.lease_until = now + self._lease
                row.stage, row.share, row.seconds_left = standing.get(row.id, Standing())
            session.merge(WorkerTable(name=self._worker, seen_at=now))
            return {row.id: row.stop_asked for row in rows}

    def kept(self, job: Job, stage: str, kind: type[R]) -> R | None:
        """What an earlier attempt finished of this stage, None when it did not."""
        with transaction(self._engine, reading=True) as session:
            row = session.get(JobStageTable, (job.id, stage))
            return None if row is None else kind.model_validate_json(row.record)

    def keep(self, job: Job, stage: str, result: Record) -> None:
        """Calling this keeps the result of a finished stage; raises Lost."""
        with transaction(self._engine) as session:
            self._write(session, job, {"lease_until": datetime.now(UTC) + self._lease})
            session.merge(JobStageTable(job_id=job.id, stage=stage, record=result.model_dump_json()))

    def renew(self, job: Job) -> None:
        """Calling this makes sure of the job for the length of a lease; raises Lost."""
        with transaction(self._engine) as session:
            self._write(session, job, {"lease_until": datetime.now(UTC) + self._lease})

    def finish(self, job: Job) -> None:
        """Calling this ends a job well and forgets the results of its stages; raises Lost."""
        with transaction(self._engine) as session:
            self._end(session, job, State.DONE, "")
            session.execute(delete(JobStageTable).where(JobStageTable.job_id == job.id))

    def fail(self, job: Job, problem: str) -> None:
        """Calling this ends a job with its Dutch problem; raises Lost."""
        with transaction(self._engine) as session:
            self._end(session, job, State.FAILED, problem)

    def stopped(self, job: Job) -> None:
        """Calling this ends a job that a person stopped; raises Lost."""
        with transaction(self._engine) as session:
            self._end(session, job, State.STOPPED, "")

    def postpone(self, job: Job, problem: str) -> None:
        """Calling this tries a job again later, or gives it up after too many tries; raises Lost."""
        with transaction(self._engine) as session:
            row = session.get(JobTable, job.id, with_for_update=True)
            failures = 1 + (row.failures if row else 0)
            if failures >= TRIES:
                self._end(session, job, State.FAILED, problem)
                return
            later = datetime.now(UTC) + failures * PAUSE
            values = {"state": State.WAITING, "failures": failures, "not_before": later}
            self._write(session, job, values | {"worker": None, "lease_until": None})

    def give_way(self, job: Job) -> None:
        """Calling this puts a long job back for a moment, so that what waits gets its turn; raises Lost."""
        later = datetime.now(UTC) + BREATH
        back = {"state": State.WAITING, "worker": None, "lease_until": None, "not_before": later}
        with transaction(self._engine) as session:
            self._write(session, job, back)

    def others_wait(self, job: Job) -> bool:
        """Whether another job of the same lane could be done now."""
        others = (JobTable.id != job.id, JobTable.sound.is_(job.sound), _free(datetime.now(UTC)))
        with transaction(self._engine, reading=True) as session:
            return session.scalar(select(JobTable.id).where(*others).limit(1)) is not None

    def exists(self, job: Job) -> bool:
        """Whether the job is still there; it goes when a person deletes the call."""
        with transaction(self._engine, reading=True) as session:
            return session.get(JobTable, job.id) is not None

    def _taken(self, session: Session, row: JobTable, now: datetime) -> Job | None:
        if row.state == State.RUNNING:  # its worker died
            row.failures += 1
        if row.stop_asked or row.failures >= TRIES:
            row.state = State.STOPPED if row.stop_asked else State.FAILED
            row.problem = "" if row.stop_asked else CRASHED.format(row.failures)
            row.ended_at, row.worker, row.lease_until = now, None, None
            return None
        row.state, row.worker, row.lease_until = State.RUNNING, self._worker, now + self._lease
        row.attempt += 1
        row.started_at = row.started_at or now
        row.stage, row.share, row.seconds_left, row.not_before = "", 0.0, None, None
        session.flush()
        return job_of(row)

    def _end(self, session: Session, job: Job, state: State, problem: str) -> None:
        ended: dict[str, Any] = {"state": state, "problem": problem, "ended_at": datetime.now(UTC)}
        at_rest = {"worker": None, "lease_until": None, "seconds_left": None, "stop_asked": False}
        self._write(session, job, ended | at_rest)

    def _write(self, session: Session, job: Job, values: dict[str, Any]) -> None:
        mine = (JobTable.id == job.id, JobTable.attempt == job.attempt, JobTable.worker == self._worker)
        done = session.execute(
            update(JobTable)
            .where(*mine, JobTable.state == State.RUNNING)
            .values(values)
            .returning(JobTable.id)
        )
        if done.first() is None:
            raise Lost


def _free(now: datetime) -> ColumnElement[bool]:
    due = or_(JobTable.not_before.is_(None), JobTable.not_before <= now)
    orphaned = and_(JobTable.state == State.RUNNING, JobTable.lease_until < now)
    return or_(and_(JobTable.state == State.WAITING, due), orphaned)
