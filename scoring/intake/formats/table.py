"""This module contains CSV and Excel: a row for each turn, with columns for speaker, text, start and end."""

import csv
import io
import zipfile
import zlib
from xml.etree.ElementTree import ParseError

from scoring.intake.draft import Draft, Format
from scoring.intake.source import Source
from scoring.intake.tables import DELIMITERS, header, pieces, split_rows

_MAX_ROWS, _MAX_COLUMNS = 100_000, 40  # one stray cell in the last corner must not cost an hour
_WANTED = "geen kolom ‘tekst’ en ‘spreker’ gevonden. Zet boven de kolommen: spreker, tekst, start, einde."
_BAD_XLSX = "dit Excel-bestand is beschadigd. Open het in Excel en sla het opnieuw op."


def recognises_csv(source: Source) -> bool:
    """Whether one of the first lines names the columns, or the extension promises a table."""
    if not source.text or source.tree is not None:
        return False
    return _delimiter(source.text[:5000]) is not None or source.suffix in (".csv", ".tsv")


def parse_csv(source: Source) -> Draft:
    """Calling this reads delimited text; the separator is the one that gives a header."""
    delimiter = _delimiter(source.text[:5000])
    if delimiter is None:
        raise source.refuse(_WANTED)
    try:
        rows = split_rows(source.text, delimiter, strict=True)
    except csv.Error as error:
        raise source.refuse(
            "deze tabel is afgebroken of een aanhalingsteken klopt niet. Exporteer haar opnieuw."
        ) from error
    return Draft(pieces=pieces(rows) or ())


def _delimiter(head: str) -> str | None:
    lines = "\n".join(head.splitlines()[:10])
    for delimiter in DELIMITERS:
        try:
            if header(split_rows(lines, delimiter)) is not None:
                return delimiter
        except csv.Error:
            continue
    return None


def recognises_xlsx(source: Source) -> bool:
    """Whether the zip holds a workbook."""
    return "xl/workbook.xml" in source.parts


def parse_xlsx(source: Source) -> Draft:
    """Calling this reads the first sheet that has a header with a text column."""
    import openpyxl  # loads slowly, and few files are Excel
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = openpyxl.load_workbook(io.BytesIO(source.data), read_only=True, data_only=True)
        for sheet in book.worksheets:
            read = pieces(list(sheet.iter_rows(max_row=_MAX_ROWS, max_col=_MAX_COLUMNS, values_only=True)))
            if read is not None:
                return Draft(pieces=read)
    except (
        *(InvalidFileException, zipfile.BadZipFile, zlib.error, ParseError, EOFError, OSError),
        *(KeyError, ValueError, TypeError, AttributeError, IndexError),  # what openpyxl lets through
    ) as error:
        raise source.refuse(_BAD_XLSX) from error
    raise source.refuse(_WANTED)


CSV = Format(name="CSV", recognises=recognises_csv, parse=parse_csv)
XLSX = Format(name="Excel", recognises=recognises_xlsx, parse=parse_xlsx)
