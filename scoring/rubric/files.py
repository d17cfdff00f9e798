"""This module contains how files of a rubric are read and replaced: whole, at once, with their line ends."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

from scoring.errors import RubricError
from scoring.rubric.editing import plain

RIGHTS = "Controleer of de schijf vol is en of Klankbord in de gegevensmap mag schrijven."


def read(path: Path) -> str:
    """The text of a file as it is on disk, line ends included."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise RubricError([f"{path}: dit bestand is niet te lezen. Sla het op als UTF-8."]) from error


def replace(target: Path, content: str, check: Callable[[Path], object] | None = None) -> None:
    """Puts a text in place of a file at once, after it was checked; a crash leaves the old or the new one."""
    made = target.with_name(f"{target.stem}.nieuw{target.suffix}")
    made.parent.mkdir(parents=True, exist_ok=True)
    try:
        made.write_bytes(content.encode())
        if check:
            check(made)
        os.replace(made, target)  # noqa: PTH105 — at once, also over an existing file on Windows
    except RubricError as error:
        raise RubricError([p.replace(made.name, target.name) for p in error.problems]) from error
    except OSError as error:
        raise RubricError([f"{target}: dit bestand kan niet worden geschreven. {RIGHTS}"]) from error
    finally:
        made.unlink(missing_ok=True)


def kept_ends(content: str, change: Callable[[str], str]) -> str:
    """A text changed, with the line ends that it had."""
    changed = change(content.replace("\r\n", "\n"))
    return changed.replace("\n", "\r\n") if "\r\n" in content else changed


def stamp(text: str) -> str:
    """A short text that changes when this text does."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def version_of(content: str) -> str:
    """The version that stands in the text of a rubric."""
    return str(plain(content)["version"])
