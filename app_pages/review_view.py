"""This module contains the review mode of a call: how it stands, the list to answer, and opening it again."""

import streamlit as st

from app_pages import call_table, desk, dispute_view, dutch, frame, reviewing_view, who
from scoring.access import Right
from scoring.errors import ScoringError
from scoring.review.call_review import CallReview, open_review
from scoring.review.reviewing import reopen
from scoring.store import Action, Queue, ReviewState


def draw(call_id: str) -> None:
    """Calling this shows how the review stands, then the list; for who may review."""
    desk.open_call(call_id, Right.REVIEW)
    review = open_review(desk.store(), call_id, desk.settings())
    with st.container(horizontal=True, vertical_alignment="bottom"):
        who.ask("nakijken")
        _state(review)
    if review.state in (ReviewState.FINAL, ReviewState.SECOND):
        _after(review)
    dispute_view.draw(call_id)
    reviewing_view.draw(call_id)


def _state(review: CallReview) -> None:
    card = review.final or review.machine
    settled = review.state is ReviewState.FINAL
    grade = f"cijfer {dutch.number(card.grade)} ({'definitief' if settled else 'voorlopig'})"
    eyes = " · vier ogen: twee beoordelaars" if review.four_eyes else ""
    st.markdown(
        f"{call_table.REVIEW_LOOKS[review.state]} **{review.state.value.capitalize()}** · {grade}{eyes}"
    )


def _after(review: CallReview) -> None:
    last = review.steps[-1]
    when = dutch.day_and_time(last.at)
    if review.judged_again:
        st.info("De tool heeft dit gesprek daarna opnieuw beoordeeld. Wat mensen besloten, blijft tellen.")
    frame.note(f"{last.kind.value.capitalize()} door {last.reviewer} op {when}.")
    with st.container(horizontal=True, vertical_alignment="center"):
        following = [row for row in desk.store().queue(Queue.REVIEW, limit=2) if row.id != review.call_id]
        if following:
            query = {"id": following[0].id, "nakijken": "1"}
            frame.link_here("Volgende gesprek nakijken", ":material/skip_next:", query)
        st.page_link("app_pages/review.py", label="Terug naar de wachtrijen", icon=":material/checklist:")
        with st.popover("Weer openen", icon=":material/lock_open:"):
            _reopen(review)


def _reopen(review: CallReview) -> None:
    st.write("Wat nu vaststaat, blijft tellen tot u opnieuw afrondt. Alles blijft in de geschiedenis staan.")
    why = st.text_input("Waarom opent u deze beoordeling weer?", key=f"heropen-{review.call_id}")
    if st.button("Weer openen", type="primary", key=f"heropen-knop-{review.call_id}"):
        try:
            desk.open_call(review.call_id, Right.REVIEW)
            reopen(desk.store(), review.call_id, desk.person().name, why, desk.settings())
            desk.note(Action.REVIEWED, review.call_id, "heropend")
        except ScoringError as error:
            frame.show_error(error)
            return
        st.rerun()


def history(call_id: str) -> list[tuple[str, str]]:
    """Every step of the review as a whole, newest first: when, and who did what; empty before the first."""
    card = desk.store().scorecard(call_id)
    if card is None or not desk.may(Right.REVIEW):
        return []
    return [
        (
            dutch.day_and_time(step.at),
            f"{step.kind.value.capitalize()} door {step.reviewer}{f': {step.reason}' if step.reason else ''}.",
        )
        for step in reversed(open_review(desk.store(), call_id, desk.settings()).steps)
    ]
