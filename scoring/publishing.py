"""This module contains the way from draft to version of a rubric: nothing that `check` refuses can be published."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from scoring.errors import RubricError
from scoring.examples import check_rubric
from scoring.rubric import load_rubric, norms_folder
from scoring.rubric.comparing import Difference, differences, norm_differences
from scoring.rubric.draft import Draft, place, unchanged, write_about
from scoring.rubric.editing import plain
from scoring.rubric.files import RIGHTS, kept_ends, read, replace, version_of
from scoring.rubric.shelf import About, Version, order
from scoring.rubric.writing import with_guidance
from scoring.settings import Settings


class Workbench(Draft):
    """This represents the draft of one rubric and what becomes of it."""

    def __init__(self, settings: Settings, rubric: Path | None = None) -> None:
        super().__init__(settings, rubric)
        self._norms = settings.norms

    def differences(self) -> tuple[Difference, ...]:
        """What the draft changes in what judges now."""
        return compare(self.shelf.active, self.path)

    def problems(self) -> list[str]:
        """All that stands between the draft and publishing it, in Dutch."""
        found = check_rubric(self.path, self._norms, norms_folder(self.path))
        return found if self.differences() else [*found, "Er is niets gewijzigd."]

    def next_version(self) -> str:
        """The number that the draft gets: the last digit for words, the middle one for what counts."""
        return self._after_newest(self.differences())

    def publish(self, by: str, note: str, seen: str, now: datetime | None = None) -> Version:
        """Calling this makes the draft the version that judges; RubricError holds every reason why it cannot."""
        with self._writing():
            unchanged(self._whole(), seen)
            _refuse(self.problems() if self.exists else ["Er is geen concept om te publiceren."])
            version = self._publish(self.path, self.next_version(), by, note, now)
            self.discard()
            return version

    def roll_back(self, path: Path, by: str, now: datetime | None = None) -> Version:
        """Calling this publishes an older version again, as a new one; the versions between stay."""
        with self._writing():
            changes = compare(self.shelf.active, path)
            old = version_of(read(path))
            if not changes:
                raise RubricError([f"Versie {old} is gelijk aan wat nu geldt."])
            _refuse(check_rubric(path, self._norms, norms_folder(path)))
            return self._publish(path, self._after_newest(changes), by, f"terug naar versie {old}", now)

    def publish_guidance(
        self, criterion: str, line: str, source: str, by: str, now: datetime | None = None
    ) -> Version:
        """Calling this publishes what judges now with a line of guidance more; a draft gets the line too."""

        def longer(text: str) -> str:
            return with_guidance(text, criterion, line, source)[0]

        with self._writing():
            version = self._publish_active(longer, source, by, now)
            if self.exists:
                replace(self.shelf.draft, kept_ends(read(self.shelf.draft), longer), load_rubric)
            return version

    def _publish_active(
        self, change: Callable[[str], str], note: str, by: str, now: datetime | None
    ) -> Version:
        """What judges now, with this change of words in it; the draft stays out of it."""
        with self._beside() as made:
            place(made, self.shelf.active, About(by=by))
            replace(made, kept_ends(read(made), change))
            _refuse(check_rubric(made, self._norms, norms_folder(made)))
            return self._publish(made, self._after_newest(()), by, note, now)

    def _publish(self, source: Path, number: str, by: str, note: str, now: datetime | None) -> Version:
        """Everything is made ready in a folder beside it; its renaming is the publishing."""
        self._keep_shipped()
        based_on = version_of(read(self.shelf.active))
        about = About(based_on=based_on, by=by, at=now or datetime.now(UTC), note=note)
        try:
            with self._beside() as made:
                place(made, source, about, number)
                write_about(made.parent, about.model_copy(update={"hash": load_rubric(made).hash}))
                made.parent.rename(self.shelf.folder / number)
        except OSError as error:
            raise RubricError([f"{self.shelf.folder}: hier kan niet worden geschreven. {RIGHTS}"]) from error
        return self.shelf.version(number)

    def _keep_shipped(self) -> None:
        """The shipped version is kept too, to compare with and to go back to after an update of Klankbord."""
        if self.shelf.versions():
            return
        base = self.shelf.base
        with self._beside() as made:
            place(made, base, About(by="Klankbord", note="meegeleverd", hash=load_rubric(base).hash))
            made.parent.rename(self.shelf.folder / version_of(read(base)))

    @contextmanager
    def _beside(self) -> Iterator[Path]:
        """A rubric to be made in a folder of its own beside the versions; what is left of the folder goes."""
        folder = self.shelf.folder / f"nieuw-{uuid4().hex}"
        try:
            yield folder / self.shelf.base.name
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def _after_newest(self, changes: tuple[Difference, ...]) -> str:
        known = [one.version for one in self.shelf.versions()]
        first, second, third = order(max([*known, version_of(read(self.shelf.base))], key=order))
        return f"{first}.{second}.{third + 1}" if all(c.small for c in changes) else f"{first}.{second + 1}.0"


def compare(before: Path, after: Path) -> tuple[Difference, ...]:
    """What differs between two versions, norm profiles included."""
    rubric = differences(plain(read(before)), plain(read(after)))
    return (*rubric, *norm_differences(_profiles(before), _profiles(after)))


def _profiles(rubric: Path) -> dict[str, dict[str, Any]]:
    return {path.stem: plain(read(path)) for path in sorted(norms_folder(rubric).glob("*.yaml"))}


def _refuse(problems: list[str]) -> None:
    if problems:
        raise RubricError(problems)
