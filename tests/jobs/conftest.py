"""A queue of its own, files to put in it, and worker processes to do them."""

import multiprocessing
import os
from collections.abc import Callable, Iterator
from multiprocessing.context import ForkServerContext
from multiprocessing.process import BaseProcess
from pathlib import Path

import fake_worker
import pytest
from waiting_files import File, Start

from scoring.jobs import Job, Jobs, Request, Worker, open_jobs
from scoring.settings import ROOT, Settings, load_settings
from scoring.store import Store, open_store

RUBRIC = ROOT / "tests" / "small_rubric" / "klein.yaml"


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("KLANKBORD_DATA_FOLDER", str(tmp_path / "gegevens"))
    monkeypatch.setenv("KLANKBORD_RUBRIC", str(RUBRIC))
    monkeypatch.setenv("KLANKBORD_NORMS", "proef")
    return load_settings()


@pytest.fixture
def store(settings: Settings) -> Iterator[Store]:
    with open_store(settings) as opened:
        yield opened


@pytest.fixture
def jobs(settings: Settings) -> Iterator[Jobs]:
    with open_jobs(settings) as opened:
        yield opened


@pytest.fixture
def worker(settings: Settings) -> Iterator[Worker]:
    working = Worker(settings)
    yield working
    working.close()


@pytest.fixture
def give(jobs: Jobs) -> Callable[..., list[Job]]:
    """Puts files in the queue and answers their jobs."""

    def given(*files: File, **request: object) -> list[Job]:
        before = {job.id for job in jobs.all()}
        jobs.add(files, Request.model_validate({"rubric": RUBRIC, "norms": "proef"} | request))
        return [job for job in jobs.all() if job.id not in before]

    return given


@pytest.fixture(scope="session")
def processes() -> ForkServerContext:
    """Processes that find Klankbord already loaded, so that each starts at once."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["scoring.jobs"])
    return context


@pytest.fixture
def start(settings: Settings, processes: ForkServerContext) -> Iterator[Start]:
    """Starts worker processes, and ends those that a test left."""
    started: list[BaseProcess] = []

    def one() -> BaseProcess:
        ours = {name: value for name, value in os.environ.items() if name.startswith("KLANKBORD_")}
        process = processes.Process(target=fake_worker.main, args=(ours,))
        process.start()
        started.append(process)
        return process

    settings.data_folder.mkdir(exist_ok=True)
    yield one
    for process in started:
        process.kill()
        process.join()
