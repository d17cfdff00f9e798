"""This module contains Word documents: paragraphs as lines, tables as rows, in page order."""

import io
import zipfile
import zlib
from collections.abc import Iterator

import docx
from docx.document import Document
from docx.opc.exceptions import OpcError
from docx.table import Table
from lxml.etree import LxmlError  # type: ignore[import-untyped]

from scoring.intake.draft import Draft, Format
from scoring.intake.formats.plain import from_script
from scoring.intake.source import Source
from scoring.intake.speaker_lines import read_lines
from scoring.intake.tables import cells_as_lines, pieces

_BAD_DOCX = "dit Word-bestand is beschadigd. Open het in Word en sla het opnieuw op."


def recognises(source: Source) -> bool:
    """Whether the zip holds a Word document."""
    return "word/document.xml" in source.parts


def parse(source: Source) -> Draft:
    """Calling this reads a table with a header as a table, everything else as lines of text."""
    try:
        document = docx.Document(io.BytesIO(source.data))
        tables = [read for table in document.tables if (read := pieces(_rows(table)))]
        if tables:
            return Draft(pieces=tuple(piece for table in tables for piece in table))
        return from_script(read_lines(list(_lines(document))))
    except (
        *(OpcError, LxmlError, zipfile.BadZipFile, zlib.error, EOFError, OSError),
        *(KeyError, ValueError, TypeError, AttributeError, IndexError),  # what python-docx lets through
    ) as error:
        raise source.refuse(_BAD_DOCX) from error


def _lines(document: Document) -> Iterator[str]:
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from cells_as_lines(_rows(block))
        else:
            yield from block.text.splitlines()


def _rows(table: Table) -> list[list[str]]:
    """The texts of a table; a merged cell counts once."""
    rows = []
    for row in table.rows:
        cells = row.cells
        rows.append([c.text for i, c in enumerate(cells) if i == 0 or c._tc is not cells[i - 1]._tc])
    return rows


FORMAT = Format(name="Word", recognises=recognises, parse=parse)
