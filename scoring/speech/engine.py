"""This module contains what a speech engine is, and the list of engines."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from scoring.call import Word
from scoring.errors import SpeechError
from scoring.speech.decode import Samples


class Engine(Protocol):
    """This represents a loaded speech model: 16 kHz speech without long silences in, words out."""

    languages: frozenset[str]

    def detect(self, speech: Samples) -> Mapping[str, float]:
        """The probability of each language, judged by at most the first 30 seconds."""

    def words(
        self, speech: Samples, language: str, heard: Callable[[float], None], prompt: str = ""
    ) -> Iterator[Word]:
        """The words with times in seconds; `heard` gets how many seconds are done.

        `prompt` holds names and jargon to expect, in every part of the speech.
        """


def _faster_whisper(folder: Path) -> Engine:
    from scoring.speech.engine_faster import FasterWhisper

    return FasterWhisper(folder)


def _openai_whisper(folder: Path) -> Engine:
    from scoring.speech.engine_openai import OpenaiWhisper  # loads torch: seconds, so only when chosen

    return OpenaiWhisper(folder)


ENGINES: Mapping[str, Callable[[Path], Engine]] = {
    "faster-whisper": _faster_whisper,
    "openai-whisper": _openai_whisper,
}


@lru_cache(maxsize=1)
def load(name: str, model: Path) -> Engine:
    """Calling this loads a model into an engine; the last one stays in memory. Raises SpeechError."""
    try:
        return ENGINES[name](model)
    except (RuntimeError, ValueError, OSError) as error:
        raise SpeechError(
            f"Het spraakmodel in {model} kan niet worden geladen door {name}. "
            "Verwijder de map en haal het model opnieuw op."
        ) from error


def join_pieces(pieces: Iterable[tuple[str, float, float, float]]) -> Iterator[Word]:
    """Recognised pieces (text, start, end, probability) as words: without a space before it, a
    piece ("-loket", "'s") belongs to the word before."""
    word: Word | None = None
    for raw, start, end, probability in pieces:
        text = raw.strip()
        if not text:
            continue
        if word and not raw.startswith(" "):
            low = min(word.probability or 0.0, probability)
            word = word.model_copy(update={"text": word.text + text, "end": end, "probability": low})
            continue
        if word:
            yield word
        word = Word(text=text, start=start, end=end, probability=probability)
    if word:
        yield word
