"""This module contains `evaluate`: how well the machine agrees with labelled calls."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Column, Table

from scoring.commands.dutch import complain
from scoring.commands.inputs import files_of, judging_by, progress_over
from scoring.commands.score import NormsName, RubricPath
from scoring.errors import ScoringError
from scoring.reports.agreement_page import agreement_page, number, percent, summary
from scoring.review.agreement import Comparison, Labelled, compare
from scoring.review.labels import read_labelled
from scoring.rubric import norms_folder
from scoring.rubric.shelf import active
from scoring.settings import load_settings

Folder = Annotated[Path, typer.Argument(metavar="MAP", help="Map met gelabelde gesprekken.")]


LEGEND = (
    "Precisie: hoe vaak een ‘ja’ van de machine klopt. Gevonden: welk deel van de ‘ja’ van mensen zij vindt. "
    "n.v.t.: hoe vaak maar één van beiden ‘niet van toepassing’ zegt.\n"
)


class PageFormat(StrEnum):
    """This represents the forms of the comparison: to read, for programs, or as a page."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"


def evaluate(
    folder: Folder,
    format: Annotated[PageFormat, typer.Option("--format", metavar="text|json|html")] = PageFormat.TEXT,
    norms: NormsName = None,
    rubric: RubricPath = None,
) -> None:
    """Vergelijk de machine met labels van mensen: per criterium, per B en alles samen."""
    settings = load_settings()
    by, profile = judging_by(settings, rubric, norms)
    files = files_of([folder])
    profiles = norms_folder(rubric or active(settings))
    calls: list[Labelled] = []
    with progress_over(files) as paths:
        for path, report in paths:
            try:
                calls.append(read_labelled(path, by, profile, profiles, settings, report))
            except ScoringError as error:
                complain(error)
    _show(compare(calls, by, profile), folder, format)
    raise typer.Exit(0 if len(calls) == len(files) else 1)


def _show(comparison: Comparison, folder: Path, format: PageFormat) -> None:
    if format is PageFormat.JSON:
        sys.stdout.write(comparison.model_dump_json(indent=2) + "\n")
    elif format is PageFormat.HTML:
        sys.stdout.write(agreement_page(comparison, f"Overeenstemming met de labels in {folder.name}"))
    else:
        _print(comparison)


def _print(comparison: Comparison) -> None:
    console = Console(markup=False, highlight=False)
    table = _table("Criterium", "n", "Gelijk", "Kappa", "Precisie", "Gevonden", "n.v.t.")
    for name, a in comparison.criteria.items():
        shares = (percent(a.agreement), number(a.kappa), percent(a.precision), percent(a.recall))
        table.add_row(name, str(a.n), *shares, str(a.na_confused))
    console.print(table)
    console.print(LEGEND, soft_wrap=True)
    scores = _table("B", "Gesprekken", "Gemiddelde afwijking (0–100)")
    for name, error in {**comparison.dimensions, "totaal": comparison.total}.items():
        scores.add_row(name, str(error.n), number(error.mean_absolute_error))
    console.print(scores)
    console.print(summary(comparison), soft_wrap=True)


def _table(*titles: str) -> Table:
    """A plain table whose first column is never cut, however narrow the terminal."""
    first, *others = titles
    table = Table(Column(first, no_wrap=True), box=None, padding=(0, 1, 0, 0))
    for title in others:
        table.add_column(title, justify="right", no_wrap=True)
    return table
