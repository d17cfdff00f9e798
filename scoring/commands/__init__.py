"""This package contains the command line: `python -m scoring`."""

import io
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

import typer
from typer.exceptions import TyperException

from scoring.commands.dutch import OPTIONS, PROGRAM, DutchCommand, complain, complaint, dutch_app
from scoring.errors import RubricError, ScoringError, SettingsError

WRONG_USE = 2
"""Exit code for a command, setting or rubric that is wrong; 1 is for input that failed."""

COMMANDS = {
    "score": "score",
    "transcribe": "transcribe",
    "check": "check",
    "evaluate": "evaluate",
    "export": "kept",
    "delete": "kept",
    "demo": "kept",
    "serve": "serve",
    "worker": "worker",
    "schema": "check",
}
"""The commands in the order of the help, and the module of each: only that of the one asked for is loaded."""
MODELS = "models"
"""The command that has commands of its own."""


def _app(asked: str) -> typer.Typer:
    """What runs this command; with all others when it is none, for the help and for complaints."""
    app = dutch_app("Klankbord beoordeelt telefoongesprekken van de overheid op de vijf B’s, met bewijs.")
    app.callback()(lambda: None)  # else the only command would be taken for the whole program
    for name in [asked] if asked in COMMANDS else () if asked == MODELS else COMMANDS:
        app.command(cls=DutchCommand, options_metavar=OPTIONS)(_command(name))
    if asked not in COMMANDS:
        from scoring.commands import models  # loads slowly too

        app.add_typer(models.app, name=MODELS)
    return app


def _command(name: str) -> Callable[..., Any]:
    found: Callable[..., Any] = getattr(import_module(f"scoring.commands.{COMMANDS[name]}"), name)
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Calling this runs one command and answers its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")  # a Windows terminal would fail on some characters
    given = sys.argv[1:] if arguments is None else list(arguments)
    try:
        return (
            _app(given[0] if given else "")(given or ["--help"], prog_name=PROGRAM, standalone_mode=False)
            or 0
        )
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
