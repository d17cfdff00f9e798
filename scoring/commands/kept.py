"""This module contains `export`, `delete` and `demo`: what concerns kept calls."""

import sys
from datetime import UTC, datetime
from enum import StrEnum
from getpass import getuser
from pathlib import Path
from typing import Annotated

import typer

import scoring
from scoring.access import Person
from scoring.commands.inputs import judging_by, progress_over
from scoring.errors import InputError
from scoring.insight.demo import add_learning
from scoring.insight.demo_months import add_months
from scoring.pipeline import keep, score_call
from scoring.reports.export import export_csv, export_xlsx
from scoring.review.demo import add_people
from scoring.settings import load_settings
from scoring.store import Action, CallFilter, open_store

DEMO = Path(scoring.__file__).parent / "demo"


class SheetFormat(StrEnum):
    """This represents the kinds of spreadsheet."""

    CSV = "csv"
    XLSX = "xlsx"


def export(
    output: Annotated[Path, typer.Option("--output", metavar="BESTAND", help="Waar de export komt.")],
    format: Annotated[SheetFormat, typer.Option("--format", metavar="csv|xlsx")] = SheetFormat.XLSX,
    search: Annotated[str, typer.Option("--search", metavar="WOORDEN", help="Alleen wat hierbij past.")] = "",
    long: Annotated[
        bool, typer.Option("--long", metavar="", help="Eén regel per antwoord (bij xlsx een tweede blad).")
    ] = False,
    with_text: Annotated[
        bool, typer.Option("--with-text", metavar="", help="Ook wat er gezegd is. Let op: persoonsgegevens.")
    ] = False,
) -> None:
    """Zet gesprekken en antwoorden in een bestand voor Excel, zonder gesproken tekst tenzij gevraagd."""
    where = CallFilter(search=search)
    with open_store(load_settings()) as store:
        number = store.count(where)
        write = export_csv if format is SheetFormat.CSV else export_xlsx
        content = write(store, where, long=long, with_text=with_text)
        spoken = "met wat er gezegd is" if with_text else "zonder wat er gezegd is"
        store.audit.add(_who(), Action.EXPORTED, "gesprekken", f"{format}, {number} gesprekken, {spoken}")
    try:
        output.write_bytes(content)
    except OSError as error:
        raise InputError(
            f"{output}: dit bestand kan niet worden geschreven. Is het nog open in Excel?"
        ) from error
    sys.stdout.write(f"{number} gesprekken staan in {output}.\n")


def delete(
    call_id: Annotated[str, typer.Argument(metavar="GESPREK", help="Het nummer van het gesprek.")],
    yes: Annotated[bool, typer.Option("--yes", metavar="", help="Vraag niet om bevestiging.")] = False,
) -> None:
    """Verwijder een gesprek helemaal: tekst, geluid en alle scores. Dit kan niet terug."""
    with open_store(load_settings()) as store:
        source = store.call(call_id).source
        if not yes and not _agreed(source):
            sys.stdout.write("Er is niets verwijderd.\n")
            raise typer.Exit(1)
        store.delete(call_id)
        store.audit.add(_who(), Action.DELETED, call_id)
    sys.stdout.write(f"{source} is verwijderd, met tekst, geluid en alle scores.\n")


def _who() -> Person:
    """Who types here, for the audit trail: the account on this computer."""
    try:
        account = getuser()
    except (OSError, KeyError, ImportError):  # an account without a name; what is raised differs by system
        account = "onbekend"
    return Person(id=f"opdrachtregel: {account}", name="")


def _agreed(source: str) -> bool:
    if not sys.stdin.isatty():
        raise InputError("Zonder scherm kan dit niet worden gevraagd. Voeg --yes toe als u het zeker weet.")
    sys.stdout.write(f"{source} helemaal verwijderen? Typ ja en druk op Enter: ")
    sys.stdout.flush()
    return sys.stdin.readline().strip().casefold() == "ja"


def demo() -> None:
    """Zet de voorbeeldgesprekken klaar, beoordeeld en wel. Vaker doen kan geen kwaad."""
    settings = load_settings()
    rubric, norms = judging_by(settings, None, None)
    files = sorted(DEMO.glob("*.json"))
    with open_store(settings) as store, progress_over(files) as paths:
        short = add_months(store, rubric, norms)  # before the others, which are nicer to open and so newest
        for path, report in paths:
            scored = score_call(path, rubric, norms, settings, progress=report, now=datetime.now(UTC))
            keep(store, scored, rubric, norms, demo=True)
        add_people(store, rubric, norms, settings)
        add_learning(store, rubric)
    sys.stdout.write(f"{len(files) + short} voorbeeldgesprekken staan klaar.\n")
