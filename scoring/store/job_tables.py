"""This module contains the tables of work that waits or runs: jobs, results of their stages, workers."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from scoring.store.tables import Base


class JobTable(Base):
    """This represents one file to judge. Whoever holds `worker` and `attempt` may write it, nobody else.

    `folder` is the name of its folder with uploaded files; `share` is 0–1; `failures` counts crashes and
    errors that may pass, while `attempt` counts every start and is the fence.
    """

    __tablename__ = "jobs"
    __table_args__ = (Index(None, "state", "sound", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    folder: Mapped[str]
    source: Mapped[str]
    call_id: Mapped[str] = mapped_column(index=True)
    sound: Mapped[bool]
    record: Mapped[str]
    state: Mapped[str]
    stage: Mapped[str] = mapped_column(default="")
    share: Mapped[float] = mapped_column(default=0.0)
    seconds_left: Mapped[float | None]
    problem: Mapped[str] = mapped_column(default="")
    created_at: Mapped[datetime]
    started_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    not_before: Mapped[datetime | None]
    worker: Mapped[str | None]
    attempt: Mapped[int] = mapped_column(default=0)
    failures: Mapped[int] = mapped_column(default=0)
    lease_until: Mapped[datetime | None]
    stop_asked: Mapped[bool] = mapped_column(default=False)


class JobStageTable(Base):
    """This represents the result of a finished stage, kept until the job is done."""

    __tablename__ = "job_stages"

    job_id: Mapped[int] = mapped_column(ForeignKey("jobs.id", ondelete="CASCADE"), primary_key=True)
    stage: Mapped[str] = mapped_column(primary_key=True)
    record: Mapped[str]


class WorkerTable(Base):
    """This represents a process that works off jobs; gone when it stopped properly."""

    __tablename__ = "workers"

    name: Mapped[str] = mapped_column(primary_key=True)
    seen_at: Mapped[datetime]
