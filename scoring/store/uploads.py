"""This module contains the folder with uploaded files that wait: one folder a job."""

import shutil
from pathlib import Path

from scoring.errors import StoreError


class Uploads:
    """This represents the folder; the database only knows names in it, so it can be moved."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, name: str, source: str) -> Path:
        """Where the uploaded file of a job is."""
        return self.folder / name / source

    def names(self) -> list[str]:
        """The folders that are there."""
        return [path.name for path in self.folder.iterdir()] if self.folder.is_dir() else []

    def remove(self, name: str) -> None:
        """Calling this deletes a job's files; files that are already gone are fine."""
        target = self.folder / name
        try:
            if name and target.is_dir():
                shutil.rmtree(target)
        except OSError as error:
            raise StoreError(
                "Een geüpload bestand kan niet worden verwijderd, misschien wordt het nog gelezen. "
                "Wacht even en probeer het opnieuw."
            ) from error
