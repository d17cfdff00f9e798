"""The queue without processes: who holds a job, what ends it, and what is left of it."""

import logging
import os
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event

import pytest
from waiting_files import a_recording, a_text

from scoring.errors import StoreError
from scoring.jobs import Job, Jobs, State, Worker, hold, judging
from scoring.jobs.hold import Hold, Leaving
from scoring.jobs.job import Request
from scoring.jobs.lease import TRIES, Leases, Lost, Standing
from scoring.pipeline import Stage
from scoring.settings import Settings
from scoring.store import Store
from scoring.store.database import transaction
from scoring.store.job_tables import JobStageTable, JobTable

Give = Callable[..., list[Job]]
SECRET = "Zilverdistel-Bokkenpoot"


def leases(jobs: Jobs, name: str, seconds: float = 60) -> Leases:
    return Leases(jobs.engine, name, timedelta(seconds=seconds))


def test_a_job_has_one_holder_and_the_oldest_goes_first(jobs: Jobs, give: Give):
    one, two = give(a_text(1), a_text(2))
    first, second = leases(jobs, "a"), leases(jobs, "b")
    assert [first.claim(False).id, second.claim(False).id] == [one.id, two.id]
    assert first.claim(False) is None
    assert first.claim(True) is None


def test_who_lost_a_job_can_do_nothing_to_it(jobs: Jobs, give: Give):
    give(a_recording())
    sleeper, other = leases(jobs, "a", -1), leases(jobs, "b")
    before, now = sleeper.claim(True), other.claim(True)
    assert (before.id, before.attempt, now.attempt) == (now.id, 1, 2)
    assert sleeper.beat({before.id: Standing("bewaren")}) == {}
    for act in (sleeper.finish, sleeper.renew, sleeper.stopped):
        with pytest.raises(Lost):
            act(before)
    with pytest.raises(Lost):
        sleeper.keep(before, Stage.READ, Request(rubric=Path("x"), norms="y"))
    with pytest.raises(Lost):
        sleeper.fail(before, "mislukt")
    assert other.kept(now, Stage.READ, Request) is None
    other.finish(now)
    assert jobs.all()[0].state is State.DONE


def test_the_same_worker_also_loses_an_earlier_attempt(jobs: Jobs, give: Give):
    give(a_text())
    again = leases(jobs, "a", -1)
    before, now = again.claim(False), again.claim(False)
    with pytest.raises(Lost):
        again.finish(before)
    again.finish(now)


def test_a_file_that_keeps_killing_its_worker_is_given_up(jobs: Jobs, give: Give):
    give(a_text())
    for number in range(TRIES):
        assert leases(jobs, str(number), -1).claim(False).attempt == number + 1
    assert leases(jobs, "laatste").claim(False) is None
    (job,) = jobs.all()
    assert job.state is State.FAILED
    assert f"{TRIES} keer vastgelopen" in job.problem
    jobs.retry([job.id])
    assert leases(jobs, "laatste").claim(False) is not None


def test_a_worker_that_leaves_hands_its_job_back_without_blame(jobs: Jobs, give: Give):
    give(a_text())
    for number in range(TRIES + 2):
        leaving = leases(jobs, str(number))
        leaving.present()
        assert leaving.claim(False)
        leaving.leave()
    assert [job.state for job in jobs.all()] == [State.WAITING]
    assert jobs.workers() == []


def test_stopping_what_a_dead_worker_held_needs_no_worker(jobs: Jobs, give: Give):
    (job,) = give(a_text())
    leases(jobs, "dood", -1).claim(False)
    jobs.stop([job.id])
    assert jobs.all()[0].state is State.STOPPED


def test_a_database_that_is_busy_is_tried_again_and_then_told(
    jobs: Jobs, give: Give, worker: Worker, monkeypatch: pytest.MonkeyPatch
):
    def full(*_: object) -> None:
        raise StoreError("De database kon dit niet opslaan. Controleer of de schijf vol is.")

    monkeypatch.setattr(judging, "keep", full)
    give(a_text())
    for number in range(1, TRIES + 1):
        worker.work_off()
        (job,) = jobs.all()
        assert job.attempt == number
        with transaction(jobs.engine) as session:
            session.get(JobTable, job.id).not_before = None  # the pause is over
    assert (job.state, "schijf vol" in job.problem) == (State.FAILED, True)


def test_a_bug_stops_one_file_and_tells_nothing_of_the_call(
    jobs: Jobs, give: Give, worker: Worker, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    keep = judging.keep

    def crooked(store: Store, scored, *rest: object) -> object:
        said = scored.transcript.turns[1].text
        if SECRET in said:
            raise KeyError(said)
        return keep(store, scored, *rest)

    monkeypatch.setattr(judging, "keep", crooked)
    give(a_text(1, SECRET), a_text(2))
    with caplog.at_level(logging.DEBUG):
        worker.work_off()
    bad, good = jobs.all()
    assert (bad.state, good.state) == (State.FAILED, State.DONE)
    assert "KeyError" in bad.problem
    assert SECRET not in bad.problem + caplog.text
    assert "KeyError in test_queue.py" in caplog.text


def test_deleting_a_call_deletes_its_jobs_their_files_and_every_trace(
    jobs: Jobs, give: Give, worker: Worker, store: Store, settings: Settings
):
    give(a_text(1, SECRET))
    worker.work_off()
    (again,) = give(a_text(1, SECRET))
    (other,) = give(a_text(2))
    store.delete(again.call_id)
    assert [job.id for job in jobs.all()] == [other.id]
    assert jobs.uploads.names() == [other.folder]
    files = [path for path in settings.data_folder.rglob("*") if path.is_file()]
    assert [path for path in files if SECRET.encode() in path.read_bytes()] == []


def test_a_call_deleted_while_it_is_kept_again_stays_deleted(
    jobs: Jobs, give: Give, worker: Worker, store: Store, monkeypatch: pytest.MonkeyPatch
):
    give(a_text())
    worker.work_off()
    keep = judging.keep

    def meanwhile(kept_in: Store, scored, *rest: object) -> object:
        store.delete(scored.call.id)
        return keep(kept_in, scored, *rest)

    monkeypatch.setattr(judging, "keep", meanwhile)
    give(a_text())
    worker.work_off()
    assert store.count() == 0
    assert jobs.all() == []


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_worker_with_a_dead_lane_ends_instead_of_seeming_alive(
    jobs: Jobs, worker: Worker, monkeypatch: pytest.MonkeyPatch
):
    def broken(_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(judging.Judging, "warm_up", broken)
    worker.run()
    assert jobs.workers() == []


def test_texts_of_finished_stages_go_with_the_job(jobs: Jobs, give: Give, store: Store):
    (job,) = give(a_recording())
    held = leases(jobs, "a")
    step = Hold(held.claim(True), held, Event())
    wanted = Request(rubric=Path("x"), norms="y")
    assert step(Stage.RECOGNISE, Request, lambda: wanted) == wanted
    assert step(Stage.RECOGNISE, Request, pytest.fail) == wanted  # not done again
    held.stopped(step.job)
    jobs.clear([job.id])
    with transaction(jobs.engine) as session:
        assert session.query(JobStageTable).count() == 0
    assert jobs.uploads.names() == []


def test_what_ended_long_ago_is_tidied_and_what_waits_is_not(jobs: Jobs, give: Give, worker: Worker):
    give(a_text(1))
    worker.work_off()
    (waiting,) = give(a_text(2))
    for name, age in (("weeskind", 10), ("vers", 0)):
        (jobs.uploads.folder / name).mkdir()
        then = time.time() - age * 86_400
        os.utime(jobs.uploads.folder / name, (then, then))
    jobs.tidy(timedelta(days=7))
    assert len(jobs.all()) == 2
    assert set(jobs.uploads.names()) == {waiting.folder, "vers"}
    with transaction(jobs.engine) as session:
        for row in session.query(JobTable).where(JobTable.ended_at.is_not(None)):
            row.ended_at = datetime.now(UTC) - timedelta(days=8)
    jobs.tidy(timedelta(days=7))
    assert [job.id for job in jobs.all()] == [waiting.id]


def test_remaining_time_is_told_once_it_can_be_measured(
    jobs: Jobs, give: Give, monkeypatch: pytest.MonkeyPatch
):
    give(a_recording())
    held = leases(jobs, "a")
    leaving = Event()
    step = Hold(held.claim(True), held, leaving)
    clock = iter([100.0, 110.0])
    monkeypatch.setattr(hold, "monotonic", lambda: next(clock))
    told = []
    for share in (0.05, 0.1, 0.12, 0.13, 0.22):
        step.report(share, "Kanaal 1 herkennen")
        told.append(step.standing.seconds_left)
    assert told == [None, None, None, None, pytest.approx(78.0)]
    held.beat({step.job.id: step.standing})
    assert jobs.all()[0].seconds_left == pytest.approx(78.0)
    leaving.set()
    with pytest.raises(Leaving):
        step.report(0.3, "Kanaal 1 herkennen")
