"""This module contains what the screens of the rubric editor share: the draft, who works, what was said last."""

import re
from collections.abc import Callable
from typing import Any

import streamlit as st

from app_pages import desk, dutch
from scoring.access import Right
from scoring.errors import ReviewError, RubricError, ScoringError
from scoring.publishing import Workbench
from scoring.rubric.comparing import answer
from scoring.rubric.editing import plain
from scoring.store import Action

TOLD = "rubric-told"
STEP = "rubric-step"


def bench() -> Workbench:
    """The draft of the rubric, and its versions."""
    return Workbench(desk.settings())


def data() -> Any:
    """The draft (or what judges now) as plain data; not to be changed."""
    return plain(bench().content())


def by() -> str:
    """Who changes the rubric; ReviewError when nobody said so yet."""
    name = desk.require(Right.EDIT_RUBRIC).name.strip()
    if not name:
        raise ReviewError("Vul eerst bovenaan uw naam of initialen in. Die komt bij de wijziging te staan.")
    return name


def act(work: Callable[[], str], detail: str = "") -> bool:
    """Calling this does a piece of work and remembers what to tell of it; answers whether it was done.

    Errors are told on the screen as well: what a form's button calls runs outside the router.
    """
    try:
        desk.require(Right.EDIT_RUBRIC)
        told = work()
        desk.note(Action.RUBRIC, detail=detail or told)
    except RubricError as error:
        st.session_state[TOLD] = (False, [in_words(problem) for problem in error.problems])
        return False
    except ScoringError as error:
        st.session_state[TOLD] = (False, str(error).splitlines())
        return False
    st.session_state[TOLD] = (True, [told])
    return True


def in_words(problem: str) -> str:
    """A problem of the check with the question instead of the code, and answers as the screen calls them."""
    own, colon, rest = problem.partition(": ")
    questions = {c["id"]: c["question"] for c in data()["criteria"]}
    said = re.sub(r"‘(\w+)’", lambda found: f"‘{answer(found[1])}’", rest)
    return f"{questions[own]} {said[:1].upper()}{said[1:]}" if own in questions else f"{own}{colon}{said}"


def pressed(work: Callable[[], str], detail: str = "") -> None:
    """The same, for a button."""
    act(work, detail)


def tell() -> None:
    """Calling this shows once what became of the last piece of work."""
    told = st.session_state.pop(TOLD, None)
    if told is None:
        return
    good, lines = told
    if good:
        st.success(dutch.literal(lines[0]), icon=":material/check:")
        return
    text = "\n".join(f"- {dutch.literal(line)}" for line in lines)
    st.error(f"Dit is niet bewaard:\n{text}", icon=":material/error:")


def go(step: str) -> None:
    """Calling this (from a button) opens another step."""
    st.session_state[STEP] = step
