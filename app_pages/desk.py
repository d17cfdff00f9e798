"""This module contains what every screen works with: settings, the open store, rubrics and norms."""

from pathlib import Path

import streamlit as st

from app_pages import who
from scoring.access import Person, Right, local_person
from scoring.call import Call
from scoring.errors import AccessError, StoreError
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


def person() -> Person:
    """Who works here now."""
    return local_person(who.name())


def may(right: Right) -> bool:
    """Whether who works here may do this; for what a screen shows."""
    return person().may(right)


def require(right: Right) -> Person:
    """Calling this in whatever acts raises AccessError, in Dutch, unless who works here may do this."""
    working = person()
    working.require(right)
    return working


def open_call(call_id: str, right: Right | None = None) -> Call:
    """The call, when who works here may see it (and, with `right`, may do that to it); else AccessError.

    This is the only way to a call by a number that came from outside. Nobody learns from it what exists.
    """
    working = person()
    try:
        call = store().call(call_id)
    except StoreError:
        working.require_open(None)
        raise
    working.require_open(call.agent)
    if right is not None:
        working.require_on(right, call.agent)
    return call


def visible(where: CallFilter = CallFilter()) -> CallFilter:  # noqa: B008 — frozen
    """The same filter, within what who works here may see."""
    working = person()
    if working.may(Right.SEE_CALLS):
        return where
    working.require(Right.SEE_OWN_CALLS)
    if working.agent is None:
        raise AccessError(
            "Klankbord weet nog niet welke gesprekken van u zijn. Vraag de beheerder om uw pseudoniem "
            "aan uw account te koppelen."
        )
    return where.model_copy(update={"agent": working.agent})
