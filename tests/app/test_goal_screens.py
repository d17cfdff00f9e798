"""Who is offered to make a goal of a criterion of the call on screen; making it is in test_browser_practice."""

import pytest
from screen_calls import Show, keep
from streamlit.testing.v1 import AppTest

from app_pages import call_goal, desk
from scoring.access import Person, Right, Role
from scoring.insight.goals import goals, set_goal
from scoring.rubric import load_rubric
from scoring.scorecard import Answer, Evidence
from scoring.settings import load_settings
from scoring.store import Action, AuditFilter, Store

GREETED = "beleefd.begroeting"
SILENT = "Zegt u het maar, meneer. Verder nog iets?"
BUTTON = f"doel-uit-{GREETED}"


@pytest.fixture
def call(store: Store):
    """A call in which nobody was greeted."""
    return keep(store, 1, SILENT)


def work_as(monkeypatch: pytest.MonkeyPatch, *roles: Role, agent: str | None = None) -> None:
    monkeypatch.setattr(desk, "person", lambda: Person(id="marit", name="Marit", roles=roles, agent=agent))


def offered(app: AppTest) -> bool:
    return any(button.key == BUTTON for button in app.button)


def test_the_proof_of_the_answer_stands_first_among_the_moments(store: Store, call):
    transcript, card = store.transcript(call.id), store.scorecard(call.id)
    for result in card.results:
        found = call_goal.moments(transcript, result)
        assert tuple(found[: len(result.evidence)]) == result.evidence
        assert {quote.turn for quote in found} == {0, 1, 2}


@pytest.mark.parametrize("role", Role)
def test_only_who_may_coach_is_offered_it(show: Show, call, monkeypatch, role):
    work_as(monkeypatch, role)
    app = show("call", id=call.id)
    assert not app.exception
    assert offered(app) is desk.person().may(Right.COACH)


def test_nobody_makes_a_goal_of_an_own_call_or_of_nobodys(show: Show, store: Store, call, monkeypatch):
    work_as(monkeypatch, Role.COACH, Role.AGENT, agent=call.agent)
    assert not offered(show("call", id=call.id))
    nameless = keep(store, 2, SILENT, agent=None)
    assert not offered(show("call", id=nameless.id))


def test_what_went_well_needs_no_goal(show: Show, store: Store, monkeypatch):
    work_as(monkeypatch, Role.COACH)
    good = keep(store, 3, "Goedemorgen meneer, verder nog iets?")
    assert store.scorecard(good.id).result(GREETED).answer is Answer.YES
    assert not offered(show("call", id=good.id))


def with_goal(store: Store, call) -> None:
    quote = Evidence.cut(store.transcript(call.id).turns[0].text, 0)
    set_goal(
        store, call.id, GREETED, quote, "Ik groet elke beller.", "Marit", load_rubric(load_settings().rubric)
    )


def forget(app: AppTest, agent: str) -> AppTest:
    app.checkbox(key=f"vergeet-zeker-{agent}").check().run()
    return app.button(key=f"vergeet-{agent}").click().run()


def test_a_coach_removes_all_coaching_of_an_employee(show: Show, store: Store, call, monkeypatch):
    work_as(monkeypatch, Role.COACH)
    with_goal(store, call)
    app = show("coaching", medewerker=call.agent)
    assert app.button(key=f"vergeet-{call.agent}").disabled
    app = forget(app, call.agent)
    assert not app.exception
    assert goals(store) == []
    assert store.count() == 1
    (entry,) = store.audit.entries(AuditFilter(action=Action.DELETED))
    assert (entry.subject, entry.detail) == (call.agent, "1 doel of gespreksblad van een medewerker")


def test_nobody_removes_the_own_coaching(show: Show, store: Store, call, monkeypatch):
    work_as(monkeypatch, Role.COACH, Role.AGENT, agent=call.agent)
    with_goal(store, call)
    app = forget(show("coaching", medewerker=call.agent), call.agent)
    assert "Vraag een andere coach" in app.error[0].value
    assert len(goals(store)) == 1


def test_an_employee_removes_nothing(show: Show, store: Store, call, monkeypatch):
    work_as(monkeypatch, Role.AGENT, agent=call.agent)
    with_goal(store, call)
    app = show("coaching")
    assert not app.exception
    assert [button.key for button in app.button if str(button.key).startswith("vergeet")] == []
