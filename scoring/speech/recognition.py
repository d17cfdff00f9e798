"""This module contains the way from a recording to a transcript: channels, words, turns, roles."""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from time import monotonic

from scoring.call import Audio, Roles, Speaker, Transcript, Word
from scoring.errors import SpeechError
from scoring.language.roles import guess_roles
from scoring.settings import Settings
from scoring.speech import languages
from scoring.speech.channels import speakers
from scoring.speech.decode import Sound, decode
from scoring.speech.download import Progress, obtain
from scoring.speech.engine import Engine, load
from scoring.speech.turns import Utterance, utterances
from scoring.speech.voice import Speech, find_speech
from scoring.speech.voices import tell_apart

log = logging.getLogger(__name__)

MONO = (
    "Alle tekst staat bij één stem en de rollen zijn nog niet bekend. "
    "Geef eerst per beurt aan wie er spreekt; daarna kan het gesprek worden beoordeeld."
)
MISSED = 0.1
"""Share of speech without recognised words from which a user is warned."""

CUT_OFF = 0.9
"""A recording of which less than this share could be read is reported as broken off."""


@dataclass(frozen=True)
class Voice:
    """This represents one channel with its speech found."""

    label: str
    speech: Speech


def transcribe(
    audio: Audio, call_id: str, settings: Settings, progress: Progress | None = None
) -> Transcript:
    """Calling this recognises a recording; voices are told apart by channel and by sound. Raises SpeechError."""
    report = progress or (lambda _share, _text: None)
    began = monotonic()
    report(0.0, "Geluid lezen")
    sound = decode(audio.path)
    channels, warnings = speakers(sound)
    found = [Voice(channel.label, find_speech(channel.samples)) for channel in channels]
    voices = [voice for voice in found if voice.speech.regions]
    if not voices:
        raise SpeechError(f"{audio.path.name}: in deze opname is geen spraak gevonden. Luister de opname na.")
    report(0.02, "Stemmen onderscheiden")
    apart = tell_apart(channels, settings)
    report(0.05, "Spraakmodel laden")
    model = obtain(settings, lambda share, text: report(0.05 + 0.05 * share, text))
    engine = load(settings.speech_engine, model)
    language, doubts = _language(engine, voices, settings.language)
    words = _words(engine, voices, language, report)
    said = utterances(apart.divide(words))
    if not said:
        raise SpeechError(
            f"{audio.path.name}: de woorden in deze opname zijn niet te herkennen. Luister de opname na."
        )
    silent = tuple(
        f"Op {voice.label} is geen spraak herkend." for voice in found if not words.get(voice.label)
    )
    gaps = tuple(_gap(voice, words[voice.label]) for voice in voices if words[voice.label])
    roles = _roles(said)
    log.info("transcribed %s: %d turns in %.1f s", call_id, len(said), monotonic() - began)
    return Transcript(
        call_id=call_id,
        turns=tuple(turn.as_turn(roles.labels.get(turn.label, Speaker.OTHER)) for turn in said),
        language=language,
        engine=settings.speech_engine,
        model=model.name if settings.speech_model_path else settings.speech_model,
        roles=roles,
        warnings=(*_damage(audio, sound), *warnings, *apart.warnings, *silent, *filter(None, gaps), *doubts),
    )


def _language(engine: Engine, voices: Sequence[Voice], wanted: str) -> tuple[str, tuple[str, ...]]:
    if wanted != languages.AUTO and wanted not in engine.languages:
        raise SpeechError(
            f"De instelling language is ‘{wanted}’, maar die taal kent het spraakmodel niet. Kies nl."
        )
    long = [voice for voice in voices if voice.speech.duration >= languages.ENOUGH]
    judged = (long or voices) if wanted == languages.AUTO else long
    chances = {voice.label: engine.detect(voice.speech.samples) for voice in judged}
    language = languages.choose(list(chances.values())) if wanted == languages.AUTO else wanted
    doubts = [w for label, heard in chances.items() for w in languages.doubts(label, heard, language)]
    if wanted == languages.AUTO and language != "nl":
        doubts.append(
            f"Dit gesprek lijkt {languages.name(language)}. De beoordeling is voor Nederlands gemaakt."
        )
    return language, tuple(doubts)


def _words(
    engine: Engine, voices: Sequence[Voice], language: str, report: Progress
) -> Mapping[str, tuple[Word, ...]]:
    total = sum(voice.speech.duration for voice in voices)
    words: dict[str, tuple[Word, ...]] = {}
    done = 0.0
    for voice in voices:
        heard = _hearing(report, voice.label, done, total)
        heard(0.0)
        words[voice.label] = tuple(
            voice.speech.placed(word) for word in engine.words(voice.speech.samples, language, heard)
        )
        done += voice.speech.duration
    report(1.0, "Spraak herkend")
    return words


def _hearing(report: Progress, label: str, done: float, total: float) -> Callable[[float], None]:
    return lambda seconds: report(
        0.1 + 0.9 * min((done + seconds) / total, 1.0), f"{label.capitalize()} herkennen"
    )


def _gap(voice: Voice, words: Sequence[Word]) -> str:
    share = voice.speech.unheard(words)
    if share < MISSED:
        return ""
    return (
        f"Van {share:.0%} van de spraak op {voice.label} is geen tekst herkend. "
        "Luister de opname na voordat u het gesprek beoordeelt."
    )


def _roles(said: Sequence[Utterance]) -> Roles:
    labels = {utterance.label for utterance in said}
    if len(labels) < 2:
        only = dict.fromkeys(labels, Speaker.AGENT)
        return Roles(labels=only, confidence=0.0, reason=MONO, confirmed=False)
    return guess_roles([(utterance.label, utterance.text) for utterance in said])


def _damage(audio: Audio, sound: Sound) -> tuple[str, ...]:
    warnings = []
    if sound.damaged:
        warnings.append("De opname is beschadigd. Er kan tekst ontbreken.")
    if sound.duration < CUT_OFF * audio.duration:
        warnings.append(f"De opname breekt af na {sound.duration:.0f} seconden. De rest is niet uitgewerkt.")
    return tuple(warnings)
