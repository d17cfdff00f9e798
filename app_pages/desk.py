"""This module contains what every screen works with: settings, the open store, rubrics and norms."""

from pathlib import Path

import streamlit as st

from app_pages import login, who
from scoring.access import Person, Right, local_person
from scoring.call import Call
from scoring.errors import AccessError, StoreError
from scoring.insight.practice import practised_with
from scoring.jobs import Jobs, open_jobs
from scoring.rubric import Norms, Rubric, load_norms, load_rubric, stamp
from scoring.rubric.shelf import Shelf, active
from scoring.scorecard import Scorecard
from scoring.settings import Settings, load_settings
from scoring.store import Action, CallFilter, Store, open_store

EVERYTHING = CallFilter()
NOTED = "noted"
"""What was written in the audit trail last, in this session."""


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
    """The rubric files to choose from, the configured one first; of each the version that judges now."""
    chosen = settings().rubric
    others = sorted(p for p in chosen.parent.glob("*.yaml") if p.resolve() != chosen.resolve())
    return [active(settings(), path) for path in (chosen, *others)]


def rubric(path: Path | None = None) -> Rubric:
    """The rubric in this file, by default the one that judges now; read again only when it changed."""
    path = path or active(settings())
    return _rubric(str(path), stamp(path))


@st.cache_resource(show_spinner="De rubriek wordt gelezen …", max_entries=8)
def _rubric(path: str, changed: str) -> Rubric:
    return load_rubric(Path(path))


def rubric_of(card: Scorecard) -> Rubric:
    """The rubric that judged this scorecard, in that version where the site kept it, else the configured one."""
    for path in rubric_paths():
        if path.stem == card.rubric.id:
            shelf = Shelf(settings(), path)
            kept = (one.path for one in shelf.versions() if one.version == card.rubric.version)
            return rubric(next(kept, path))
    return rubric()


def norms_folder() -> Path:
    """Where the norm profiles are: beside the rubric that judges now."""
    return active(settings()).parent / "normen"


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
    """Who works here now; AccessError when nobody logged in and somebody must."""
    if not login.required():
        return local_person(who.name())
    working = login.signed_in()
    if working is None:
        raise AccessError("U bent niet (meer) aangemeld. Laad de pagina opnieuw en meld u aan.")
    return working


def may(right: Right) -> bool:
    """Whether who works here may do this; for what a screen shows."""
    return person().may(right)


def require(*rights: Right) -> Person:
    """Calling this in whatever acts raises AccessError, in Dutch, unless who works here may do one of these."""
    working = person()
    if not any(working.may(right) for right in rights):
        note_once(Action.REFUSED, detail=rights[0].value)
        working.require(rights[0])
    return working


def open_call(call_id: str, right: Right | None = None) -> Call:
    """The call, when who works here may see it (and, with `right`, may do that to it); else AccessError.

    This is the only way to a call by a number that came from outside. Nobody learns from it what exists.
    """
    working = person()
    try:
        return _opened(working, call_id, right)
    except AccessError:
        note_once(Action.REFUSED, call_id, right.value if right else "")
        raise


def open_to_practise(call_id: str) -> Call:
    """The call, when who works here may practise with it: also of someone else, when a trainer chose it for that."""
    working = require(Right.PRACTISE)
    if not working.may(Right.SEE_CALLS) and practised_with(store(), call_id):
        call = store().call(call_id)
        if not working.owns(call.agent):
            return call
    return open_call(call_id, Right.PRACTISE)


def _opened(working: Person, call_id: str, right: Right | None) -> Call:
    try:
        call = store().call(call_id)
    except StoreError:
        working.require_open(None)
        raise
    working.require_open(call.agent)
    if right is not None:
        working.require_on(right, call.agent)
    return call


def note_login() -> None:
    """Calling this writes down once that who works here logged in, however often screens are opened after it."""
    working = person()
    _logged_in(working.id, str(login.claims().get("iat", "")), working)


@st.cache_resource(show_spinner=False, max_entries=1000)
def _logged_in(account: str, issued: str, _working: Person) -> None:
    roles = ", ".join(role.value for role in _working.roles)
    store().audit.add(_working, Action.SIGNED_IN, detail=f"rol: {roles}")


def note(action: Action, subject: str = "", detail: str = "") -> None:
    """Calling this writes down in the audit trail what who works here did; numbers only, no call text."""
    store().audit.add(person(), action, subject, detail)


def note_once(action: Action, subject: str = "", detail: str = "") -> None:
    """The same, but not again when a screen is only drawn anew."""
    now = (action, subject, detail)
    if st.session_state.get(NOTED) != now:
        st.session_state[NOTED] = now
        note(*now)


def agent_names() -> dict[str, str]:
    """Pseudonym → how who works here may know this agent; empty when the role sees no names. For lists."""
    if not may(Right.SEE_NAMES):
        return {}
    return {agent: f"{name} ({agent})" for agent, name in login.roster().names.items() if name}


def agent_name(pseudonym: str) -> str:
    """One agent as who works here may know this person: by name when the role allows it, else by pseudonym."""
    return agent_names().get(pseudonym, pseudonym)


def visible(where: CallFilter = EVERYTHING) -> CallFilter:
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
