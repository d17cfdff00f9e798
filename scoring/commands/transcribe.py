"""This module contains `transcribe`: recordings or other formats in, turns out."""

import json
import sys

import typer

from scoring import intake
from scoring.call import Call, Transcript, Turn
from scoring.commands.dutch import complain
from scoring.commands.inputs import files_of, progress_over
from scoring.commands.score import Files, Format, FormatChoice
from scoring.errors import ScoringError
from scoring.pipeline import transcribed
from scoring.reports.export import SPEAKERS
from scoring.rubric import load_norms, norms_folder
from scoring.rubric.shelf import active
from scoring.settings import load_settings

CALL = ("direction", "opening_recorded", "ending_recorded", "called_at", "organisation")


def transcribe(files: Files, format: FormatChoice = Format.TEXT) -> None:
    """Schrijf gesprekken uit. De json-vorm is weer in te lezen."""
    settings = load_settings()
    norms = load_norms(settings.norms, norms_folder(active(settings)))
    failed = False
    with progress_over(files_of(files)) as paths:
        for path, report in paths:
            try:
                read = intake.read(path, settings)
                transcript = transcribed(read, settings, report, norms)
            except ScoringError as error:
                failed = True
                complain(error)
                continue
            if not transcript.roles.certain:
                complain(f"{path.name}: let op, het is niet zeker wie de medewerker is.")
            _show(read.call, transcript, format)
    raise typer.Exit(1 if failed else 0)


def _show(call: Call, transcript: Transcript, format: Format) -> None:
    if format is Format.JSON:
        about = {"id": call.id, "source": call.source} | call.model_dump(mode="json", include=set(CALL))
        heard = transcript.model_dump(mode="json", include={"language", "engine", "model"})
        turns = [
            turn.model_dump(mode="json", exclude_defaults=True, exclude={"voice"})
            for turn in transcript.turns
        ]
        sys.stdout.write(json.dumps(about | heard | {"turns": turns}, ensure_ascii=False) + "\n")
    else:
        sys.stdout.write(f"# {call.source}\n" + "\n".join(map(_line, transcript.turns)) + "\n\n")


def _line(turn: Turn) -> str:
    minutes, seconds = divmod(int(turn.start or 0), 60)
    moment = "" if turn.start is None else f"[{minutes:02}:{seconds:02}] "
    return f"{moment}{SPEAKERS[turn.speaker]}: {turn.text}"
