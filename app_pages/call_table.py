"""This module contains the list of calls as a table that sorts, pages and opens by mouse and keyboard."""

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlencode

import streamlit as st

from app_pages import desk, dutch
from scoring.store import HIGH_ESCALATION, LOW_GRADE, CallRow, ReviewState, Status

HERE = Path(__file__).parent
_table = st.components.v2.component(
    "klankbord_call_table",
    css=(HERE / "call_table.css").read_text(encoding="utf-8"),
    js=(HERE / "call_table.js").read_text(encoding="utf-8"),
)
COLUMNS = (
    *("Gesprek", "Datum en tijd", "Medewerker", "Team", "Richting"),
    *("Cijfer", "Escalatie", "Stand"),
)
TO_REVIEW = (
    *("Gesprek", "Datum en tijd", "Medewerker", "Team", "Cijfer", "Escalatie"),
    *("Voorstellen", "Nakijken"),
)
REVIEW_LOOKS = {
    ReviewState.UNJUDGED: "…",
    ReviewState.OPEN: "○",
    ReviewState.STARTED: "◐",
    ReviewState.SECOND: "◑",
    ReviewState.FINAL: "✓",
}
STATUS_LOOKS = {Status.SCORED: "✓", Status.ROLES: "⇄", Status.UNSCORED: "…"}


def draw(rows: Sequence[CallRow], key: str, page: int = 25, review: bool = False) -> None:
    """Calling this shows the calls; the one that is chosen opens, with `review` to be reviewed."""
    more = {"nakijken": "1"} if review else {}
    columns, row_of = (TO_REVIEW, _to_review) if review else (COLUMNS, _row)
    data = {
        "columns": columns,
        "rows": [{"id": row.id, "cells": row_of(row)} for row in rows],
        "page": page,
        "more": urlencode(more),
    }
    chosen = _table(key=key, data=data, on_open_change=lambda: None)
    if chosen.open:
        st.switch_page("app_pages/call.py", query_params={"id": chosen.open} | more)


def _row(row: CallRow) -> tuple[dict[str, object], ...]:
    return (
        *_about(row),
        _cell(dutch.DIRECTIONS.get(row.direction, row.direction), row.direction),
        _cell(grade_text(row.grade), row.grade),
        _cell(escalation_text(row.escalation_level), row.escalation_level),
        _cell(f"{STATUS_LOOKS[row.status]} {row.status.value}", row.status.value),
    )


def _to_review(row: CallRow) -> tuple[dict[str, object], ...]:
    disputed = f" · {dutch.count(row.open_disputes, 'bezwaar', 'bezwaren')}" if row.open_disputes else ""
    return (
        *_about(row),
        _cell(grade_text(row.grade), row.grade),
        _cell(escalation_text(row.escalation_level), row.escalation_level),
        _cell(str(row.proposals), row.proposals),
        _cell(f"{REVIEW_LOOKS[row.review]} {row.review.value}{disputed}", row.review.value),
    )


def _about(row: CallRow) -> tuple[dict[str, object], ...]:
    moment = row.called_at
    return (
        _cell(row.source, row.source.casefold()),
        _cell(dutch.short_moment(moment), moment.isoformat() if moment else None),
        _cell(desk.agent_name(row.agent) if row.agent else dutch.NONE, row.agent),
        _cell(row.team or dutch.NONE, row.team),
    )


def _cell(text: str, order: str | float | None) -> dict[str, object]:
    return {"text": text, "order": order}


def grade_text(grade: float | None) -> str:
    """A grade with a comma, and a sign when it is a fail."""
    low = grade is not None and grade < LOW_GRADE
    return f"▼ {dutch.number(grade)}" if low else dutch.number(grade)


def escalation_text(level: int | None) -> str:
    """An escalation level, with a sign when the employee was treated aggressively."""
    if not level:
        return dutch.NONE
    return f"⚠ niveau {level}" if level >= HIGH_ESCALATION else f"niveau {level}"
