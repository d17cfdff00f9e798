"""This screen judges files: recordings or transcripts, one or many."""

import streamlit as st

from app_pages import call_details, desk, dutch, frame, judging, outcome_view, speech_model

frame.heading(
    "Beoordelen",
    "Kies opnamen of uitgeschreven gesprekken. Ze blijven op deze computer en gaan niet naar internet.",
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
ready = speech_model.ready_for([upload.name for upload in uploads])
if st.button("Beoordelen", type="primary", icon=":material/play_arrow:", disabled=not (uploads and ready)):
    st.session_state.pop("outcomes", None)
    bar = st.progress(0.0, text="Beginnen …")

    def report(number: int, total: int, name: str, share: float, what: str) -> None:
        """Calling this moves the bar: which file, how far, and what is happening."""
        place = f"Bestand {number + 1} van {total}: {dutch.literal(name)} ({what})"
        bar.progress(min(1.0, (number + share) / total), text=place)

    st.session_state["outcomes"] = judging.judge_uploads(
        uploads, desk.rubric(rubric_path), desk.norms(norm_name), metadata, report
    )
    st.session_state["judged_with"] = norm_name
    st.session_state["judge_round"] = round_number + 1  # empties the uploader
    st.rerun()
if not uploads and "outcomes" not in st.session_state:
    frame.note("Nog niets gekozen. Een tekst is in een tel klaar; een opname duurt enkele minuten.")
outcome_view.draw(st.session_state.get("outcomes", []), st.session_state.get("judged_with"))
