"""This module contains removing all goals and sheets of one employee, such as of someone who left."""

import streamlit as st

from app_pages import desk, dutch, frame
from scoring.access import Right
from scoring.errors import AccessError, ScoringError
from scoring.store import Action


def draw(agent: str) -> None:
    """Calling this asks twice, because it cannot be undone."""
    with st.expander("Alles van deze medewerker verwijderen", icon=":material/delete:"):
        frame.note(
            f"Alle doelen, aantekeningen en gespreksbladen van {desk.agent_name(agent)} worden verwijderd. "
            "De gesprekken en hun scores blijven. Dit kan niet terug."
        )
        sure = st.checkbox("Ja, ik weet het zeker", key=f"vergeet-zeker-{agent}")
        if st.button("Verwijderen", icon=":material/delete:", disabled=not sure, key=f"vergeet-{agent}"):
            _forget(agent)


def _forget(agent: str) -> None:
    try:
        if desk.require(Right.COACH).owns(agent):
            raise AccessError("Dit gaat over uzelf. Vraag een andere coach om dit te doen.")
        number = desk.store().forget_coaching(agent)
        amount = dutch.count(number, "doel of gespreksblad", "doelen en gespreksbladen")
        desk.note(Action.DELETED, agent, f"{amount} van een medewerker")
    except ScoringError as error:
        frame.show_error(error)
        return
    st.toast("De doelen en gespreksbladen zijn verwijderd.")
    st.rerun()
