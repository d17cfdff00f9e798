"""This module contains what a recording shows beside its words, and what a user must know about that."""

from collections.abc import Mapping, Sequence

from scoring.call import Audio, SoundEvent, SoundKind, Sounds
from scoring.speech.decode import Sound
from scoring.speech.invented import Sifted
from scoring.speech.listening import Voice
from scoring.speech.tones import Span, picked_up

MISSED = 0.1
"""Share of speech without recognised words from which a user is warned to listen first."""

CUT_OFF = 0.9
"""A recording of which less than this share could be read is reported as broken off."""

LONGEST = 24 * 3600.0
"""Seconds above which the length in a header is nonsense, not a promise."""

NAMED = 5
"""So many moments are named in one warning; the others are with the call."""


def sounds(voices: Sequence[Voice], words: Mapping[str, Sifted]) -> Sounds:
    """What was measured on the sound: ringing on the channel that has most of it, music, gaps."""
    rings, answer, label = max(
        ((voice.signals.before(voice.begins), voice.begins, voice.label) for voice in voices),
        key=lambda found: len(found[0]),
    )
    events = [SoundEvent(kind=SoundKind.RING, start=a, end=b, voice=label) for a, b in rings]
    for voice in voices:
        events += voice.events()
        sifted = words.get(voice.label, Sifted((), ()))
        events += _events(SoundKind.UNHEARD, voice.label, unheard(voice, sifted))
        events += _events(SoundKind.DROPPED, voice.label, sifted.dropped)
    return Sounds(
        events=tuple(sorted(events, key=lambda event: (event.start, event.end))),
        speech=round(sum(voice.speech.duration for voice in voices), 2),
        picked_up=picked_up(rings, answer),
        rings_cut=bool(rings) and rings[0].start == 0 and rings[0].length < 0.9,
    )


def unheard(voice: Voice, sifted: Sifted) -> tuple[Span, ...]:
    """Where this voice speaks without a recognised word, apart from where invented words stood."""
    return tuple(
        gap
        for gap in voice.speech.unheard(sifted.words)
        if not any(drop.start < gap.end and drop.end > gap.start for drop in sifted.dropped)
    )


def warnings(voices: Sequence[Voice], words: Mapping[str, Sifted]) -> tuple[str, ...]:
    """What a user must know of speech that was not heard or not understood, and words that were dropped."""
    said = []
    for voice in voices:
        sifted = words.get(voice.label, Sifted((), ()))
        if not sifted.words:
            said.append(f"Op {voice.label} is geen spraak herkend.")
        else:
            said += _not_understood(voice, unheard(voice, sifted))
        if sifted.dropped:
            said.append(
                f"Op {voice.label} is tekst weggelaten die het spraakmodel zelf verzon: "
                f"{moments(sifted.dropped)}. Luister dat stuk na als u daar iets mist."
            )
    return tuple(said)


def damage(audio: Audio, sound: Sound) -> tuple[str, ...]:
    """What a user must know of a recording that is damaged or breaks off."""
    found = []
    if sound.damaged:
        found.append("De opname is beschadigd. Er kan tekst ontbreken.")
    if sound.duration < CUT_OFF * max(audio.duration, min(audio.promised or 0.0, LONGEST)):
        found.append(f"De opname breekt af na {sound.duration:.0f} seconden. De rest is niet uitgewerkt.")
    if audio.channels > 2:
        found.append(
            f"De opname heeft {audio.channels} kanalen. Die zijn samengevoegd, dus de stemmen zijn niet per kanaal gescheiden."
        )
    return tuple(found)


def moments(spans: Sequence[Span]) -> str:
    """Stretches of time as a reader says them: 0:12–0:15 and 1:03–1:04."""
    shown = [f"{_clock(span.start)}–{_clock(span.end)}" for span in spans[:NAMED]]
    if len(spans) > NAMED:
        return f"{', '.join(shown)} en nog {len(spans) - NAMED} keer"
    return " en ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))


def _not_understood(voice: Voice, gaps: Sequence[Span]) -> list[str]:
    if not gaps:
        return []
    share = sum(gap.length for gap in gaps) / voice.speech.duration
    if share < MISSED:
        return [f"Niet verstaan op {voice.label}: {moments(gaps)}."]
    return [
        f"Van {share:.0%} van de spraak op {voice.label} is geen tekst herkend. "
        f"Luister de opname na voordat u het gesprek beoordeelt. Niet verstaan: {moments(gaps)}."
    ]


def _events(kind: SoundKind, label: str, spans: Sequence[Span]) -> list[SoundEvent]:
    return [SoundEvent(kind=kind, start=start, end=end, voice=label) for start, end in spans]


def _clock(seconds: float) -> str:
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes}:{rest:02}"
