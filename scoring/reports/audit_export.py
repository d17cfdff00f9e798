"""This module contains the audit trail as a file for Excel."""

from scoring.reports.spreadsheet import Table, to_csv
from scoring.store import AuditFilter, AuditTrail

HEADER = ("Nummer", "Wanneer", "Account", "Naam", "Wat", "Waarvan", "Bijzonderheden")
EVERYTHING = AuditFilter()


def export_audit(trail: AuditTrail, where: AuditFilter = EVERYTHING) -> bytes:
    """The acts that fit as CSV, newest first."""
    rows = tuple(
        (entry.id, entry.at, entry.person, entry.name, entry.action.value, entry.subject, entry.detail)
        for entry in trail.entries(where)
    )
    return to_csv(Table(header=HEADER, rows=rows))
