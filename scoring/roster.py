"""This module contains the local list of who is behind which pseudonym."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from pydantic import Field

from scoring.errors import InputError
from scoring.intake.encoding import decode
from scoring.intake.tables import split_rows
from scoring.record import Record

COLUMNS = ("pseudoniem", "naam", "account")
"""The columns of the list; the last one may be left out."""


class Roster(Record):
    """This represents the list: pseudonym → name, and account (folded) → pseudonym."""

    names: Mapping[str, str] = Field(default_factory=dict)
    accounts: Mapping[str, str] = Field(default_factory=dict)

    def agent(self, account: str) -> str | None:
        """The pseudonym of who works with this account; None when the list does not say."""
        return self.accounts.get(account.strip().casefold())


def load_roster(path: Path) -> Roster:
    """Calling this reads the list, empty when there is none; raises InputError naming the line."""
    if not path.exists():
        return Roster()
    try:
        text = decode(path.read_bytes())
    except OSError as error:
        raise InputError(
            f"{path.name}: deze namenlijst is niet te openen. Mag Klankbord haar lezen?"
        ) from error
    if text is None:
        raise InputError(f"{path.name}: dit is geen tekst. Bewaar de namenlijst als CSV.")
    names: dict[str, str] = {}
    accounts: dict[str, str] = {}
    for number, (agent, name, account) in _rows(text, path.name):
        if not agent:
            raise InputError(f"{path.name}, regel {number}: het pseudoniem ontbreekt.")
        if agent in names or account.casefold() in accounts:
            raise InputError(
                f"{path.name}, regel {number}: dit pseudoniem of account staat er twee keer in. "
                "Haal een van de regels weg."
            )
        names[agent] = name
        if account:
            accounts[account.casefold()] = agent
    return Roster(names=names, accounts=accounts)


def _rows(text: str, where: str) -> Iterator[tuple[int, tuple[str, str, str]]]:
    first = text.partition("\n")[0]
    delimiter = max(";,\t", key=first.count)
    header, *rows = split_rows(text, delimiter) or [[]]
    places = {cell.strip().casefold(): place for place, cell in enumerate(header)}
    if not {"pseudoniem", "naam"} <= places.keys():
        raise InputError(
            f"{where}: de eerste regel moet de kolommen noemen: pseudoniem;naam of pseudoniem;naam;account."
        )
    for number, row in enumerate(rows, start=2):
        if any(cell.strip() for cell in row):
            cells = [_cell(row, places.get(name)) for name in COLUMNS]
            yield number, (cells[0], cells[1], cells[2])


def _cell(row: list[str], place: int | None) -> str:
    return row[place].strip() if place is not None and place < len(row) else ""
