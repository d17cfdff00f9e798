"""This module contains where the versions of a rubric are kept: shipped ones are only read, own ones stand by the data.

    gegevens/rubrieken/vijf_b/1.1.1/vijf_b.yaml    a published version, never changed
                                    normen/*.yaml  the norm profiles that belong to it
                                    over.json      who published it, when and from what
    gegevens/rubrieken/vijf_b/concept/             the draft, with the same files

The highest version counts, so that publishing is one renaming of a folder and cannot be half done. An update
of Klankbord only touches the shipped file; what a site published stays what it judges by.
"""

import re
from datetime import datetime
from pathlib import Path

from pydantic import ValidationError

from scoring.errors import RubricError
from scoring.record import Record
from scoring.settings import Settings

FOLDER = "rubrieken"
DRAFT = "concept"
ABOUT = "over.json"
_VERSION = re.compile(r"\d+\.\d+\.\d+")


class About(Record):
    """This represents what is known of a version or draft: who made it, when, from which version, and why."""

    based_on: str = ""
    by: str = ""
    at: datetime | None = None
    note: str = ""
    hash: str = ""


class Version(Record):
    """This represents a version of a rubric; `shipped`: it came with Klankbord and is not kept by the data."""

    version: str
    path: Path
    about: About = About()
    shipped: bool = False


def active(settings: Settings, rubric: Path | None = None) -> Path:
    """The file that judges now: the newest version that the site published, else the configured file."""
    return Shelf(settings, rubric).active


class Shelf:
    """This represents the versions of one rubric, by the file that came with Klankbord (or was configured)."""

    def __init__(self, settings: Settings, rubric: Path | None = None) -> None:
        self.base = rubric or settings.rubric
        self.folder = settings.data_folder / FOLDER / self.base.stem

    @property
    def active(self) -> Path:
        """The file that judges now."""
        own = self._own()
        return self._file(own[0]) if own else self.base

    @property
    def draft(self) -> Path:
        """Where the draft is, when there is one."""
        return self._file(DRAFT)

    def versions(self) -> tuple[Version, ...]:
        """Every version that the site has, newest first."""
        return tuple(
            Version(version=name, path=self._file(name), about=about_of(self._file(name)))
            for name in self._own()
        )

    def version(self, number: str) -> Version:
        """One version; RubricError when the site does not have it."""
        for one in self.versions():
            if one.version == number:
                return one
        raise RubricError([f"Versie {number} van de rubriek is er niet (meer)."])

    def holds(self, path: Path) -> bool:
        """Whether this file is a version of the site, and no longer the shipped one."""
        return path.parent.parent == self.folder

    def _own(self) -> list[str]:
        if not self.folder.is_dir():
            return []
        names = [p.name for p in self.folder.iterdir() if _VERSION.fullmatch(p.name)]
        return sorted((n for n in names if self._file(n).is_file()), key=order, reverse=True)

    def _file(self, name: str) -> Path:
        return self.folder / name / self.base.name


def order(version: str) -> tuple[int, ...]:
    """A version as numbers, so that 1.10.0 comes after 1.9.0."""
    return tuple(int(part) for part in version.split("."))


def about_of(path: Path) -> About:
    """What is known of the version in this file; nothing when that is not written down."""
    try:
        return About.model_validate_json((path.parent / ABOUT).read_bytes())
    except (OSError, ValidationError):
        return About()
