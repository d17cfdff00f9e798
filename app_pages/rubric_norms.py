"""This module contains the form of a norm profile: limits, choices, and words for speech recognition."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from app_pages import frame, rubric_desk
from app_pages.rubric_fields import Fields
from scoring.rubric.editing import plain
from scoring.rubric.files import stamp

RECOGNITION = {
    "word_confidence": "Hoe zeker een citaat verstaan moet zijn (0 tot 1)",
    "not_understood": "Deel van de spraak dat onverstaanbaar mag zijn (0 tot 1)",
}


def draw() -> None:
    """Calling this asks which profile, and shows its form."""
    bench = rubric_desk.bench()
    texts = {name: bench.norms(name) for name in bench.norm_names()}
    profiles = {name: plain(text) for name, text in texts.items()}
    frame.note(
        "De normen horen bij één organisatie. Zet bij de bron waar ze staan, zodat iedereen het kan nakijken."
    )
    name = st.selectbox(
        "Welk normprofiel?", list(profiles), format_func=lambda n: profiles[n]["title"], key="rubric-norms"
    )
    if name is None:
        return
    seen = stamp(texts[name])
    fields = Fields((), f"norms-{name}-{seen}")
    with st.form(f"form-norms-{name}-{seen}"):
        _form(fields, profiles[name])
        st.form_submit_button(
            "Bewaren in het concept",
            type="primary",
            on_click=rubric_desk.pressed,
            args=(lambda: _saved(fields, name, seen), f"normen van {name} aangepast in het concept"),
        )


def _saved(fields: Fields, name: str, seen: str) -> str:
    changes = fields.changes()
    if not changes:
        return "Er is niets gewijzigd."
    rubric_desk.bench().change_norms(name, changes, seen, rubric_desk.by())
    return "De normen zijn bewaard in het concept."


def _form(fields: Fields, now: Mapping[str, Any]) -> None:
    columns = st.columns(3)
    numbers = [(n, v) for n, v in now["values"].items() if not isinstance(v, bool)]
    for place, (name, value) in enumerate(numbers):
        with columns[place % 3]:
            fields.number(("values", name), _title(name), float(value), 0.0, 9999.0, 1.0, "")
    for name, value in now["values"].items():
        if isinstance(value, bool):
            fields.choice(("values", name), _title(name), value)
    fields.line(("source",), "Bron: waar staan deze normen?", now["source"].strip())
    heard = now.get("recognition")
    if heard:
        with st.expander("Spraakherkenning"):
            fields.lines(
                ("recognition", "terms"),
                "Namen en woorden die de spraakherkenning moet kennen",
                heard.get("terms"),
                "Eén per regel, hooguit 80: plaatsen, afdelingen, regelingen.",
            )
            for name, label in RECOGNITION.items():
                if name in heard:
                    fields.number(("recognition", name), label, float(heard[name]), 0.0, 1.0, 0.05, "")


def _title(name: str) -> str:
    return name.replace("_", " ").capitalize()
