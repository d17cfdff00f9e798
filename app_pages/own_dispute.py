"""This module contains an employee saying that an answer is not right, and what became of it."""

from collections.abc import Callable
from datetime import UTC, datetime

import streamlit as st
from markupsafe import Markup

from app_pages import answers, desk, dutch, frame
from scoring.access import Right
from scoring.errors import ScoringError
from scoring.review.agent_file import AgentFile, Dispute, DisputeStatus
from scoring.review.disputes import dispute, withdraw
from scoring.scorecard import Answer
from scoring.store import ESCALATION, Action

LOOKS = {
    DisputeStatus.OPEN: "◐",
    DisputeStatus.UPHELD: "✓",
    DisputeStatus.REJECTED: "✕",
    DisputeStatus.WITHDRAWN: "–",
}


def draw(file: AgentFile, criterion: str = ESCALATION) -> None:
    """Calling this shows the dispute of one criterion, or offers to make one while the term runs."""
    made = file.dispute(criterion)
    if made and made.status is not DisputeStatus.WITHDRAWN:
        _outcome(file, made)
    elif file.may_dispute(datetime.now(UTC)):
        with st.popover("Niet eens", icon=":material/gavel:", key=f"niet-eens-{criterion}"):
            why = st.text_area("Waarom klopt dit antwoord niet?", key=f"waarom-{criterion}", max_chars=1000)
            if st.button("Bezwaar maken", type="primary", key=f"bezwaar-{criterion}"):
                act(
                    file.call_id,
                    "bezwaar gemaakt",
                    lambda: dispute(desk.store(), file.call_id, file.agent, criterion, why, desk.settings()),
                )


def _outcome(file: AgentFile, made: Dispute) -> None:
    frame.put(outcome(made))
    if made.status is DisputeStatus.OPEN and st.button(
        "Bezwaar intrekken", key=f"intrekken-{made.id}", type="tertiary"
    ):
        act(
            file.call_id,
            "bezwaar ingetrokken",
            lambda: withdraw(desk.store(), made.id, file.agent, desk.settings()),
        )


def outcome(made: Dispute) -> Markup:
    """A dispute and what became of it."""
    said = Markup("<p class='kb-reason'><b>{} Bezwaar {}.</b> {} ({})</p>").format(
        LOOKS[made.status], made.status.value, made.reason, dutch.day(made.at)
    )
    if made.answered_by and made.answered_at and made.status is not DisputeStatus.WITHDRAWN:
        when = dutch.day(made.answered_at)
        new = f" Het antwoord is nu: {word(made.criterion, made.new_answer)}." if made.new_answer else ""
        said += Markup("<p class='kb-tip'><b>{} op {}</b> {}{}</p>").format(
            made.answered_by, when, made.answer, new
        )
    return said


def word(criterion: str, answer: str) -> str:
    """An answer as a word: ‘deels’, or ‘niveau 2’ for escalation."""
    return f"niveau {answer}" if criterion == ESCALATION else answers.LOOKS[Answer(answer)].word.lower()


def act(call_id: str, what: str, do: Callable[[], object]) -> None:
    """Calling this does what an employee asks about an own call, and writes that down."""
    try:
        desk.require(Right.SEE_OWN_CALLS)
        desk.open_call(call_id)
        do()
        desk.note(Action.RESPONDED, call_id, what)
    except ScoringError as error:
        frame.show_error(error)
        return
    st.rerun()
