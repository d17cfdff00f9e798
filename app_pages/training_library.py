"""This module contains the library on screen: good and poor fragments of a criterion, side by side."""

import streamlit as st
from markupsafe import Markup

from app_pages import answers, desk, dutch, frame
from app_pages.conversation import NAMES
from app_pages.training_compare import guidance
from scoring.access import Right
from scoring.call import Turn
from scoring.insight.fragments import LibraryFragment, shelf
from scoring.scorecard import Evidence


def draw() -> None:
    """Calling this asks for a criterion and shows its fragments out of reviewed calls."""
    desk.require(Right.PRACTISE)
    known = {criterion.id: criterion for criterion in desk.rubric().criteria}
    name = st.selectbox(
        "Criterium", list(known), format_func=lambda one: known[one].question, key="fragmenten-criterium"
    )
    found = shelf(desk.store(), name, desk.settings(), desk.visible())
    with st.expander("Uitleg uit de rubriek"):
        frame.put(guidance(known[name]))
    good, poor = st.columns(2, gap="medium")
    with good:
        _side("Zo gaat het goed", found.good, "goede")
    with poor:
        _side("Hier kon het beter", found.poor, "zwakke")
    if not desk.may(Right.SEE_CALLS):
        frame.note("U ziet hier alleen fragmenten uit uw eigen gesprekken.")
    frame.note(
        "Alleen uit gesprekken die helemaal zijn nagekeken. Van wie een gesprek is, staat er niet bij."
    )


def _side(title: str, found: tuple[LibraryFragment, ...], kind: str) -> None:
    st.header(title, anchor=False)
    if not found:
        st.info(
            f"Er zijn nog geen {kind} fragmenten bij dit criterium. Kijk gesprekken na, dan komen ze hier."
        )
    for place, one in enumerate(found):
        with st.container(border=True, gap="small"):
            frame.put(_shown(one))
            page = "call" if desk.may(Right.SEE_CALLS) else "own"
            st.page_link(
                f"app_pages/{page}.py",
                label=f"Luister naar het gesprek ({place + 1})",
                icon=":material/forum:",
                query_params={"id": one.call_id},
            )


def _shown(one: LibraryFragment) -> Markup:
    lines = Markup("").join(_line(turn, one.first + i, one.quote) for i, turn in enumerate(one.turns))
    talk = Markup("<div class='kb-dialogue'>{}</div>").format(lines) if lines else Markup("")
    tip = Markup("<p class='kb-tip'><b>Tip</b> {}</p>").format(one.tip) if one.tip else Markup("")
    return (
        Markup("<p class='kb-criterion'>{}</p>{}<p class='kb-reason'>{}</p>").format(
            answers.chip(one.answer), talk, one.reason
        )
        + tip
    )


def _line(turn: Turn, number: int, quote: Evidence | None) -> Markup:
    when = "" if turn.start is None else f" {dutch.clock(turn.start)}"
    text = Markup("{}").format(turn.text)
    if quote and quote.turn == number:
        before, _, after = turn.text.partition(quote.quote)
        text = Markup("{}<b><u>{}</u></b>{}").format(before, quote.quote, after)
    return Markup("<p><b>{}{}</b> {}</p>").format(NAMES[turn.speaker], when, text)
