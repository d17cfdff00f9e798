"""This screen shows coaching: an employee's goals with before and after, and sheets to talk from."""

import streamlit as st

from app_pages import coaching_forget, coaching_goal, coaching_new, coaching_sheet, desk, frame, who
from scoring.access import Right
from scoring.insight.goals import goals
from scoring.insight.sheets import sheets


def coach() -> None:
    """Calling this shows the employees to whoever coaches, and what there is of the chosen one."""
    frame.heading("Coaching", "Eén ding tegelijk, uit een echt gesprek, en daarna kijken of het beter gaat.")
    known = desk.store().choices("agent")
    if not known:
        st.info(
            "Er zijn nog geen gesprekken met een pseudoniem van een medewerker. Beoordeel gesprekken waarbij "
            "het pseudoniem is ingevuld, of laad de voorbeeldgesprekken op de startpagina."
        )
        return
    left, right = st.columns([0.5, 0.5], vertical_alignment="bottom")
    with left:
        agent = _chosen(known)
    with right:
        who.ask("coaching")
    file(agent, coaching=True)


def _chosen(known: list[str]) -> str:
    names = desk.agent_names()
    with_goal = {one.about.agent for one in goals(desk.store()) if not one.closed}
    ordered = sorted(known, key=lambda agent: (agent not in with_goal, agent))
    asked = st.query_params.get("medewerker")

    def named(agent: str) -> str:
        return f"{names.get(agent, agent)}{' · werkt aan een doel' if agent in with_goal else ''}"

    index = ordered.index(asked) if asked in ordered else 0
    return str(st.selectbox("Medewerker", ordered, index=index, format_func=named))


def own() -> None:
    """Calling this shows employees their own goals and sheets."""
    frame.heading("Coaching", "Uw doelen en gespreksbladen. Alleen u en uw coach zien deze pagina.")
    agent = desk.visible().agent
    if agent:
        file(agent, coaching=False)


def file(agent: str, coaching: bool) -> None:
    """Calling this shows the goals and the sheets of one employee; with `coaching` also what one can do."""
    found, papers = goals(desk.store(), agent), sheets(desk.store(), agent)
    st.header("Doelen", anchor=False)
    if coaching:
        with st.expander("Nieuw doel uit een gesprek", icon=":material/add:", expanded=not found):
            coaching_new.draw(agent)
    if not found:
        st.info("Er is nog geen doel." + ("" if coaching else " Uw coach maakt er samen met u een."))
    for one in found:
        coaching_goal.draw(one, coaching)
    st.header("Gespreksbladen", anchor=False)
    if coaching:
        with st.expander("Nieuw gespreksblad", icon=":material/add:"):
            coaching_sheet.form(agent, found)
    if not papers:
        frame.note(f"Er is nog geen gespreksblad van {desk.agent_name(agent)}.")
    for paper in papers:
        coaching_sheet.line(paper)
    if coaching and (found or papers):
        coaching_forget.draw(agent)


if desk.require(Right.COACH, Right.SEE_OWN_CALLS).may(Right.COACH):
    coach()
else:
    own()
