"""This module contains `check` and `schema`: for who writes a rubric."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from scoring.commands.dutch import complain
from scoring.commands.score import NormsName
from scoring.errors import InputError
from scoring.examples import check_rubric
from scoring.rubric import json_schema, norms_folder, norms_schema
from scoring.settings import ROOT, load_settings

PathToCheck = Annotated[Path, typer.Argument(metavar="PAD", help="Een rubriek, of een map met rubrieken.")]


def check(path: PathToCheck = ROOT / "rubrics", norms: NormsName = None) -> None:
    """Controleer rubrieken en normen, en doe hun voorbeelden na. Toont alle fouten in één keer."""
    name = norms or load_settings().norms
    rubrics = sorted(path.glob("*.yaml")) if path.is_dir() else [path]
    if not rubrics:
        raise InputError(f"{path}: hier staat geen rubriek. Geef een YAML-bestand of een map ermee.")
    problems = [problem for rubric in rubrics for problem in _problems(rubric, name)]
    for problem in problems:
        complain(problem)
    if problems:
        complain(f"{len(problems)} {'fout' if len(problems) == 1 else 'fouten'} gevonden.")
        raise typer.Exit(1)
    sys.stdout.write(f"Geen fouten in {', '.join(rubric.name for rubric in rubrics)}.\n")


def _problems(rubric: Path, norms: str) -> list[str]:
    return check_rubric(rubric, norms, norms_folder(rubric))


def schema(
    output: Annotated[
        Path, typer.Option("--output", metavar="BESTAND", help="Waar het schema komt te staan.")
    ] = ROOT / "rubrics" / "schema.json",
) -> None:
    """Schrijf het JSON-schema van een rubriek en van een normprofiel, waarmee een editor kan helpen."""
    profiles = output.parent / "normen"
    written = {output: json_schema()}
    if profiles.is_dir():
        written[profiles / "schema.json"] = norms_schema()
    for file, content in written.items():
        text = json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True)
        file.write_text(f"{text}\n", encoding="utf-8", newline="\n")
        sys.stdout.write(f"Het schema staat in {file}.\n")
