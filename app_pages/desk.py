"""This module contains what every screen works with: settings, the open store, rubrics and norms."""

from pathlib import Path

import streamlit as st

from scoring.jobs import Jobs, open_jobs
from scoring.rubric import Norms, Rubric, load_norms, load_rubric, stamp
from scoring.scorecard import Scorecard
from scoring.settings import Settings, load_settings
from scoring.store import CallFilter, Store, open_store


def settings() -> Settings:
    """The settings as they are now on disk."""
    return load_settings()


def store() -> Store:
    """The store, opened once for all screens."""
    chosen = settings()
    return _store(chosen.database, str(chosen.data_folder), chosen)


@st.cache_resource(show_spinner=False)
def _store(url: str, folder: str, _settings: Settings) -> Store:
    return open_store(_settings)


def jobs() -> Jobs:
    """The queue of files to judge, opened once for all screens."""
    chosen = settings()
    return _jobs(chosen.database, str(chosen.data_folder), chosen)


@st.cache_resource(show_spinner=False)
def _jobs(url: str, folder: str, _settings: Settings) -> Jobs:
    return open_jobs(_settings)


def rubric_paths() -> list[Path]:
    """The rubric files to choose from, the configured one first."""
    chosen = settings().rubric
    others = sorted(p for p in chosen.parent.glob("*.yaml") if p.resolve() != chosen.resolve())
    return [chosen, *others]


def rubric(path: Path | None = None) -> Rubric:
    """The rubric in this file, the configured one by default; read again only when it changed."""
    path = path or settings().rubric
    return _rubric(str(path), stamp(path))


@st.cache_resource(show_spinner="De rubriek wordt gelezen …", max_entries=8)
def _rubric(path: str, changed: str) -> Rubric:
    return load_rubric(Path(path))


def rubric_of(card: Scorecard) -> Rubric:
    """The rubric that judged this scorecard as it is now on disk, else the configured one."""
    for path in rubric_paths():
        if path.stem == card.rubric.id:
            return rubric(path)
    return rubric()


def norms_folder() -> Path:
    """Where the norm profiles are: beside the rubric."""
    return settings().rubric.parent / "normen"


def norm_names() -> list[str]:
    """The norm profiles to choose from, the configured one first."""
    chosen = settings().norms
    return [chosen, *sorted(p.stem for p in norms_folder().glob("*.yaml") if p.stem != chosen)]


def norms(name: str | None = None) -> Norms:
    """The norm profile with this name, the configured one by default."""
    return load_norms(name or settings().norms, norms_folder())


def norm_title(name: str) -> str:
    """The title of a norm profile, for in a list."""
    return norms(name).title


def only(call_id: str) -> CallFilter:
    """The filter that fits one call."""
    return CallFilter(ids=(call_id,))
