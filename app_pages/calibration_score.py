"""This module contains scoring blind: one call at a time, without what the tool or others answered."""

from collections.abc import Sequence

import streamlit as st

from app_pages import answer_list, answered_alone, calibration_rubric, conversation, correcting, desk, frame
from app_pages.answer_list import Said
from scoring.access import Right
from scoring.errors import ScoringError
from scoring.review.calibration import give_score, ready, view
from scoring.scorecard import Answer
from scoring.store import Action

READY = "calibration-ready"


def draw(number: int) -> None:
    """Calling this shows the calls of the session, and the one that is chosen to score."""
    seen = view(desk.store(), number, desk.person().name)
    if any(one.ready for one in seen.progress if one.reviewer == seen.viewer):
        st.success("U bent klaar. Zodra de kalibratie wordt gesloten, ziet u de antwoorden van iedereen.")
        return
    present = dict.fromkeys(call_id for call_id, _ in (*seen.own, *seen.missing))
    calls = [call_id for call_id in seen.calibration.calls if call_id in present]
    chosen = st.segmented_control(
        "Gesprek",
        calls,
        default=seen.missing[0][0] if seen.missing else calls[0],
        required=True,
        format_func=lambda call_id: f"Gesprek {calls.index(call_id) + 1}",
        key=f"kalibratie-gesprek-{number}",
    )
    with st.container(key="kb-halves"):
        left, right = st.columns([0.54, 0.46], gap="medium")
    with left:
        _answers(number, chosen)
    with right:  # without a scorecard: the marks would give away what the tool thinks
        transcript = desk.store().transcript(chosen)
        conversation.draw(transcript, None, chosen, correcting.version(chosen))


@st.fragment
def _answers(number: int, call_id: str) -> None:
    if st.session_state.pop(READY, None) == number:
        st.rerun()
    seen = view(desk.store(), number, desk.person().name)
    key = f"kalibratie-{number}-{call_id}"
    left = len(seen.missing)
    rubric = calibration_rubric.rubric_of(seen.calibration)
    frame.note(f"Nog {left} van uw antwoorden te gaan." if left else "Alles beantwoord. Rond af met A.")
    data = {
        "title": "Criteria om blind te scoren",
        "names": {"machine": "", "own": seen.viewer},
        "keys": answer_list.KEYS_ALONE + ("" if left else " · A klaar"),
        "items": answered_alone.items(seen.calibration.criteria, seen.own, call_id, rubric),
        "fields": [answer_list.REMARK._asdict()],
        "turns": [],
        "finish": None if left else "Klaar: ik verander niets meer",
        "problem": st.session_state.get(f"{key}-problem"),
    }
    answer_list.draw(key, data, lambda said: _given(number, call_id, said), lambda: _ready(number, key))


def _given(number: int, call_id: str, new: Sequence[Said]) -> None:
    key = f"kalibratie-{number}-{call_id}-problem"
    st.session_state.pop(key, None)
    for said in new:
        try:
            working = desk.require(Right.CALIBRATE)
            about = (call_id, str(said["id"]), Answer(str(said["answer"])))
            before = view(desk.store(), number, working.name).own.get((call_id, str(said["id"])))
            text = str(said.get("note", before.text if before else ""))
            give_score(desk.store(), number, working.name, *about, text)
        except ScoringError as error:
            st.session_state[key] = {"id": said["id"], "text": str(error), "serial": said["serial"]}


def _ready(number: int, key: str) -> None:
    try:
        ready(desk.store(), number, desk.require(Right.CALIBRATE).name)
        desk.note(Action.CALIBRATED, str(number), "klaar")
    except ScoringError as error:
        st.session_state[f"{key}-problem"] = {
            "id": "",
            "text": str(error),
            "serial": answer_list.done(key) + 0.5,
        }
        return
    st.session_state[READY] = number
