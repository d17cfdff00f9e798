"""This screen judges files: recordings or transcripts, one or many."""

import streamlit as st

from app_pages import call_details, desk, dutch, frame, jobs_view, speech_model
from scoring.access import Right
from scoring.jobs import Request
from scoring.store import Action

desk.require(Right.JUDGE)
frame.heading(
    "Beoordelen",
    "Kies opnamen of uitgeschreven gesprekken. Ze blijven op deze computer en gaan niet naar internet. "
    "U hoeft niet te wachten: het werk gaat door als u iets anders doet.",
)
round_number = st.session_state.setdefault("judge_round", 0)
uploads = st.file_uploader(
    "Bestanden",
    accept_multiple_files=True,
    key=f"uploads-{round_number}",
    help="Geluid: wav, mp3, m4a, ogg, flac en meer. Tekst: json, txt, docx, vtt, srt, csv, xlsx. "
    "Zet er metadata.csv bij voor gegevens per bestand.",
)
rubric_column, norm_column = st.columns(2)
rubric_path = rubric_column.selectbox(
    "Rubriek", desk.rubric_paths(), format_func=lambda path: desk.rubric(path).title
)
norm_name = norm_column.selectbox("Normen", desk.norm_names(), format_func=desk.norm_title)
with st.expander("Gegevens bij deze gesprekken (mag leeg blijven)"):
    metadata = call_details.ask()
    employee = call_details.ask_channel()
ready = speech_model.ready_for([upload.name for upload in uploads])
if st.button("Beoordelen", type="primary", icon=":material/play_arrow:", disabled=not (uploads and ready)):
    added = desk.jobs().add(
        uploads, Request(rubric=rubric_path, norms=norm_name, metadata=metadata, employee=employee)
    )
    desk.note(Action.UPLOADED, detail=dutch.count(added, "gesprek", "gesprekken"))
    st.session_state["judge_round"] = round_number + 1  # empties the uploader
    st.rerun()
if not jobs_view.draw() and not uploads:
    frame.note("Nog niets gekozen. Een tekst is in een tel klaar; een opname duurt enkele minuten.")
