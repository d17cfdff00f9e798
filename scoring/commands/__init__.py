"""This package contains the command line: `python -m scoring`."""

import io
import sys
from collections.abc import Sequence

from typer.exceptions import TyperException

from scoring.commands import models
from scoring.commands.check import check, schema
from scoring.commands.dutch import OPTIONS, PROGRAM, DutchCommand, complaint, dutch_app
from scoring.commands.evaluate import evaluate
from scoring.commands.inputs import complain
from scoring.commands.kept import delete, demo, export
from scoring.commands.score import score
from scoring.commands.serve import serve
from scoring.commands.transcribe import transcribe
from scoring.commands.worker import worker
from scoring.errors import RubricError, ScoringError, SettingsError

WRONG_USE = 2
"""Exit code for a command, setting or rubric that is wrong; 1 is for input that failed."""

app = dutch_app("Klankbord beoordeelt telefoongesprekken van de overheid op de vijf B’s, met bewijs.")
for command in (score, transcribe, check, evaluate, export, delete, demo, serve, worker, schema):
    app.command(cls=DutchCommand, options_metavar=OPTIONS)(command)
app.add_typer(models.app, name="models")


def main(arguments: Sequence[str] | None = None) -> int:
    """Calling this runs one command and answers its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")  # a Windows terminal would fail on some characters
    given = sys.argv[1:] if arguments is None else list(arguments)
    try:
        return app(given or ["--help"], prog_name=PROGRAM, standalone_mode=False) or 0
    except TyperException as error:
        complain(complaint(error))
        return WRONG_USE
    except (SettingsError, RubricError) as error:
        for line in str(error).splitlines():
            complain(line)
        return WRONG_USE
    except ScoringError as error:
        complain(error)
        return 1
