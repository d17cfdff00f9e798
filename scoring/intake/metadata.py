"""This module contains what is known beside the words: from the file name, metadata.csv or typed in."""

import csv
import io
import re
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import Field, JsonValue

from scoring.call import Call
from scoring.errors import InputError, SettingsError
from scoring.intake.encoding import decode
from scoring.intake.values import read_date, read_direction, read_number, read_text, read_truth
from scoring.record import Record
from scoring.settings import Settings

FILENAME = "metadata.csv"
MAX_BYTES = 50 * 1024 * 1024

_READERS = {
    "called_at": (read_date, "een datum zoals 2026-03-14 10:30"),
    "direction": (read_direction, "‘in’ of ‘uit’"),
    "organisation": (read_text, "tekst"),
    "team": (read_text, "tekst"),
    "agent": (read_text, "tekst"),
    "call_type": (read_text, "tekst"),
    "opening_recorded": (read_truth, "‘ja’ of ‘nee’"),
    "ending_recorded": (read_truth, "‘ja’ of ‘nee’"),
    "rings": (read_number, "een getal"),
    "wait_seconds": (read_number, "een aantal seconden"),
}
_ALIASES = {
    "datum": "called_at", "gebeld_op": "called_at", "datum_tijd": "called_at", "date": "called_at",
    "richting": "direction", "organisatie": "organisation", "gemeente": "organisation", "afdeling": "team",
    "medewerker": "agent", "pseudoniem": "agent", "soort": "call_type", "soort_gesprek": "call_type",
    "gesprekstype": "call_type", "begin_opgenomen": "opening_recorded",
    "opening_opgenomen": "opening_recorded",
    "einde_opgenomen": "ending_recorded", "slot_opgenomen": "ending_recorded", "belsignalen": "rings",
    "keer_overgegaan": "rings", "wachttijd": "wait_seconds", "wachttijd_seconden": "wait_seconds",
}  # fmt: skip
_FILE_COLUMNS = frozenset(("bestand", "bestandsnaam", "file", "filename"))
_TIME_COLUMNS = frozenset(("tijd", "tijdstip", "time"))


class Metadata(Record):
    """This represents what is known of a call; None is not known, `extra` is what has no field of its own."""

    called_at: datetime | None = None
    direction: Literal["in", "out"] | None = None
    organisation: str | None = None
    team: str | None = None
    agent: str | None = None
    call_type: str | None = None
    opening_recorded: bool | None = None
    ending_recorded: bool | None = None
    rings: float | None = Field(default=None, ge=0, allow_inf_nan=False)
    wait_seconds: float | None = Field(default=None, ge=0, allow_inf_nan=False)
    extra: dict[str, JsonValue] = Field(default_factory=dict)

    def over(self, other: "Metadata") -> "Metadata":
        """This metadata, with gaps filled from `other`."""
        known = {name: value for name in _READERS if (value := getattr(self, name)) is not None}
        return other.model_copy(update=known | {"extra": other.extra | self.extra})

    def to_call(self, call_id: str, source: str) -> Call:
        """The call itself; rings and wait_seconds go to its metadata as numbers."""
        known = {n: v for n in _READERS if n in Call.model_fields and (v := getattr(self, n)) is not None}
        numbers = {n: v for n in ("rings", "wait_seconds") if (v := getattr(self, n)) is not None}
        return Call(id=call_id, source=source, metadata=self.extra | numbers, **known)


def metadata_from(values: Mapping[str, JsonValue], where: str, *, forgiving: bool = False) -> Metadata:
    """Calling this reads named values (Dutch or English names); raises InputError naming the field.

    Forgiving: a value under a Dutch name that cannot be read stays as it is, among `extra`.
    """
    fields: dict[str, object] = {}
    extra: dict[str, JsonValue] = {}
    for name, value in values.items():
        key = _ALIASES.get(name, name)
        blank = value is None or not str(value).strip()
        if key not in _READERS:
            extra[name] = value
        elif not blank and (read := _READERS[key][0](value)) is not None:
            fields[key] = read
        elif not blank and forgiving and key != name:
            extra[name] = value
        elif not blank:
            wanted = _READERS[key][1]
            raise InputError(f"{where}, veld ‘{name}’: deze waarde is niet te lezen. Vul {wanted} in.")
    return Metadata.model_validate(fields | {"extra": extra})


def from_filename(path: Path, settings: Settings) -> Metadata:
    """The named groups of the configured pattern, found anywhere in the file's name without extension.

    A loose match that gives no date, such as a case number, is skipped; a whole name that fits is an error.
    """
    try:
        pattern = re.compile(settings.filename_pattern)
    except re.error as error:
        raise SettingsError(
            "De instelling ‘filename_pattern’ is geen geldig patroon. Verbeter haar."
        ) from error
    whole = pattern.fullmatch(path.stem)
    for match in [whole] if whole else pattern.finditer(path.stem):
        values: dict[str, JsonValue] = {k: v for k, v in match.groupdict().items() if v}
        try:
            return metadata_from(values, f"{path.name}: bestandsnaam") if values else Metadata()
        except InputError:
            if whole and _looks_dated(values):
                raise
    return Metadata()


def _looks_dated(values: Mapping[str, JsonValue]) -> bool:
    """A case number of eight digits rarely starts with a year of our time."""
    year = str(values.get("called_at", "2000"))[:4]
    return not year.isdigit() or 1990 <= int(year) <= 2100


def from_folder(path: Path) -> Metadata:
    """The row for this file in metadata.csv in the same folder; empty when there is none."""
    table = path.parent / FILENAME
    try:
        stat = table.stat()
    except OSError:
        return Metadata()
    row = _rows(table, stat.st_mtime_ns, stat.st_size).get(path.name.casefold())
    if row is None:
        return Metadata()
    number, values = row
    return metadata_from(values, f"{FILENAME}, regel {number} ({path.name})")


@lru_cache(maxsize=8)
def _rows(table: Path, _changed: int, size: int) -> dict[str, tuple[int, dict[str, JsonValue]]]:
    """File name → (line, values); kept as long as the file on disk is the same."""
    text = decode(table.read_bytes()) if 0 < size <= MAX_BYTES else None
    if text is None:
        raise InputError(f"{FILENAME}: dit bestand is leeg of geen tekst. Sla het op als CSV met koppen.")
    first = text.lstrip().split("\n", 1)[0]
    delimiter = max(";\t,", key=first.count)
    try:
        reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
        rows = {number: _named(row) for number, row in enumerate(reader, start=2)}
    except csv.Error as error:
        raise InputError(
            f"{FILENAME}: een regel is niet te lezen. Controleer de aanhalingstekens."
        ) from error
    if not _FILE_COLUMNS & {re.sub(r"\W+", "_", cell.strip().casefold()) for cell in first.split(delimiter)}:
        raise InputError(f"{FILENAME}: er is geen kolom ‘bestand’. Zet daarin de naam van elk bestand.")
    return {name: (number, values) for number, (name, values) in rows.items() if name}


def _named(row: Mapping[str | None, str | list[str] | None]) -> tuple[str, dict[str, JsonValue]]:
    """The file's name and the values of one row, with a separate time column added to the date."""
    cells = {
        re.sub(r"\W+", "_", key.strip().casefold()).strip("_"): value.strip()
        for key, value in row.items()
        if key is not None and isinstance(value, str)
    }
    name = next((cells.pop(column) for column in _FILE_COLUMNS & set(cells)), "")
    time = next((cells.pop(column) for column in _TIME_COLUMNS & set(cells)), "")
    date = next((column for column in cells if _ALIASES.get(column, column) == "called_at"), None)
    if time and date:
        cells[date] = f"{cells[date]} {time}"
    return Path(name.replace("\\", "/")).name.casefold(), {
        key: value for key, value in cells.items() if value
    }
