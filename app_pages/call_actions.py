"""This module contains what a user can do with a call: swap roles, judge again, look back, delete."""

import streamlit as st

from app_pages import desk, dutch, frame, history_view, judging, roles_view, voices_view
from scoring.access import Right
from scoring.call import Call, Transcript
from scoring.scorecard import Scorecard
from scoring.store import Action

MENU = "call-menu"


def draw(call: Call, transcript: Transcript, card: Scorecard | None) -> None:
    """Calling this shows the actions side by side."""
    with st.container(horizontal=True, horizontal_alignment="right"):
        _review(call.id, card)
        if may_correct(call) and card is not None and judging.swappable(transcript):
            swap = st.button(
                "Wissel rollen",
                icon=":material/swap_horiz:",
                help="Wissel medewerker en beller. Het gesprek wordt meteen opnieuw beoordeeld.",
            )
            if swap:
                roles_view.settle(call.id, swapped=True, norms=card.norms)
        with st.popover("Meer", icon=":material/more_vert:", key=MENU, on_change="rerun"):
            _more(call, transcript, card)


def _review(call_id: str, card: Scorecard | None) -> None:
    if card is None or not desk.may(Right.REVIEW):
        return
    if "nakijken" in st.query_params:
        frame.link_here("Scorekaart", ":material/article:", {"id": call_id}, quiet=False)
        return
    label = "Nakijken" if card.provisional else "Nagekeken"
    frame.link_here(label, ":material/checklist:", {"id": call_id, "nakijken": "1"}, quiet=False)


def _more(call: Call, transcript: Transcript, card: Scorecard | None) -> None:
    correct = may_correct(call)
    if correct and (card is not None or transcript.roles.certain):
        _again(call, card)
    if (
        correct
        and card is not None
        and st.button("Wie is wie?", icon=":material/groups:", width="stretch", on_click=_close)
    ):
        voices_view.ask(call.id, transcript)
    if st.button("Geschiedenis", icon=":material/history:", width="stretch", on_click=_close):
        history_view.show(call.id)
    if desk.may(Right.DELETE) and st.button(
        "Gesprek verwijderen", icon=":material/delete:", width="stretch", on_click=_close
    ):
        _delete(call)


def may_correct(call: Call) -> bool:
    """Whether who works here may change this call: not one's own."""
    working = desk.person()
    return working.may(Right.CORRECT) and not working.owns(call.agent)


def delete(call_id: str) -> None:
    """Calling this removes a call wholly; only that it was removed stays known."""
    desk.open_call(call_id, Right.DELETE)
    desk.store().delete(call_id)
    desk.note(Action.DELETED, call_id)


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


@st.dialog("Gesprek verwijderen?")
def _delete(call: Call) -> None:
    st.markdown(
        f"**{dutch.literal(call.source)}** wordt helemaal verwijderd: tekst, geluid en alle beoordelingen. "
        "Dit kan niet terug."
    )
    if st.button("Ja, verwijder dit gesprek", type="primary", icon=":material/delete:"):
        delete(call.id)
        st.toast("Het gesprek is verwijderd.")
        st.switch_page("app_pages/calls.py")
