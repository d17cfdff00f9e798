"""This module contains who works here: the name that stands beside what a person decides or corrects."""

import streamlit as st

KEY = "who"


def ask() -> str:
    """Calling this asks for the name or initials once, and remembers it as long as the screen is open."""
    st.session_state.setdefault(KEY, "")
    st.session_state[KEY] = st.session_state[KEY]  # a widget that was off screen would lose its value
    typed = st.text_input(
        "Uw naam of initialen", key=KEY, max_chars=40, placeholder="Komt in de geschiedenis"
    )
    return typed.strip()


def name() -> str:
    """The name as it was typed last; ‘onbekend’ when there is none."""
    return str(st.session_state.get(KEY, "")).strip() or "onbekend"
