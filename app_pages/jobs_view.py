"""This module contains the files that the user gave: how far each is, by itself up to date."""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import streamlit as st

from app_pages import desk, dutch, job_table, roles_view
from scoring.access import Right
from scoring.jobs import Job, State
from scoring.store import CallFilter, CallRow, Status

EVERY = 1.0
"""Seconds between refreshes while something runs."""
ASKED = 3
"""How many questions about roles are shown at once."""
MANY = 10
"""From this many files there is a choice which of them to see."""
SLOW_START = timedelta(seconds=15)
SHOWN = {
    "Alles": tuple(State),
    "Bezig en wachtend": (State.RUNNING, State.WAITING),
    "Mislukt of gestopt": (State.FAILED, State.STOPPED),
    "Klaar": (State.DONE,),
}


def draw() -> bool:
    """Calling this shows the files, if there are any; answers whether there are."""
    jobs = desk.jobs().all()
    busy = any(job.active for job in jobs)
    if jobs:
        st.header("Uw bestanden", anchor=False)
        st.fragment(_files, run_every=EVERY if busy else None)(busy)
    return bool(jobs)


def _files(refreshing: bool) -> None:
    desk.require(Right.JUDGE)  # runs by itself, without the router
    jobs = desk.jobs().all()
    if any(job.active for job in jobs) != refreshing:
        st.rerun()  # begins or ends the refreshing
    _summary(jobs)
    calls = _calls(jobs)
    wish = job_table.draw(_chosen(jobs), calls, "jobs")
    if wish.open:
        st.switch_page("app_pages/call.py", query_params={"id": wish.open})
    if wish.stop is not None:
        desk.jobs().stop([int(wish.stop)])
        st.rerun()
    if wish.again is not None:
        desk.jobs().retry([int(wish.again)])
        st.rerun()
    _roles(jobs, calls)


def _summary(jobs: Sequence[Job]) -> None:
    number = Counter(job.state for job in jobs)
    parts = [f"**{number[State.DONE]} van {dutch.count(len(jobs), 'bestand', 'bestanden')} klaar**"]
    parts += [
        f"{number[state]} {state.value}" for state in State if state is not State.DONE and number[state]
    ]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(" · ".join(parts))
        _buttons(jobs, number)
    ended = len(jobs) - number[State.WAITING] - number[State.RUNNING]
    if ended < len(jobs) > 1:
        st.progress(ended / len(jobs))
    waits = [job.created_at for job in jobs if job.state is State.WAITING]
    if waits and min(waits) < datetime.now(UTC) - SLOW_START and not desk.jobs().workers():
        st.warning(
            "De bestanden blijven wachten: het deel van Klankbord dat ze verwerkt, draait niet. Start "
            "Klankbord opnieuw. Helpt dat niet, vraag dan uw beheerder om `python -m scoring worker`.",
            icon=":material/pause_circle:",
        )


def _buttons(jobs: Sequence[Job], number: Counter[State]) -> None:
    active = [job.id for job in jobs if job.active]
    if len(active) > 1 and st.button("Alles stoppen", icon=":material/stop_circle:"):
        desk.jobs().stop(active)
        st.rerun()
    failed = [job.id for job in jobs if job.state is State.FAILED]
    if len(failed) > 1 and st.button("Mislukte opnieuw proberen", icon=":material/refresh:"):
        desk.jobs().retry(failed)
        st.rerun()
    ended = [job.id for job in jobs if not job.active]
    if ended and st.button(
        "Lijst opruimen",
        icon=":material/cleaning_services:",
        help="Haalt bestanden die klaar, mislukt of gestopt zijn van deze lijst. Beoordeelde gesprekken "
        "blijven bewaard. Na zeven dagen gebeurt dit vanzelf.",
    ):
        desk.jobs().clear(ended)
        st.rerun()


def _chosen(jobs: Sequence[Job]) -> list[Job]:
    if len(jobs) < MANY:
        return list(jobs)
    shown = st.segmented_control(
        "Welke bestanden ziet u?",
        list(SHOWN),
        default="Alles",
        label_visibility="collapsed",
        key="jobs-shown",
    )
    return [job for job in jobs if job.state in SHOWN[shown or "Alles"]]


def _calls(jobs: Sequence[Job]) -> dict[str, CallRow]:
    ids = tuple({job.call_id for job in jobs if job.state is State.DONE})
    return {row.id: row for row in desk.store().calls(CallFilter(ids=ids))} if ids else {}


def _roles(jobs: Sequence[Job], calls: dict[str, CallRow]) -> None:
    asked = [
        (job, row)
        for job in jobs
        if job.state is State.DONE and (row := calls.get(job.call_id)) and row.status is Status.ROLES
    ]
    for job, row in asked[:ASKED]:
        with st.container(border=True):
            st.markdown(f"**{dutch.literal(job.source)}**")
            roles_view.draw(row.id, desk.store().transcript(row.id), f"taak-{job.id}", job.request.norms)
    if len(asked) > ASKED:
        st.page_link(
            "app_pages/calls.py",
            label=f"Nog {len(asked) - ASKED} met een vraag over de rollen",
            query_params={"toon": "rollen"},
        )
