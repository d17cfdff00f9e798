"""This module contains what came of each file that was judged, with the way to its call."""

from collections.abc import Sequence

import streamlit as st

from app_pages import desk, dutch, roles_view
from app_pages.judging import Outcome


def draw(outcomes: Sequence[Outcome], norms: str | None) -> None:
    """Calling this shows a line a file: a grade, a question about roles, or one clear problem."""
    if not outcomes:
        return
    failed = sum(1 for outcome in outcomes if outcome.problem)
    st.subheader("Resultaat", anchor=False)
    good = dutch.count(len(outcomes) - failed, "bestand is gelezen", "bestanden zijn gelezen")
    bad = f", {dutch.count(failed, 'bestand niet', 'bestanden niet')}" if failed else ""
    st.markdown(f"{good}{bad}.")
    for place, outcome in enumerate(outcomes):
        with st.container(border=True):
            _outcome(outcome, f"{place}-{outcome.call_id}", norms)


def _outcome(outcome: Outcome, key: str, norms: str | None) -> None:
    if outcome.call_id is None:
        st.markdown(f":material/error: **{dutch.literal(outcome.source)}**: niet gelukt")
        st.error("  \n".join(dutch.literal(line) for line in outcome.problem.splitlines()))
        return
    # asked again from the store: the user may have settled the roles or deleted the call since
    if not desk.store().count(desk.only(outcome.call_id)):
        st.markdown(f"**{dutch.literal(outcome.source)}**: intussen verwijderd")
        return
    card = desk.store().scorecard(outcome.call_id)
    grade = f": cijfer **{dutch.number(card.grade)}** (voorlopig)" if card else ""
    st.markdown(f":material/check_circle: **{dutch.literal(outcome.source)}**{grade}")
    if card is None:
        roles_view.draw(outcome.call_id, desk.store().transcript(outcome.call_id), key, norms)
    st.page_link(
        "app_pages/call.py",
        label="Bekijk dit gesprek",
        icon=":material/arrow_forward:",
        query_params={"id": outcome.call_id},
    )
