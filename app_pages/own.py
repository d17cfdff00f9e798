"""This screen shows an employee the own calls: judge first, then the score, and say when it is not right."""

from datetime import UTC, datetime

import streamlit as st

from app_pages import call_table, desk, dutch, frame, login, own_call
from scoring.access import Right
from scoring.review.agent_file import AgentFile, DisputeStatus, agent_file
from scoring.store import CallFilter

MOST = 100
COLUMNS = ("Gesprek", "Soort gesprek", "Richting", "Cijfer", "Stand")


def whose() -> str | None:
    """The pseudonym of who looks; without login one chooses whose screen to see."""
    if login.required():
        return desk.visible().agent or desk.person().agent
    known = desk.store().choices("agent")
    if not known:
        st.info("Er zijn nog geen gesprekken met een pseudoniem van een medewerker.")
        return None
    asked = st.query_params.get("als")
    index = known.index(asked) if asked in known else 0
    return st.selectbox(
        "Kijk als medewerker", known, index=index, help="Zo ziet deze medewerker het.", width=260
    )


def listed(agent: str) -> None:
    """Calling this shows the own calls, newest first; a score only where it may be seen."""
    rows = desk.store().calls(CallFilter(agent=agent), limit=MOST)
    if not rows:
        st.info("Er zijn nog geen gesprekken van u.")
        return
    shown = {}
    for row in rows:
        file = agent_file(desk.store(), row.id, agent, desk.settings())
        grade = file.final.grade if file.final else None
        shown[row.id] = (
            call_table.cell(
                dutch.day_and_time(row.called_at), row.called_at.isoformat() if row.called_at else None
            ),
            call_table.cell(row.call_type or dutch.NONE, row.call_type),
            call_table.cell(dutch.DIRECTIONS.get(row.direction, row.direction), row.direction),
            call_table.cell(dutch.number(grade), grade),
            call_table.cell(standing(file), standing(file)),
        )
    chosen = call_table.show(shown, COLUMNS, f"own-{agent}", address="mijn-gesprekken")
    if chosen:
        frame.go_here({"id": chosen, "als": agent})


def standing(file: AgentFile) -> str:
    """How far the call is for its employee, in words."""
    if not file.settled:
        return "○ een coach moet nog kijken"
    if file.must_assess_first:
        return "✎ beoordeel eerst zelf"
    if any(one.status is DisputeStatus.OPEN for one in file.disputes):
        return "◐ bezwaar in behandeling"
    if any(one.status in (DisputeStatus.UPHELD, DisputeStatus.REJECTED) for one in file.disputes):
        return "✓ bezwaar beantwoord"
    if file.seen_at:
        return "✓ gezien"
    open_until = (
        f", bezwaar kan tot en met {dutch.day(file.term_ends)}" if file.may_dispute(datetime.now(UTC)) else ""
    )
    return f"● bekijk de score{open_until}"


desk.require(Right.SEE_OWN_CALLS)
call_id = st.query_params.get("id")
frame.heading("Mijn gesprekken", "U ziet alleen uw eigen gesprekken.")
agent = whose()
if agent and call_id:
    own_call.draw(call_id, agent)
elif agent:
    listed(agent)
