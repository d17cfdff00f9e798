"""This module contains what needs a person: four counts that lead to the calls, the most urgent first."""

from typing import NamedTuple

import streamlit as st
from markupsafe import Markup

from app_pages import dutch, frame
from scoring.store import HIGH_ESCALATION as HIGH
from scoring.store import LOW_GRADE as LOW
from scoring.store import Attention, CallFilter, Status


class Need(NamedTuple):
    """This represents a reason why calls need a person, in order of urgency."""

    key: str
    title: str
    advice: str
    where: CallFilter
    icon: str


NEEDS = (
    Need(
        "escalatie",
        "Escalatie 3 of 4",
        "Bespreek deze gesprekken eerst met de medewerker; let op nazorg.",
        CallFilter(escalation_from=HIGH),
        "⚠",
    ),
    Need(
        "rollen",
        "Rollen bevestigen",
        "Wijs aan wie de medewerker is; daarna volgt de beoordeling.",
        CallFilter(status=Status.ROLES),
        "⇄",
    ),
    Need(
        "laag",
        "Onvoldoende",
        "Kies hieruit gesprekken voor een coachgesprek.",
        CallFilter(grade_below=LOW),
        "▼",
    ),
    Need(
        "voorstellen",
        "Voorstellen controleren",
        "De tool twijfelt hier; kijk of het antwoord klopt.",
        CallFilter(with_proposals=True),
        "?",
    ),
)


def by_key(key: str | None) -> Need | None:
    """The need with this key."""
    return next((need for need in NEEDS if need.key == key), None)


def draw(attention: Attention) -> None:
    """Calling this shows what to do first, and every count with a way to its calls."""
    amounts = (
        *(attention.escalated, attention.roles_to_confirm),
        *(attention.low_score, attention.with_proposals),
    )
    _first(amounts)
    for column, need, amount in zip(st.columns(len(NEEDS)), NEEDS, amounts, strict=True):
        with column.container(border=True, height="stretch"):
            frame.put(_tile(need, amount))
            if amount:
                st.page_link("app_pages/calls.py", label="Bekijk", query_params={"toon": need.key})


def _first(amounts: tuple[int, ...]) -> None:
    for need, amount in zip(NEEDS, amounts, strict=True):
        if amount:
            number = dutch.count(amount, "gesprek", "gesprekken")
            st.info(
                f"**Begin hiermee: {need.title.lower()} ({number}).** {need.advice}", icon=":material/flag:"
            )
            return
    st.success("Er is niets dat nu op u wacht.", icon=":material/check:")


def _tile(need: Need, amount: int) -> Markup:
    quiet = "" if amount else "kb-quiet"
    return Markup(
        "<div class='kb-tile {}'><span class='kb-strong'><span aria-hidden='true'>{}</span> {}</span>"
        "<b>{}</b><p class='kb-note'>{}</p></div>"
    ).format(quiet, need.icon, need.title, amount, need.advice)
