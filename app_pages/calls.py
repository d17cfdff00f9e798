"""This screen shows the list of calls: search, filter, sort, open and export."""

from typing import Literal

import streamlit as st

from app_pages import call_filter, call_table, desk, dutch, frame, handing
from scoring.access import Person, Right
from scoring.reports.export import export_csv, export_xlsx
from scoring.store import Action, CallFilter

MOST = 2000
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def export(where: CallFilter) -> None:
    """Calling this offers the calls as a spreadsheet; it is made only when asked for."""
    if not desk.may(Right.EXPORT):
        return
    with st.popover("Exporteren", icon=":material/download:"):
        st.write("Eén regel per gesprek, medewerkers onder pseudoniem.")
        with_text = st.checkbox("Ook wat er gezegd is (let op: persoonsgegevens)")
        st.download_button(
            "Excel (xlsx)",
            handing.later(lambda to: made(to, "xlsx", where, with_text), Right.EXPORT),
            "klankbord-gesprekken.xlsx",
            XLSX,
            on_click="ignore",
        )
        st.download_button(
            "CSV",
            handing.later(lambda to: made(to, "csv", where, with_text), Right.EXPORT),
            "klankbord-gesprekken.csv",
            "text/csv",
            on_click="ignore",
        )


def made(working: Person, kind: Literal["csv", "xlsx"], where: CallFilter, with_text: bool) -> bytes:
    """The export for this person, who must have the right to it; that it was made is written down."""
    working.require(Right.EXPORT)
    store = desk.store()
    spoken = "met wat er gezegd is" if with_text else "zonder wat er gezegd is"
    amount = dutch.count(store.count(where), "gesprek", "gesprekken")
    content = (export_csv if kind == "csv" else export_xlsx)(store, where, with_text=with_text)
    store.audit.add(working, Action.EXPORTED, "gesprekken", f"{kind}, {amount}, {spoken}")
    return content


desk.require(Right.SEE_CALLS)
frame.heading("Gesprekken")
if not desk.store().count():
    st.info("Er zijn nog geen gesprekken. Beoordeel een gesprek of laad de voorbeelden op het scherm Start.")
    st.page_link("app_pages/judge.py", label="Naar Beoordelen", icon=":material/upload_file:")
    st.page_link("app_pages/start.py", label="Naar Start", icon=":material/home:")
    st.stop()
where = call_filter.choose(desk.store())
total = desk.store().count(where)
with st.container(horizontal=True, vertical_alignment="center"):
    st.markdown(f"**{dutch.count(total, 'gesprek', 'gesprekken')}**")
    export(where)
if total > MOST:
    st.info(f"U ziet de nieuwste {MOST}. Maak de keuze kleiner met de filters hierboven.")
if total:
    call_table.draw(desk.store().calls(where, limit=MOST), key="calls")
else:
    st.info("Geen gesprek past bij deze keuze. Haal een filter weg.")
