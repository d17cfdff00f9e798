"""Real worker processes: killed halfway, two at once, stopped by a person, started and ended by a crew."""

import os
import signal
import sys
from collections import Counter

import pytest
from waiting_files import Start, a_recording, a_text, until

from scoring.commands.crew import Crew
from scoring.jobs import Jobs, State
from scoring.settings import Settings
from scoring.store import Store

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills with a POSIX signal")


def states(jobs: Jobs) -> list[State]:
    return [job.state for job in jobs.all()]


def recognised(settings: Settings) -> int:
    return len((settings.data_folder / "herkend").read_text(encoding="utf-8").split())


def test_after_a_kill_another_goes_on_from_the_last_finished_stage(
    settings: Settings, store: Store, jobs: Jobs, give, start: Start
):
    (settings.data_folder / "bewaren-wacht").touch()
    (job,) = give(a_recording())
    first = start()
    until((settings.data_folder / "bewaart").exists)
    first.kill()
    first.join()
    (settings.data_folder / "bewaren-wacht").unlink()
    start()
    until(lambda: states(jobs) == [State.DONE])
    assert recognised(settings) == 1
    assert jobs.all()[0].attempt == 2
    assert len(store.scorecards(job.call_id)) == len(store.transcript_versions(job.call_id)) == 1
    assert store.audio(job.call_id).read_bytes() == a_recording().content
    until(lambda: jobs.uploads.names() == [])


def test_a_kill_during_recognition_costs_one_recognition_and_nothing_else(
    settings: Settings, store: Store, jobs: Jobs, give, start: Start
):
    (settings.data_folder / "herkennen-wacht").touch()
    (job,) = give(a_recording())
    first = start()
    until(lambda: jobs.all()[0].share == 0.4)
    assert jobs.all()[0].stage == "spraak herkennen"
    second = start()
    os.kill(first.pid, signal.SIGKILL)
    until(lambda: recognised(settings) == 2)
    (settings.data_folder / "herkennen-wacht").unlink()
    until(lambda: states(jobs) == [State.DONE])
    assert second.is_alive()
    assert store.count() == len(store.scorecards(job.call_id)) == 1


def test_stopping_a_recording_leaves_the_others_alone(
    settings: Settings, store: Store, jobs: Jobs, give, start: Start
):
    waiting = settings.data_folder / "herkennen-wacht"
    waiting.touch()
    running, queued = give(a_recording(1), a_recording(2))
    start()
    until(lambda: jobs.all()[0].share == 0.4)
    (text,) = give(a_text())
    until(lambda: jobs.all()[2].state is State.DONE)  # a text does not wait for a recording
    jobs.stop([running.id, queued.id])
    until(lambda: states(jobs) == [State.STOPPED, State.STOPPED, State.DONE])
    assert [row.id for row in store.calls()] == [text.call_id]
    waiting.unlink()
    jobs.retry([running.id, queued.id])
    until(lambda: states(jobs) == [State.DONE] * 3)
    assert store.count() == 3


def test_two_workers_share_two_hundred_files_of_which_some_are_bad(
    store: Store, jobs: Jobs, give, start: Start
):
    files = [a_text(number) for number in range(200)]
    for number in range(0, 200, 20):
        files[number] = files[number]._replace(content=b"" if number % 40 else b"{stuk")
    give(*files)
    start()
    start()
    until(lambda: all(not job.active for job in jobs.all()), seconds=180)
    assert Counter(states(jobs)) == {State.DONE: 190, State.FAILED: 10}
    assert all(job.problem.startswith(job.source) for job in jobs.all() if job.state is State.FAILED)
    assert store.count() == 190
    assert {len(store.scorecards(row.id)) for row in store.calls()} == {1}


def test_a_crew_replaces_a_dead_worker_and_takes_all_along_when_it_goes(settings: Settings, jobs: Jobs):
    with Crew(settings) as crew:
        until(jobs.workers)
        (place,) = crew._places
        place.process.kill()
        until(lambda: crew.tend() or crew._places[0].process.pid != place.process.pid)
        process = crew._places[0].process
        until(lambda: [name for name in jobs.workers() if f"-{process.pid}-" in name])
    assert process.returncode == 0
    assert not [name for name in jobs.workers() if f"-{process.pid}-" in name]
