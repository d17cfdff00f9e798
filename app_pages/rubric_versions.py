"""This module contains the versions of the rubric: who made them, what differs, and the way back."""

from pathlib import Path

import streamlit as st
from markupsafe import Markup

from app_pages import desk, differences_view, dutch, frame, rubric_desk
from scoring.publishing import compare
from scoring.rubric.files import read, version_of
from scoring.rubric.shelf import Version


def shipped() -> str | None:
    """The number of the version that came with Klankbord; None when the site has no version of its own."""
    shelf = rubric_desk.bench().shelf
    return version_of(read(shelf.base)) if shelf.versions() else None


def draw() -> None:
    """Calling this shows the versions, compares two of them, and offers to go back."""
    choices = _choices()
    if len(choices) == 1:
        (number,) = choices
        frame.note(
            f"Er is alleen de meegeleverde versie {number}. Publiceer een wijziging, dan komt die hierbij."
        )
        return
    frame.put(_table(rubric_desk.bench().shelf.versions()))
    st.header("Vergelijken", anchor=False)
    names = list(choices)
    left, right = st.columns(2)
    old = left.selectbox("Van versie", names, index=1, key="compare-old")
    new = right.selectbox("Naar versie", names, index=0, key="compare-new")
    differences_view.draw(compare(choices[old], choices[new]))
    st.header("Terug naar een oudere versie", anchor=False)
    _back({name: path for name, path in choices.items() if path != rubric_desk.bench().shelf.active})


def _choices() -> dict[str, Path]:
    """Every version by its number, newest first; the shipped file too when it is not among them."""
    shelf = rubric_desk.bench().shelf
    found = {one.version: one.path for one in shelf.versions()}
    number = version_of(read(shelf.base))
    if number not in found:
        found[f"{number} (meegeleverd)" if found else number] = shelf.base
    return found


def _back(choices: dict[str, Path]) -> None:
    frame.note(
        "De oude versie wordt dan opnieuw gepubliceerd, met een nieuw nummer. De versies ertussen blijven bewaard."
    )
    if rubric_desk.bench().exists:
        frame.note("Let op: uw concept blijft staan, maar is dan gemaakt op een andere versie.")
    chosen = st.selectbox("Welke versie?", list(choices), key="back-to")
    st.button(
        f"Zet versie {chosen} terug",
        icon=":material/undo:",
        on_click=_roll_back,
        args=(choices[chosen],),
    )


def _roll_back(path: Path) -> None:
    if rubric_desk.act(lambda: _rolled_back(path)):
        rubric_desk.go("Opnieuw beoordelen")


def _rolled_back(path: Path) -> str:
    version = rubric_desk.bench().roll_back(path, rubric_desk.by())
    return f"Versie {version_of(read(path))} geldt weer, met het nieuwe nummer {version.version}."


def _table(versions: tuple[Version, ...]) -> Markup:
    now = desk.rubric().version
    rows = Markup("").join(
        Markup("<tr><th scope='row'>{}{}</th><td>{}</td><td>{}</td><td>{}</td></tr>").format(
            one.version,
            " (geldt nu)" if one.version == now else "",
            dutch.short_moment(one.about.at),
            one.about.by or dutch.NONE,
            one.about.note or dutch.NONE,
        )
        for one in versions
    )
    return Markup(
        "<table class='kb-table'><caption>Alle versies van deze organisatie</caption><thead><tr><th scope='col'>Versie"
        "</th><th scope='col'>Gepubliceerd</th><th scope='col'>Door</th><th scope='col'>Waarom</th></tr></thead>"
        "<tbody>{}</tbody></table>"
    ).format(rows)
