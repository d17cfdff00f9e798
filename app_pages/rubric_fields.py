"""This module contains the fields of a form over YAML: each knows its place, and what was there before."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st

from app_pages import decimals
from scoring.rubric.editing import GONE, Where

HELP = {
    "weight": "Hoe zwaar dit telt binnen de B. 1 is gewoon; 2 telt dubbel.",
    "mode": "Twijfelt u of de tool dit goed kan? Laat haar dan voorstellen.",
    "guidance": "Eén regel per beslisregel, zoals: Ja: de medewerker noemt de termijn.",
    "tip": "Wat kan de medewerker zeggen? Een voorbeeldzin helpt.",
    "min": "Lager: er wordt meer herkend, ook ten onrechte. Hoger: alleen wat heel duidelijk is.",
    "example": "Elke regel begint met A: (medewerker), B: (beller) of O: (ander). Gebruik verzonnen namen.",
}
ANSWERS = {"yes": "ja", "partial": "deels", "no": "nee", "na": "n.v.t.", "unmeasurable": "niet meetbaar"}
REMOVE = "weghalen"
NONE = "–"


class Fields:
    """This represents the fields of one form; `changes()` is what a person made different."""

    def __init__(self, part: Where, prefix: str) -> None:
        self.part = part
        self.prefix = prefix
        self._reads: dict[Where, tuple[Any, Callable[[], Any]]] = {}

    def changes(self) -> dict[Where, Any]:
        """The places that a person changed, with the new values."""
        found = {where: (before, read()) for where, (before, read) in self._reads.items()}
        return {(*self.part, *where): new for where, (before, new) in found.items() if new != before}

    def line(self, where: Where, label: str, value: str, help: str = "") -> None:
        """A text of a line or two."""
        key = self._key(where)
        st.text_area(label, str(value), key=key, height=68, help=help or None)
        self._reads[where] = (str(value), lambda: " ".join(st.session_state[key].split()))

    def lines(self, where: Where, label: str, value: Sequence[str] | None, help: str) -> None:
        """Texts, one a line; none at all takes the field away."""
        before = [str(one) for one in value or []]
        key = self._key(where)
        height = min(400, max(92, 40 + 26 * len(before)))
        st.text_area(label, "\n".join(before), key=key, height=height, help=help or None)
        self._reads[where] = (before or GONE, lambda: _lines(st.session_state[key]) or GONE)

    def words(self, where: Where, label: str, value: str) -> None:
        """A word list as the phrase language writes it."""
        key = self._key(where)
        st.text_area(label, str(value), key=key, height=160)
        self._reads[where] = (str(value), lambda: "".join(st.session_state[key].split()))

    def number(
        self, where: Where, label: str, value: float, low: float, high: float, step: float, help: str
    ) -> None:
        """A number; small steps are chosen from a list."""
        key = self._key(where)
        if step < 1:
            decimals.ask(label, value, low, high, step, key, help)
        else:
            st.number_input(label, low, high, value, step, key=key, format="%g", help=help or None)
        self._reads[where] = (value, lambda: float(st.session_state[key]))

    def whole(self, where: Where, label: str, value: int) -> None:
        """A whole number from 1."""
        key = self._key(where)
        st.number_input(label, 1, 99, value, key=key)
        self._reads[where] = (value, lambda: int(st.session_state[key]))

    def choice(self, where: Where, label: str, value: bool) -> None:
        """Yes or no."""
        key = self._key(where)
        st.checkbox(label, value, key=key)
        self._reads[where] = (value, lambda: bool(st.session_state[key]))

    def pick(self, where: Where, label: str, value: str, options: Mapping[str, str], help: str) -> None:
        """One of a few."""
        key = self._key(where)
        names = list(options)
        st.selectbox(label, names, names.index(value), options.__getitem__, key=key, help=help or None)
        self._reads[where] = (value, lambda: st.session_state[key])

    def examples(self, where: Where, value: Sequence[Mapping[str, Any]]) -> None:
        """Dialogues with their answers, and room for a new one; other fields of an example stay."""
        before = [dict(one) for one in value]
        for number, example in enumerate([*before, {"answer": NONE, "dialogue": ""}]):
            _example(self._key((*where, number)), example, number)
        self._reads[where] = (
            before,
            lambda: [one for n in range(len(before) + 1) if (one := self._read(where, n, before))],
        )

    def _read(self, where: Where, number: int, before: list[dict[str, Any]]) -> dict[str, Any] | None:
        key = self._key((*where, number))
        answer, text = st.session_state[f"{key}-answer"], st.session_state[f"{key}-text"]
        old = before[number] if number < len(before) else {}
        if answer == REMOVE or (not old and (answer == NONE or not text.strip())):
            return None
        if old and text.strip() == str(old["dialogue"]).strip():
            text = old["dialogue"]
        elif text.strip():
            text = "\n".join(_lines(text)) + "\n"
        return old | {"answer": answer, "dialogue": text}

    def _key(self, where: Where) -> str:
        return f"{self.prefix}-{'-'.join(map(str, where))}"


def _example(key: str, example: Mapping[str, Any], number: int) -> None:
    fresh = example["answer"] == NONE
    options = [*([NONE] if fresh else []), *ANSWERS, *([] if fresh else [REMOVE])]
    label = "Nieuw voorbeeld: het antwoord" if fresh else f"Voorbeeld {number + 1}: het antwoord"
    answer, text = st.columns([1, 4])
    with answer:
        st.selectbox(
            label,
            options,
            options.index(example["answer"]),
            lambda a: ANSWERS.get(a, a),
            key=f"{key}-answer",
        )
    with text:
        st.text_area(
            "Het nieuwe gesprekje" if fresh else f"Het gesprekje van voorbeeld {number + 1}",
            str(example["dialogue"]).strip(),
            key=f"{key}-text",
            height=120,
            help=HELP["example"],
            placeholder="A: Goedemorgen, gemeente Rijnmeer, met Loes.\nB: Dag, ik heb een vraag."
            if fresh
            else None,
        )


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
