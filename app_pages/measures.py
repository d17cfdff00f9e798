"""This module contains how figures of agreement read: a number, its margin, and one plain sentence."""

from markupsafe import Markup

from app_pages import dutch
from scoring.review.reliability import Measure

STEPS = ((0.0, "niet beter dan toeval"), (0.2, "zwak"), (0.4, "matig"), (0.6, "redelijk"), (0.8, "goed"))
"""Words for kappa and alpha, up to and including each bound (after Landis and Koch, 1977); above: zeer goed."""
BEST = "zeer goed"
WIDE = 0.4
SHORT = 24
"""Figures up to this length stay on one line."""
UNKNOWN = "niet te berekenen: iedereen gaf steeds hetzelfde antwoord, of er zijn te weinig gesprekken"


def word(value: float | None) -> str:
    """A kappa or alpha in a word."""
    if value is None:
        return UNKNOWN
    return next((name for bound, name in STEPS if value <= bound), BEST)


def unsure(measure: Measure) -> bool:
    """Whether the interval is so wide that the number can still go anywhere."""
    return measure.low is None or measure.high is None or measure.high - measure.low > WIDE


def figure(measure: Measure) -> str:
    """A kappa or alpha with its interval: ‘0,52 (0,10 tot 0,81)’."""
    if measure.value is None:
        return dutch.NONE
    if measure.low is None:
        return dutch.number(measure.value, 2)
    return f"{dutch.number(measure.value, 2)} ({dutch.number(measure.low, 2)} tot {dutch.number(measure.high, 2)})"


def percent(measure: Measure) -> str:
    """A share with its interval: ‘74 % (60 tot 86)’."""
    if measure.value is None:
        return dutch.NONE
    between = ""
    if measure.low is not None and measure.high is not None:
        between = f" ({dutch.whole(100 * measure.low)} tot {dutch.whole(100 * measure.high)})"
    return f"{dutch.whole(100 * measure.value)} %{between}"


def bar(share: float | None) -> Markup:
    """A share as a bar; the number stands beside it."""
    width = 0 if share is None else round(100 * share)
    return Markup(
        "<span class='kb-track kb-beside' aria-hidden='true'><span class='kb-fill' style='width:{}%'></span></span>"
    ).format(width)


def table(caption: str, header: tuple[str, ...], rows: list[tuple[object, ...]]) -> Markup:
    """A table; the first cell of a row names it."""
    head = Markup("").join(Markup("<th scope='col'>{}</th>").format(name) for name in header)
    body = Markup("").join(
        Markup("<tr><th scope='row'>{}</th>{}</tr>").format(row[0], Markup("").join(map(_cell, row[1:])))
        for row in rows
    )
    return Markup(
        "<table class='kb-table'><caption>{}</caption><thead><tr>{}</tr></thead><tbody>{}</tbody></table>"
    ).format(caption, head, body)


def _cell(value: object) -> Markup:
    short = isinstance(value, str) and len(value) < SHORT
    return Markup("<td{}>{}</td>").format(Markup(" class='kb-short'") if short else "", value)
