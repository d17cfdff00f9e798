"""This module contains what learning from reviews does to the agreement on calls kept apart, and approving it."""

import hashlib
import shutil
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from scoring.errors import ReviewError
from scoring.examples import failing
from scoring.intake import call_files, read
from scoring.language.training import digest
from scoring.record import Record
from scoring.review.agreement import Comparison, Labelled, compare
from scoring.review.allowed import own_name
from scoring.review.labels import read_labelled
from scoring.review.lessons import Lesson, lesson_files
from scoring.rubric import Norms, Rubric, norms_folder
from scoring.settings import Settings
from scoring.store import Store
from scoring.store import lessons as kept
from scoring.store.lessons import TrainingEvent, TrainingStep


class Effect(Record):
    """This represents agreement on calls kept apart, without and with the lessons.

    `problems`: examples of the rubric that would get another answer. Only true for exactly these lessons.
    """

    lessons: tuple[Lesson, ...]
    rubric_hash: str
    before: Comparison
    after: Comparison
    problems: tuple[str, ...]

    def change(self, criterion: str | None = None) -> float | None:
        """How much agreement rises (0–1 scale) on one criterion, or on all together."""
        before, after = (
            side.overall if criterion is None else side.criteria.get(criterion)
            for side in (self.before, self.after)
        )
        if not before or not after or before.agreement is None or after.agreement is None:
            return None
        return round(after.agreement - before.agreement, 4)


def try_lessons(
    store: Store, chosen: Sequence[Lesson], rubric: Rubric, norms: Norms, settings: Settings
) -> Effect:
    """Calling this learns with and without these lessons and compares both with the calls kept apart.

    Takes a minute or so. Nothing stays of it. The calls kept apart are in the folder `settings.apart`.
    """
    _may_learn(store, chosen, settings)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path in store.lessons.folder.glob("*.yaml"):
            shutil.copy(path, folder)
        for number, text in enumerate(lesson_files(store, chosen, rubric).values()):
            (folder / f"proef-{number}.yaml").write_text(text, encoding="utf-8")
        tried = _with_lessons(rubric, folder)
        after = compare(_labelled(tried, norms, settings), tried, norms)
        path = Path(rubric.folder) / "rubric.yaml"
        problems = tuple(failing(tried, norms, norms_folder(path)))
        # what was tried holds words of calls, and may never be approved
        store.lessons.forget(digest(Path(rubric.folder) / rubric.intents, folder))
    before = compare(_labelled(rubric, norms, settings), rubric, norms)
    return Effect(
        lessons=tuple(chosen), rubric_hash=rubric.hash, before=before, after=after, problems=problems
    )


def approve_lessons(
    store: Store, effect: Effect, person: str, rubric: Rubric, settings: Settings, now: datetime | None = None
) -> TrainingEvent:
    """Calling this lets the machine learn from what was tried; ReviewError when it was tried on another rubric.

    The rubric gets another hash by it: load it again. `take_back` undoes it.
    """
    own_name(person)
    _may_learn(store, effect.lessons, settings)
    if effect.rubric_hash != rubric.hash:
        raise ReviewError("De rubriek is intussen veranderd. Bekijk het effect eerst opnieuw.")
    at = now or datetime.now(UTC)
    texts = lesson_files(store, effect.lessons, rubric)
    batch = f"{at:%Y%m%dT%H%M%S}{hashlib.sha256(''.join(texts.values()).encode()).hexdigest()[:6]}"
    store.lessons.write(batch, texts)
    event = TrainingEvent(
        batch=batch,
        kind=TrainingStep.LEARNED,
        person=person,
        at=at,
        turns=len({(lesson.call_id, lesson.turn) for lesson in effect.lessons}),
        calls=len(texts),
        before=effect.before.overall.agreement,
        after=effect.after.overall.agreement,
        labels=effect.after.overall.n,
    )
    with store.transaction() as session:
        return kept.add_training(session, event)


def _may_learn(store: Store, chosen: Sequence[Lesson], settings: Settings) -> None:
    if not chosen:
        raise ReviewError("Kies minstens één voorbeeld om van te leren.")
    calls = {lesson.call_id for lesson in chosen}
    if any(store.lessons.knows(call_id) for call_id in calls):
        raise ReviewError("Van een van deze gesprekken leert de machine al. Vernieuw de pagina.")
    about = {(lesson.call_id, lesson.turn, lesson.intent): lesson.present for lesson in chosen}
    if len(about) < len({(le.call_id, le.turn, le.intent, le.present) for le in chosen}):
        raise ReviewError("Over één beurt staan er twee voorbeelden die elkaar tegenspreken. Kies er een.")
    if calls & {read(path, settings).call.id for path in _apart(settings)}:
        raise ReviewError("Met een van deze gesprekken wordt gemeten; daarvan mag de machine niet leren.")


def _apart(settings: Settings) -> list[Path]:
    found = list(call_files([settings.apart])) if settings.apart.is_dir() else []
    if not found:
        raise ReviewError(
            f"In {settings.apart} staan geen gelabelde gesprekken om mee te meten. Zet ze daar, of verander "
            "de instelling ‘apart’."
        )
    return found


def _labelled(rubric: Rubric, norms: Norms, settings: Settings) -> list[Labelled]:
    folder = norms_folder(Path(rubric.folder) / "rubric.yaml")
    return [read_labelled(path, rubric, norms, folder, settings) for path in _apart(settings)]


def _with_lessons(rubric: Rubric, folder: Path) -> Rubric:
    whole = "".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.yaml")))
    own = hashlib.sha256((rubric.hash + whole).encode()).hexdigest()[:16]
    return rubric.model_copy(update={"lessons": str(folder), "hash": own})
