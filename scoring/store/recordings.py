"""This module contains the folder with sound files of kept calls."""

import hashlib
import shutil
from pathlib import Path

from scoring.errors import StoreError
from scoring.whole_file import whole_file


class Recordings:
    """This represents the folder; the database only knows names of files in it, so it can be moved."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, call_id: str, source: Path) -> str:
        """Calling this copies a sound file into the folder and answers its name there."""
        # a call id may come from a file, so it is no safe file name
        name = hashlib.sha256(call_id.encode()).hexdigest()[:32] + source.suffix.lower()
        target = self._folder / name
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            if source.resolve() != target.resolve():
                with whole_file(target) as half:
                    shutil.copyfile(source, half)
                self._forget_made_from(name)
        except OSError as error:
            raise StoreError(
                f"Het geluid van {source.name} kan niet worden bewaard in {self._folder}. "
                "Controleer of de schijf vol is en of u in die map mag schrijven."
            ) from error
        return name

    def find(self, name: str | None) -> Path | None:
        """The path of a kept sound file; None when it is not there."""
        path = self._folder / name if name else None
        return path if path and path.is_file() else None

    def remove(self, name: str | None) -> None:
        """Calling this deletes a kept sound file and what was made from it; what is already gone is fine."""
        try:
            if name:
                (self._folder / name).unlink(missing_ok=True)
                self._forget_made_from(name)
        except OSError as error:
            raise StoreError(
                "Het geluid van dit gesprek kan niet worden verwijderd, misschien speelt het nog af. "
                "Er is niets verwijderd. Sluit de speler en probeer het opnieuw."
            ) from error

    def _forget_made_from(self, name: str) -> None:
        """Deletes the copy to listen to and the drawing, which belong to the sound as it was."""
        for made_from_it in self._folder.glob(f"{name}.*"):
            made_from_it.unlink(missing_ok=True)
