"""This module contains the filters of the list of calls."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from app_pages import attention, desk, dutch
from scoring.store import HIGH_ESCALATION, LOW_GRADE, CallFilter, Status, Store

T = TypeVar("T")
PERIODS = {"Alle": None, "Laatste 7 dagen": 7, "Laatste 30 dagen": 30, "Laatste 90 dagen": 90, "Kies zelf": 0}
GRADES = {"Alle": None, "Onvoldoende (onder 5,5)": LOW_GRADE, "Onder 7": 7.0, "Onder 8": 8.0}
LEVELS = {"Alle": None, "Niveau 1 en hoger": 1, "Niveau 2 en hoger": 2, "Niveau 3 en 4": HIGH_ESCALATION}


def choose(store: Store) -> CallFilter:
    """Calling this shows the filters and answers what the user chose."""
    need = _need()
    with st.container(border=True):
        search, period, status, grade = st.columns([0.34, 0.22, 0.22, 0.22])
        words = search.text_input(
            "Zoeken", placeholder="Woorden uit gesprek, bestand of team", icon=":material/search:"
        )
        since, until = _period(period)
        chosen = {
            "search": words,
            "since": since,
            "until": until,
            "status": _pick(status, "Stand", {"Alle": None} | {s.value.capitalize(): s for s in Status}),
            "grade_below": _pick(grade, "Cijfer", GRADES),
        } | _more(store)
    fixed = need.where.model_dump(exclude_defaults=True) if need else {}
    return CallFilter.model_validate({k: v for k, v in chosen.items() if v is not None} | fixed)


def _more(store: Store) -> dict[str, object]:
    team, agent, level, direction = st.columns(4)
    directions = {"Alle": None} | {word.capitalize(): code for code, word in dutch.DIRECTIONS.items()}
    return {
        "team": _known(team, "Team", store.choices("team")),
        "agent": _known(agent, "Medewerker (pseudoniem)", store.choices("agent"), desk.agent_names()),
        "escalation_from": _pick(level, "Escalatie", LEVELS),
        "direction": _pick(direction, "Richting", directions),
    }


def _need() -> attention.Need | None:
    """The choice that Start sent the user here with; the user can drop it."""
    need = attention.by_key(st.query_params.get("toon"))
    if need is None:
        return None
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"{need.icon} Alleen: **{need.title.lower()}**. {need.advice}")
        if st.button("Toon alle gesprekken", icon=":material/close:"):
            st.query_params.clear()
            st.rerun()
    return need


def _pick(place: DeltaGenerator, label: str, options: Mapping[str, T]) -> T:
    return options[place.selectbox(label, list(options))]


def _known(
    place: DeltaGenerator, label: str, values: Sequence[str], names: Mapping[str, str] | None = None
) -> str | None:
    names = names or {}
    return place.selectbox(
        label, values, index=None, placeholder="Alle", format_func=lambda value: names.get(value, value)
    )


def _period(place: DeltaGenerator) -> tuple[datetime | None, datetime | None]:
    days = _pick(place, "Periode", PERIODS)
    if days is None:
        return None, None
    if days:
        return datetime.combine(date.today() - timedelta(days=days), time()), None
    first = place.date_input("Van", value=None, format="DD-MM-YYYY")
    last = place.date_input("Tot en met", value=None, format="DD-MM-YYYY")
    since = datetime.combine(first, time()) if first else None
    return since, datetime.combine(last + timedelta(days=1), time()) if last else None
