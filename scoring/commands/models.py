"""This module contains `models`: which speech models there are, and fetching one."""

import sys
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from scoring import speech
from scoring.commands.dutch import OPTIONS, DutchCommand, dutch_app
from scoring.settings import load_settings
from scoring.speech.models import complete, target

app = dutch_app("Spraakmodellen: bekijk ze of haal er een op.")


@app.command("list", cls=DutchCommand, options_metavar=OPTIONS)
def list_models() -> None:
    """Laat zien welke spraakmodellen er zijn en welke al op deze computer staan."""
    settings = load_settings()
    table = Table("Model", "Grootte", "Aanwezig", "Over dit model")
    for model in speech.MODELS:
        here = complete(target(settings, model.name))
        chosen = " (gekozen)" if model.name == settings.speech_model else ""
        table.add_row(model.name + chosen, f"{model.megabytes} MB", "ja" if here else "nee", model.note)
    Console(markup=False, highlight=False).print(table)


@app.command("fetch", cls=DutchCommand, options_metavar=OPTIONS)
def fetch_model(
    name: Annotated[str, typer.Argument(metavar="NAAM", help="Naam van het model, bijvoorbeeld base.")],
) -> None:
    """Haal een spraakmodel op naar deze computer."""
    settings = load_settings()
    with Progress(console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task(name, total=1.0)
        folder = speech.fetch(
            name, settings, lambda share, what: bar.update(task, completed=share, description=what)
        )
    sys.stdout.write(f"Het spraakmodel ‘{name}’ staat in {folder}.\n")
