"""This module contains what a call consists of: who, when, and what was said."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Literal

from pydantic import Field, JsonValue, model_validator

from scoring.record import Record

ROLE_THRESHOLD = 0.75
"""Below this confidence a call is not scored until a person confirmed the roles."""


class Speaker(StrEnum):
    """This represents the role of a voice; `other` is a second colleague, menu or tape."""

    AGENT = "agent"
    CALLER = "caller"
    OTHER = "other"


class Word(Record):
    """This represents one recognised word; times in seconds, probability 0–1, where known."""

    text: str
    start: float | None = None
    end: float | None = None
    probability: float | None = None


class Turn(Record):
    """This represents what one speaker said in one go; times in seconds, where known.

    `voice` is the label that the source gives this speaker, a key of `Roles.labels`; empty: none.
    """

    speaker: Speaker
    text: str
    start: float | None = None
    end: float | None = None
    words: tuple[Word, ...] = ()
    voice: str = ""

    def placed(self) -> tuple[tuple[int, Word], ...]:
        """The words with where each starts in the text (characters); words that are not in it are left out."""
        found: list[tuple[int, Word]] = []
        place = 0
        for word in self.words:
            said = word.text.strip()
            at = self.text.find(said, place) if said else -1
            if at >= 0:
                found.append((at, word))
                place = at + len(said)
        return tuple(found)


class Roles(Record):
    """This represents which label in the source got which role, how sure that is (0–1) and why."""

    labels: dict[str, Speaker] = Field(default_factory=dict)
    confidence: float = 1.0
    reason: str = ""
    confirmed: bool = False

    @property
    def certain(self) -> bool:
        """Whether the call may be scored with these roles."""
        return self.confirmed or self.confidence >= ROLE_THRESHOLD


class Call(Record):
    """This represents one phone call; `id` is a hash of the source's content, `agent` a pseudonym."""

    id: str
    source: str
    called_at: datetime | None = None
    direction: Literal["in", "out"] = "in"
    organisation: str | None = None
    team: str | None = None
    agent: str | None = None
    call_type: str | None = None
    opening_recorded: bool = True
    ending_recorded: bool = True
    metadata: dict[str, JsonValue] = Field(default_factory=dict)


class Audio(Record):
    """This represents a sound file on disk; duration in seconds.

    `headerless` names the coding of a file that does not tell it: G.711 mu-law or A-law at 8 kHz.
    `promised` is the duration in the header of a WAV file, which is longer when it was broken off.
    """

    path: Path
    channels: int
    sample_rate: int
    duration: float
    headerless: Literal["mulaw", "alaw"] | None = None
    promised: float | None = None


class SoundKind(StrEnum):
    """This represents what a stretch of a recording holds beside recognised words."""

    RING = "ring"
    BUSY = "busy"
    KEYS = "keys"
    MUSIC = "music"
    UNHEARD = "unheard"
    DROPPED = "dropped"


class SoundEvent(Record):
    """This represents one ring, music, speech without words …: from `start` to `end` in seconds."""

    kind: SoundKind
    start: float
    end: float
    voice: str = ""

    @property
    def duration(self) -> float:
        """Seconds."""
        return self.end - self.start


class Sounds(Record):
    """This represents what was measured on the sound itself.

    `speech`: seconds of speech over all voices. `picked_up`: seconds from the first ring to the answer.
    `rings_cut`: the recording begins in the middle of a ring, so there may have been more of them.
    """

    events: tuple[SoundEvent, ...] = ()
    speech: float = 0.0
    picked_up: float | None = None
    rings_cut: bool = False

    def of(self, kind: SoundKind) -> tuple[SoundEvent, ...]:
        """The events of one kind, in order of time."""
        return tuple(event for event in self.events if event.kind is kind)


class Transcript(Record):
    """This represents what was said, in order of time.

    `engine`, `model` and `sounds` only for recognised speech.
    """

    call_id: str
    turns: tuple[Turn, ...]
    language: str = "nl"
    engine: str | None = None
    model: str | None = None
    roles: Roles = Field(default_factory=Roles)
    warnings: tuple[str, ...] = ()
    sounds: Sounds | None = None

    @model_validator(mode="after")
    def _has_turns(self) -> "Transcript":
        if not any(turn.text.strip() for turn in self.turns):
            raise ValueError("Er staat geen gesproken tekst in dit gesprek.")
        return self

    def by(self, speaker: Speaker) -> tuple[tuple[int, Turn], ...]:
        """The turns of one speaker with their index in the call."""
        return tuple((i, turn) for i, turn in enumerate(self.turns) if turn.speaker == speaker)

    def with_roles(self, mapping: Mapping[Speaker, Speaker], *, confirmed: bool) -> "Transcript":
        """The same transcript with every speaker replaced by what `mapping` says."""
        turns = tuple(t.model_copy(update={"speaker": mapping.get(t.speaker, t.speaker)}) for t in self.turns)
        labels = {label: mapping.get(role, role) for label, role in self.roles.labels.items()}
        roles = self.roles.model_copy(update={"labels": labels, "confirmed": confirmed})
        return self.model_copy(update={"turns": turns, "roles": roles})

    def swapped(self) -> "Transcript":
        """The same transcript with employee and caller swapped, as confirmed by a person."""
        return self.with_roles({Speaker.AGENT: Speaker.CALLER, Speaker.CALLER: Speaker.AGENT}, confirmed=True)
