"""This module contains the form of one part of the rubric: its texts, weight, phrases, limits and examples."""

from collections.abc import Iterator, Mapping
from typing import Any

import streamlit as st

from app_pages import frame, rubric_desk
from app_pages.rubric_fields import HELP, Fields
from scoring.rubric.editing import Where, at

WORDS = {
    "phrases": "Zinnen die tellen",
    "unless": "Zinnen die níét tellen",
    "before": "Zinnen waarmee het ook eerder telt",
    "then": "Zinnen die daarna moeten komen",
    "announcing": "Zinnen die het aankondigen",
    "first_part": "Zinnen voor het eerste deel",
    "second_part": "Zinnen voor het tweede deel",
}
HOW = (
    "Eén zin per regel. `vervel*` is elk woord dat zo begint, `iets|vragen` is ‘iets’ of ‘vragen’, `[andere]` mag "
    "er staan, `_` is één woord, `...` zijn hooguit vier woorden, `..2` hooguit twee, "
    "`$` is het einde van de beurt, en `{u}` is een woordenlijst."
)
SPEAKERS = {"agent": "de medewerker", "caller": "de beller", "other": "een ander", None: "iedereen"}
MODES = {"machine": "De tool beslist", "proposes": "De tool stelt voor, een mens beslist"}
LIMITS = {"at_least": "minstens", "at_most": "hoogstens"}
WINDOWS = {"first": "Alleen de eerste … beurten", "last": "Alleen de laatste … beurten"}
ANSWER_PARTS = {"applies_when": "Geldt", "yes": "Ja", "partial": "Deels"}


def draw(part: Where) -> None:
    """Calling this shows the form; what was typed goes into the draft with the button."""
    bench = rubric_desk.bench()
    seen = bench.seen(part)
    now = at(rubric_desk.data(), part)
    fields = Fields(part, f"{'-'.join(map(str, part))}-{seen}")
    with st.form(f"form-{fields.prefix}", border=True):
        if part[0] == "criteria":
            _criterion(fields, now)
        elif part[0] == "lists":
            fields.words((), "Woorden, met een streepje | ertussen", now)
        else:
            _detector(fields, (), now)
        st.form_submit_button(
            "Bewaren in het concept",
            type="primary",
            on_click=rubric_desk.pressed,
            args=(lambda: _saved(fields, seen), f"{part[1]} aangepast in het concept"),
        )


def _saved(fields: Fields, seen: str) -> str:
    changes = fields.changes()
    if not changes:
        return "Er is niets gewijzigd."
    rubric_desk.bench().change(changes, seen, rubric_desk.by(), fields.part)
    return "Bewaard in het concept. Kijk bij ‘Uitproberen’ wat er verandert."


def has_words(detector: Mapping[str, Any]) -> bool:
    """Whether a detector has something that a coach can change."""
    return any(name in detector for name in (*WORDS, "min", *WINDOWS))


def _criterion(fields: Fields, now: Mapping[str, Any]) -> None:
    st.markdown("**Vraag en weging**")
    fields.line(("question",), "De vraag", now["question"])
    weight, critical, mode = st.columns(3, vertical_alignment="bottom")
    with weight:
        fields.number(("weight",), "Gewicht", float(now.get("weight", 1.0)), 0.1, 10.0, 0.5, HELP["weight"])
    with critical:
        fields.choice(("critical",), "Belangrijk: een nee begrenst de B", bool(now.get("critical", False)))
    if now["mode"] in MODES:
        with mode:
            fields.pick(("mode",), "Wie beslist?", now["mode"], MODES, HELP["mode"])
    _words(fields, now)
    _limits(fields, now)
    with st.expander("Uitleg: waarom, beslisregels en tip"):
        fields.line(("why",), "Waarom telt dit voor de beller?", now["why"])
        fields.line(("source",), "Waar komt dit vandaan?", now["source"])
        fields.lines(
            ("guidance",), "Beslisregels voor twijfelgevallen", now.get("guidance"), HELP["guidance"]
        )
        fields.line(("tip",), "Tip voor de coach", now["tip"], HELP["tip"])
    if now["mode"] in MODES:
        amount = len(now.get("examples") or [])
        with st.expander(f"Voorbeelden ({amount}): hiermee wordt het criterium getest"):
            fields.examples(("examples",), now.get("examples") or [])


def _words(fields: Fields, now: Mapping[str, Any]) -> None:
    own = {name: d for name, d in (now.get("detectors") or {}).items() if has_words(d)}
    if not own:
        return
    st.markdown("**Wat er wordt herkend**")
    if any(set(WORDS) & d.keys() for d in own.values()):
        frame.note("Hoe u een zin schrijft, leest u bij het vraagteken naast elk vak.")
    for name, detector in own.items():
        _detector(fields, ("detectors", name), detector)


def _detector(fields: Fields, where: Where, detector: Mapping[str, Any]) -> None:
    name = str(where[-1] if where else fields.part[-1]).replace("_", " ")
    speaker = SPEAKERS[detector.get("speaker", "agent")]
    if detector["kind"] == "intent":
        label = f"‘{name}’: hoe zeker moet dit herkend zijn?"
        fields.number((*where, "min"), label, float(detector.get("min", 0.5)), 0.01, 0.99, 0.05, HELP["min"])
    for field, label in WORDS.items():
        if field in detector or (field == "unless" and detector["kind"] == "phrase"):
            shown = f"{label} bij ‘{name}’ ({speaker})"
            fields.lines((*where, field), shown, detector.get(field), HOW)
    for field, label in WINDOWS.items():
        if field in detector:
            fields.whole((*where, field), f"{label} bij ‘{name}’", int(detector[field]))


def _limits(fields: Fields, now: Mapping[str, Any]) -> None:
    found = [(part, *limit) for part in ANSWER_PARTS for limit in _bounds(now.get(part), (part,))]
    if not found:
        return
    st.markdown("**Grenzen**")
    for part, where, measure, bound, value in found:
        label = f"{ANSWER_PARTS[part]} als ‘{measure.replace('_', ' ')}’ {LIMITS[bound]} … is"
        if isinstance(value, Mapping):
            norm = str(value["norm"]).replace("_", " ")
            frame.note(f"{label.replace('…', 'de norm')}: ‘{norm}’. Die past u aan bij ‘Normen’.")
        else:
            fields.number(where, label, float(value), 0.0, 9999.0, 1.0, "")


def _bounds(condition: Any, where: Where) -> Iterator[tuple[Where, str, str, Any]]:
    """Every limit in a condition: its place, what it is about, which side, and the value."""
    if isinstance(condition, Mapping):
        for key, inner in condition.items():
            if key in LIMITS:
                yield (*where, key), str(condition["measure"]), key, inner
            elif key not in ("measure", "norm"):
                yield from _bounds(inner, (*where, key))
    elif isinstance(condition, list):
        for number, inner in enumerate(condition):
            yield from _bounds(inner, (*where, number))
