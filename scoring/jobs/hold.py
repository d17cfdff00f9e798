"""This module contains a job in hand: what is kept of its stages, how far it is, and when to let go."""

from collections.abc import Callable
from threading import Event
from time import monotonic
from typing import TypeVar

from scoring.jobs.job import Job
from scoring.jobs.lease import Leases, Lost, Standing
from scoring.pipeline import Stage
from scoring.record import Record

R = TypeVar("R", bound=Record)
LOADED = 0.1
"""Share of recognition up to which sound and model are loaded; that pace says nothing about the rest."""
SURE = 0.03
"""Share of recognition that must be measured before a remaining time is told."""


class Stopped(Exception):
    """A person stopped this job."""


class Leaving(Exception):
    """The worker stops; the job goes back in the queue."""


class Hold:
    """This represents the steps of one job: a stage that was finished earlier is not done again."""

    def __init__(self, job: Job, leases: Leases, leaving: Event) -> None:
        self.job = job
        self.standing = Standing()
        self.lost = False
        self.stop_asked = False
        self._leases = leases
        self._leaving = leaving
        self._pace: tuple[float, float] | None = None

    def __call__(self, stage: Stage, kind: type[R], work: Callable[[], R]) -> R:
        """The result of a stage, kept or made now. Raises Lost, Stopped or Leaving."""
        self.enter(stage)
        if not self.job.sound:
            return work()  # reading a text again is quicker than keeping what was read
        kept = self._leases.kept(self.job, stage, kind)
        if kept is not None:
            return kept
        result = work()
        self._leases.keep(self.job, stage, result)
        return result

    def enter(self, stage: Stage) -> None:
        """Calling this says which stage begins, unless the job must be let go."""
        self.look_up()
        self.standing = Standing(stage)
        self._pace = None

    def report(self, share: float, what: str) -> None:
        """Calling this says how far the stage is (0–1), unless the job must be let go."""
        self.look_up()
        share = float(share)  # engines count with numbers of their own kind
        self.standing = self.standing._replace(share=share, seconds_left=self._left(share))

    def look_up(self) -> None:
        """Calling this ends the work when somebody asked for that."""
        if self.lost:
            raise Lost
        if self.stop_asked:
            raise Stopped
        if self._leaving.is_set():
            raise Leaving

    def _left(self, share: float) -> float | None:
        if share <= LOADED:
            return None
        if self._pace is None:
            self._pace = (monotonic(), share)
        began, first = self._pace
        return (monotonic() - began) * (1 - share) / (share - first) if share - first > SURE else None
