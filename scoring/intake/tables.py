"""This module contains the reading of rows and columns: which column is what, whatever its name or order."""

import csv
import io
from collections.abc import Iterable, Sequence

from scoring.intake.draft import Piece, one_line
from scoring.intake.times import parse_time


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


Rows = Sequence[Sequence[object]]

COLUMNS: dict[str, frozenset[str]] = {
    "speaker": _words(
        "spreker speaker rol role label wie naam name deelnemer participant kanaal channel spreekt stem "
        "participantrole sprekernaam speakername speakerlabel"
    ),
    "text": _words(
        "tekst text uiting utterance content inhoud transcript transcriptie uitspraak zin zinnen bericht "
        "gesprokentekst gesproken sentence message gezegd"
    ),
    "start": _words(
        "start begin starttijd begintijd starttime begintime tijd time van from tijdstip timestamp"
    ),
    "end": _words("einde eind end eindtijd endtime tot stop to until"),
}
_UNITS = {
    "ms": 0.001,
    "millis": 0.001,
    "milliseconden": 0.001,
    "s": 1.0,
    "sec": 1.0,
    "seconden": 1.0,
    "seconds": 1.0,
}
_HEADER_ROWS = 10
DELIMITERS = (";", "\t", ",", "|")


def split_rows(text: str, delimiter: str, *, strict: bool = False) -> list[list[str]]:
    """The rows of delimited text; strict raises csv.Error for a quoted field without end."""
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict))


def header(rows: Rows) -> tuple[int, dict[str, tuple[int, float]]] | None:
    """The number of the header row and column → (index, seconds per unit); None without a text column."""
    for number, row in enumerate(rows[:_HEADER_ROWS]):
        found: dict[str, tuple[int, float]] = {}
        for index, cell in enumerate(row):
            name, scale = _column(cell)
            if name and name not in found:
                found[name] = (index, scale)
        if "text" in found and len(found) > 1:
            return number, found
    return None


def _column(cell: object) -> tuple[str, float]:
    words = "".join(c if c.isalnum() else " " for c in str(cell or "").casefold()).split()
    scale = next((_UNITS[word] for word in words if word in _UNITS), 1.0)
    name = "".join(word for word in words if word not in _UNITS)
    return next((field for field, names in COLUMNS.items() if name in names), ""), scale


def pieces(rows: Rows) -> tuple[Piece, ...] | None:
    """One piece a row with text, None when no header is found; an empty speaker cell repeats the last."""
    found = header(rows)
    if found is None:
        return None
    first, columns = found
    read: list[Piece] = []
    for row in rows[first + 1 :]:
        text = one_line(_cell(row, columns, "text"))
        label = one_line(_cell(row, columns, "speaker")) or (read[-1].label if read else "")
        if text:
            start, end = (_time(row, columns, field) for field in ("start", "end"))
            read.append(Piece(label=label, text=text, start=start, end=end))
    return tuple(read)


def _raw(row: Sequence[object], columns: dict[str, tuple[int, float]], field: str) -> object:
    index = columns.get(field, (len(row), 1.0))[0]
    return row[index] if index < len(row) else None


def _cell(row: Sequence[object], columns: dict[str, tuple[int, float]], field: str) -> str:
    value = _raw(row, columns, field)
    return "" if value is None else str(value)


def _time(row: Sequence[object], columns: dict[str, tuple[int, float]], field: str) -> float | None:
    time = parse_time(_raw(row, columns, field))
    return None if time is None else round(time * columns[field][1], 3)


def cells_as_lines(rows: Iterable[Sequence[object]]) -> list[str]:
    """Rows without a header as lines `[time] speaker: text`, for the reader of plain text."""
    lines = []
    for row in rows:
        cells = [one_line(str(cell)) for cell in row if cell is not None and str(cell).strip()]
        stamp = (
            f"[{cells[0]}] "
            if len(cells) > 1 and ":" in cells[0] and parse_time(cells[0]) is not None
            else ""
        )
        cells = cells[1:] if stamp else cells
        label = f"{cells[0].rstrip(':')}: " if len(cells) > 1 and len(cells[0]) <= 40 else ""
        lines.append(stamp + label + " ".join(cells[1:] if label else cells))
    return lines
