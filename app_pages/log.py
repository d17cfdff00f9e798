"""This screen shows the audit trail: who opened, exported, changed or deleted what and when."""

from datetime import datetime, time, timedelta

import streamlit as st

from app_pages import desk, dutch, frame, handing, log_table
from scoring.access import Person, Right
from scoring.reports.audit_export import export_audit
from scoring.store import Action, AuditFilter

PAGE = 200


def choose() -> AuditFilter:
    """Calling this shows the filters and answers what the user chose."""
    with st.container(border=True):
        who, what, since, until = st.columns(4)
        person = who.selectbox("Wie", desk.store().audit.people(), index=None, placeholder="Iedereen")
        action = what.selectbox(
            "Wat", list(Action), index=None, placeholder="Alles", format_func=lambda a: a.value.capitalize()
        )
        first = since.date_input("Van", value=None, format="DD-MM-YYYY")
        last = until.date_input("Tot en met", value=None, format="DD-MM-YYYY")
        subject = st.text_input(
            "Nummer van een gesprek", placeholder="Het hele nummer, zoals in het adres van het gesprek"
        )
    return AuditFilter(
        person=person,
        action=action,
        subject=subject.strip() or None,
        since=datetime.combine(first, time()) if first else None,
        until=datetime.combine(last + timedelta(days=1), time()) if last else None,
    )


def made(working: Person, where: AuditFilter) -> bytes:
    """The acts that fit as CSV; that somebody took them along is written down too."""
    content = export_audit(desk.store().audit, where)
    desk.store().audit.add(working, Action.EXPORTED, "logboek")
    return content


desk.require(Right.SEE_LOG)
frame.heading(
    "Logboek",
    "Wie wat deed en wanneer. Hier staat nooit wat er in een gesprek is gezegd. Niemand kan een regel "
    "veranderen of weghalen, ook de beheerder niet.",
)
where = choose()
total = desk.store().audit.count(where)
with st.container(horizontal=True, vertical_alignment="center"):
    st.markdown(f"**{dutch.count(total, 'regel', 'regels')}**")
    if total:
        st.download_button(
            "Exporteren (CSV)",
            handing.later(lambda to: made(to, where), Right.SEE_LOG),
            "klankbord-logboek.csv",
            "text/csv",
            icon=":material/download:",
            on_click="ignore",
        )
if total > PAGE:
    st.info(f"U ziet de nieuwste {PAGE}. Maak de keuze kleiner met de filters, of zet alles in een CSV.")
if total:
    log_table.draw(desk.store().audit.entries(where, limit=PAGE))
else:
    st.info("Geen regel past bij deze keuze.")
