"""This module contains `score`: files in, scorecards out."""

import json
import sys
from contextlib import nullcontext
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from scoring.commands.dutch import complain
from scoring.commands.inputs import files_of, judging_by, progress_over
from scoring.errors import RolesUnknownError, ScoringError
from scoring.pipeline import Scored, keep, score_call
from scoring.reports.scorecard_text import print_scorecard
from scoring.rubric import Rubric
from scoring.scorecard import Scorecard
from scoring.settings import load_settings
from scoring.store import open_store

Files = Annotated[list[Path], typer.Argument(metavar="BESTAND", help="Gesprekken, of mappen ermee.")]
RubricPath = Annotated[Path | None, typer.Option("--rubric", metavar="PAD", help="Andere rubriek (YAML).")]
NormsName = Annotated[
    str | None, typer.Option("--norms", metavar="NAAM", help="Normprofiel, bijvoorbeeld 1stroom.")
]


class Format(StrEnum):
    """This represents the forms of output: for programs and for people."""

    JSON = "json"
    TEXT = "text"


FormatChoice = Annotated[
    Format, typer.Option("--format", metavar="json|text", help="json voor programma’s, text om te lezen.")
]


def score(
    files: Files,
    format: FormatChoice = Format.TEXT,
    norms: NormsName = None,
    rubric: RubricPath = None,
    save: Annotated[
        bool, typer.Option("--save", metavar="", help="Bewaar gesprek en score in Klankbord.")
    ] = False,
) -> None:
    """Beoordeel gesprekken: opnamen of teksten. Een fout bestand houdt de andere niet tegen."""
    settings = load_settings()
    by, profile = judging_by(settings, rubric, norms)
    failed = False
    store_or_none = open_store(settings) if save else nullcontext()
    with store_or_none as store, progress_over(files_of(files)) as paths:
        for path, report in paths:
            try:
                scored = score_call(path, by, profile, settings, progress=report, now=datetime.now(UTC))
                card = keep(store, scored, by, profile) if store else scored.scorecard
                _show(_certain(scored, card), by, format)
            except ScoringError as error:
                failed = True
                complain(_naming(path, error))
    raise typer.Exit(1 if failed else 0)


def _naming(path: Path, error: ScoringError) -> str:
    return str(error) if path.name in str(error) else f"{path.name}: {error}"


def _certain(scored: Scored, card: Scorecard | None) -> Scorecard:
    if card is None:
        raise RolesUnknownError(
            f"{scored.call.source}: het is niet zeker wie de medewerker is, dus er is geen score. "
            "Bewaar het met --save en bevestig de rollen op het scherm."
        )
    return card


def _show(card: Scorecard, rubric: Rubric, format: Format) -> None:
    if format is Format.JSON:
        sys.stdout.write(json.dumps(card.contract(), ensure_ascii=False) + "\n")
        sys.stdout.flush()
    else:
        print_scorecard(card, rubric)
