"""This module contains the form that opens a calibration: which calls, which people, which criteria."""

import streamlit as st

from app_pages import call_table, desk, dutch, frame, who
from scoring.access import Right
from scoring.errors import ScoringError
from scoring.review.calibration import open_session
from scoring.store import Action, CallRow, Status

MOST = 300


def draw() -> None:
    """Calling this asks what the session is about and opens it."""
    who.ask("nieuwe-kalibratie")
    rows = {
        row.id: row for row in desk.store().calls(desk.visible(), limit=MOST) if row.status is Status.SCORED
    }
    rubric = desk.rubric()
    questions = {criterion.id: criterion.question for criterion in rubric.criteria}
    with st.form("calibration"):
        title = st.text_input("Naam", placeholder="Bijvoorbeeld: Kalibratie maart")
        calls = st.multiselect("Gesprekken", list(rows), format_func=lambda number: _named(rows[number]))
        people = st.text_area(
            "Beoordelaars, één per regel",
            height=100,
            help="Precies de naam waarmee zij zich aanmelden of invullen.",
        )
        criteria = st.multiselect(
            "Criteria", list(questions), format_func=lambda name: questions[name], placeholder="Alle criteria"
        )
        if st.form_submit_button("Kalibratie openen", type="primary"):
            _open(title, calls, people.splitlines(), criteria)


def _named(row: CallRow) -> str:
    return f"{dutch.short_moment(row.called_at)} · {row.source} · cijfer {call_table.grade_text(row.grade)}"


def _open(title: str, calls: list[str], people: list[str], criteria: list[str]) -> None:
    try:
        working = desk.require(Right.CALIBRATE)
        for call_id in calls:
            desk.open_call(call_id)
        opened = open_session(
            desk.store(), title, calls, people, desk.rubric(), working.name, criteria or None
        )
        desk.note(Action.CALIBRATED, str(opened.id), "geopend")
    except ScoringError as error:
        frame.show_error(error)
        return
    frame.go_here({"nr": str(opened.id)})
