"""This module contains the norm profiles side by side, with their public sources."""

from collections.abc import Sequence

from markupsafe import Markup

from app_pages import dutch, frame
from scoring.rubric import Norms


def draw(profiles: Sequence[Norms], default: str) -> None:
    """Calling this shows every norm of every profile in one table."""
    names = list(dict.fromkeys(name for profile in profiles for name in profile.values))
    head = Markup("").join(
        Markup("<th scope='col'>{}{}</th>").format(p.title, " (standaard)" if p.id == default else "")
        for p in profiles
    )
    rows = Markup("").join(_row(name, profiles) for name in names)
    sources = Markup("").join(Markup("<td>{}</td>").format(p.source) for p in profiles)
    frame.put(
        Markup(
            "<table class='kb-table'><caption>Normen per organisatie</caption><thead><tr>"
            "<th scope='col'>Norm</th>{}</tr></thead><tbody>{}"
            "<tr><th scope='row'>Bron</th>{}</tr></tbody></table>"
        ).format(head, rows, sources)
    )


def _row(name: str, profiles: Sequence[Norms]) -> Markup:
    values = Markup("").join(Markup("<td>{}</td>").format(value(p.values.get(name))) for p in profiles)
    return Markup("<tr><th scope='row'>{}</th>{}</tr>").format(name.replace("_", " ").capitalize(), values)


def value(norm: bool | float | None) -> str:
    """A norm as a reader sees it: ja, nee, a number, or a dash when the profile does not have it."""
    if norm is None:
        return dutch.NONE
    if isinstance(norm, bool):
        return "ja" if norm else "nee"
    return dutch.number(norm, 2).rstrip("0").rstrip(",")
