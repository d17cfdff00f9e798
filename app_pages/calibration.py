"""This screen shows calibrations: several people score the same calls blind, and talk about the differences."""

import streamlit as st

from app_pages import calibration_new, calibration_result, calibration_score, desk, dutch, frame, who
from scoring.access import Right
from scoring.errors import ScoringError
from scoring.review.calibration import close, sessions, view
from scoring.review.session import SessionView
from scoring.store import Action
from scoring.store.calibrations import Calibration


def listed() -> None:
    """Calling this shows every session, and the form for a new one."""
    frame.heading(
        "Kalibratie", "Samen dezelfde gesprekken scoren, eerst zonder van elkaar te weten wat u vindt."
    )
    found = sessions(desk.store())
    with st.expander("Nieuwe kalibratie", icon=":material/add:", expanded=not found):
        calibration_new.draw()
    if not found:
        st.info("Er is nog geen kalibratie. Kies hierboven gesprekken en beoordelaars.")
    for session in found:
        _line(session)


def _line(session: Calibration) -> None:
    seen = view(desk.store(), session.id, desk.person().name)
    ready = sum(one.ready for one in seen.progress)
    state = "gesloten: bekijk de uitkomst" if seen.closed else f"open: {ready} van {len(seen.progress)} klaar"
    with st.container(
        border=True, horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"
    ):
        st.markdown(
            f"**{dutch.literal(session.title)}** · {dutch.day(session.at)} · {state}  \n"
            f"{dutch.count(len(session.calls), 'gesprek', 'gesprekken')}, "
            f"{dutch.count(len(session.criteria), 'criterium', 'criteria')} · {dutch.literal(', '.join(session.reviewers))}"
        )
        label = "Bekijk" if seen.closed else "Open"
        frame.link_here(label, ":material/arrow_forward:", {"nr": str(session.id)})


def opened(number: int) -> None:
    """Calling this shows one session: to score while it is open, the outcome when it is closed."""
    seen = view(desk.store(), number, desk.person().name)
    frame.link_here("Alle kalibraties", ":material/arrow_back:")
    about = seen.calibration
    frame.heading(about.title, f"{dutch.day(about.at)} · {', '.join(about.reviewers)}")
    if seen.closed:
        who.ask("kalibratie")
        calibration_result.draw(number)
        return
    who.ask("kalibratie")
    _progress(seen)
    if seen.takes_part:
        calibration_score.draw(number)
    else:
        st.info(
            "Typ hierboven de naam waarmee u meedoet. Alleen wie meedoet kan scoren; tot het sluiten ziet "
            "niemand wat een ander antwoordde."
        )


def _progress(seen: SessionView) -> None:
    asked = len(seen.calibration.calls) * len(seen.calibration.criteria)
    with st.container(horizontal=True):
        for one in seen.progress:
            state = "✓ klaar" if one.ready else f"{one.answered} van {asked}"
            st.markdown(f"**{dutch.literal(one.reviewer)}** {state}")
        with st.popover("Sluiten en vergelijken", icon=":material/lock:"):
            _close(seen)


def _close(seen: SessionView) -> None:
    st.write("Na het sluiten ziet iedereen alle antwoorden, en verandert er niets meer.")
    waiting = [one.reviewer for one in seen.progress if not one.ready]
    anyway = bool(waiting) and st.checkbox(
        f"Sluit ook zonder de rest van {', '.join(map(dutch.literal, waiting))}"
    )
    if st.button("Sluiten", type="primary"):
        try:
            working = desk.require(Right.CALIBRATE)
            close(desk.store(), seen.calibration.id, working.name, unfinished_too=anyway)
            desk.note(Action.CALIBRATED, str(seen.calibration.id), "gesloten")
        except ScoringError as error:
            frame.show_error(error)
            return
        st.rerun()


desk.require(Right.CALIBRATE)
chosen = st.query_params.get("nr", "")
if chosen.isdecimal():
    opened(int(chosen))
else:
    listed()
