"""This module contains the transcript as a conversation: who said what when, evidence marked, and sound."""

import mimetypes
from collections.abc import Iterable, Mapping
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import streamlit as st
from streamlit.runtime import get_instance

from app_pages import answers, dutch
from scoring.call import Speaker, Transcript, Turn
from scoring.scorecard import Evidence, Scorecard

HERE = Path(__file__).parent
NAMES = {Speaker.AGENT: "Medewerker", Speaker.CALLER: "Beller", Speaker.OTHER: "Ander"}
_conversation = st.components.v2.component(
    "klankbord_conversation",
    css=(HERE / "conversation.css").read_text(encoding="utf-8"),
    js=(HERE / "conversation.js").read_text(encoding="utf-8"),
)


class Mark(NamedTuple):
    """This represents a quote in a turn and what it proves, such as ‘✓ Begroeting: Ja’."""

    evidence: Evidence
    proves: str


def draw(transcript: Transcript, card: Scorecard | None, audio: Path | None) -> None:
    """Calling this shows the conversation; `jump_to` moves it."""
    marks = marks_of(card) if card else {}
    turns = [_turn(i, turn, marks.get(i, ())) for i, turn in enumerate(transcript.turns)]
    data = {"turns": turns, "audio": _address(audio), "jump": st.session_state.get("jump")}
    with st.container(key="kb-conversation"):
        _conversation(key="conversation", data=data)


def jump_to(transcript: Transcript, evidence: Evidence) -> None:
    """Calling this moves the conversation and its sound to a quote, also when it was there already."""
    number = st.session_state.get("jump", {}).get("number", 0) + 1
    at = moment(transcript.turns[evidence.turn], evidence)
    st.session_state["jump"] = {"turn": evidence.turn, "at": at, "number": number}


def forget_jump() -> None:
    """Calling this makes the next conversation start at its beginning."""
    st.session_state.pop("jump", None)


def moment(turn: Turn, evidence: Evidence) -> float | None:
    """When a quote starts in the recording, in seconds: that of its first word, else of its turn."""
    place = 0
    for word in turn.words:
        found = turn.text.find(word.text.strip(), place)
        if found < 0:
            continue
        place = found + len(word.text.strip())
        if place > evidence.start and word.start is not None:
            return word.start
    return turn.start


def marks_of(card: Scorecard) -> Mapping[int, list[Mark]]:
    """The evidence of a scorecard by turn."""
    marks: dict[int, list[Mark]] = {}
    for result in card.results:
        look = answers.LOOKS[result.answer]
        proves = f"{look.icon} {dutch.label(result.criterion)}: {look.word}"
        for evidence in result.evidence:
            marks.setdefault(evidence.turn, []).append(Mark(evidence, proves))
    for evidence in card.escalation.evidence:
        proves = f"⚠ Escalatie: niveau {card.escalation.level}"
        marks.setdefault(evidence.turn, []).append(Mark(evidence, proves))
    return marks


def pieces(text: str, marks: Iterable[Mark]) -> list[dict[str, object]]:
    """The text cut where marks begin and end; every piece with what it proves."""
    spans = [(max(0, m.evidence.start), min(len(text), m.evidence.end), m.proves) for m in marks]
    cuts = sorted({0, len(text), *(edge for start, end, _ in spans for edge in (start, end))})
    return [
        {"text": text[a:b], "proves": [proves for start, end, proves in spans if start <= a and b <= end]}
        for a, b in pairwise(cuts)
    ]


def _turn(number: int, turn: Turn, marks: Iterable[Mark]) -> dict[str, object]:
    marks = list(marks)
    return {
        "number": number,
        "speaker": turn.speaker.value,
        "name": NAMES[turn.speaker],
        "clock": "" if turn.start is None else dutch.clock(turn.start),
        "start": turn.start,
        "pieces": pieces(turn.text, marks),
        "proves": list(dict.fromkeys(mark.proves for mark in marks)),
    }


def _address(audio: Path | None) -> str | None:
    """The address of the recording on our own server; it lives as long as the screen."""
    if audio is None:
        return None
    kind = mimetypes.guess_type(audio.name)[0] or "audio/wav"
    return get_instance().media_file_mgr.add(str(audio), kind, "klankbord-conversation")
