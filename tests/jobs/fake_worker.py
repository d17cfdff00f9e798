"""A worker process with speech recognition that is counted and waits as long as a test wants it to.

While the file `herkennen-wacht` is in that folder recognition
goes on and on; while `bewaren-wacht` is there, keeping waits. What was recognised stands in `herkend`.
"""

import os
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from scoring import speech
from scoring.call import Audio, Roles, Speaker, Transcript, Turn
from scoring.jobs import Worker, judging, worker
from scoring.settings import Settings, load_settings

LEASE = timedelta(seconds=4)
SAID = "Goedemorgen, gemeente Zonnedaal, u spreekt met Noor Brandsma."


def transcribe(
    audio: Audio, call_id: str, settings: Settings, progress: Callable[[float, str], None], *_: object
) -> Transcript:
    """Recognition that always hears the same, in the place of the real one."""
    with (settings.data_folder / "herkend").open("a", encoding="utf-8") as seen:
        seen.write(f"{call_id}\n")
    progress(0.4, "Kanaal 1 herkennen")
    while (settings.data_folder / "herkennen-wacht").exists():
        progress(0.4, "Kanaal 1 herkennen")
        time.sleep(0.02)
    turns = (
        Turn(speaker=Speaker.AGENT, text=SAID),
        Turn(speaker=Speaker.CALLER, text="Met Driessen, mijn paspoort is zoek."),
    )
    labels = {"kanaal 1": Speaker.AGENT, "kanaal 2": Speaker.CALLER}
    return Transcript(call_id=call_id, turns=turns, roles=Roles(labels=labels, confidence=0.9))


def kept_slowly(folder: Path) -> Callable[..., object]:
    """Keeping that first says that it begins, and waits while a test wants that."""
    keep = judging.keep

    def slow(*given: object) -> object:
        (folder / "bewaart").touch()
        while (folder / "bewaren-wacht").exists():
            time.sleep(0.02)
        return keep(*given)

    return slow


def main(environment: dict[str, str]) -> None:
    """Calling this works until somebody ends this process."""
    os.environ.update(environment)
    settings = load_settings()
    speech.transcribe = transcribe
    judging.keep = kept_slowly(settings.data_folder)
    worker.BEAT = worker.POLL[True] = 0.1
    Worker(settings, lease=LEASE).run()
