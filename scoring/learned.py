"""This module contains what a rubric brings to every call: the vocabulary of its phrases and the intents it learned."""

from functools import lru_cache
from pathlib import Path

from scoring.language.intents import IntentModel
from scoring.language.lexicon import Lexicon
from scoring.language.phrases import PhraseSet
from scoring.language.training import digest, intent_model
from scoring.rubric import Rubric
from scoring.settings import load_settings


def lexicon(rubric: Rubric) -> Lexicon:
    """The vocabulary of a rubric's phrases; made once a rubric."""
    return _lexicon(rubric.hash, rubric.phrase_texts)


def learned(rubric: Rubric) -> IntentModel | None:
    """The intents that a rubric relies on; learned once and kept in the data folder."""
    if not rubric.intents:
        return None
    folder = Path(rubric.folder) / rubric.intents
    lessons = Path(rubric.lessons) if rubric.lessons else None
    return intent_model(folder, _digest(folder, lessons, rubric.hash), _cache_folder(), lessons)


@lru_cache(maxsize=4)
def _digest(folder: Path, lessons: Path | None, _: str) -> str:
    return digest(folder, lessons)


@lru_cache(maxsize=1)
def _cache_folder() -> Path:
    return load_settings().data_folder / "cache"


@lru_cache(maxsize=4)
def _lexicon(_: str, phrases: tuple[str, ...]) -> Lexicon:
    return Lexicon(PhraseSet(phrases).words)
