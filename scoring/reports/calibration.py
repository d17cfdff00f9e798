"""This module contains the export of a closed calibration: one row an answer, to compute with elsewhere."""

from scoring.reports.export import ANSWERS
from scoring.reports.spreadsheet import Table, to_csv
from scoring.review.comparison import compare_session
from scoring.scorecard import Answer
from scoring.store import Store

HEADER = ("Kalibratie", "Gesprek", "Criterium", "Beoordelaar", "Antwoord")


def export_calibration(store: Store, number: int) -> bytes:
    """The answers of a closed session as CSV, without what was said or remarked; ReviewError while it is open.

    Calls are numbered in the order of the session: who reads the file needs no way back to a call.
    """
    return to_csv(calibration_table(store, number))


def calibration_table(store: Store, number: int) -> Table:
    """One row for each answer: which call, criterion and reviewer; an answer that nobody gave is left out."""
    found = compare_session(store, number)
    rows = [
        (found.calibration.title, place, criterion, reviewer, ANSWERS[Answer(answer)])
        for criterion, table in found.tables.items()
        for place, answers in enumerate(table, start=1)
        for reviewer, answer in zip(found.calibration.reviewers, answers, strict=True)
        if answer is not None
    ]
    return Table(header=HEADER, rows=tuple(rows))
