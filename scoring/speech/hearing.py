"""This module contains the recognition itself: the language of a recording, and the words of each voice."""

from collections.abc import Callable, Mapping, Sequence

from scoring.errors import SpeechError
from scoring.speech import languages
from scoring.speech.download import Progress
from scoring.speech.engine import Engine
from scoring.speech.invented import Sifted, sift
from scoring.speech.listening import Voice

PART = 600.0
"""Seconds of speech that are recognised at a time: an engine needs several times as much memory as the sound."""

FIRST = 15.0
"""Seconds of speech by which the language is judged; from 12 on Dutch and English were never mistaken."""


def choose_language(engine: Engine, voices: Sequence[Voice], wanted: str) -> tuple[str, tuple[str, ...]]:
    """The language to recognise, and Dutch warnings when a voice speaks another. Raises SpeechError."""
    if wanted != languages.AUTO and wanted not in engine.languages:
        raise SpeechError(
            f"De instelling language is ‘{wanted}’, maar die taal kent het spraakmodel niet. Kies nl."
        )
    long = [voice for voice in voices if voice.speech.duration >= languages.ENOUGH]
    judged = (long or voices) if wanted == languages.AUTO else long
    chances = {voice.label: engine.detect(next(voice.speech.parts(FIRST)).samples) for voice in judged}
    language = languages.choose(list(chances.values())) if wanted == languages.AUTO else wanted
    doubts = [w for label, heard in chances.items() for w in languages.doubts(label, heard, language)]
    if wanted == languages.AUTO and language != "nl":
        doubts.append(
            f"Dit gesprek lijkt {languages.name(language)}. De beoordeling is voor Nederlands gemaakt."
        )
    return language, tuple(doubts)


def recognise(
    engine: Engine, voices: Sequence[Voice], language: str, terms: Sequence[str], report: Progress
) -> Mapping[str, Sifted]:
    """Calling this gives the words of each voice, in parts, without what the model invented."""
    total = sum(voice.speech.duration for voice in voices)
    prompt = ", ".join(terms)
    found: dict[str, Sifted] = {}
    done = 0.0
    for voice in voices:
        words = []
        for part in voice.speech.parts(PART):
            heard = _hearing(report, voice.label, done, total)
            heard(0.0)
            words += [part.placed(word) for word in engine.words(part.samples, language, heard, prompt)]
            done += part.duration
        found[voice.label] = sift(words, voice.speech, terms)
    report(1.0, "Spraak herkend")
    return found


def _hearing(report: Progress, label: str, done: float, total: float) -> Callable[[float], None]:
    return lambda seconds: report(
        0.1 + 0.9 * min((done + seconds) / total, 1.0), f"{label.capitalize()} herkennen"
    )
