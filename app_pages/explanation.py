"""This module contains the explanation of each screen: what it is for, what one does there, and what it means."""

from functools import cache
from pathlib import Path

import streamlit as st
from markupsafe import Markup
from ruamel.yaml import YAML

TEXTS = Path(__file__).parent / "uitleg.yaml"
LABEL = "Uitleg bij deze pagina"
PARTS = {
    "waarvoor": "Waar is dit scherm voor?",
    "doen": "Wat kunt u hier doen?",
    "betekent": "Wat betekent het?",
}
_SHOWN = "explained-screen"


@cache
def texts() -> dict[str, dict[str, str]]:
    """The explanation by address of the screen, each with the parts of PARTS."""
    read: dict[str, dict[str, str]] = YAML(typ="safe").load(TEXTS.read_text(encoding="utf-8"))
    return read


def expect(address: str) -> None:
    """Calling this makes the next title bring the explanation of the screen at this address."""
    st.session_state[_SHOWN] = address


def draw() -> None:
    """Calling this shows the explanation that was expected: once, beside the first title of the screen."""
    found = texts().get(st.session_state.pop(_SHOWN, ""))
    if found is None:
        return
    with st.popover(LABEL, icon=":material/help:", type="tertiary", key="uitleg"):
        for part, title in PARTS.items():
            st.html(str(Markup("<h2 class='kb-title'>{}</h2><p>{}</p>").format(title, found[part])))
