"""This module contains a field for a number with a decimal comma; Streamlit's own field writes a point."""

from collections.abc import Sequence

import streamlit as st

from app_pages import dutch


def ask(label: str, value: float, low: float, high: float, step: float, key: str, help: str = "") -> float:
    """Calling this lets the user choose a number; the one that is there now is always among them."""
    options = steps(value, low, high, step)
    chosen = st.selectbox(label, options, options.index(value), format_func=words, key=key, help=help or None)
    return float(chosen)


def steps(value: float, low: float, high: float, step: float) -> Sequence[float]:
    """Every multiple of the step between the bounds, and the value itself."""
    count = round(high / step)
    found = {round(number * step, 4) for number in range(count + 1)}
    return sorted({one for one in found if low <= one <= high} | {value})


def words(value: float) -> str:
    """A number as one writes it in Dutch: with a comma, and whole numbers without decimals."""
    return dutch.number(value, 2).rstrip("0").removesuffix(",")
