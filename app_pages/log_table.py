"""This module contains the lines of the audit trail as a table."""

from collections.abc import Sequence

from markupsafe import Markup

from app_pages import dutch, frame
from scoring.store import AuditEntry

COLUMNS = ("Wanneer", "Wie", "Wat", "Waarvan", "Bijzonderheden")
SHORT = 12
"""So much of a call's number tells calls apart on a screen; the whole number is in the CSV."""


def draw(entries: Sequence[AuditEntry]) -> None:
    """Calling this shows the lines as they come."""
    head = Markup("").join(Markup("<th scope='col'>{}</th>").format(name) for name in COLUMNS)
    rows = Markup("").join(map(_row, entries))
    frame.put(
        Markup(
            "<table class='kb-table'><caption>Nieuwste eerst</caption><thead><tr>{}</tr></thead>"
            "<tbody>{}</tbody></table>"
        ).format(head, rows)
    )


def _row(entry: AuditEntry) -> Markup:
    cells = (
        Markup("<td>{}</td>").format(dutch.short_moment(entry.at)),
        Markup("<td>{}</td>").format(_who(entry)),
        Markup("<td>{}</td>").format(entry.action.value.capitalize()),
        Markup("<td><span title='{}'>{}</span></td>").format(
            entry.subject, _short(entry.subject) or dutch.NONE
        ),
        Markup("<td>{}</td>").format(entry.detail or dutch.NONE),
    )
    return Markup("<tr>{}</tr>").format(Markup("").join(cells))


def _who(entry: AuditEntry) -> str:
    return entry.person if entry.name in ("", entry.person) else f"{entry.name} ({entry.person})"


def _short(subject: str) -> str:
    return subject if len(subject) <= 2 * SHORT else f"{subject[:SHORT]}…"
