"""This module contains the list of files that wait, run or ended, with what a user can do about each."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import streamlit as st

from app_pages import call_table, dutch
from scoring.jobs import Job, State
from scoring.store import LOW_GRADE, CallRow, Status

HERE = Path(__file__).parent
PAGE = 20
LOOKS = {
    State.WAITING: "…",
    State.RUNNING: "▶",
    State.DONE: "✓",
    State.FAILED: "✕",
    State.STOPPED: "■",
}
ORDER = (State.RUNNING, State.FAILED, State.DONE, State.WAITING, State.STOPPED)
_table = st.components.v2.component(
    "klankbord_job_table",
    css=(HERE / "job_table.css").read_text(encoding="utf-8"),
    js=(HERE / "job_table.js").read_text(encoding="utf-8"),
)


class Wish(NamedTuple):
    """This represents what a user pressed: open a call, or stop or retry a job."""

    open: str | None = None
    stop: int | None = None
    again: int | None = None


def draw(jobs: Sequence[Job], calls: Mapping[str, CallRow], key: str) -> Wish:
    """Calling this shows the files, what runs first; `calls` are those that the jobs became."""
    rows = [_row(job, calls.get(job.call_id)) for job in sorted(jobs, key=_place)]
    wishes = {f"on_{name}_change": _nothing for name in Wish._fields}
    chosen = _table(key=key, data={"rows": rows, "page": PAGE}, **wishes)
    return Wish(chosen.open, chosen.stop, chosen.again)


def _nothing() -> None:
    """A component only sends what it has a callback for."""


def _place(job: Job) -> tuple[int, float]:
    newest_first = -job.ended_at.timestamp() if job.ended_at else float(job.id)
    return ORDER.index(job.state), newest_first


def _row(job: Job, call: CallRow | None) -> dict[str, object]:
    running = job.state is State.RUNNING
    measured = running and job.share > 0
    return {
        "id": job.id,
        "name": job.source,
        "call": job.call_id if job.state is State.DONE and call else None,
        "look": "⇄" if _asks(job, call) else LOOKS[job.state],
        "state": job.state.value,
        "about": _about(job, call),
        "share": round(job.share, 2) if measured else None,
        "problem": _problem(job),
        "result": _result(job, call),
        "low": bool(call and call.grade is not None and call.grade < LOW_GRADE),
        "action": _action(job),
        "busy": "Stopt …" if running and job.stop_asked else "",
    }


def _action(job: Job) -> str:
    if job.active:
        return "stop"
    return "" if job.state is State.DONE else "again"


def _about(job: Job, call: CallRow | None) -> str:
    if job.state is State.RUNNING:
        share = f"{dutch.whole(100 * job.share)} %" if job.share else ""
        return ", ".join(filter(None, (job.stage, share, _left(job.seconds_left))))
    if job.state is State.WAITING and job.problem:
        return "wordt zo opnieuw geprobeerd"
    if _asks(job, call):
        return "bevestig eerst wie de medewerker is"
    return ""


def _asks(job: Job, call: CallRow | None) -> bool:
    return job.state is State.DONE and call is not None and call.status is Status.ROLES


def _problem(job: Job) -> str:
    """What is wrong, without the name of the file that stands beside it."""
    problem = job.problem.removeprefix(f"{job.source}: ")
    return problem[:1].upper() + problem[1:]


def _result(job: Job, call: CallRow | None) -> str:
    if job.state is not State.DONE or call is None or call.grade is None:
        return dutch.NONE
    return call_table.grade_text(call.grade)


def _left(seconds: float | None) -> str:
    if seconds is None:
        return ""
    if seconds < 50:
        return "nog minder dan een minuut"
    if seconds < 3000:
        return f"nog ongeveer {dutch.count(max(1, round(seconds / 60)), 'minuut', 'minuten')}"
    return f"nog ongeveer {dutch.number(seconds / 3600).removesuffix(',0')} uur"
