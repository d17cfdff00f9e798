"""This module contains the draft of a rubric: changed by several people without one undoing the other's work."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import RLock
from typing import Any

from scoring.errors import RubricError
from scoring.rubric import Rubric, load_norms, load_rubric, norms_folder
from scoring.rubric.editing import Where, at, edited, plain, with_criterion, without_criterion
from scoring.rubric.files import RIGHTS, kept_ends, read, replace, stamp, version_of
from scoring.rubric.loading import NORMS
from scoring.rubric.shelf import ABOUT, About, Shelf, about_of
from scoring.settings import Settings

CHANGED_MEANWHILE = (
    "Iemand anders heeft dit intussen gewijzigd. Uw wijziging is niet bewaard. "
    "Bekijk het opnieuw en pas het dan aan."
)
_LOCK = RLock()


class Draft:
    """This represents the draft of one rubric, one for the whole site.

    Every change names the text it was made on (`seen`, from `stamp`), so that two people who change one
    rubric at once notice it.
    """

    def __init__(self, settings: Settings, rubric: Path | None = None) -> None:
        self.shelf = Shelf(settings, rubric)

    @property
    def exists(self) -> bool:
        """Whether there is a draft."""
        return self.shelf.draft.is_file()

    @property
    def path(self) -> Path:
        """The draft when there is one, else what judges now."""
        return self.shelf.draft if self.exists else self.shelf.active

    def content(self) -> str:
        """The text of the draft, or of what judges now; whoever is writing is waited for."""
        with self._writing():
            return read(self.path)

    def rubric(self) -> Rubric:
        """The draft as rubric; RubricError when it is broken."""
        return load_rubric(self.path)

    def norms(self, name: str) -> str:
        """The text of a norm profile in the draft, or as it judges now."""
        return read(norms_folder(self.path) / f"{name}.yaml")

    def norm_names(self) -> list[str]:
        """The norm profiles of the draft."""
        return sorted(path.stem for path in norms_folder(self.path).glob("*.yaml"))

    def about(self) -> About:
        """From which version the draft was made, by whom and when."""
        return about_of(self.shelf.draft)

    def seen(self, part: Where = ()) -> str:
        """A text that changes when this part of the rubric does; the whole of it by default."""
        return stamp(_part_of(self.content(), part))

    def stamp(self) -> str:
        """A text that changes when anything in the draft (or in what judges now) does."""
        return stamp(self._whole())

    def start(self, by: str, path: Path | None = None, now: datetime | None = None) -> None:
        """Calling this begins a draft from a version (what judges now by default); a draft that is there stays."""
        source = path or self.shelf.active
        with self._writing():
            if self.exists:
                return
            about = About(based_on=version_of(read(source)), by=by, at=now or datetime.now(UTC))
            place(self.shelf.draft, source, about)

    def change(self, changes: Mapping[Where, Any], seen: str, by: str, part: Where = ()) -> None:
        """Calling this changes fields in the draft; RubricError says what is wrong, and then nothing changed.

        `seen` is what `seen(part)` was when the person began: who changes another part is no hindrance.
        """
        self._write(lambda content: edited(content, changes), seen, by, part)

    def add(self, criterion: Mapping[str, Any], seen: str, by: str) -> None:
        """Calling this adds a criterion to the draft."""
        self._write(lambda content: with_criterion(content, criterion), seen, by)

    def remove(self, criterion: str, seen: str, by: str) -> None:
        """Calling this takes a criterion out of the draft; earlier scorecards keep it."""
        self._write(lambda content: without_criterion(content, criterion), seen, by)

    def change_norms(self, name: str, changes: Mapping[Where, Any], seen: str, by: str) -> None:
        """Calling this changes a norm profile in the draft."""
        with self._writing():
            before = self.norms(name)
            unchanged(before, seen)
            wanted = kept_ends(before, lambda text: edited(text, changes))
            with self._begun(by) as draft:
                target = draft.parent / NORMS / f"{name}.yaml"
                replace(target, wanted, lambda path: load_norms(str(path), path.parent))

    def discard(self) -> None:
        """Calling this throws the draft away; versions stay."""
        with self._writing():
            shutil.rmtree(self.shelf.draft.parent, ignore_errors=True)

    def _write(self, change: Callable[[str], str], seen: str, by: str, part: Where = ()) -> None:
        with self._writing():
            before = self.content()
            unchanged(_part_of(before, part), seen)
            wanted = kept_ends(before, change)
            with self._begun(by) as draft:
                replace(draft, wanted, load_rubric)

    def _whole(self) -> str:
        return "\0".join([self.content(), *(self.norms(name) for name in self.norm_names())])

    @contextmanager
    def _begun(self, by: str) -> Iterator[Path]:
        """The draft to write in, begun when there is none; one that was begun for nothing goes again."""
        fresh = not self.exists
        self.start(by)
        try:
            yield self.shelf.draft
        except RubricError:
            if fresh:
                self.discard()
            raise

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with _LOCK:
            yield


def place(target: Path, source: Path, about: About, number: str = "") -> None:
    """A folder with a rubric, its norm profiles and who made it; the rubric last, since it makes it whole."""
    folder = target.parent
    try:
        (folder / NORMS).mkdir(parents=True, exist_ok=True)
        for profile in norms_folder(source).glob("*.yaml"):
            shutil.copyfile(profile, folder / NORMS / profile.name)
        write_about(folder, about)
        content = read(source)
        text = kept_ends(content, lambda text: edited(text, {("version",): number})) if number else content
        replace(target, text)
    except OSError as error:
        raise RubricError([f"{folder.parent}: hier kan niet worden geschreven. {RIGHTS}"]) from error


def write_about(folder: Path, about: About) -> None:
    """Calling this writes down who made what is in this folder."""
    (folder / ABOUT).write_text(about.model_dump_json(indent=1), encoding="utf-8")


def unchanged(content: str, seen: str) -> None:
    """Nothing when this text is what somebody saw; else RubricError."""
    if stamp(content) != seen:
        raise RubricError([CHANGED_MEANWHILE])


def _part_of(content: str, part: Where) -> str:
    return repr(at(plain(content), part)) if part else content
