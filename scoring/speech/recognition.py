"""This module contains the way from a recording to a transcript: channels, words, turns, roles."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from time import monotonic

from scoring.call import Audio, Roles, Speaker, Transcript
from scoring.errors import SpeechError
from scoring.language.roles import guess_roles
from scoring.settings import Settings
from scoring.speech.channels import Channel, speakers
from scoring.speech.decode import decode
from scoring.speech.download import Progress, obtain
from scoring.speech.engine import load
from scoring.speech.findings import damage, sounds, warnings
from scoring.speech.gaps import tape_apart, with_music
from scoring.speech.hearing import choose_language, recognise
from scoring.speech.listening import Voice, listen
from scoring.speech.turns import Utterance, utterances
from scoring.speech.voices import tell_apart

log = logging.getLogger(__name__)

MONO = (
    "Alle tekst staat bij één stem en de rollen zijn nog niet bekend. "
    "Geef eerst per beurt aan wie er spreekt; daarna kan het gesprek worden beoordeeld."
)


@dataclass(frozen=True)
class Heard:
    """This represents a recording that was listened to: its channels, what is in them, and warnings."""

    channels: tuple[Channel, ...]
    voices: tuple[Voice, ...]
    warnings: tuple[str, ...]

    @property
    def speaking(self) -> tuple[Voice, ...]:
        """The channels with speech in them."""
        return tuple(voice for voice in self.voices if voice.speech.regions)


def transcribe(
    audio: Audio,
    call_id: str,
    settings: Settings,
    progress: Progress | None = None,
    terms: Sequence[str] = (),
) -> Transcript:
    """Calling this recognises a recording; voices are told apart by channel and by sound. Raises SpeechError.

    `terms` are names and jargon that the engine should expect.
    """
    report = progress or (lambda _share, _text: None)
    began = monotonic()
    report(0.0, "Geluid lezen")
    heard = hear(audio)
    report(0.02, "Stemmen onderscheiden")
    apart = tell_apart(heard.channels, settings)
    report(0.05, "Spraakmodel laden")
    model = obtain(settings, lambda share, text: report(0.05 + 0.05 * share, text))
    engine = load(settings.speech_engine, model)
    language, doubts = choose_language(engine, heard.speaking, settings.language)
    words = recognise(engine, heard.speaking, language, terms, report)
    said = utterances(apart.divide({label: sifted.words for label, sifted in words.items()}))
    if not said:
        raise SpeechError(
            f"{audio.path.name}: de woorden in deze opname zijn niet te herkennen. Luister de opname na."
        )
    said = tape_apart(said)
    roles = _roles(said)
    measured = sounds(heard.voices, words)
    log.info("transcribed %s: %d turns in %.1f s", call_id, len(said), monotonic() - began)
    return Transcript(
        call_id=call_id,
        turns=with_music(
            [turn.as_turn(roles.labels.get(turn.label, Speaker.OTHER)) for turn in said], measured
        ),
        language=language,
        engine=settings.speech_engine,
        model=model.name if settings.speech_model_path else settings.speech_model,
        roles=roles,
        warnings=(*heard.warnings, *apart.warnings, *warnings(heard.voices, words), *doubts),
        sounds=measured,
    )


def hear(audio: Audio) -> Heard:
    """Calling this reads a recording and finds its speech, before any model is needed. Raises SpeechError."""
    sound = decode(audio.path, audio.headerless, audio.channels)
    channels, doubts = speakers(sound)
    voices = tuple(listen(channel) for channel in channels)
    if not any(voice.speech.regions for voice in voices):
        raise SpeechError(f"{audio.path.name}: in deze opname is geen spraak gevonden. Luister de opname na.")
    return Heard(channels, voices, (*damage(audio, sound), *doubts))


def _roles(said: Sequence[Utterance]) -> Roles:
    labels = {utterance.label for utterance in said}
    if len(labels) < 2:
        only = dict.fromkeys(labels, Speaker.AGENT)
        return Roles(labels=only, confidence=0.0, reason=MONO, confirmed=False)
    return guess_roles([(utterance.label, utterance.text) for utterance in said])
