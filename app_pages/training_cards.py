"""This module contains the dilemma cards: one at a time, for a team that talks about emotion and aggression."""

import streamlit as st
from markupsafe import Markup

from app_pages import desk, frame
from scoring.access import Right
from scoring.insight.dilemmas import LEVELS, Dilemma, dilemmas


def draw() -> None:
    """Calling this shows the cards of a level, one at a time."""
    desk.require(Right.PRACTISE)
    frame.note(
        "Voor een teamgesprek van een kwartier. Lees de situatie voor, laat iedereen eerst zelf kiezen, en "
        "spreek samen één ding af. Naar het protocol Veilige Publieke Dienstverlening."
    )
    level = st.segmented_control(
        "Niveau",
        list(LEVELS),
        default=1,
        required=True,
        format_func=lambda one: f"{one} · {LEVELS[one]}",
        key="dilemma-niveau",
    )
    cards = [card for card in dilemmas() if card.level == level]
    if not cards:
        st.info("Op dit niveau staat er geen kaart in rubrics/oefenen/dilemmas.yaml.")
        return
    title = st.radio("Kaart", [card.title for card in cards], horizontal=True, key=f"dilemma-kaart-{level}")
    _card(next(card for card in cards if card.title == title))


def _card(card: Dilemma) -> None:
    with st.container(border=True):
        frame.put(
            Markup(
                "<h2 class='kb-title'>{}</h2><p class='kb-note'>Niveau {}: {}</p>"
                "<p class='kb-lead'><b>De beller:</b> <i>‘{}’</i></p><p class='kb-reason'>{}</p>"
            ).format(card.title, card.level, LEVELS[card.level], card.caller, card.situation)
        )
        left, right = st.columns(2, gap="medium")
        with left:
            frame.put(_list("Praat hierover", card.questions))
        with right:
            frame.put(_list("Twee kanten", card.sides))
        frame.put(Markup("<p class='kb-tip'><b>Spreek af</b> {}</p>").format(card.agreement))


def _list(title: str, lines: tuple[str, ...]) -> Markup:
    shown = Markup("").join(Markup("<li>{}</li>").format(line) for line in lines)
    return Markup("<p class='kb-reason'><b>{}</b></p><ul class='kb-guide'>{}</ul>").format(title, shown)
