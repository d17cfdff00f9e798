"""This module contains the list of criteria that a person answers by key or click, one beside the other."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, cast

import streamlit as st

from app_pages import answers, conversation, dutch
from scoring.call import Transcript
from scoring.store import GIVEN
from scoring.store.decisions import LEVELS

HERE = Path(__file__).parent
SCRIPTS = ("answer_list", "answer_form", "answer_draw")
_list = st.components.v2.component(
    "klankbord_answer_list",
    css=(HERE / "answer_list.css").read_text(encoding="utf-8"),
    js="\n".join((HERE / f"{name}.js").read_text(encoding="utf-8") for name in SCRIPTS),
)
KEYS_ALONE = "Toetsen: 1–5 antwoord · J/K of ↑↓ vorige/volgende · O opmerking · G naar het gesprek, Esc terug"
Said = Mapping[str, object]
"""One answer as it comes from the screen: serial, id, answer, seen, and what was filled in with it."""


class Field(NamedTuple):
    """This represents something a person can add to an answer, with the key that goes there."""

    name: str
    title: str
    short: str
    key: str
    kind: str = "text"
    options: tuple[str, ...] = ()


REMARK = Field("note", "Opmerking", "Opmerking", "o")


def scales() -> dict[str, list[dict[str, str]]]:
    """What can be answered: the five answers by key 1–5, the levels of escalation by key 0–4."""
    five = []
    for key, answer in enumerate(GIVEN, start=1):
        look = answers.LOOKS[answer]
        five.append(_choice(answer.value, str(key), look.word, look.icon, look.css))
    levels = [
        _choice(n, n, f"niveau {n}", "⚠" if n > "2" else "·", "nee" if n > "2" else "stil") for n in LEVELS
    ]
    return {"answers": five, "levels": levels}


def _choice(value: str, key: str, word: str, icon: str, css: str) -> dict[str, str]:
    return {"value": value, "key": key, "word": word, "icon": icon, "css": css}


def turns(transcript: Transcript) -> list[dict[str, object]]:
    """The moments of a call to choose from."""
    return [
        {
            "start": turn.start,
            "label": f"{'' if turn.start is None else dutch.clock(turn.start) + ' '}"
            f"{conversation.NAMES[turn.speaker]}: {turn.text[:60]}",
        }
        for turn in transcript.turns
    ]


def item(criterion: str, group: str, question: str, **more: object) -> dict[str, object]:
    """One line of the list; `more` as the script reads it."""
    plain: dict[str, object] = {
        **{"id": criterion, "group": group, "question": question, "guidance": [], "scale": "answers"},
        **{
            "machine": None,
            "agree": None,
            "answer": None,
            "mine": True,
            "required": False,
            "history": [],
            "fields": {},
        },
    }
    return plain | more


def draw(
    key: str,
    data: Mapping[str, object],
    on_given: Callable[[Sequence[Said]], None],
    on_finish: Callable[[], None] | None = None,
) -> None:
    """Calling this shows the list; `on_given` gets what was answered since, each once, in order."""

    def given() -> None:
        said = cast("list[Said]", st.session_state[key].get("given") or [])
        new = [one for one in said if _serial(one) > done(key)]
        if new:
            st.session_state[f"{key}-done"] = max(map(_serial, new))
            on_given(new)

    def finished() -> None:
        if on_finish and st.session_state[key].get("finish"):
            on_finish()

    whole = {
        "choices": scales(),
        "done": done(key),
        "of": key,
        "turns": [],
        "fields": [],
        "locked": "",
    } | dict(data)
    with st.container(key="kb-answers"):
        _list(key=key, data=whole, on_given_change=given, on_finish_change=finished)


def done(key: str) -> int:
    """The number of the last answer that the server handled."""
    return int(st.session_state.get(f"{key}-done", 0))


def _serial(said: Said) -> int:
    return int(cast("int", said["serial"]))
