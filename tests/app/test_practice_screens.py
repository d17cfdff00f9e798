"""An employee practises with what a trainer chose, and with nothing else; it shows in no figure."""

import pytest
from screen_calls import Show, keep, texts

from app_pages import desk
from scoring.access import Person, Role
from scoring.errors import AccessError
from scoring.insight.practice import (
    expert_answer,
    finish_call,
    give_answer,
    open_set,
    practised_with,
    withdraw_set,
)
from scoring.insight.practised import progress_of_all
from scoring.reports.export import export_csv
from scoring.rubric import load_rubric
from scoring.scorecard import Answer
from scoring.settings import load_settings
from scoring.store import Store

GREETED, LEFT = "beleefd.begroeting", "beleefd.afscheid"
EMPLOYEE = Person(id="sam", name="Sam", roles=(Role.AGENT,), agent="M-08")
TRAINER = Person(id="ilse", name="Ilse", roles=(Role.TRAINER,))


@pytest.fixture
def chosen(store: Store) -> int:
    """A set of one call of a colleague; another call of that colleague is in no set."""
    rubric = load_rubric(load_settings().rubric)
    for number in (1, 2):
        keep(store, number, "Goedemorgen, met Anna.")
    made = open_set(store, "Begin", ["gesprek-1"], [GREETED, LEFT], rubric, "Ilse").id
    for name in (GREETED, LEFT):
        expert_answer(store, made, "Ilse", "gesprek-1", name, Answer.YES, "Dat hoort u meteen.")
    return made


def work_as(monkeypatch: pytest.MonkeyPatch, person: Person) -> None:
    monkeypatch.setattr(desk, "person", lambda: person)


def test_an_employee_sees_the_sets_and_makes_none(show: Show, chosen: int, monkeypatch):
    work_as(monkeypatch, EMPLOYEE)
    app = show("training")
    assert not app.exception
    assert not app.error
    assert "Begin" in texts(app)
    assert "Nieuwe oefenset maken" not in [part.label for part in app.expander]
    app = show("training", nr=str(chosen))
    assert not app.exception
    assert not app.error
    assert "M-07" not in texts(app)
    work_as(monkeypatch, TRAINER)
    assert "Nieuwe oefenset maken" in [part.label for part in show("training").expander]


def test_an_employee_opens_what_was_chosen_and_nothing_else(store: Store, chosen: int, monkeypatch):
    work_as(monkeypatch, EMPLOYEE)
    assert desk.open_to_practise("gesprek-1").id == "gesprek-1"
    for call_id in ("gesprek-2", "bestaat-niet"):
        with pytest.raises(AccessError):
            desk.open_to_practise(call_id)
    with pytest.raises(AccessError):
        desk.open_call("gesprek-1")
    withdraw_set(store, chosen, "Ilse")
    assert not practised_with(store, "gesprek-1")
    with pytest.raises(AccessError):
        desk.open_to_practise("gesprek-1")


def test_nobody_practises_with_an_own_call(chosen: int, monkeypatch):
    work_as(monkeypatch, EMPLOYEE.model_copy(update={"agent": "M-07"}))
    with pytest.raises(AccessError, match="eigen gesprek"):
        desk.open_to_practise("gesprek-1")


def test_practice_of_an_employee_shows_in_no_figure_and_not_to_colleagues(
    show: Show, store: Store, chosen: int, monkeypatch
):
    work_as(monkeypatch, Person(id="coach", name="Marit", roles=(Role.COACH,)))
    screens = ("overview", "trust", "calls", "review", "start")
    before = [texts(show(screen)) for screen in screens], export_csv(store)
    for name in (GREETED, LEFT):
        give_answer(store, chosen, "Sam", "gesprek-1", name, Answer.NO)
    finish_call(store, chosen, "Sam", "gesprek-1")
    assert [one.person for one in progress_of_all(store)] == ["Sam"]
    assert ([texts(show(screen)) for screen in screens], export_csv(store)) == before
    work_as(monkeypatch, EMPLOYEE)
    assert "Sam" in texts(show("training"))
    work_as(monkeypatch, Person(id="noor", name="Noor", roles=(Role.AGENT,), agent="M-09"))
    assert "Sam" not in texts(show("training"))
