"""This module contains what changed since the period before, in one plain Dutch sentence."""

from collections.abc import Mapping

from scoring.insight.counting import TOTAL
from scoring.insight.overview import Figure, Overview, Trend


def what_changed(seen: Overview, titles: Mapping[str, str]) -> str:
    """One sentence; `titles` gives B's and criteria a name for the reader."""
    now, before = seen.scope.period, seen.scope.period.before()
    if not seen.enough:
        return (
            f"Over {now.title} zijn er nog te weinig beoordeelde gesprekken. "
            f"Vanaf {seen.minimum} gesprekken staan hier cijfers."
        )
    if seen.before < seen.minimum:
        return f"Over {before.title} zijn er te weinig gesprekken om {now.title} mee te vergelijken."
    changed = [f for f in (*seen.dimensions, seen.total, *seen.criteria) if f.trend in (Trend.UP, Trend.DOWN)]
    if not changed:
        return (
            f"Tussen {before.title} en {now.title} is geen verschil dat groter is dan toeval "
            f"({seen.before} en {seen.n} gesprekken)."
        )
    told = _told(changed[0] if _is_score(changed[0]) else _most(changed), before.title, titles)
    others = len(changed) - 1
    return f"{told} Dat is meer dan toeval.{_others(others)}"


def _is_score(figure: Figure) -> bool:
    return "." not in figure.name


def _most(changed: list[Figure]) -> Figure:
    return max(changed, key=lambda figure: abs(figure.change.value or 0))


def _told(figure: Figure, before: str, titles: Mapping[str, str]) -> str:
    now, old = figure.now.value or 0, figure.before.value or 0
    if _is_score(figure):
        name = "Het totaal" if figure.name == TOTAL else titles.get(figure.name, figure.name)
        return f"{name} ging van {old:.0f} naar {now:.0f} punten sinds {before}."
    name = titles.get(figure.name, figure.name)
    return f"‘{name}’ kreeg {100 * now:.0f} % ja, tegen {100 * old:.0f} % in {before}."


def _others(number: int) -> str:
    if not number:
        return ""
    return (
        f" Nog {number} {'cijfer is' if number == 1 else 'cijfers zijn'} duidelijk veranderd; zie hieronder."
    )
