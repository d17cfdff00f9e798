"""This module contains the lines of the audit trail as a table; a call leads to itself where one may see it."""

from collections.abc import Mapping, Sequence

from app_pages import desk, dutch, figure_table
from scoring.access import Right
from scoring.store import AuditEntry, CallFilter, CallRow

COLUMNS = ("Wanneer", "Wie", "Wat", "Waarvan", "Bijzonderheden")
SHORT = 12
"""So much of a call's number tells calls apart on a screen; the whole number is in the CSV."""


def draw(entries: Sequence[AuditEntry]) -> None:
    """Calling this shows the lines as they come."""
    known = _calls(entries)
    figure_table.draw("Nieuwste eerst", COLUMNS, [_row(entry, known) for entry in entries], "log-table")


def _calls(entries: Sequence[AuditEntry]) -> dict[str, CallRow]:
    """The calls among them that who works here may open; a call that was deleted is not there any more."""
    named = tuple({entry.subject for entry in entries if entry.subject})
    if not named or not desk.may(Right.SEE_CALLS):
        return {}
    rows = desk.store().calls(desk.visible(CallFilter(ids=named)), limit=len(named))
    return {row.id: row for row in rows}


def _row(entry: AuditEntry, known: Mapping[str, CallRow]) -> list[figure_table.Cell]:
    return [
        figure_table.plain(dutch.short_moment(entry.at)),
        figure_table.plain(_who(entry)),
        figure_table.plain(entry.action.value.capitalize()),
        _subject(entry.subject, known.get(entry.subject)),
        figure_table.plain(entry.detail or dutch.NONE),
    ]


def _subject(subject: str, call: CallRow | None) -> figure_table.Cell:
    if call is None:
        return figure_table.plain(_short(subject) or dutch.NONE)
    moment = f"van {dutch.short_moment(call.called_at)}, " if call.called_at else ""
    return figure_table.call(call.id, call.source, f"{moment}nummer {call.id}")


def _who(entry: AuditEntry) -> str:
    return entry.person if entry.name in ("", entry.person) else f"{entry.name} ({entry.person})"


def _short(subject: str) -> str:
    return subject if len(subject) <= 2 * SHORT else f"{subject[:SHORT]}…"
