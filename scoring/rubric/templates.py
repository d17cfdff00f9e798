"""This module contains templates of criteria: what a coach fills in becomes a criterion with its examples."""

import re
from enum import StrEnum
from typing import Any, Literal

from scoring.errors import RubricError
from scoring.record import Record

Where = Literal["overal", "begin", "einde"]
OPENING = 3
"""The turns of a speaker that are the beginning or the end of a call."""
INTENTS = {
    "clarify": "vraagt door of controleert de vraag",
    "identify": "vraagt gegevens, zoals geboortedatum of zaaknummer",
    "open_question": "stelt een open vraag over de situatie",
    "empathy": "erkent gevoel of situatie, of biedt excuus aan",
    "explain": "legt uit waarom iets zo is",
    "initiative": "stelt zelf een actie voor of doet die",
    "picks_up_contact": "gaat in op eerder contact",
    "unavailable": "zegt dat een collega er niet is of dat iets nu niet kan",
    "callback_offer": "belooft dat iemand terugbelt",
    "callback_who": "zegt wie er terugbelt",
    "callback_number": "vraagt of controleert het telefoonnummer",
    "alternative": "biedt een andere weg",
    "transfer": "verbindt door",
    "transfer_pass_on": "geeft naam of vraag door aan de collega",
    "hold": "zet in de wacht",
    "hold_return": "komt terug uit de wacht",
    "summary": "vat samen",
    "expectation": "zegt wat er na het gesprek gebeurt",
    "more_questions": "vraagt of er nog iets anders is",
    "satisfied": "vraagt of het duidelijk of akkoord is",
    "handler": "noemt de behandelaar of afdeling",
    "goodbye": "neemt afscheid",
    "name_caller": "noemt of vraagt de naam van de beller",
    "boundary": "stelt een grens",
    "blame": "verwijt, snauwt of maakt belachelijk",
    "c_question": "de beller stelt zijn vraag",
    "c_problem": "de beller vertelt een probleem of klacht",
    "c_emotion": "de beller is boos of verdrietig",
    "c_status": "de beller vraagt hoe ver het is",
    "c_own_summary": "de beller vat zelf samen",
}
"""What the machine learned to recognise, in the words of screens."""


class Template(StrEnum):
    """This represents the kinds of criterion that a coach can make, in the words of the screen."""

    PHRASE = "Een zin: wordt dit gezegd?"
    INTENT = "Iets herkends: doet iemand dit, hoe hij het ook zegt?"
    COUNT = "Een aantal: hoe vaak wordt dit gezegd?"
    ORDER = "Een volgorde: wordt eerst het ene gezegd en daarna het andere?"
    MEASURE = "Een meting: blijft iets onder of boven een grens?"


class Measure(StrEnum):
    """This represents what can be measured, in the words of the screen."""

    PACE = "spreektempo (woorden per minuut)"
    SENTENCES = "gemiddelde lengte van een zin (woorden)"
    WORDS = "aantal woorden van de medewerker"
    METADATA = "een getal dat bij het gesprek hoort, zoals wachttijd"


class Case(Record):
    """This represents an example as a coach writes it; `value` is what a measurement that has no words gives."""

    answer: Literal["yes", "no"]
    dialogue: str
    value: float | None = None


class Wish(Record):
    """This represents a criterion as a coach fills it in; what its template does not ask is left out."""

    template: Template
    dimension: str
    name: str
    question: str
    why: str
    source: str
    tip: str
    weight: float = 1.0
    decides: bool = False
    wanted: bool = True
    speaker: Literal["agent", "caller"] = "agent"
    where: Where = "overal"
    phrases: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    then: tuple[str, ...] = ()
    then_speaker: Literal["agent", "caller"] = "agent"
    intent: str = "summary"
    sure: float = 0.5
    times: int = 2
    measure: Measure = Measure.PACE
    key: str = ""
    limit: float = 0.0
    at_most: bool = True
    cases: tuple[Case, ...] = ()


def criterion(wish: Wish) -> dict[str, Any]:
    """The criterion that was wished for; RubricError holds all that is still missing."""
    missing = [text for true, text in _missing(wish) if true]
    if missing:
        raise RubricError(missing)
    own = {
        "id": identifier(wish),
        **{field: getattr(wish, field).strip() for field in ("question", "why", "source")},
        "weight": wish.weight,
        "mode": "machine" if wish.decides else "proposes",
        "detectors": {"gevonden": _detector(wish)},
        **_conditions(wish),
        "reasons": _reasons(wish),
        "tip": wish.tip.strip(),
    }
    return own | {"examples": [_example(wish, case) for case in wish.cases]}


def identifier(wish: Wish) -> str:
    """The fixed code of a criterion, from its B and its short name."""
    return f"{wish.dimension}.{re.sub(r'[^a-z]+', '_', wish.name.lower()).strip('_')}"


def _missing(wish: Wish) -> list[tuple[bool, str]]:
    spoken = wish.template in (Template.PHRASE, Template.COUNT, Template.ORDER)
    answers = {case.answer for case in wish.cases if case.dialogue.strip()}
    texts = {"vraag": wish.question, "waarom": wish.why, "bron": wish.source, "tip": wish.tip}
    return [
        (identifier(wish).endswith("."), "Geef het criterium een korte naam, alleen met letters."),
        *((not text.strip(), f"Vul in: {name}.") for name, text in texts.items()),
        (spoken and not wish.phrases, "Schrijf ten minste één zin die telt."),
        (
            wish.template is Template.ORDER and not wish.then,
            "Schrijf ten minste één zin die daarna moet komen.",
        ),
        (_needs_key(wish), "Vul in hoe het getal heet dat bij het gesprek hoort."),
        ("yes" not in answers, "Schrijf ten minste één voorbeeld met het antwoord ja."),
        ("no" not in answers, "Schrijf ten minste één voorbeeld met het antwoord nee."),
    ]


def _needs_key(wish: Wish) -> bool:
    metadata = wish.template is Template.MEASURE and wish.measure is Measure.METADATA
    return metadata and not wish.key.strip()


def _detector(wish: Wish) -> dict[str, Any]:
    place: dict[str, Any] = {"overal": {}, "begin": {"first": OPENING}, "einde": {"last": OPENING}}[
        wish.where
    ]
    match wish.template:
        case Template.INTENT:
            return {"kind": "intent", "intent": wish.intent, "min": wish.sure, **place}
        case Template.MEASURE:
            return _measurement(wish)
        case Template.ORDER:
            said = {"phrases": list(wish.phrases), "then": list(wish.then), "then_speaker": wish.then_speaker}
            return {"kind": "order", "speaker": wish.speaker, **place, **said}
    unless = {"unless": list(wish.unless)} if wish.unless else {}
    return {"kind": "phrase", "speaker": wish.speaker, **place, "phrases": list(wish.phrases), **unless}


def _measurement(wish: Wish) -> dict[str, Any]:
    match wish.measure:
        case Measure.PACE:
            return {"kind": "pace"}
        case Measure.METADATA:
            return {"kind": "metadata", "field": wish.key.strip()}
        case Measure.SENTENCES:
            return {"kind": "reading", "measures": "sentence_length"}
        case Measure.WORDS:
            return {"kind": "reading", "measures": "words"}


def _conditions(wish: Wish) -> dict[str, Any]:
    if wish.template is Template.MEASURE:
        return {"yes": {"measure": "gevonden", "at_most" if wish.at_most else "at_least": wish.limit}}
    if wish.template is Template.COUNT:
        limit = {"at_least": wish.times} if wish.wanted else {"at_most": wish.times}
        return {"yes": {"measure": "gevonden", **limit}}
    return {"yes": "gevonden" if wish.wanted else {"none": ["gevonden"]}}


def _reasons(wish: Wish) -> dict[str, str]:
    """Evidence is quoted where something was found, so that a reader can check it."""
    if wish.template is Template.MEASURE:
        said = "De meting is {meting}."
        return {"yes": said, "no": said, "unmeasurable": "Dit is aan deze opname niet te meten."}
    found, absent = "Dit is gevonden: {citaat}.", "Dit is in dit gesprek niet (vaak genoeg) gevonden."
    yes, no = (found, absent) if wish.wanted else ("Dit is niet (te vaak) gevonden.", found)
    return {"yes": yes, "no": no, "unmeasurable": "Dit is aan deze opname niet te zien."}


def _example(wish: Wish, case: Case) -> dict[str, Any]:
    own: dict[str, Any] = {"answer": case.answer}
    if wish.template is Template.MEASURE and case.value is not None:
        if wish.measure is Measure.PACE:
            own["words_per_minute"] = case.value
        elif wish.measure is Measure.METADATA:
            own["metadata"] = {wish.key.strip(): case.value}
    return own | {"dialogue": case.dialogue.strip() + "\n"}
