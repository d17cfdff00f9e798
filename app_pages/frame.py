"""This module contains what surrounds every screen: the style, and Dutch for Streamlit's own words."""

from pathlib import Path

import streamlit as st
from markupsafe import Markup

from app_pages import dutch, explanation
from scoring.errors import RubricError, ScoringError

HERE = Path(__file__).parent
_widget_language = st.components.v2.component(
    "klankbord_widget_language", js=(HERE / "widget_language.js").read_text(encoding="utf-8")
)


def draw() -> None:
    """Calling this puts the style and the language of widgets on the page."""
    st.html(HERE / "style.css")
    with st.container(key="kb-widget-language"):
        _widget_language(key="widget_language", height=1)


def show_error(error: ScoringError) -> None:
    """Calling this tells the user what is wrong, and nothing more."""
    problems = error.problems if isinstance(error, RubricError) else str(error).splitlines()
    st.error("  \n".join(dutch.literal(problem) for problem in problems), icon=":material/error:")


def put(markup: Markup) -> None:
    """Calling this shows HTML; it takes Markup only, so that text of others was escaped on its way in."""
    st.html(str(markup))


def heading(text: str, below: str = "") -> None:
    """Calling this shows the title of a screen with its explanation beside it, and a line below it."""
    with st.container(horizontal=True, vertical_alignment="center", key="kb-heading"):
        st.title(dutch.literal(text), anchor=False, width="content")
        explanation.draw()
    if below:
        note(below)


def note(text: str) -> None:
    """Calling this shows a quiet line of text."""
    put(Markup("<p class='kb-note'>{}</p>").format(text))


def link_here(label: str, icon: str, query: dict[str, str] | None = None, quiet: bool = True) -> None:
    """Calling this leads to the screen the reader is on, asked something else.

    Streamlit's own link to the same screen leaves the address as it was, and the next click is lost.
    """
    if st.button(label, icon=icon, type="tertiary" if quiet else "secondary", key=f"hier-{label}-{query}"):
        go_here(query or {})


def go_here(query: dict[str, str]) -> None:
    """Calling this asks the screen the reader is on something else, and draws it anew."""
    st.query_params.from_dict(query)
    st.rerun()
