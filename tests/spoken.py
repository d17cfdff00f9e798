"""Invented speech as the detectors see it."""

from datetime import datetime

from scoring.call import Call, Transcript, Turn
from scoring.detectors import CallContext
from scoring.examples import dialogue
from scoring.language.lexicon import Lexicon
from scoring.language.phrases import _PART
from scoring.language.text import TurnText


def a_turn(text: str, *words: str) -> TurnText:
    """One turn, with these words as the vocabulary of the rules."""
    return TurnText(text, Lexicon(words))


def a_context(lines: str, *words: str, **call: object) -> CallContext:
    """A call of lines that start with A:, B: or O:, without learned intents."""
    return of_transcript(dialogue(lines), *words, **call)


def of_turns(*turns: Turn, **call: object) -> CallContext:
    """A call of these turns."""
    return of_transcript(Transcript(call_id="proef", turns=turns), **call)


def of_transcript(transcript: Transcript, *words: str, **call: object) -> CallContext:
    """A call with this transcript, on Thursday 15 January 2026 unless told otherwise."""
    base: dict[str, object] = {"id": "proef", "source": "proef", "called_at": datetime(2026, 1, 15, 10)}
    return CallContext(Call.model_validate(base | call), transcript, Lexicon(words))


def quotes_stand(context: CallContext, observation: object) -> bool:
    """Whether every quote of an observation stands in the transcript, at the place it names."""
    turns = context.transcript.turns
    return all(turns[e.turn].text[e.start : e.end] == e.quote for e in observation.evidence)  # type: ignore[attr-defined]


def literal(phrase: str, at: int) -> str:
    """The phrase as it may be said, with alternative number `at` of each part and nothing optional."""
    said = []
    for part in _PART.findall(phrase):
        if part == "_":
            said.append("xx")
        elif not part.startswith(("[", "..")):
            options = part.split("|")
            said.append(options[at % len(options)].replace("*", ""))
    return " ".join(said)
