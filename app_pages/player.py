"""This module contains what the player of a recording draws: its address and its waveform with names."""

from app_pages import sound
from scoring.call import Speaker, Transcript
from scoring.speech.peaks import Peaks

LANES = {
    Speaker.AGENT: ("Medewerker", "#0b5c7d"),
    Speaker.CALLER: ("Beller", "#a8842c"),
    Speaker.OTHER: ("Ander", "#6d7881"),
}
PLAIN = "#4d6b7a"


def data(call_id: str, transcript: Transcript) -> dict[str, object]:
    """The address of the recording and its waveform; both None when there is no recording."""
    address = sound.address(call_id)
    wave = sound.wave(call_id) if address else None
    return {"audio": address, "wave": _lanes(wave, transcript) if wave else None}


def _lanes(wave: Peaks, transcript: Transcript) -> dict[str, object]:
    """Two channels are two people only when the transcript came from those channels."""
    roles = [transcript.roles.labels.get(f"kanaal {n}") for n in range(1, len(wave.rows) + 1)]
    if len(wave.rows) > 1 and all(roles):
        names = [LANES[role] for role in roles if role]
        return {
            "seconds": wave.seconds,
            "rows": wave.rows,
            "names": [name for name, _ in names],
            "colours": [colour for _, colour in names],
        }
    loudest = [max(heights) for heights in zip(*wave.rows, strict=True)]
    return {"seconds": wave.seconds, "rows": [loudest], "names": [], "colours": [PLAIN]}
