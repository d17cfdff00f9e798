"""This module contains the rubric and norms that a worker judges by, kept in memory between jobs."""

from functools import lru_cache
from pathlib import Path

from scoring.rubric import Norms, Rubric, load_norms, load_rubric, norms_folder, stamp


def judging_by(rubric: Path, norms: str) -> tuple[Rubric, Norms]:
    """The rubric and norms of these names, read again only when one of them changed."""
    folder = norms_folder(rubric)
    return _rubric(rubric, stamp(rubric)), _norms(norms, folder, _changed(folder / f"{norms}.yaml"))


@lru_cache(maxsize=4)
def _rubric(path: Path, changed: str) -> Rubric:
    return load_rubric(path)


@lru_cache(maxsize=16)
def _norms(name: str, folder: Path, changed: int) -> Norms:
    return load_norms(name, folder)


def _changed(path: Path) -> int:
    return path.stat().st_mtime_ns if path.exists() else 0
