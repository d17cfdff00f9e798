"""This module contains the rubric: dimensions, criteria, and when which answer is given."""

from collections.abc import Iterator
from functools import cached_property
from typing import Literal

from pydantic import Field, JsonValue, model_validator

from scoring.detectors import AnyDetector
from scoring.record import Record
from scoring.rubric.conditions import Condition, norms
from scoring.scorecard import Answer, Mode

Need = Literal["always", "unless_met"]
ID = r"^[a-z][a-z0-9_]*$"


class Example(Record):
    """This represents a written dialogue and the answer it must get; also shown to the reader.

    `words_per_minute` gives every word of the dialogue a time; `norm_values` replaces norms of the profile.
    """

    answer: Answer
    dialogue: str
    direction: Literal["in", "out"] = "in"
    opening_recorded: bool = True
    ending_recorded: bool = True
    called_at: str | None = None
    organisation: str | None = None
    norms: str | None = None
    norm_values: dict[str, bool | float] = Field(default_factory=dict)
    words_per_minute: float | None = Field(default=None, gt=0)
    metadata: dict[str, JsonValue] = Field(default_factory=dict)


class Reasons(Record):
    """This represents why an answer is given, in plain Dutch; {citaat}, {citaten} (some quotes) and {meting} are filled in."""

    yes: str = ""
    partial: str = ""
    no: str = ""
    na: str = ""
    unmeasurable: str = ""


class Part(Record):
    """This represents one of the things that together make a yes, so that a reason can tell which is missing.

    `found` and `missing` are its names in “Wel: …” and “Niet gevonden: …”. Without `missing` they are the same;
    without `found` it is only told when it is missing.
    """

    when: Condition
    found: str = ""
    missing: str = ""

    @model_validator(mode="after")
    def _is_named(self) -> "Part":
        if not (self.found or self.missing):
            raise ValueError("geef dit onderdeel een naam: ‘found’, ‘missing’ of beide")
        return self


class Because(Record):
    """This represents a reason that says more about one answer than `reasons` does, for when a condition holds."""

    answer: Literal["yes", "partial", "no", "na", "unmeasurable"]
    when: Condition
    reason: str = Field(min_length=1)


class Criterion(Record):
    """This represents one thing a call is judged on.

    First `applies_when` (else n.v.t.), then what must be recorded (`opening`, `ending`; else niet
    meetbaar), then `yes`, `partial`, and else `no`. A measurement that is None makes it niet meetbaar.
    `parts` and `because` decide nothing. With parts the reason of `partial` and `no` tells what was found and
    what was not; the first of `because` that fits the answer and holds gives its reason instead of `reasons`.
    """

    id: str = Field(pattern=r"^[a-z]+\.[a-z_]+$")
    question: str
    why: str
    source: str
    guidance: tuple[str, ...] = ()
    weight: float = Field(default=1.0, gt=0)
    critical: bool = False
    mode: Mode
    opening: Need | None = None
    ending: Need | None = None
    applies_when: Condition | None = None
    detectors: dict[str, AnyDetector] = Field(default_factory=dict)
    yes: Condition | None = None
    partial: Condition | None = None
    parts: tuple[Part, ...] = ()
    min_confidence: float = Field(default=0.6, ge=0, le=1)
    reasons: Reasons = Field(default_factory=Reasons)
    because: tuple[Because, ...] = ()
    tip: str
    examples: tuple[Example, ...] = ()

    @model_validator(mode="after")
    def _judges(self) -> "Criterion":
        if self.mode != "human" and self.yes is None:
            raise ValueError("zeg bij ‘yes’ wanneer het antwoord ja is, of zet mode op human")
        if self.mode == "human" and (self.yes is not None or self.detectors):
            raise ValueError("een criterium met mode human heeft geen detectors of ‘yes’")
        return self

    @property
    def dimension(self) -> str:
        """The B this criterion belongs to: the first part of its id."""
        return self.id.partition(".")[0]

    def conditions(self) -> Iterator[Condition]:
        """All conditions of this criterion."""
        yield from (c for c in (self.applies_when, self.yes, self.partial) if c is not None)
        yield from (part.when for part in self.parts)
        yield from (told.when for told in self.because)


class Dimension(Record):
    """This represents one of the five B's."""

    id: str = Field(pattern=ID)
    title: str
    question: str
    weight: float = Field(default=1.0, gt=0)


class Level(Record):
    """This represents an escalation level (1–4) and the condition under which a call has it."""

    level: int = Field(ge=1, le=4)
    title: str
    when: Condition


class Rubric(Record):
    """This represents everything a call is judged by.

    `intents` names the folder, beside the rubric file, with the labelled calls that intents are learned
    from; `callback` the detector whose arrangement the scorecard tells. Loading fills in `hash` (of the file
    and those calls), `folder` (where the file is) and `lessons` (where reviewed calls to learn from are).
    """

    id: str = Field(pattern=ID)
    version: str = Field(pattern=r"^\d+\.\d+\.\d+$")
    title: str
    description: str = ""
    cap: float = Field(default=50.0, ge=0, le=100)
    hash: str = ""
    folder: str = ""
    lessons: str = ""
    intents: str = ""
    dimensions: tuple[Dimension, ...] = Field(min_length=1)
    lists: dict[str, str] = Field(default_factory=dict)
    detectors: dict[str, AnyDetector] = Field(default_factory=dict)
    situations: dict[str, Condition] = Field(default_factory=dict)
    escalation: tuple[Level, ...] = ()
    callback: str = ""
    criteria: tuple[Criterion, ...] = Field(min_length=1)

    def criterion(self, id: str) -> Criterion:
        """The criterion with this id; KeyError when the rubric does not have it."""
        for criterion in self.criteria:
            if criterion.id == id:
                return criterion
        raise KeyError(id)

    def conditions(self) -> Iterator[Condition]:
        """All conditions of the rubric and its criteria."""
        yield from self.situations.values()
        yield from (level.when for level in self.escalation)
        yield from (condition for criterion in self.criteria for condition in criterion.conditions())

    def norm_names(self) -> set[str]:
        """The norms that a profile must have to judge with this rubric."""
        return {name for condition in self.conditions() for name in norms(condition)}

    @cached_property
    def phrase_texts(self) -> tuple[str, ...]:
        """Every phrase of every detector: the vocabulary of the rules."""
        every = (self.detectors, *(c.detectors for c in self.criteria))
        return tuple(phrase for some in every for one in some.values() for phrase in one.phrase_texts())
