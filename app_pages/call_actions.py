"""This module contains what a user can do with a call: swap roles, judge again, look back, delete."""

import streamlit as st

from app_pages import desk, dutch, frame, judging, roles_view
from app_pages.criteria_view import definitions
from scoring.call import Call, Transcript
from scoring.scorecard import Scorecard

MENU = "call-menu"


def draw(call: Call, transcript: Transcript, card: Scorecard | None) -> None:
    """Calling this shows the actions side by side."""
    with st.container(horizontal=True, horizontal_alignment="right"):
        if card is not None and judging.swappable(transcript):
            swap = st.button(
                "Wissel rollen",
                icon=":material/swap_horiz:",
                help="Wissel medewerker en beller. Het gesprek wordt meteen opnieuw beoordeeld.",
            )
            if swap:
                roles_view.settle(call.id, swapped=True, norms=card.norms)
        with st.popover("Meer", icon=":material/more_vert:", key=MENU, on_change="rerun"):
            _more(call, transcript, card)


def _more(call: Call, transcript: Transcript, card: Scorecard | None) -> None:
    if card is not None or transcript.roles.certain:
        _again(call, card)
    if st.button("Geschiedenis", icon=":material/history:", width="stretch", on_click=_close):
        _history(call.id)
    if st.button("Gesprek verwijderen", icon=":material/delete:", width="stretch", on_click=_close):
        _delete(call)


def _close() -> None:
    """The menu would lie over the dialog that it opens."""
    st.session_state[MENU] = False


def _again(call: Call, card: Scorecard | None) -> None:
    names = desk.norm_names()
    index = names.index(card.norms) if card and card.norms in names else 0
    chosen = st.selectbox("Normen", names, index=index, format_func=desk.norm_title)
    if st.button("Opnieuw beoordelen", icon=":material/refresh:", width="stretch", on_click=_close):
        judging.judge_again(call.id, desk.rubric(), desk.norms(chosen))
        st.rerun()


@st.dialog("Geschiedenis van dit gesprek", width="medium")
def _history(call_id: str) -> None:
    st.markdown("**Beoordelingen**, nieuwste eerst")
    facts = [
        (
            dutch.day_and_time(card.scored_at.astimezone()),
            " · ".join(
                (
                    f"cijfer {dutch.number(card.grade)}",
                    f"rubriek {card.rubric.id} {card.rubric.version}",
                    f"normen {card.norms}",
                )
            ),
        )
        for card in desk.store().scorecards(call_id)
    ]
    frame.put(definitions(facts or [("Nog geen", "Dit gesprek is nog niet beoordeeld.")]))
    st.markdown("**Versies van de tekst**")
    versions = desk.store().transcript_versions(call_id)
    frame.put(definitions([(dutch.day_and_time(v.created_at.astimezone()), v.reason) for v in versions]))


@st.dialog("Gesprek verwijderen?")
def _delete(call: Call) -> None:
    st.markdown(
        f"**{dutch.literal(call.source)}** wordt helemaal verwijderd: tekst, geluid en alle beoordelingen. "
        "Dit kan niet terug."
    )
    if st.button("Ja, verwijder dit gesprek", type="primary", icon=":material/delete:"):
        desk.store().delete(call.id)
        st.toast("Het gesprek is verwijderd.")
        st.switch_page("app_pages/calls.py")
