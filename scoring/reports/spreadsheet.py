"""This module contains tables as CSV and XLSX that open well in Dutch Excel and run no formulas."""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

import xlsxwriter

from scoring.errors import ScoringError

Cell = str | int | float | datetime | bool | None
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
LONGEST = 32_767
"""Most characters that Excel keeps in one cell."""
MOST_ROWS = 1_048_576
"""Most rows that Excel keeps in one sheet."""


@dataclass(frozen=True)
class Table:
    """This represents a header and rows of the same width."""

    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def harmless(text: str) -> str:
    """The text, with an apostrophe before it when a spreadsheet could take it for a formula."""
    risky = text.startswith(DANGEROUS) or text.lstrip().startswith(DANGEROUS)
    safe = f"'{text}" if risky else text
    return safe if len(safe) <= LONGEST else f"{safe[: LONGEST - 14]} … (afgekapt)"


def to_csv(table: Table) -> bytes:
    """The table for Dutch Excel: semicolons, decimal commas, and UTF-8 with a byte order mark."""
    target = io.StringIO(newline="")
    writer = csv.writer(target, delimiter=";", lineterminator="\r\n")
    writer.writerow([harmless(title) for title in table.header])
    writer.writerows([_as_text(cell) for cell in row] for row in table.rows)
    return target.getvalue().encode("utf-8-sig")


def _as_text(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "ja" if cell else "nee"
    if isinstance(cell, datetime):
        return cell.strftime("%d-%m-%Y %H:%M")
    return harmless(cell) if isinstance(cell, str) else str(cell).replace(".", ",")


def to_xlsx(sheets: Mapping[str, Table]) -> bytes:
    """A workbook with a sheet a table: real numbers and dates, fixed header, filter on every column."""
    if any(len(table.rows) >= MOST_ROWS for table in sheets.values()):
        raise ScoringError(
            "Dit zijn te veel regels voor één Excel-blad. Kies een kortere periode of exporteer als CSV."
        )
    target = io.BytesIO()
    options = dict.fromkeys(("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False)
    with xlsxwriter.Workbook(target, {"in_memory": True, "constant_memory": True, **options}) as book:
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        moment = book.add_format({"num_format": "dd-mm-yyyy hh:mm"})
        for name, table in sheets.items():
            sheet = book.add_worksheet(name)
            sheet.freeze_panes(1, 1)
            sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.header) - 1)
            sheet.set_column(0, len(table.header) - 1, 16)
            _write(sheet, 0, table.header, moment, bold)
            for number, row in enumerate(table.rows, start=1):
                _write(sheet, number, row, moment)
    return target.getvalue()


def _write(
    sheet: xlsxwriter.worksheet.Worksheet,
    number: int,
    row: Iterable[Cell],
    moment: xlsxwriter.format.Format,
    style: xlsxwriter.format.Format | None = None,
) -> None:
    for column, cell in enumerate(row):
        if isinstance(cell, datetime):
            sheet.write_datetime(number, column, cell.replace(tzinfo=None), moment)
        elif isinstance(cell, bool | str):
            sheet.write_string(number, column, _as_text(cell), style)
        elif cell is not None:
            sheet.write_number(number, column, cell, style)
