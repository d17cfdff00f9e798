"""This module contains what differs between two versions, as a reader sees it: by criterion, in plain Dutch."""

from collections.abc import Sequence
from itertools import groupby

from markupsafe import Markup

from app_pages import frame
from scoring.rubric.comparing import Difference


def draw(found: Sequence[Difference]) -> None:
    """Calling this shows the differences, those of one criterion together."""
    if not found:
        frame.note("Er zijn geen verschillen.")
        return
    rows = Markup("").join(
        Markup("<tr><th scope='row'>{}</th><td>{}</td></tr>").format(title, _list(list(mine)))
        for title, mine in groupby(found, key=lambda one: one.title)
    )
    frame.put(
        Markup(
            "<table class='kb-table'><caption>Verschillen</caption><thead><tr><th scope='col'>Onderdeel</th>"
            "<th scope='col'>Wat er verandert</th></tr></thead><tbody>{}</tbody></table>"
        ).format(rows)
    )


def _list(found: list[Difference]) -> Markup:
    lines = (
        Markup("<p class='kb-reason'>{}</p>").format(one.what[:1].upper() + one.what[1:]) for one in found
    )
    return Markup("").join(lines)
