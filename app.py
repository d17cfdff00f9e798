"""This module contains the dashboard's router, and the one place that shows a ScoringError."""

import streamlit as st

from app_pages import frame
from scoring.errors import ScoringError

st.set_page_config(
    page_title="Klankbord",
    page_icon=str(frame.HERE / "klankbord.svg"),
    layout="wide",
    initial_sidebar_state="collapsed",
    menu_items={"Get help": None, "Report a bug": None, "About": None},
)
page = st.navigation(
    [
        st.Page("app_pages/start.py", title="Start", icon=":material/home:", default=True),
        st.Page(
            "app_pages/judge.py", title="Beoordelen", icon=":material/upload_file:", url_path="beoordelen"
        ),
        st.Page("app_pages/calls.py", title="Gesprekken", icon=":material/forum:", url_path="gesprekken"),
        st.Page("app_pages/call.py", title="Gesprek", url_path="gesprek", visibility="hidden"),
        st.Page("app_pages/rubric.py", title="Rubriek", icon=":material/rule:", url_path="rubriek"),
    ],
    position="top",
)
frame.draw()
try:
    page.run()
except ScoringError as error:
    frame.show_error(error)
