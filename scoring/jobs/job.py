"""This module contains what a job is: one file, how to judge it, and how far it is."""

from datetime import datetime
from enum import StrEnum
from pathlib import Path

from scoring import pipeline
from scoring.intake import Metadata
from scoring.record import Record
from scoring.store.job_tables import JobTable

CHANNELS = tuple(sorted(pipeline.CHANNELS))
"""The channels that may hold the employee, in the order of a recording."""


class State(StrEnum):
    """This represents where a job is, in the words of the screen."""

    WAITING = "wacht"
    RUNNING = "bezig"
    DONE = "klaar"
    FAILED = "mislukt"
    STOPPED = "gestopt"


ACTIVE = (State.WAITING, State.RUNNING)
ENDED = (State.DONE, State.FAILED, State.STOPPED)


class Again(Record):
    """This represents kept calls that are judged again: from `since` up to, not including, `until`; else all."""

    since: datetime | None = None
    until: datetime | None = None
    by: str = ""


class Request(Record):
    """This represents how files are to be judged; `employee` is the channel that holds the employee.

    With `again` it is not about a file but about calls that are kept already.
    """

    rubric: Path
    norms: str
    metadata: Metadata = Metadata()
    employee: str | None = None
    again: Again | None = None


class Job(Record):
    """This represents a job as it is now; `share` 0–1 of its stage, `seconds_left` where it is known."""

    id: int
    folder: str
    source: str
    call_id: str
    sound: bool
    request: Request
    state: State
    stage: str
    share: float
    seconds_left: float | None
    problem: str
    created_at: datetime
    started_at: datetime | None
    ended_at: datetime | None
    attempt: int
    stop_asked: bool

    @property
    def active(self) -> bool:
        """Whether it waits or runs."""
        return self.state in ACTIVE


def job_of(row: JobTable) -> Job:
    """The job that a row of the table holds."""
    own = {name: getattr(row, name) for name in Job.model_fields if name != "request"}
    return Job(**own, request=Request.model_validate_json(row.record))
