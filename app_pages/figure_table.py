"""This module contains tables of figures: every number that has calls behind it leads to them."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import streamlit as st

from app_pages import desk, dutch
from scoring.access import Right
from scoring.insight.intervals import Estimate
from scoring.store import CallFilter

HERE = Path(__file__).parent
PAGE, URL = "app_pages/overview_calls.py", "gesprekken-bij-een-cijfer"
PAGES = {URL: PAGE, "gesprek": "app_pages/call.py"}
"""Address → screen, of what a table may lead to."""
_table = st.components.v2.component(
    "klankbord_figure_table",
    css=(HERE / "figure_table.css").read_text(encoding="utf-8"),
    js=(HERE / "figure_table.js").read_text(encoding="utf-8"),
)
Cell = Mapping[str, object]


def draw(caption: str, columns: Sequence[str], rows: Sequence[Sequence[Cell]], key: str) -> None:
    """Calling this shows the table; a number that is chosen opens the list of its calls."""
    data = {"caption": caption, "columns": columns, "rows": rows}
    chosen = _table(key=key, data=data, on_open_change=lambda: None)
    if chosen.open:
        st.switch_page(PAGES[chosen.open["page"]], query_params=chosen.open["query"])


def plain(text: str, note: str = "") -> Cell:
    """A cell with words."""
    return {"text": text, "note": note}


def calls(amount: int, where: CallFilter, note: str = "") -> Cell:
    """A number of calls that leads to them, for who may see calls."""
    text = dutch.count(amount, "", "").strip()
    if not amount or not desk.may(Right.SEE_CALLS):
        return plain(text, note)
    title = f"Toon {dutch.count(amount, 'gesprek', 'gesprekken')}"
    return {"text": text, "note": note, "open": query(where), "page": URL, "title": title}


def call(call_id: str, text: str, note: str = "") -> Cell:
    """A cell that leads to one call."""
    return {"text": text, "note": note, "open": {"id": call_id}, "page": "gesprek"}


def query(where: CallFilter) -> dict[str, str]:
    """The filter as it stands in an address: only what differs from no filter at all."""
    told = where.model_dump(mode="json", exclude_defaults=True, exclude_none=True)
    return {name: " ".join(value) if isinstance(value, list) else str(value) for name, value in told.items()}


def link(where: CallFilter, label: str) -> None:
    """Calling this shows a link to the calls, for who may see calls."""
    if desk.may(Right.SEE_CALLS):
        st.page_link(PAGE, label=label, query_params=query(where), icon=":material/forum:")


def interval(now: Estimate, before: Estimate, scale: float, unit: str) -> Cell:
    """A figure as a dot with its interval, a ring for the period before, and the same in words."""
    if now.value is None:
        return plain("te weinig gesprekken")
    low, high = (now.value if bound is None else bound for bound in (now.low, now.high))
    bar = {
        "value": scale * now.value,
        "low": scale * low,
        "high": scale * high,
        "before": None if before.value is None else scale * before.value,
    }
    words = f"{dutch.whole(scale * now.value)}{unit}"
    sure = f"zeker tussen {dutch.whole(scale * low)} en {dutch.whole(scale * high)}{unit}"
    alike = "alle gesprekken scoren gelijk"
    return {"text": words, "note": alike if now.low is None else sure, "bar": bar}
