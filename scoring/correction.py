"""This module contains what a person can correct in a transcript; each correction gives a new transcript."""

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from scoring.call import Speaker, Transcript, Turn, Word
from scoring.errors import CorrectionError
from scoring.record import Record

SPEAKERS = {Speaker.AGENT: "medewerker", Speaker.CALLER: "beller", Speaker.OTHER: "ander"}


class Edit(Record):
    """This represents one correction of one turn, counted from 0."""

    turn: int = Field(ge=0)

    def apply(self, transcript: Transcript) -> Transcript:
        """The transcript after this correction; CorrectionError when it cannot be done."""
        if self.turn >= len(transcript.turns):
            raise CorrectionError("Deze beurt is er niet meer. Bekijk het gesprek opnieuw.")
        turns = (*transcript.turns[: self.turn], *self._instead(transcript))
        return transcript.model_copy(update={"turns": turns})

    def told(self, transcript: Transcript) -> str:
        """What this does to that transcript, as one Dutch line without the words that were spoken."""
        raise NotImplementedError

    def _instead(self, transcript: Transcript) -> tuple[Turn, ...]:
        """The turns from this one on, as they become."""
        raise NotImplementedError


class Retext(Edit):
    """This represents other words for a turn; times stay with words that stay."""

    kind: Literal["text"] = "text"
    text: str

    def told(self, transcript: Transcript) -> str:
        """Which turn."""
        return f"Beurt {self.turn + 1}: tekst verbeterd."

    def _instead(self, transcript: Transcript) -> tuple[Turn, ...]:
        text = " ".join(self.text.split())
        if not text:
            raise CorrectionError("Een beurt zonder tekst kan niet. Verwijder de beurt, of vul de tekst in.")
        turn = transcript.turns[self.turn]
        words = tuple(_rewritten(turn.words, text.split())) if turn.words else ()
        new = turn.model_copy(update={"text": text, "words": words})
        return (new, *transcript.turns[self.turn + 1 :])


class Respeak(Edit):
    """This represents another speaker for a turn."""

    kind: Literal["speaker"] = "speaker"
    speaker: Speaker

    def told(self, transcript: Transcript) -> str:
        """Which turn, from whom to whom."""
        before = SPEAKERS[transcript.turns[self.turn].speaker]
        return f"Beurt {self.turn + 1}: spreker van {before} naar {SPEAKERS[self.speaker]}."

    def _instead(self, transcript: Transcript) -> tuple[Turn, ...]:
        labels = transcript.roles.labels.items()
        voice = next((label for label, role in labels if role == self.speaker), "")
        new = transcript.turns[self.turn].model_copy(update={"speaker": self.speaker, "voice": voice})
        return (new, *transcript.turns[self.turn + 1 :])


class Split(Edit):
    """This represents a turn cut in two at a character; `at` (seconds) is when the second part starts.

    Words with times decide that themselves; `at` is for turns without, and None means unknown.
    """

    kind: Literal["split"] = "split"
    place: int
    at: float | None = None

    def told(self, transcript: Transcript) -> str:
        """Which turn, into which."""
        return f"Beurt {self.turn + 1}: gesplitst in beurt {self.turn + 1} en {self.turn + 2}."

    def _instead(self, transcript: Transcript) -> tuple[Turn, ...]:
        turn = transcript.turns[self.turn]
        place = _between_words(turn.text, self.place)
        first, second = turn.text[:place].strip(), turn.text[place:].strip()
        if not first or not second:
            raise CorrectionError("Splitsen kan alleen tussen twee woorden. Zet de cursor daar.")
        before = tuple(word for start, word in turn.placed() if start < place)
        after = tuple(word for start, word in turn.placed() if start >= place)
        end, start = _last_end(before), _first_start(after)
        if end is None and start is None and _within(turn, self.at):
            end = start = self.at
        halves = (
            turn.model_copy(update={"text": first, "words": before, "end": end}),
            turn.model_copy(update={"text": second, "words": after, "start": start}),
        )
        return (*halves, *transcript.turns[self.turn + 1 :])


class Join(Edit):
    """This represents a turn made one with the next; who spoke first is the speaker."""

    kind: Literal["join"] = "join"

    def told(self, transcript: Transcript) -> str:
        """Which turns."""
        return f"Beurt {self.turn + 1} en {self.turn + 2}: samengevoegd."

    def _instead(self, transcript: Transcript) -> tuple[Turn, ...]:
        if self.turn + 1 >= len(transcript.turns):
            raise CorrectionError("Na deze beurt komt er geen beurt om mee samen te voegen.")
        turn, following = transcript.turns[self.turn : self.turn + 2]
        ends = [end for end in (turn.end, following.end) if end is not None]
        new = turn.model_copy(
            update={
                "text": " ".join(text for text in (turn.text.strip(), following.text.strip()) if text),
                "start": following.start if turn.start is None else turn.start,
                "end": max(ends, default=None),
                "words": turn.words + following.words,
            }
        )
        return (new, *transcript.turns[self.turn + 2 :])


class Remove(Edit):
    """This represents a turn that was never spoken, such as a line that a speech model made up."""

    kind: Literal["remove"] = "remove"

    def told(self, transcript: Transcript) -> str:
        """Which turn."""
        return f"Beurt {self.turn + 1}: verwijderd."

    def _instead(self, transcript: Transcript) -> tuple[Turn, ...]:
        rest = transcript.turns[self.turn + 1 :]
        if not any(turn.text.strip() for turn in (*transcript.turns[: self.turn], *rest)):
            raise CorrectionError("Dit is de enige beurt met tekst; die kan niet worden verwijderd.")
        return rest


AnyEdit = Annotated[Retext | Respeak | Split | Join | Remove, Field(discriminator="kind")]
EDIT: TypeAdapter[AnyEdit] = TypeAdapter(AnyEdit)
"""Reads one edit as a screen sends it."""


class Correction(Record):
    """This represents what a person changed in one go, in order, and why; `version` was on the screen."""

    edits: tuple[AnyEdit, ...] = Field(min_length=1)
    why: str = Field(default="", max_length=200)
    version: int

    def apply(self, transcript: Transcript) -> tuple[Transcript, str]:
        """The transcript after all edits, and what was done in plain Dutch."""
        told = []
        for edit in self.edits:
            after = edit.apply(transcript)
            told.append(edit.told(transcript))
            transcript = after
        return transcript, " ".join(told)


def voices(transcript: Transcript) -> dict[str, tuple[Speaker, ...]]:
    """The voices in order of speaking, each with the roles that its turns have now.

    A voice is the label of the source; turns without a label are one voice for each role.
    """
    found: dict[str, dict[Speaker, None]] = {}
    for turn in transcript.turns:
        if turn.text.strip():
            found.setdefault(voice_of(turn), {})[turn.speaker] = None
    return {voice: tuple(roles) for voice, roles in found.items()}


def voice_of(turn: Turn) -> str:
    """The label of who speaks here, else the role."""
    return turn.voice or turn.speaker.value


def assigned(transcript: Transcript, chosen: Mapping[str, Speaker]) -> Transcript:
    """The transcript with the role that a person chose for each voice, as confirmed by that person."""
    turns = tuple(
        turn.model_copy(update={"speaker": chosen.get(voice_of(turn), turn.speaker)})
        for turn in transcript.turns
    )
    labels = {label: chosen.get(label, role) for label, role in transcript.roles.labels.items()}
    roles = transcript.roles.model_copy(update={"labels": labels, "confirmed": True})
    return transcript.model_copy(update={"turns": turns, "roles": roles})


def _rewritten(words: tuple[Word, ...], texts: list[str]) -> Iterator[Word]:
    """The new words: with the time of the old one at the same place, and no machine's doubt any more."""
    old = [word.text.strip() for word in words]
    for kind, a, b, c, d in SequenceMatcher(a=old, b=texts, autojunk=False).get_opcodes():
        timed = kind == "equal" or (kind == "replace" and b - a == d - c)
        for text, word in zip_longest(texts[c:d], words[a:b] if timed else ()):
            if text is not None:
                yield Word(text=text, start=word.start if word else None, end=word.end if word else None)


def _between_words(text: str, place: int) -> int:
    """The place, moved to the beginning of the word that it would cut."""
    place = max(0, min(place, len(text)))
    while 0 < place < len(text) and not text[place - 1].isspace() and not text[place].isspace():
        place -= 1
    return place


def _last_end(words: tuple[Word, ...]) -> float | None:
    return max((word.end for word in words if word.end is not None), default=None)


def _first_start(words: tuple[Word, ...]) -> float | None:
    return next((word.start for word in words if word.start is not None), None)


def _within(turn: Turn, at: float | None) -> bool:
    if at is None or turn.start is None:
        return False
    return turn.start < at and (turn.end is None or at < turn.end)
