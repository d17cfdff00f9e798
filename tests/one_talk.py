"""One invented conversation, which every transcript format must give back."""

from pathlib import Path

from scoring.call import Speaker
from scoring.intake import read
from scoring.settings import Settings

AGENT, CALLER, OTHER = Speaker.AGENT, Speaker.CALLER, Speaker.OTHER
FIRST = "Goedemorgen, gemeente Zwaluwdam, u spreekt met Sanne. Waarmee kan ik u helpen?"
SECOND = "Goedemorgen, met De Boer. Ik bel over één kapotte container, hij kost € 12."
THIRD = "Ik zet het voor u door. Kan ik verder nog iets voor u doen?"
SAID = [(AGENT, FIRST), (CALLER, SECOND), (AGENT, THIRD)]


def said(path: Path, settings: Settings) -> list[tuple[Speaker, str]]:
    """Who says what in this file."""
    return [(turn.speaker, turn.text) for turn in read(path, settings).transcript.turns]


def times(path: Path, settings: Settings) -> list[float | None]:
    """When each turn in this file starts."""
    return [turn.start for turn in read(path, settings).transcript.turns]
