"""What each role sees and may do, screen by screen and act by act; the login itself is in test_browser_team."""

import secrets
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from screen_calls import keep, texts
from streamlit import config
from streamlit.runtime.secrets import secrets_singleton
from streamlit.testing.v1 import AppTest
from team_server import NAMES, TOML

from app import SCREENS
from app_pages import call_actions, correcting, desk, handing, judging, login
from scoring.access import RIGHTS, Right, Role
from scoring.call import Speaker
from scoring.errors import AccessError, ScoringError
from scoring.settings import ROOT
from scoring.store import Action, AuditFilter, Store

GROUPS = {
    Role.COACH: "kb-coaches",
    Role.TRAINER: "kb-trainers",
    Role.AUDITOR: "kb-audit",
    Role.AGENT: "kb-medewerkers",
    Role.VIEWER: "kb-or",
    Role.ADMIN: "kb-beheer",
}
Become = Callable[..., None]


@pytest.fixture
def become(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Become]:
    """Team mode, set up as an administrator would; calling this makes the session that of these roles."""
    data = folder / "gegevens"
    (data / "klankbord.toml").write_text(f'{TOML}kb-trainers = "trainer"\n', encoding="utf-8")
    (data / "namen.csv").write_text(NAMES, encoding="utf-8")
    hidden = folder / "secrets.toml"
    lines = dict.fromkeys(login.NEEDED, "x") | {"cookie_secret": secrets.token_hex(32)}
    hidden.write_text("[auth]\n" + "".join(f'{k} = "{v}"\n' for k, v in lines.items()), encoding="utf-8")
    config.set_option("secrets.files", [str(hidden)])
    secrets_singleton._reset()
    st.session_state.clear()  # without a browser all tests share one session
    said: dict[str, object] = {}
    monkeypatch.setattr(login, "claims", lambda: said)

    def roles(*chosen: Role, account: str = "sam", **more: object) -> None:
        groups = [GROUPS[role] for role in chosen]
        said.clear()
        said.update(
            {"preferred_username": account, "name": "Sam", "groups": groups, "iat": time.time()} | more
        )

    yield roles
    config.set_option("secrets.files", [])
    secrets_singleton._reset()


@pytest.fixture
def calls(store: Store) -> Store:
    """A call of M-07 (who is Sam) and one of M-08."""
    for number, agent in ((7, "M-07"), (8, "M-08")):
        keep(store, number, "Goedemorgen, met Anna.", agent=agent, metadata={"call_id": f"gesprek-{number}"})
    return store


def headings(app: AppTest) -> list[str]:
    return [title.value for title in app.title]


@pytest.mark.parametrize("role", Role)
def test_a_screen_opens_for_who_may_see_it_and_for_nobody_else(become, calls, monkeypatch, role):
    monkeypatch.chdir(ROOT)
    become(role)
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    assert not app.exception
    assert headings(app), "everybody has a screen to start on"
    assert "Geen toegang" not in headings(app)
    for screen in SCREENS:
        app.switch_page(f"app_pages/{screen.path}").run()
        assert not app.exception, screen.url
        may = not screen.rights or any(right in RIGHTS[role] for right in screen.rights)
        assert ("Geen toegang" in headings(app)) is not may, screen.url
        if not may:
            assert "Anna" not in texts(app)
            assert len(app.error) == 1


def test_every_screen_but_the_rubric_asks_for_a_right():
    assert [screen.url for screen in SCREENS if not screen.rights] == ["rubriek"]


@pytest.mark.parametrize("said", [{}, {"iat": 0}, {"groups": ["iedereen"]}, {"preferred_username": ""}])
def test_who_is_not_in_sees_no_call(become, calls, show, said):
    become(Role.COACH, **said)
    if not said:
        login.claims().clear()
    app = show("calls")
    assert headings(app) in (["Welkom bij Klankbord"], ["Geen toegang"])
    assert "gesprek-8" not in texts(app)


ACTS: dict[str, Callable[[str], object]] = {
    "swap roles": lambda call: judging.settle_roles(call, True, desk.rubric(), desk.norms()),
    "judge again": lambda call: judging.judge_again(call, desk.rubric(), desk.norms()),
    "correct": lambda call: correcting.correct(
        call, {"version": 1, "edits": [{"kind": "text", "turn": 0, "text": "Goedemiddag, met Anna."}]}
    ),
    "go back": lambda call: correcting.go_back(call, 1),
    "who is who": lambda call: correcting.assign(call, {"agent": Speaker.AGENT, "caller": Speaker.CALLER}),
    "delete": call_actions.delete,
    "open": desk.open_call,
}
CORRECTING = {"swap roles", "judge again", "correct", "go back", "who is who"}
ALLOWED = {
    Role.COACH: {*CORRECTING, "open"},
    Role.TRAINER: {*CORRECTING, "open"},
    Role.AUDITOR: {*CORRECTING, "open"},
    Role.AGENT: set(),
    Role.VIEWER: set(),
    Role.ADMIN: set(ACTS),
}
"""What each role may do to the call of another."""


def refused(act: Callable[[str], object], call: str) -> bool:
    try:
        act(call)
    except AccessError:
        return True
    except ScoringError:  # allowed, but there is something else: the act got past the guard
        return False
    return False


@pytest.mark.parametrize("role", Role)
def test_acts_on_the_call_of_another(become, calls, role):
    become(role)
    before = calls.transcript_versions("gesprek-8"), calls.scorecards("gesprek-8")
    forbidden = [act for act in ACTS if act not in ALLOWED[role]]
    for act in forbidden:
        st.session_state.clear()
        assert refused(ACTS[act], "gesprek-8"), act
    assert (calls.transcript_versions("gesprek-8"), calls.scorecards("gesprek-8")) == before
    assert calls.audit.count(AuditFilter(action=Action.REFUSED, subject="gesprek-8")) == len(forbidden)
    for act in sorted(ALLOWED[role], key="delete".__eq__):  # what is deleted cannot be opened any more
        assert not refused(ACTS[act], "gesprek-8"), act


def test_who_also_answers_the_phone_does_nothing_to_an_own_call(become, calls):
    become(Role.COACH, Role.ADMIN, Role.AGENT)
    assert [act for act in ACTS if not refused(ACTS[act], "gesprek-7")] == ["open"]


def test_an_agent_opens_the_own_call_and_changes_nothing(become, calls):
    become(Role.AGENT)
    assert [act for act in ACTS if not refused(ACTS[act], "gesprek-7")] == ["open"]


@pytest.mark.parametrize("role", [Role.AGENT, Role.VIEWER])
def test_no_demo_calls_are_loaded_without_the_right(become, calls, role):
    become(role)
    with pytest.raises(AccessError):
        judging.load_demo(lambda *_: None)
    assert calls.count() == 2


def test_acts_stand_in_the_trail_with_who_did_them(become, calls):
    become(Role.ADMIN, account="bram", name="Bram Kok")
    judging.settle_roles("gesprek-8", True, desk.rubric(), desk.norms())
    judging.judge_again("gesprek-8", desk.rubric(), desk.norms("katwijk"))
    call_actions.delete("gesprek-8")
    done = [(e.person, e.name, e.action, e.subject, e.detail) for e in reversed(calls.audit.entries())]
    assert done == [
        ("bram", "Bram Kok", Action.CORRECTED, "gesprek-8", "rollen omgewisseld"),
        ("bram", "Bram Kok", Action.JUDGED, "gesprek-8", "normen katwijk"),
        ("bram", "Bram Kok", Action.DELETED, "gesprek-8", ""),
    ]


def test_an_agent_lists_own_calls_only(become, calls):
    become(Role.AGENT)
    assert [row.id for row in calls.calls(desk.visible())] == ["gesprek-7"]
    become(Role.AGENT, account="onbekend")
    with pytest.raises(AccessError, match="pseudoniem"):
        desk.visible()


def test_a_list_of_names_with_a_mistake_is_told(become, calls, folder, show):
    (folder / "gegevens" / "namen.csv").write_text("pseudoniem;naam\nM-07;A\nM-07;B\n", encoding="utf-8")
    become(Role.COACH)
    app = show("calls")
    assert "regel 3" in app.error[0].value


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("secrets.toml", "cookie_secret", 'cookie_secret = "kort"\n#'), "te kort"),
        (("secrets.toml", "client_id", "#"), "client_id"),
        (("gegevens/klankbord.toml", "[claims]", "[anders]"), "bestaat niet"),
    ],
)
def test_team_mode_that_is_set_up_wrongly_lets_nobody_in(become, calls, folder, show, change, told):
    become(Role.ADMIN)
    name, word, instead = change
    path = folder / name
    path.write_text(path.read_text("utf-8").replace(word, instead), encoding="utf-8")
    secrets_singleton._reset()
    app = show("calls")
    assert told in " ".join(error.value for error in app.error).replace("\\", "")
    assert "gesprek-8" not in texts(app)


def test_local_mode_in_the_network_lets_nobody_in(calls, show, monkeypatch):
    monkeypatch.setattr(st, "get_option", lambda name: "0.0.0.0" if name == "server.address" else None)
    app = show("calls")
    assert headings(app) == ["Klankbord is nog niet goed ingesteld"]
    assert "gesprek-8" not in texts(app)


def test_every_file_that_a_screen_hands_out_is_for_one_person():
    for path in sorted((ROOT / "app_pages").glob("*.py")):
        code = path.read_text("utf-8")
        assert code.count("download_button(") == code.count("handing.give(") + code.count("handing.later("), (
            path.name
        )


def test_a_file_is_for_who_it_was_made_for(become):
    become(Role.COACH, account="noor")
    content = secrets.token_bytes(20)
    handing.give(content)
    made = handing.later(lambda to: f"voor {to.id}".encode(), Right.EXPORT)
    noor = desk.person()
    become(Role.ADMIN, account="bram")
    bram = desk.person()
    assert made() == b"voor noor", "who pressed the button, whoever works on this server now"
    for file in (content, b"voor noor"):
        assert handing.given(file, noor)
        assert not handing.given(file, bram)
    become(Role.VIEWER)
    with pytest.raises(AccessError):
        handing.later(lambda _: b"", Right.EXPORT)
