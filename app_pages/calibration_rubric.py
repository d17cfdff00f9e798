"""This module contains which rubric a calibration is about, as it is now on disk."""

from pathlib import Path

from app_pages import desk
from scoring.rubric import Rubric
from scoring.store.calibrations import Calibration


def path_of(about: Calibration) -> Path:
    """The file of the rubric; the configured one when it is gone."""
    return next((path for path in desk.rubric_paths() if path.stem == about.rubric), desk.settings().rubric)


def rubric_of(about: Calibration) -> Rubric:
    """The rubric of the session."""
    return desk.rubric(path_of(about))
