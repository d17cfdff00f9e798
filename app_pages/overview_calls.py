"""This screen shows the calls behind a figure of an overview."""

import streamlit as st
from pydantic import ValidationError

from app_pages import answers, call_table, desk, dutch, frame
from scoring.access import Right
from scoring.store import CallFilter

MOST = 2000
LISTS = ("answers", "ids")


def asked() -> CallFilter | None:
    """The filter in the address; None when someone changed the address into something else."""
    told = {name: st.query_params[name] for name in st.query_params if name in CallFilter.model_fields}
    values = {name: value.split() if name in LISTS else value for name, value in told.items()}
    try:
        return CallFilter.model_validate(values)
    except ValidationError:
        return None


def about(where: CallFilter) -> str:
    """What these calls have in common, in words."""
    parts = [where.team or "alle teams"]
    if where.since and where.until:
        parts.append(f"van {dutch.day(where.since)} tot {dutch.day(where.until)}")
    if where.criterion:
        titles = {c.id: c.question for c in desk.rubric().criteria}
        given = ", ".join(answers.LOOKS[answer].word.lower() for answer in where.answers)
        parts.append(f"‘{titles.get(where.criterion, where.criterion)}’: {given}")
    if where.escalation_level is not None:
        parts.append(f"escalatie niveau {where.escalation_level}")
    if where.escalation_from is not None:
        parts.append(f"escalatie vanaf niveau {where.escalation_from}")
    return " · ".join(parts)


def main() -> None:
    """Calling this shows the list."""
    desk.require(Right.SEE_CALLS)
    st.page_link("app_pages/overview.py", label="Terug naar het overzicht", icon=":material/arrow_back:")
    where = asked()
    if where is None:
        frame.heading("Gesprekken bij een cijfer")
        st.info("Dit adres klopt niet. Ga terug naar het overzicht en kies daar een getal.")
        return
    total = desk.store().count(where)
    frame.heading(dutch.count(total, "gesprek", "gesprekken"), about(where))
    if total > MOST:
        st.info(f"U ziet de nieuwste {MOST}.")
    if total:
        call_table.draw(desk.store().calls(where, limit=MOST), key="overview-calls")


main()
