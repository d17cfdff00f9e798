"""This module contains `worker`: the process that judges files that wait."""

import logging
import os
import signal
import sys
from threading import Thread
from typing import Annotated

import typer

from scoring.jobs import Worker
from scoring.settings import Settings, load_settings

NICENESS = 5
"""So that screens stay quick while recordings are recognised."""


def worker(
    attended: Annotated[
        bool, typer.Option("--attended", hidden=True, help="Stop als de invoer sluit.")
    ] = False,
) -> None:
    """Verwerk bestanden die wachten. `serve` start dit vanzelf; los starten kan ook op een andere computer."""
    settings = load_settings()
    _share_the_computer(settings)
    logging.basicConfig(format="%(asctime)s %(name)s %(message)s")
    logging.getLogger("scoring").setLevel(logging.INFO)
    working = Worker(settings)
    signal.signal(signal.SIGTERM, lambda *_: working.stop())
    if attended:
        Thread(target=_wait_for_the_end, args=(working,), daemon=True).start()
    try:
        let_go = working.run()
    except KeyboardInterrupt:
        let_go = False
    if not let_go:
        os._exit(0)  # a lane is deep inside the speech engine; its job is already back in the queue
    working.close()


def _wait_for_the_end(working: Worker) -> None:
    sys.stdin.buffer.read()
    working.stop()


def _share_the_computer(settings: Settings) -> None:
    # Two threads beside a busy process cost more than they bring; alone they do help. The engines read
    # this when they load, later than here.
    threads = 1 if settings.workers > 1 else os.cpu_count() or 1
    os.environ.setdefault("OMP_NUM_THREADS", str(threads))
    if hasattr(os, "nice"):
        os.nice(NICENESS)
