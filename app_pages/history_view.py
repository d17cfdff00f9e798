"""This module contains the history of a call: its judgements, and every version of its text, to go back to."""

import streamlit as st

from app_pages import correcting, desk, dutch, frame, review_view, who
from app_pages.criteria_view import definitions
from scoring.errors import ScoringError
from scoring.store import TranscriptVersion


@st.dialog("Geschiedenis van dit gesprek", width="medium")
def show(call_id: str) -> None:
    """Calling this shows the history, newest first."""
    st.markdown("**Versies van de tekst**, nieuwste eerst")
    newest, *older = desk.store().transcript_versions(call_id)
    _version(newest, "nu in gebruik")
    if older:
        who.ask("geschiedenis")
    for version in older:
        line, back = st.columns([0.72, 0.28], vertical_alignment="center")
        with line:
            _version(version)
        label = f"Terug naar versie {version.version}"
        if back.button(label, key=f"terug-{version.version}", icon=":material/undo:", width="stretch"):
            try:
                correcting.go_back(call_id, version.version)
            except ScoringError as error:
                frame.show_error(error)
                return
            st.rerun()
    people = review_view.history(call_id)
    if people:
        st.markdown("**Nagekeken**, nieuwste eerst")
        frame.put(definitions(people))
    st.markdown("**Beoordelingen**, nieuwste eerst")
    facts = [
        (
            dutch.day_and_time(card.scored_at),
            f"cijfer {dutch.number(card.grade)} · rubriek {card.rubric.id} {card.rubric.version} "
            f"· normen {card.norms}",
        )
        for card in desk.store().scorecards(call_id)
    ]
    frame.put(definitions(facts or [("Nog geen", "Dit gesprek is nog niet beoordeeld.")]))


def _version(version: TranscriptVersion, note: str = "") -> None:
    reason = version.reason[:1].upper() + version.reason[1:]
    when = dutch.day_and_time(version.created_at)
    name = f"Versie {version.version}{f' ({note})' if note else ''}"
    frame.put(definitions([(name, f"{reason.rstrip('.')}."), ("", when)]))
