"""Judging kept calls again on a new version: old scorecards stay, nothing is done twice, files go first."""

from datetime import datetime
from threading import Event

import pytest
from waiting_files import a_text

from scoring.jobs import Again, Jobs, Request, State, Worker
from scoring.jobs import rescoring as round_of
from scoring.jobs.hold import Hold
from scoring.jobs.lease import Leases
from scoring.jobs.rescoring import GivingWay
from scoring.pipeline import keep, score_call
from scoring.publishing import Workbench
from scoring.rubric import load_norms, load_rubric
from scoring.rubric.files import stamp
from scoring.settings import Settings
from scoring.store import Store
from scoring.store.rescored import rescored

PHRASES = ("criteria", "beleefd.begroeting", "detectors", "groet", "phrases")
EXAMPLES = ("criteria", "beleefd.begroeting", "examples")


@pytest.fixture
def calls(settings: Settings, store: Store, tmp_path) -> list[str]:
    """Three calls of January, February and March; only the first is greeted in a way that the rubric knows."""
    rubric = load_rubric(settings.rubric)
    norms = load_norms("proef", settings.rubric.parent / "normen")
    made = []
    for month, said in enumerate(("Goedemorgen.", "Hallo daar.", "Hallo hallo."), start=1):
        path = tmp_path / f"{month}.json"
        turns = f'[{{"speaker":"agent","text":"{said}"}},{{"speaker":"caller","text":"Mijn vraag is dit."}}]'
        path.write_text(f'{{"called_at":"2026-0{month}-10T10:00","turns":{turns}}}', encoding="utf-8")
        scored = score_call(path, rubric, norms, settings)
        keep(store, scored, rubric, norms)
        made.append(scored.call.id)
    return made


@pytest.fixture
def version(settings: Settings) -> Request:
    """A published version in which ‘hallo’ is a greeting, and the request to judge by it."""
    bench = Workbench(settings)
    examples = [
        {"answer": "yes", "dialogue": "A: Hallo.\nB: Dag."},
        {"answer": "no", "dialogue": "A: Ja.\nB: Dag."},
    ]
    wider = {PHRASES: ["goedemorgen", "goedemiddag", "hallo"], EXAMPLES: examples}
    bench.change(wider, stamp(bench.content()), "Noor")
    path = bench.publish("Noor", "", bench.stamp()).path
    return Request(rubric=path, norms="proef", again=Again(by="Noor"))


def test_a_round_judges_all_and_keeps_what_was(jobs: Jobs, worker: Worker, store: Store, calls, version):
    jobs.judge_again(version)
    assert jobs.all() == []  # it is no file
    assert worker.work_off() == 1
    (job,) = jobs.again()
    assert job.state is State.DONE
    for call in calls:
        new, old = store.scorecards(call)
        assert (new.rubric.version, old.rubric.version) == ("1.0.1", "1.0.0")
    effect = rescored(store, "klein", "1.0.1")
    assert [c.call_id for c in effect.moved()] == calls[1:]
    assert {c.shift for c in effect.calls} == {0.0, 33.3}
    (greeting,) = effect.criteria()
    assert (greeting.criterion, greeting.n, greeting.better, greeting.worse) == (
        "beleefd.begroeting",
        2,
        2,
        0,
    )
    means = effect.means("beleefd")
    assert (round(means.before, 1), means.after, means.n) == (33.3, 100.0, 3)


def test_a_second_round_does_nothing_twice(jobs: Jobs, worker: Worker, store: Store, calls, version):
    for _ in range(2):
        jobs.judge_again(version)
        worker.work_off()
    assert [len(store.scorecards(call)) for call in calls] == [2, 2, 2]


def test_a_period_is_from_its_first_day_up_to_its_end(
    jobs: Jobs, worker: Worker, store: Store, calls, version
):
    february = Again(since=datetime(2026, 2, 1), until=datetime(2026, 3, 1))
    jobs.judge_again(version.model_copy(update={"again": february}))
    worker.work_off()
    assert [len(store.scorecards(call)) for call in calls] == [1, 2, 1]


def test_a_round_gives_way_to_a_file_and_goes_on_where_it_was(
    jobs: Jobs, settings: Settings, worker: Worker, store: Store, calls, version, give, monkeypatch
):
    monkeypatch.setattr(round_of, "TURN", -1.0)
    jobs.judge_again(version)
    leases = Leases(jobs.engine, "een")
    leases.present()
    job = leases.claim(sound=False)
    give(a_text())
    with pytest.raises(GivingWay):
        round_of.judge_again(Hold(job, leases, Event()), job.request.again, store, leases)
    leases.give_way(job)
    assert sorted(len(store.scorecards(call)) for call in calls) == [1, 1, 2]
    assert worker.work_off() == 1  # the file; the round stays away for a moment
    assert [j.state for j in jobs.all()] == [State.DONE]
    (waiting,) = jobs.again()
    assert (waiting.state, waiting.problem) == (State.WAITING, "")
    with jobs.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE jobs SET not_before = NULL")
    worker.work_off()
    assert jobs.again()[0].state is State.DONE
    assert [len(store.scorecards(call)) for call in calls] == [2, 2, 2]


def test_a_call_deleted_meanwhile_stops_nothing(
    jobs: Jobs, worker: Worker, store: Store, calls, version, monkeypatch
):
    listed = store.calls()
    monkeypatch.setattr(Store, "calls", lambda *_: listed)
    store.delete(calls[0])
    jobs.judge_again(version)
    worker.work_off()
    assert jobs.again()[0].state is State.DONE
    assert [len(store.scorecards(call)) for call in calls[1:]] == [2, 2]


def test_a_round_can_be_stopped_and_cleared(jobs: Jobs, worker: Worker, store: Store, calls, version):
    jobs.judge_again(version)
    (job,) = jobs.again()
    jobs.stop([job.id])
    assert worker.work_off() == 0
    assert jobs.again()[0].state is State.STOPPED
    jobs.clear([job.id])
    assert jobs.again() == []
    assert store.count() == 3
