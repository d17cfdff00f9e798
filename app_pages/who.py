"""This module contains who works here: the name that stands beside what a person decides or corrects."""

import streamlit as st

from app_pages import login

_NAME = "who"


def ask(place: str) -> None:
    """Calling this asks for the name or initials at a place on the screen; typed once, known everywhere.

    Who logged in is known already, and is not asked.
    """
    if login.required():
        return
    key = f"who-{place}"
    st.text_input(
        "Uw naam of initialen",
        value=name(),
        key=key,
        max_chars=40,
        placeholder="Komt in de geschiedenis",
        on_change=_remember,
        args=(key,),
    )


def name() -> str:
    """The name of who logged in, else as it was typed last; empty when nobody did."""
    if login.required():
        working = login.signed_in()
        return working.name if working else ""
    return str(st.session_state.get(_NAME, ""))


def _remember(key: str) -> None:
    st.session_state[_NAME] = st.session_state[key].strip()
