"""This module contains the check whether a call is in the language that the tool expects."""

from collections.abc import Mapping, Sequence

AUTO = "auto"

SURE = 0.5
"""Probability from which a detected language is taken seriously."""

CLEARLY = 3.0
"""How many times more likely than the expected language another must be before we warn."""

ENOUGH = 8.0
"""Seconds of speech below which a detected language is often wrong."""

NAMES = {
    "nl": "Nederlands",
    "en": "Engels",
    "de": "Duits",
    "fr": "Frans",
    "es": "Spaans",
    "it": "Italiaans",
    "pt": "Portugees",
    "pl": "Pools",
    "tr": "Turks",
    "ar": "Arabisch",
    "uk": "Oekraïens",
    "ru": "Russisch",
    "ro": "Roemeens",
    "bg": "Bulgaars",
    "fa": "Perzisch",
    "so": "Somalisch",
    "zh": "Chinees",
    "af": "Afrikaans",
}


def name(code: str) -> str:
    """The Dutch name of a language code, or the code where we have no name."""
    return NAMES.get(code, f"taalcode {code}")


def choose(channels: Sequence[Mapping[str, float]]) -> str:
    """The language that is the most likely over all channels."""
    codes = {code for chances in channels for code in chances}
    return max(sorted(codes), key=lambda code: sum(chances.get(code, 0.0) for chances in channels))


def doubts(label: str, chances: Mapping[str, float], expected: str) -> tuple[str, ...]:
    """A Dutch warning when this channel is clearly in another language than expected."""
    heard = max(chances, key=lambda code: chances[code])
    clear = chances[heard] >= SURE and chances[heard] > CLEARLY * chances.get(expected, 0.0)
    if heard == expected or not clear:
        return ()
    return (
        f"{label.capitalize()} lijkt {name(heard)}, maar is uitgewerkt als {name(expected)}. "
        "Controleer de tekst voordat u het gesprek beoordeelt.",
    )
