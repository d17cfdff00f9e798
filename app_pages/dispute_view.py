"""This module contains what a coach does with an employee's dispute: agree and answer anew, or explain."""

import streamlit as st

from app_pages import desk, dutch, frame, own_dispute
from scoring.access import Right
from scoring.errors import ReviewError, ScoringError
from scoring.review.agent_file import Dispute, DisputeStatus
from scoring.review.disputes import disputes_of, reject, uphold
from scoring.rubric import Rubric
from scoring.scorecard import Scorecard
from scoring.store import ESCALATION, GIVEN, Action, Given
from scoring.store.decisions import LEVELS


def draw(call_id: str) -> None:
    """Calling this shows the disputes of this call, and asks a reaction to those that wait."""
    card = desk.store().scorecard(call_id)
    if card is None or not desk.may(Right.REVIEW):
        return
    for made in disputes_of(desk.store(), call_id):
        with st.container(border=True, key=f"bezwaar-{made.id}"):
            _about(made, card, desk.rubric_of(card))
            if made.status is DisputeStatus.OPEN and desk.may(Right.ANSWER_DISPUTES):
                _answer(made)


def _about(made: Dispute, card: Scorecard, rubric: Rubric) -> None:
    known = {c.id: c.question for c in rubric.criteria}
    st.markdown(
        f"**Bezwaar van {dutch.literal(desk.agent_name(made.agent))}:** {known.get(made.criterion, 'Escalatie')}"
    )
    frame.put(own_dispute.outcome(made))
    now = (
        str(card.escalation.level)
        if made.criterion == ESCALATION
        else card.result(made.criterion).answer.value
    )
    if made.status is DisputeStatus.OPEN:
        frame.note(f"Het antwoord is nu: {own_dispute.word(made.criterion, now)}.")


def _answer(made: Dispute) -> None:
    with st.form(f"reactie-{made.id}", border=False):
        text = st.text_area("Uw antwoord aan de medewerker", max_chars=1000, height=80)
        options = list(LEVELS) if made.criterion == ESCALATION else [answer.value for answer in GIVEN]
        new = st.selectbox(
            "Nieuw antwoord als u het bezwaar toekent",
            options,
            index=None,
            placeholder="Kies een antwoord",
            format_func=lambda answer: own_dispute.word(made.criterion, answer),
        )
        with st.container(horizontal=True):
            if st.form_submit_button("Toekennen", type="primary", icon=":material/check:"):
                _decide(made, text, new, upheld=True)
            if st.form_submit_button("Afwijzen", icon=":material/close:"):
                _decide(made, text, new, upheld=False)


def _decide(made: Dispute, text: str, new: str | None, upheld: bool) -> None:
    try:
        desk.open_call(made.call_id, Right.ANSWER_DISPUTES)
        who, store, settings = desk.person().name, desk.store(), desk.settings()
        if not upheld:
            reject(store, made.id, who, text, settings)
        else:
            card = store.machine_scorecard(made.call_id)
            if new is None or card is None:
                raise ReviewError("Kies het nieuwe antwoord: dat telt als u het bezwaar toekent.")
            given = Given(criterion=made.criterion, answer=new)
            uphold(store, made.id, who, text, given, desk.rubric_of(card), desk.norms(card.norms), settings)
        desk.note(Action.ANSWERED, made.call_id, "toegekend" if upheld else "afgewezen")
    except ScoringError as error:
        frame.show_error(error)
        return
    st.rerun()
