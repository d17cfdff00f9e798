"""This module contains the list of calls as a table that sorts, pages and opens by mouse and keyboard."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlencode

import streamlit as st

from app_pages import desk, dutch
from scoring.store import HIGH_ESCALATION, LOW_GRADE, CallRow, ReviewState, Status

Cell = dict[str, object]
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
STATUS_LOOKS = {Status.ROLES: "⇄", Status.UNSCORED: "…"}
STANDS = {
    ReviewState.OPEN: "○ door de tool beoordeeld",
    ReviewState.STARTED: "◐ nakijken begonnen",
    ReviewState.SECOND: "◑ wacht op tweede beoordelaar",
    ReviewState.FINAL: "✓ nagekeken",
}
"""How far a call with a score is: a reader must not take the machine's work for that of a person."""


def draw(rows: Sequence[CallRow], key: str, page: int = 25, review: bool = False) -> None:
    """Calling this shows the calls; the one that is chosen opens, with `review` to be reviewed."""
    more = {"nakijken": "1"} if review else {}
    columns, row_of = (TO_REVIEW, _to_review) if review else (COLUMNS, _row)
    chosen = show({row.id: row_of(row) for row in rows}, columns, key, page, "gesprek", more)
    if chosen:
        st.switch_page("app_pages/call.py", query_params={"id": chosen} | more)


def show(
    rows: Mapping[str, Sequence[Cell]],
    columns: Sequence[str],
    key: str,
    page: int = 25,
    address: str = "gesprek",
    more: Mapping[str, str] = MappingProxyType({}),
) -> str | None:
    """Calling this shows rows by call id and answers which one was chosen; links lead to `address`."""
    data = {
        "columns": columns,
        "rows": [{"id": name, "cells": cells} for name, cells in rows.items()],
        "page": page,
        "address": address,
        "more": urlencode(more),
    }
    chosen: str | None = _table(key=key, data=data, on_open_change=lambda: None).open
    return chosen


def _row(row: CallRow) -> tuple[Cell, ...]:
    return (
        *_about(row),
        cell(dutch.DIRECTIONS.get(row.direction, row.direction), row.direction),
        cell(grade_text(row.grade), row.grade),
        cell(escalation_text(row.escalation_level), row.escalation_level),
        cell(standing(row), standing(row)[2:]),
    )


def _to_review(row: CallRow) -> tuple[Cell, ...]:
    disputed = f" · {dutch.count(row.open_disputes, 'bezwaar', 'bezwaren')}" if row.open_disputes else ""
    return (
        *_about(row),
        cell(grade_text(row.grade), row.grade),
        cell(escalation_text(row.escalation_level), row.escalation_level),
        cell(str(row.proposals), row.proposals),
        cell(f"{REVIEW_LOOKS[row.review]} {row.review.value}{disputed}", row.review.value),
    )


def _about(row: CallRow) -> tuple[Cell, ...]:
    moment = row.called_at
    return (
        cell(row.source, row.source.casefold()),
        cell(dutch.short_moment(moment), moment.isoformat() if moment else None),
        cell(desk.agent_name(row.agent) if row.agent else dutch.NONE, row.agent),
        cell(row.team or dutch.NONE, row.team),
    )


def cell(text: str, order: str | float | None) -> Cell:
    """What a cell shows, and what it sorts by (None: last)."""
    return {"text": text, "order": order}


def standing(row: CallRow) -> str:
    """Who judged the call so far, with a sign."""
    if row.status is Status.SCORED and row.review in STANDS:
        return STANDS[row.review]
    return f"{STATUS_LOOKS.get(row.status, '…')} {row.status.value}"


def grade_text(grade: float | None) -> str:
    """A grade with a comma, and a sign when it is a fail."""
    low = grade is not None and grade < LOW_GRADE
    return f"▼ {dutch.number(grade)}" if low else dutch.number(grade)


def escalation_text(level: int | None) -> str:
    """An escalation level, with a sign when the employee was treated aggressively."""
    if not level:
        return dutch.NONE
    return f"⚠ niveau {level}" if level >= HIGH_ESCALATION else f"niveau {level}"
