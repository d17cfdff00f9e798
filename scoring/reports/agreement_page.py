"""This module contains the comparison with labels as one HTML page that needs nothing else."""

import re
from collections.abc import Iterable
from html import escape

from scoring.reports.export import ANSWERS
from scoring.review.agreement import MISSING, Agreement, Comparison, Levels, Pair
from scoring.scorecard import Answer

DUTCH = {answer.value: word for answer, word in ANSWERS.items()} | {MISSING: "ontbreekt in de rubriek"}
STYLE = """
body{font:16px/1.5 system-ui,sans-serif;max-width:75rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b}
table{border-collapse:collapse;margin:1rem 0 2rem}caption{text-align:left;font-weight:600}
th,td{border:1px solid #767676;padding:.25rem .6rem;text-align:left}td.n{text-align:right}
"""

_FIGURE = re.compile(r"[\d,]+%?|–")
"""What stands on the right in its cell."""


def agreement_page(comparison: Comparison, title: str) -> str:
    """The page; everything from files is escaped."""
    parts = (
        f"<h1>{escape(title)}</h1>",
        f"<p>{escape(summary(comparison))}</p>",
        _criteria(comparison),
        _dimensions(comparison),
        _confusion(comparison.overall),
        _differences(comparison.differences),
        _levels(comparison.escalation.differences),
    )
    return (
        '<!doctype html>\n<html lang="nl"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head><body><main>\n"
        + "\n".join(parts)
        + "\n</main></body></html>\n"
    )


def summary(comparison: Comparison) -> str:
    """The outcome in plain Dutch sentences."""
    overall, level = comparison.overall, comparison.escalation
    return (
        f"{comparison.calls} gesprekken, {overall.n} antwoorden. "
        f"Overeenstemming {percent(overall.agreement)}, kappa {number(overall.kappa)}. "
        f"De machine beantwoordde {percent(overall.judged)}; wat zij aan een mens overlaat, telt hier "
        f"als verschil. Escalatie gelijk: {percent(level.exact)}, "
        f"hooguit één niveau verschil: {percent(level.within_one)}."
    )


def percent(share: float | None) -> str:
    """A share as a Dutch percentage; a dash when there is none."""
    return "–" if share is None else f"{share:.1%}".replace(".", ",")


def number(value: float | None) -> str:
    """A number with a decimal comma; a dash when there is none."""
    return "–" if value is None else f"{value:.2f}".replace(".", ",")


def _table(caption: str, header: Iterable[str], rows: Iterable[Iterable[str | int]]) -> str:
    head = "".join(f'<th scope="col">{escape(title)}</th>' for title in header)
    body = "\n".join(f"<tr>{''.join(_cells(row))}</tr>" for row in rows)
    top = f"<caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead>"
    return f"<table>{top}<tbody>{body}</tbody></table>"


def _cells(row: Iterable[str | int]) -> Iterable[str]:
    for column, cell in enumerate(row):
        text = escape(str(cell))
        kind = ' class="n"' if isinstance(cell, int) or _FIGURE.fullmatch(cell) else ""
        yield f'<th scope="row">{text}</th>' if column == 0 else f"<td{kind}>{text}</td>"


def _criteria(comparison: Comparison) -> str:
    header = (
        "Criterium",
        "Aantal",
        "Overeenstemming",
        "Kappa",
        "Precisie ja",
        "Gevonden ja",
        "Verward met n.v.t.",
    )
    rows = (
        (
            *(name, a.n, percent(a.agreement), number(a.kappa)),
            *(percent(a.precision), percent(a.recall), a.na_confused),
        )
        for name, a in comparison.criteria.items()
    )
    return _table("Per criterium", header, rows)


def _dimensions(comparison: Comparison) -> str:
    errors = {**comparison.dimensions, "totaal": comparison.total}
    rows = ((name.capitalize(), e.n, number(e.mean_absolute_error)) for name, e in errors.items())
    return _table(
        "Gemiddelde afwijking van de score (punten van 0–100)", ("B", "Gesprekken", "Afwijking"), rows
    )


def _confusion(overall: Agreement) -> str:
    known = [answer.value for answer in Answer] + [MISSING]
    columns = [name for name in known if any(name in row for row in overall.confusion.values())]
    rows: list[tuple[str | int, ...]] = [
        (DUTCH[label], *(overall.confusion[label].get(name, 0) for name in columns))
        for label in known
        if label in overall.confusion
    ]
    return _table(
        "Antwoord van de mens (rij) en van de machine (kolom)", ("Mens", *(DUTCH[c] for c in columns)), rows
    )


def _differences(pairs: Iterable[Pair]) -> str:
    """Those of one criterion together: then it shows what the machine keeps missing."""
    together = sorted(pairs, key=lambda p: p.criterion)
    rows = ((p.criterion, p.source, DUTCH[p.label], DUTCH[p.machine], p.reason) for p in together)
    header = ("Criterium", "Gesprek", "Mens", "Machine", "Uitleg van de machine")
    return _table("Verschillen", header, rows)


def _levels(pairs: Iterable[Levels]) -> str:
    rows = (
        (p.source, p.label, p.machine, ", ".join(str(turn + 1) for turn in p.turns) or "–") for p in pairs
    )
    header = ("Gesprek", "Mens", "Machine", "Beurten waarop de machine steunt")
    return _table("Verschillen in het niveau van escalatie (0–4)", header, rows)
