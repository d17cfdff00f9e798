"""Files to put in a queue, and waiting for what becomes of them."""

import json
import time
import wave
from collections.abc import Callable
from io import BytesIO
from multiprocessing.process import BaseProcess
from typing import NamedTuple

Start = Callable[[], BaseProcess]


class File(NamedTuple):
    name: str
    content: bytes

    def getbuffer(self) -> memoryview:
        return memoryview(self.content)


def a_text(number: int = 1, said: str = "Mijn paspoort is zoek.") -> File:
    turns = [
        {"speaker": "agent", "text": "Goedemorgen, met Noor Brandsma."},
        {"speaker": "caller", "text": said},
    ]
    content = json.dumps({"turns": turns, "case": number})
    return File(f"gesprek-{number}.json", content.encode())


def a_recording(number: int = 1) -> File:
    sound = BytesIO()
    with wave.open(sound, "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(bytes([number, 0, 0, number]) * 8000)
    return File(f"opname-{number}.wav", sound.getvalue())


def until(true: Callable[[], object], seconds: float = 60.0) -> None:
    """Waits for something to come true, and fails when it does not."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "this did not come true"
        time.sleep(0.1)
