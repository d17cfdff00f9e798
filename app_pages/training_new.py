"""This module contains the form for a new set: which calls, on which criteria."""

import streamlit as st

from app_pages import call_table, desk, dutch, frame
from scoring.access import Right
from scoring.errors import ScoringError
from scoring.insight.practice import open_set
from scoring.store import Action, CallRow, ReviewState, Status

MOST = 300


def draw() -> None:
    """Calling this asks what the set is about, and makes it."""
    where = desk.visible()
    rows = [row for row in desk.store().calls(where, limit=MOST) if row.status is Status.SCORED]
    found = {row.id: row for row in sorted(rows, key=lambda row: row.review is not ReviewState.FINAL)}
    questions = {criterion.id: criterion.question for criterion in desk.rubric().criteria}
    frame.note(
        "Kies nagekeken gesprekken: dan staan de antwoorden van de expert er meteen in. Wat er ontbreekt, "
        "vult u daarna aan. Iedereen die oefent, ook een medewerker, kan deze gesprekken lezen en horen."
    )
    with st.form("oefenset-nieuw", border=False):
        title = st.text_input("Naam", placeholder="Bijvoorbeeld: Begin van het gesprek")
        text = st.text_input("Waar gaat het om? (mag leeg)", max_chars=300)
        calls = st.multiselect(
            "Gesprekken",
            list(found),
            format_func=lambda one: _named(found[one]),
            placeholder="Kies gesprekken",
        )
        criteria = st.multiselect(
            "Criteria", list(questions), format_func=lambda one: questions[one], placeholder="Kies criteria"
        )
        if st.form_submit_button("Oefenset maken", type="primary"):
            _make(title, text, calls, criteria)


def _named(row: CallRow) -> str:
    settled = "✓ nagekeken" if row.review is ReviewState.FINAL else "nog niet nagekeken"
    return f"{settled} · {dutch.short_moment(row.called_at)} · {row.source} · cijfer {call_table.grade_text(row.grade)}"


def _make(title: str, text: str, calls: list[str], criteria: list[str]) -> None:
    try:
        working = desk.require(Right.TRAIN)
        for call_id in calls:
            desk.open_call(call_id, Right.TRAIN)
        made = open_set(desk.store(), title, calls, criteria, desk.rubric(), working.name, text)
        desk.note(Action.PRACTISED, detail=f"oefenset {made.id} gemaakt")
    except ScoringError as error:
        frame.show_error(error)
        return
    frame.go_here({"nr": str(made.id)})
