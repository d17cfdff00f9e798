"""This module contains the step that judges kept calls again on the version that counts, and shows the difference."""

from datetime import date, datetime, time, timedelta

import streamlit as st

from app_pages import desk, dutch, effect_view, frame, rubric_desk
from scoring.jobs import Again, Job, Request, State
from scoring.rubric.shelf import active
from scoring.store import Action, CallFilter, Status
from scoring.store.rescored import rescored
from scoring.store.tables import LOCAL

ALL, PERIOD = "Alle gesprekken", "Een periode"
EVERY = 1.0


def draw() -> None:
    """Calling this asks which calls, shows how far the rounds are, and what they changed."""
    rubric = desk.rubric()
    frame.note(
        f"Hiermee krijgen bewaarde gesprekken ook een beoordeling met versie {rubric.version}. Oude beoordelingen "
        "blijven bewaard, en wat een mens heeft vastgesteld blijft gelden. U hoeft niet te wachten."
    )
    again = _asked()
    if again is not None:
        where = CallFilter(status=Status.SCORED, since=again.since, until=again.until)
        amount = desk.store().count(where)
        st.button(
            f"Beoordeel {dutch.count(amount, 'gesprek', 'gesprekken')} opnieuw",
            type="primary",
            icon=":material/replay:",
            disabled=not amount,
            on_click=rubric_desk.pressed,
            args=(lambda: _queued(again), f"opnieuw beoordelen met versie {rubric.version}"),
        )
    rounds = desk.jobs().again()
    busy = any(job.active for job in rounds)
    if rounds:
        st.fragment(_rounds, run_every=EVERY if busy else None)(busy)
    _effect(busy)


def _asked() -> Again | None:
    which = st.radio("Welke gesprekken?", (ALL, PERIOD), horizontal=True, key="again-which")
    if which == ALL:
        return Again()
    today = date.today()
    left, right = st.columns(2)
    first = left.date_input("Van", today - timedelta(days=30), format="DD-MM-YYYY", key="again-first")
    last = right.date_input("Tot en met", today, format="DD-MM-YYYY", key="again-last")
    if first > last:
        st.warning("De eerste dag ligt na de laatste. Draai ze om.")
        return None
    return Again(since=_midnight(first), until=_midnight(last + timedelta(days=1)))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), LOCAL)


def _queued(again: Again) -> str:
    chosen = again.model_copy(update={"by": rubric_desk.by()})
    request = Request(rubric=active(desk.settings()), norms=desk.settings().norms, again=chosen)
    desk.jobs().judge_again(request)
    desk.note(Action.JUDGED, detail=f"versie {desk.rubric().version}")
    return "De gesprekken staan klaar en worden opnieuw beoordeeld."


def _rounds(refreshing: bool) -> None:
    rounds = desk.jobs().again()
    if any(job.active for job in rounds) != refreshing:
        st.rerun()
    for job in reversed(rounds[-3:]):
        _round(job)


def _round(job: Job) -> None:
    version = job.request.rubric.parent.name
    about = f"Met versie {version}" if version[:1].isdigit() else "Met de meegeleverde versie"
    when = dutch.short_moment(job.created_at)
    with st.container(horizontal=True, vertical_alignment="center"):
        text = f"{about}, gestart op {when}: **{job.state.value}**"
        if job.state is State.RUNNING:
            text += f", {dutch.whole(100 * job.share)} %"
        st.markdown(text)
        if job.active and st.button("Stoppen", key=f"stop-{job.id}", icon=":material/stop_circle:"):
            desk.jobs().stop([job.id])
            st.rerun()
        if job.state in (State.FAILED, State.STOPPED) and st.button("Verder gaan", key=f"again-{job.id}"):
            desk.jobs().retry([job.id])
            st.rerun()
    if job.state is State.RUNNING:
        st.progress(min(1.0, job.share))
    if job.problem:
        st.error(dutch.literal(job.problem))


def _effect(busy: bool) -> None:
    rubric = desk.rubric()
    st.header(f"Wat versie {rubric.version} veranderde", anchor=False)
    effect = rescored(desk.store(), rubric.id, rubric.version, desk.visible())
    if not effect.calls:
        frame.note("Er zijn nog geen gesprekken met deze én een eerdere versie beoordeeld.")
        return
    if busy:
        frame.note("De ronde loopt nog; de cijfers hieronder zijn van wat al klaar is.")
    questions = {c.id: c.question for c in rubric.criteria}
    effect_view.draw(effect, {d.id: d.title for d in rubric.dimensions}, questions, "ronde")
