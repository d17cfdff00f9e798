"""This module contains the workers of one computer: processes that are started, watched and stopped."""

import os
import subprocess
import sys
from time import monotonic
from typing import NamedTuple

from scoring.settings import ROOT, Settings

PATIENCE = 6.0
"""Seconds that a worker gets to stop by itself."""
STEADY = 60.0
"""A worker that lived this long did not die of how it was started."""
LONGEST_PAUSE = 60.0
COMMAND = (sys.executable, "-m", "scoring", "worker", "--attended")


class Place(NamedTuple):
    """This represents the place of one worker: its process, when that started and how often one died."""

    process: subprocess.Popen[bytes]
    began: float
    deaths: int


class Crew:
    """This represents the workers that the settings ask for. They stop when this process does, however."""

    def __init__(self, settings: Settings) -> None:
        self._environment = os.environ | {"KLANKBORD_DATA_FOLDER": str(settings.data_folder.resolve())}
        self._places = [Place(self._started(), monotonic(), 0) for _ in range(settings.workers)]

    def __enter__(self) -> "Crew":
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def tend(self) -> None:
        """Calling this now and then starts a worker for each that died, later when they die often."""
        self._places = [self._tended(place) for place in self._places]

    def dismiss(self) -> None:
        """Calling this tells all workers to stop, and does not wait for it."""
        for process, _, _ in self._places:
            if process.stdin:
                process.stdin.close()  # a closed pipe says stop, also where there are no signals

    def stop(self) -> None:
        """Calling this ends all workers; what they were doing goes back in the queue."""
        self.dismiss()
        for process, _, _ in self._places:
            try:
                process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()  # safe: another worker goes on from the last finished stage
                process.wait()

    def _tended(self, place: Place) -> Place:
        if place.process.poll() is None:
            return place
        lived = monotonic() - place.began
        deaths = 0 if lived > STEADY else place.deaths
        if lived < min(LONGEST_PAUSE, 2.0**deaths):
            return place
        if place.process.stdin:
            place.process.stdin.close()
        return Place(self._started(), monotonic(), deaths + 1)

    def _started(self) -> subprocess.Popen[bytes]:
        quiet = getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0)  # Windows; elsewhere `worker` is nice
        return subprocess.Popen(  # noqa: S603 — our own fixed command
            COMMAND, cwd=ROOT, env=self._environment, stdin=subprocess.PIPE, creationflags=quiet
        )
