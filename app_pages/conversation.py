"""This module contains the transcript as a conversation: who said what when, evidence marked, and sound."""

from collections.abc import Iterable, Mapping
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import streamlit as st

from app_pages import answers, dutch, player
from scoring.call import Speaker, Transcript, Turn
from scoring.scorecard import Evidence, Scorecard

HERE = Path(__file__).parent
NAMES = {Speaker.AGENT: "Medewerker", Speaker.CALLER: "Beller", Speaker.OTHER: "Ander"}
SCRIPTS = ("player", "waveform", "turn_editor", "conversation")
"""Parts of one script, in this order; no build, nothing from elsewhere."""
_conversation = st.components.v2.component(
    "klankbord_conversation",
    css=(HERE / "conversation.css").read_text(encoding="utf-8"),
    js="\n".join((HERE / f"{name}.js").read_text(encoding="utf-8") for name in SCRIPTS),
)


class Mark(NamedTuple):
    """This represents a quote in a turn and what it proves, such as ‘✓ Begroeting: Ja’."""

    evidence: Evidence
    proves: str
    css: str = "stil"


def draw(
    transcript: Transcript, card: Scorecard | None, call_id: str, version: int, editing: bool = False
) -> object:
    """Calling this shows the conversation with its sound; `jump_to` moves it.

    Answers the correction that a person just asked for (see `correcting`), else None.
    """
    marks = marks_of(card) if card else {}
    turns = [_turn(i, turn, marks.get(i, ())) for i, turn in enumerate(transcript.turns)]
    data = {
        "turns": turns,
        **player.data(call_id, transcript),
        "stops": stops(transcript, marks),
        "jump": st.session_state.pop("jump", None),  # once: later drawing must not move the reader again
        "editing": editing,
        "version": version,
    }
    with st.container(key="kb-conversation"):
        shown = _conversation(key="conversation", data=data, on_correction_change=lambda: None)
    return shown.correction


def jump_to(transcript: Transcript, evidence: Evidence) -> None:
    """Calling this moves the conversation and its sound to a quote, also when it was there already."""
    number = st.session_state["jumps"] = st.session_state.get("jumps", 0) + 1
    at = moment(transcript.turns[evidence.turn], evidence)
    st.session_state["jump"] = {"turn": evidence.turn, "at": at, "number": number}


def forget_jump() -> None:
    """Calling this makes the next conversation start at its beginning."""
    st.session_state.pop("jump", None)


def moment(turn: Turn, evidence: Evidence) -> float | None:
    """When a quote starts in the recording, in seconds: that of its first word, else of its turn."""
    for place, word in turn.placed():
        if place + len(word.text.strip()) > evidence.start and word.start is not None:
            return word.start
    return turn.start


def marks_of(card: Scorecard) -> Mapping[int, list[Mark]]:
    """The evidence of a scorecard by turn."""
    marks: dict[int, list[Mark]] = {}
    for result in card.results:
        look = answers.LOOKS[result.answer]
        proves = f"{look.icon} {dutch.label(result.criterion)}: {look.word}"
        for evidence in result.evidence:
            marks.setdefault(evidence.turn, []).append(Mark(evidence, proves, look.css))
    for evidence in card.escalation.evidence:
        proves = f"⚠ Escalatie: niveau {card.escalation.level}"
        marks.setdefault(evidence.turn, []).append(Mark(evidence, proves, "nee"))
    return marks


def stops(transcript: Transcript, marks: Mapping[int, Iterable[Mark]]) -> list[dict[str, object]]:
    """The places with evidence in order of the call, each with all that is proved from there."""
    found: dict[tuple[int, float | int], list[Mark]] = {}
    for turn in sorted(marks):
        for mark in sorted(marks[turn], key=lambda mark: mark.evidence.start):
            at = moment(transcript.turns[turn], mark.evidence)
            found.setdefault((turn, mark.evidence.start if at is None else at), []).append(mark)
    return [
        {
            "turn": turn,
            "at": moment(transcript.turns[turn], here[0].evidence),
            "proves": list(dict.fromkeys(mark.proves for mark in here)),
            "icons": list(dict.fromkeys(mark.proves[0] for mark in here)),
            "css": here[0].css,
            "quote": here[0].evidence.quote,
        }
        for (turn, _), here in found.items()
    ]


def pieces(
    text: str, marks: Iterable[Mark], moments: Mapping[int, float] | None = None
) -> list[dict[str, object]]:
    """The text cut where marks begin and end and where a word with a time starts.

    Every piece has what it proves, and the moment of the last word that started at or before it.
    """
    spans = [(max(0, m.evidence.start), min(len(text), m.evidence.end), m.proves) for m in marks]
    known = moments or {}
    cuts = sorted({0, len(text), *known, *(edge for start, end, _ in spans for edge in (start, end))})
    cut: list[dict[str, object]] = []
    at = None
    for a, b in pairwise(cuts):
        at = known.get(a, at)
        proves = [proves for start, end, proves in spans if start <= a and b <= end]
        cut.append({"text": text[a:b], "proves": proves, "at": at})
    return cut


def _turn(number: int, turn: Turn, marks: Iterable[Mark]) -> dict[str, object]:
    marks = list(marks)
    moments = {place: word.start for place, word in turn.placed() if word.start is not None}
    return {
        "number": number,
        "speaker": turn.speaker.value,
        "name": NAMES[turn.speaker],
        "clock": "" if turn.start is None else dutch.clock(turn.start),
        "start": turn.start,
        "pieces": pieces(turn.text, marks, moments),
        "proves": list(dict.fromkeys(mark.proves for mark in marks)),
    }
