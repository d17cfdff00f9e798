"""This module contains the process that works off jobs: a lane for recordings and one for texts."""

import logging
import os
import socket
from datetime import timedelta
from threading import Event, Thread
from time import monotonic
from uuid import uuid4

from scoring.errors import StoreError
from scoring.jobs.hold import Hold
from scoring.jobs.judging import Judging
from scoring.jobs.lease import LEASE, Leases, Lost
from scoring.jobs.queue import open_jobs
from scoring.settings import Settings
from scoring.store import open_store

log = logging.getLogger(__name__)
BEAT = 1.0
"""Seconds between looking up from the work: progress is told, leases are renewed, wishes are heard."""
IDLE_BEAT = 10.0
POLL = {False: 0.2, True: 1.0}
"""Seconds between looks at the queue: for texts, for recordings."""
TROUBLE = 5.0
GRACE = 2.0
"""Seconds that a lane gets to notice that the worker stops."""
REMAINS = timedelta(days=7)
"""How long files of failed and stopped jobs stay, so that they can be tried again."""
TIDY = 3600.0


class Worker:
    """This represents one worker. `run()` goes on until `stop()`; `work_off()` until nothing waits."""

    def __init__(self, settings: Settings, lease: timedelta = LEASE) -> None:
        self.name = f"{socket.gethostname()}-{os.getpid()}-{uuid4().hex[:8]}"
        self._store = open_store(settings)
        self._jobs = open_jobs(settings)
        self._leases = Leases(self._jobs.engine, self.name, lease)
        self._judging = Judging(settings, self._store, self._jobs.uploads, self._leases)
        self._leaving = Event()
        self._holds: dict[int, Hold] = {}
        self._seen = self._tidied = float("-inf")

    def run(self) -> bool:
        """Calling this works until `stop()`; answers whether all work could be let go in time."""
        lanes = [Thread(target=self._lane, args=(sound,), daemon=True) for sound in (False, True)]
        for lane in lanes:
            lane.start()
        try:
            while not self._leaving.is_set() and all(lane.is_alive() for lane in lanes):
                self._look_up()  # a lane that died of a bug ends the worker; the crew starts a whole one
                self._leaving.wait(BEAT)
        finally:
            self._leaving.set()
            until = monotonic() + GRACE
            for lane in lanes:
                lane.join(max(0.0, until - monotonic()))
            self._leases.leave()
        return not any(lane.is_alive() for lane in lanes)

    def stop(self) -> None:
        """Calling this ends `run()`; safe from any thread and from a signal."""
        self._leaving.set()

    def work_off(self) -> int:
        """Calling this does every job that waits now, one by one; answers how many it took."""
        done = 0
        for sound in (False, True):
            while self._take(sound):
                done += 1
        return done

    def close(self) -> None:
        """Calling this closes the databases."""
        self._jobs.engine.dispose()
        self._store.close()

    def _lane(self, sound: bool) -> None:
        warm = sound  # recognition takes so long that loading the rest first would not be noticed
        while not self._leaving.is_set():
            try:
                if self._take(sound):
                    warm = True
                elif not warm:
                    self._judging.warm_up()
                    warm = True
                else:
                    self._leaving.wait(POLL[sound])
            except StoreError as error:
                log.warning("queue not reachable: %s", type(error).__name__)
                self._leaving.wait(TROUBLE)

    def _take(self, sound: bool) -> bool:
        job = self._leases.claim(sound)
        if job is None:
            return False
        began = monotonic()
        hold = self._holds[job.id] = Hold(job, self._leases, self._leaving)
        try:
            self._judging.do(hold)
        except Lost:
            log.info("job %d was lost at its end", job.id)
        finally:
            del self._holds[job.id]
        log.info("job %d, attempt %d: %.1f s", job.id, job.attempt, monotonic() - began)
        return True

    def _look_up(self) -> None:
        holds = dict(self._holds)  # first, so that what is claimed meanwhile does not seem lost
        try:
            if holds:
                held = self._leases.beat({number: hold.standing for number, hold in holds.items()})
                for number, hold in holds.items():
                    hold.lost = number not in held
                    hold.stop_asked = held.get(number, False)
            elif monotonic() - self._seen > IDLE_BEAT:
                self._leases.present()
                self._seen = monotonic()
            if monotonic() - self._tidied > TIDY:
                self._tidied = monotonic()
                self._jobs.tidy(REMAINS)
        except StoreError as error:
            log.warning("no heartbeat: %s", type(error).__name__)
