"""This module contains what commands share about their input: files, rubric, errors and progress."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from scoring.errors import InputError
from scoring.intake import call_files
from scoring.pipeline import Progress as Report
from scoring.rubric import Norms, Rubric, load_norms, load_rubric, norms_folder
from scoring.rubric.shelf import active
from scoring.settings import Settings


def judging_by(settings: Settings, rubric: Path | None, norms: str | None) -> tuple[Rubric, Norms]:
    """The rubric and norm profile that were asked for, else those of the settings."""
    path = rubric or active(settings)
    return load_rubric(path), load_norms(norms or settings.norms, norms_folder(path))


def files_of(paths: list[Path]) -> list[Path]:
    """The calls in these files and folders, in the order given. Raises InputError when there are none."""
    found = list(call_files(paths))
    if not found:
        raise InputError("Er is geen gesprek gevonden. Geef bestanden, of een map met gesprekken.")
    return found


@contextmanager
def progress_over(files: list[Path]) -> Iterator[Iterator[tuple[Path, Report]]]:
    """Files to work through, with a bar on stderr when a person is watching."""
    watched = sys.stderr.isatty()
    with Progress(console=Console(stderr=True), transient=True, disable=not watched) as bar:
        task = bar.add_task("", total=len(files))

        def each() -> Iterator[tuple[Path, Report]]:
            for number, path in enumerate(files):

                def report(share: float, what: str, number: int = number, path: Path = path) -> None:
                    bar.update(task, completed=number + share, description=f"{path.name}: {what}")

                bar.update(task, completed=number, description=path.name)
                yield path, report

        yield each()
