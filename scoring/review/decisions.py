"""This module contains how a decision of a calibration becomes guidance in a new version of the rubric."""

import os
from datetime import UTC, datetime
from pathlib import Path

from scoring.errors import ReviewError, RubricError
from scoring.examples import check_rubric
from scoring.publishing import Workbench
from scoring.review.calibration import decide, view
from scoring.rubric.writing import with_guidance
from scoring.store import Store
from scoring.store.calibrations import CalibrationEvent
from scoring.store.tables import LOCAL


def write_decision(
    store: Store,
    number: int,
    criterion: str,
    person: str,
    text: str,
    rubric: Path,
    norms: str,
    norms_folder: Path,
    now: datetime | None = None,
    bench: Workbench | None = None,
) -> CalibrationEvent:
    """Calling this writes a decision into the criterion's guidance as a new version, and adds it to the session.

    With `bench` it becomes a version of the site and the file stays as it is; without, the file is changed.
    The file is only replaced when the new one passes `check`; else RubricError says what is wrong and the
    old one stays. Calls judged before keep the version that they were judged with.
    """
    at = now or datetime.now(UTC)
    seen = view(store, number, person)
    if not seen.closed or criterion not in seen.calibration.criteria:
        raise ReviewError("Een besluit gaat over een criterium van een gesloten kalibratie.")
    line = " ".join(text.split())
    if not line or not person.strip():
        raise ReviewError("Schrijf op wat er besloten is, en door wie.")
    source = f"kalibratie {number}, {at.astimezone(LOCAL):%Y-%m-%d}"
    if bench is not None:
        version = bench.publish_guidance(criterion, line, source, person, at).version
    else:
        version = add_guidance(rubric, criterion, line, source, norms, norms_folder)
    return decide(store, number, criterion, person, line, version, at)


def add_guidance(rubric: Path, criterion: str, line: str, source: str, norms: str, norms_folder: Path) -> str:
    """Calling this adds a line of guidance to the file, and answers its new version; refused when `check` fails."""
    before = _read(rubric)
    content, version = with_guidance(before.replace("\r\n", "\n"), criterion, line, source)
    if "\r\n" in before:
        content = content.replace("\n", "\r\n")
    draft = rubric.with_name(f"{rubric.name}.concept")  # beside it: a rubric names folders beside itself
    try:
        draft.write_bytes(content.encode())
        problems = check_rubric(draft, norms, norms_folder)
        if problems:
            raise RubricError([p.replace(draft.name, rubric.name) for p in problems])
        if _read(rubric) != before:
            raise ReviewError("De rubriek is intussen door een ander gewijzigd. Probeer het opnieuw.")
        os.replace(draft, rubric)  # noqa: PTH105 — at once, also over an existing file on Windows
    except OSError as error:
        raise RubricError(
            [f"{rubric}: dit bestand kan niet worden geschreven. Hebt u schrijfrechten?"]
        ) from error
    finally:
        draft.unlink(missing_ok=True)
    return version


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise RubricError([f"{path}: dit bestand is niet te lezen. Sla het op als UTF-8."]) from error
