"""This module contains `serve`: the screens, on this computer only unless the settings say otherwise."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from scoring.commands.crew import Crew
from scoring.errors import SettingsError
from scoring.settings import ROOT, load_settings
from scoring.sign_in import problems

WATCH = 0.5
"""Seconds between looks at the screens and the workers."""
PATIENCE = 10.0
"""Seconds that the screens get to stop."""


def serve() -> None:
    """Open de schermen van Klankbord in de browser. Stoppen kan met Ctrl+C."""
    settings = load_settings()
    wrong = problems(settings, settings.host)
    if wrong:
        raise SettingsError("\n".join(wrong))
    options = {
        "--server.address": settings.host,
        "--server.port": str(settings.port),
        "--server.showEmailPrompt": "false",
        "--browser.gatherUsageStats": "false",
    }
    arguments = [f"{name}={value}" for name, value in options.items()]
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "server.py"), *arguments]
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))  # else the screens would outlive us
    try:
        with Crew(settings) as crew, _running(command) as screens:
            try:
                while screens.poll() is None:
                    crew.tend()
                    time.sleep(WATCH)
            finally:
                crew.dismiss()  # workers and screens stop side by side
    except KeyboardInterrupt:
        raise typer.Exit(0) from None
    raise typer.Exit(screens.returncode)


@contextmanager
def _running(command: list[str]) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(command, cwd=ROOT)  # noqa: S603 — our own fixed command
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
