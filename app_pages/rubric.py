"""This screen shows what a call is judged on, with examples, and the norms side by side."""

import streamlit as st

from app_pages import desk, frame, norm_table, rubric_view
from scoring.access import Right

paths = desk.rubric_paths()
chosen = paths[0]
if len(paths) > 1:
    chosen = st.selectbox("Rubriek", paths, format_func=lambda path: desk.rubric(path).title)
rubric = desk.rubric(chosen)
amount = len(rubric.criteria)
frame.heading(rubric.title, f"{amount} criteria · versie {rubric.version} · bestand {chosen.name}")
if desk.may(Right.EDIT_RUBRIC):
    st.page_link("app_pages/rubric_edit.py", label="Rubriek aanpassen", icon=":material/edit:")
criteria, norms = st.tabs(["Criteria", "Normen"])
with criteria:
    rubric_view.draw(rubric)
with norms:
    norm_table.draw([desk.norms(name) for name in desk.norm_names()], desk.settings().norms)
