"""This module contains a scorecard to read in a terminal."""

from rich.console import Console
from rich.table import Table
from rich.text import Text

from scoring.reports.export import ANSWERS
from scoring.rubric import Rubric
from scoring.scorecard import CriterionResult, Scorecard


def print_scorecard(card: Scorecard, rubric: Rubric) -> None:
    """Calling this writes a scorecard in Dutch to the terminal or a file."""
    console = Console(markup=False, highlight=False)
    console.print(Text(card.source, style="bold"))
    console.print(_headline(card), soft_wrap=True)
    console.print(_dimensions(card, rubric))
    for dimension in rubric.dimensions:
        mine = [r for r in card.results if r.criterion.startswith(f"{dimension.id}.")]
        console.print(Text(dimension.title, style="bold"))
        for result in mine:
            console.print(_result(result, rubric), soft_wrap=True)
    for warning in card.warnings:
        console.print(f"Let op: {warning}", soft_wrap=True)
    console.print()


def score(value: float | None) -> str:
    """A score with a decimal comma; a dash when nothing counted."""
    return "–" if value is None else str(value).replace(".", ",")


def _headline(card: Scorecard) -> str:
    state = " (voorlopig: nog niet door een mens bevestigd)" if card.provisional else ""
    level = f"Escalatie van de beller: {card.escalation.level} van 4."
    return f"Cijfer {score(card.grade)}, totaal {score(card.total)} van 100{state}. {level}"


def _dimensions(card: Scorecard, rubric: Rubric) -> Table:
    table = Table("B", "Score", "Meegeteld")
    for dimension in rubric.dimensions:
        found = card.dimensions[dimension.id]
        note = " (begrensd)" if found.capped else ""
        table.add_row(dimension.title, score(found.score) + note, f"{found.coverage:.0%}")
    return table


def _result(result: CriterionResult, rubric: Rubric) -> str:
    answer = ANSWERS[result.answer]
    proposal = " (voorstel)" if result.proposal else ""
    return f"  {answer}{proposal}: {rubric.criterion(result.criterion).question} {result.reason}".rstrip()
