"""This module contains the way from draft to version of a rubric: nothing that `check` refuses can be published."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import RLock
from typing import Any
from uuid import uuid4

from scoring.errors import RubricError
from scoring.examples import check_rubric
from scoring.rubric import Rubric, load_norms, load_rubric, norms_folder
from scoring.rubric.comparing import Difference, differences, norm_differences
from scoring.rubric.editing import Where, at, edited, plain, with_criterion, without_criterion
from scoring.rubric.files import RIGHTS, kept_ends, read, replace, stamp, version_of
from scoring.rubric.shelf import ABOUT, About, Shelf, Version, about_of, order
from scoring.rubric.writing import with_guidance
from scoring.settings import Settings

NORMS = "normen"
CHANGED_MEANWHILE = (
    "Iemand anders heeft dit intussen gewijzigd. Uw wijziging is niet bewaard. "
    "Bekijk het opnieuw en pas het dan aan."
)
_LOCK = RLock()


class Workbench:
    """This represents the draft of one rubric and what becomes of it.

    The draft is one for the whole site. Every change names the text it was made on (`seen`, from `stamp`),
    so that two people who change one rubric at once notice it.
    """

    def __init__(self, settings: Settings, rubric: Path | None = None) -> None:
        self.shelf = Shelf(settings, rubric)
        self._norms = settings.norms

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

    def norms(self, name: str) -> str:
        """The text of a norm profile in the draft, or as it judges now."""
        return read(norms_folder(self.path) / f"{name}.yaml")

    def norm_names(self) -> list[str]:
        """The norm profiles of the draft."""
        return sorted(path.stem for path in norms_folder(self.path).glob("*.yaml"))

    def about(self) -> About:
        """From which version the draft was made, by whom and when."""
        return about_of(self.shelf.draft)

    def start(self, by: str, path: Path | None = None, now: datetime | None = None) -> None:
        """Calling this begins a draft from a version (what judges now by default); a draft that is there stays."""
        source = path or self.shelf.active
        with self._writing():
            if self.exists:
                return
            about = About(based_on=version_of(read(source)), by=by, at=now or datetime.now(UTC))
            self._place(self.shelf.draft.parent, source, about)

    def seen(self, part: Where = ()) -> str:
        """A text that changes when this part of the rubric does; the whole of it by default."""
        return _stamp_of(self.content(), part)

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
            _unchanged(before, seen)
            wanted = kept_ends(before, lambda text: edited(text, changes))
            with self._draft(by) as draft:
                target = draft.parent / NORMS / f"{name}.yaml"
                replace(target, wanted, lambda path: load_norms(str(path), path.parent))

    def discard(self) -> None:
        """Calling this throws the draft away; versions stay."""
        with self._writing():
            shutil.rmtree(self.shelf.draft.parent, ignore_errors=True)

    def differences(self) -> tuple[Difference, ...]:
        """What the draft changes in what judges now."""
        return compare(self.shelf.active, self.path)

    def problems(self) -> list[str]:
        """All that stands between the draft and publishing it, in Dutch."""
        found = check_rubric(self.path, self._norms, norms_folder(self.path))
        return found if self.differences() else [*found, "Er is niets gewijzigd."]

    def next_version(self) -> str:
        """The number that the draft gets: the last digit for words, the middle one for what counts."""
        return _after(self._newest(), self.differences())

    def publish(self, by: str, note: str, seen: str, now: datetime | None = None) -> Version:
        """Calling this makes the draft the version that judges; RubricError holds every reason why it cannot."""
        with self._writing():
            _unchanged(self._whole(), seen)
            problems = self.problems() if self.exists else ["Er is geen concept om te publiceren."]
            if problems:
                raise RubricError(problems)
            number = self.next_version()
            version = self._publish(self.path, number, by, note, now)
            shutil.rmtree(self.shelf.draft.parent, ignore_errors=True)
            return version

    def roll_back(self, path: Path, by: str, now: datetime | None = None) -> Version:
        """Calling this publishes an older version again, as a new one; the versions between stay."""
        with self._writing():
            changes = compare(self.shelf.active, path)
            old = version_of(read(path))
            if not changes:
                raise RubricError([f"Versie {old} is gelijk aan wat nu geldt."])
            problems = check_rubric(path, self._norms, norms_folder(path))
            if problems:
                raise RubricError(problems)
            return self._publish(path, _after(self._newest(), changes), by, f"terug naar versie {old}", now)

    def publish_guidance(
        self, criterion: str, line: str, source: str, by: str, now: datetime | None = None
    ) -> Version:
        """Calling this publishes what judges now with a line of guidance more; a draft gets the line too."""

        def longer(text: str) -> str:
            return with_guidance(text, criterion, line, source)[0]

        with self._writing():
            made = self.shelf.folder / f"nieuw-{uuid4().hex}"
            target = made / self.shelf.base.name
            try:
                self._place(made, self.shelf.active, About(by=by))
                replace(target, kept_ends(read(target), longer))
                problems = check_rubric(target, self._norms, made / NORMS)
                if problems:
                    raise RubricError(problems)
                number = _after(self._newest(), ())
                version = self._publish(target, number, by, source, now)
            finally:
                shutil.rmtree(made, ignore_errors=True)
            if self.exists:
                replace(self.shelf.draft, kept_ends(read(self.shelf.draft), longer), load_rubric)
            return version

    def stamp(self) -> str:
        """A text that changes when anything in the draft (or in what judges now) does."""
        return stamp(self._whole())

    def rubric(self) -> Rubric:
        """The draft as rubric; RubricError when it is broken."""
        return load_rubric(self.path)

    def _write(self, change: Callable[[str], str], seen: str, by: str, part: Where = ()) -> None:
        with self._writing():
            before = self.content()
            if _stamp_of(before, part) != seen:
                raise RubricError([CHANGED_MEANWHILE])
            wanted = kept_ends(before, change)
            with self._draft(by) as draft:
                replace(draft, wanted, load_rubric)

    def _publish(self, source: Path, number: str, by: str, note: str, now: datetime | None) -> Version:
        """Everything is made ready in a folder beside it; its renaming is the publishing."""
        self._keep_shipped()
        about = About(
            based_on=version_of(read(self.shelf.active)), by=by, at=now or datetime.now(UTC), note=note
        )
        made = self.shelf.folder / f"nieuw-{uuid4().hex}"
        try:
            self._place(made, source, about, number)
            rubric = load_rubric(made / self.shelf.base.name)
            _write_about(made, about.model_copy(update={"hash": rubric.hash}))
            made.rename(self.shelf.folder / number)
        except OSError as error:
            raise RubricError([f"{self.shelf.folder}: hier kan niet worden geschreven. {RIGHTS}"]) from error
        finally:
            shutil.rmtree(made, ignore_errors=True)
        return self.shelf.version(number)

    def _keep_shipped(self) -> None:
        """The shipped version is kept too, to compare with and to go back to after an update of Klankbord."""
        if self.shelf.versions():
            return
        base = self.shelf.base
        about = About(by="Klankbord", note="meegeleverd", hash=load_rubric(base).hash)
        made = self.shelf.folder / f"nieuw-{uuid4().hex}"
        self._place(made, base, about)
        made.rename(self.shelf.folder / version_of(read(base)))

    def _place(self, folder: Path, source: Path, about: About, number: str = "") -> None:
        """A folder with a rubric, its norm profiles and who made it; the rubric last, since it makes it whole."""
        try:
            (folder / NORMS).mkdir(parents=True, exist_ok=True)
            for profile in norms_folder(source).glob("*.yaml"):
                shutil.copyfile(profile, folder / NORMS / profile.name)
            _write_about(folder, about)
            content = read(source)
            text = (
                kept_ends(content, lambda text: edited(text, {("version",): number})) if number else content
            )
            replace(folder / self.shelf.base.name, text)
        except OSError as error:
            raise RubricError([f"{folder.parent}: hier kan niet worden geschreven. {RIGHTS}"]) from error

    def _newest(self) -> str:
        known = [one.version for one in self.shelf.versions()]
        return max([*known, version_of(read(self.shelf.base))], key=order)

    def _whole(self) -> str:
        return "\0".join([self.content(), *(self.norms(name) for name in self.norm_names())])

    @contextmanager
    def _draft(self, by: str) -> Iterator[Path]:
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


def compare(before: Path, after: Path) -> tuple[Difference, ...]:
    """What differs between two versions, norm profiles included."""
    rubric = differences(plain(read(before)), plain(read(after)))
    return (*rubric, *norm_differences(_profiles(before), _profiles(after)))


def _profiles(rubric: Path) -> dict[str, dict[str, Any]]:
    return {path.stem: plain(read(path)) for path in sorted(norms_folder(rubric).glob("*.yaml"))}


def _after(version: str, changes: tuple[Difference, ...]) -> str:
    first, second, third = order(version)
    return f"{first}.{second}.{third + 1}" if all(c.small for c in changes) else f"{first}.{second + 1}.0"


def _stamp_of(content: str, part: Where) -> str:
    return stamp(repr(at(plain(content), part)) if part else content)


def _unchanged(content: str, seen: str) -> None:
    if stamp(content) != seen:
        raise RubricError([CHANGED_MEANWHILE])


def _write_about(folder: Path, about: About) -> None:
    (folder / ABOUT).write_text(about.model_dump_json(indent=1), encoding="utf-8")
