"""This module contains what somebody sees who is not in yet: the way in, or why there is none."""

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from app_pages import dutch, frame, login
from scoring.access import Person
from scoring.errors import AccessError


def ask() -> None:
    """Calling this is the screen for who did not log in, or too long ago."""
    frame.heading("Welkom bij Klankbord")
    if login.claims():
        st.info("Uw aanmelding is verlopen. Meld u opnieuw aan.", icon=":material/schedule:")
    frame.put(
        Markup(
            "<p class='kb-lead'>Hier staan gesprekken van inwoners. Meld u aan met het account van uw "
            "organisatie; u ziet dan wat bij uw rol hoort.</p>"
        )
    )
    if st.button("Aanmelden", type="primary", icon=":material/login:"):
        st.login()


def refuse(error: AccessError) -> None:
    """Calling this is the screen for who logged in but may not do anything (yet)."""
    frame.heading("Geen toegang")
    frame.show_error(error)
    leave()


def explain(problems: Sequence[str]) -> None:
    """Calling this is the screen for everybody when Klankbord is set up wrongly."""
    frame.heading("Klankbord is nog niet goed ingesteld")
    st.write("Er is niets te zien zolang dit zo is. Dit is voor de beheerder:")
    for problem in problems:
        st.error(dutch.literal(problem), icon=":material/error:")


def badge(person: Person) -> None:
    """Calling this says who works here, with the way out."""
    with st.container(
        horizontal=True, horizontal_alignment="right", vertical_alignment="center", key="kb-who"
    ):
        roles = ", ".join(role.value for role in person.roles)
        frame.put(Markup("<p class='kb-note'>{} ({})</p>").format(person.name, roles))
        leave()


def leave() -> None:
    """Calling this shows the button to log out."""
    if st.button("Afmelden", icon=":material/logout:"):
        st.logout()
