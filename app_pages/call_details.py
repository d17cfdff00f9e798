"""This module contains the form for what is known of calls beside their words."""

from datetime import datetime, time

import streamlit as st

from app_pages import dutch
from scoring.intake import Metadata
from scoring.jobs import CHANNELS

SIDES = ("links (kanaal 1)", "rechts (kanaal 2)")


def ask() -> Metadata:
    """Calling this asks for details; what stays empty comes from the file, its name or metadata.csv."""
    st.caption("Dit geldt voor alle bestanden hierboven en gaat voor wat in het bestand staat.")
    day, clock, direction, kind = st.columns(4)
    on = day.date_input("Datum", value=None, format="DD-MM-YYYY")
    at = clock.time_input("Tijd", value=None, disabled=on is None)
    way = direction.selectbox(
        "Richting",
        list(dutch.DIRECTIONS),
        index=None,
        placeholder="Onbekend",
        format_func=lambda code: dutch.DIRECTIONS[code],
    )
    call_type = kind.text_input("Soort gesprek", placeholder="Bijvoorbeeld: melding")
    organisation, team, agent = st.columns(3)
    return Metadata(
        called_at=datetime.combine(on, at or time()) if on else None,
        direction=way,
        call_type=call_type.strip() or None,
        organisation=organisation.text_input("Organisatie").strip() or None,
        team=team.text_input("Team").strip() or None,
        agent=agent.text_input(
            "Medewerker (pseudoniem)",
            placeholder="Bijvoorbeeld: M-07",
            help="Gebruik geen echte naam. Een pseudoniem is genoeg om gesprekken bij elkaar te zien.",
        ).strip()
        or None,
    )


def ask_channel() -> str | None:
    """Calling this asks where the employee is in recordings with two channels; None: find out."""
    sides = dict(zip(CHANNELS, SIDES, strict=True))
    return st.selectbox(
        "Medewerker in opnamen met twee kanalen",
        list(sides),
        index=None,
        placeholder="Klankbord zoekt het uit",
        format_func=lambda channel: sides[channel],
        help="Staat de medewerker bij u altijd op hetzelfde kanaal? Kies het hier, dan wordt er niet geraden.",
    )
