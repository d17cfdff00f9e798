"""The audit trail: what is written stays, is found again, and holds no call text."""

from datetime import UTC, datetime, timedelta

import pytest
from kept_calls import a_call, a_transcript

from scoring.access import Person, Role
from scoring.reports.audit_export import export_audit
from scoring.store import Action, AuditFilter, Store, open_store

NOOR = Person(id="noor@stad.example", name="Noor Bakker", roles=(Role.COACH,))
ELS = Person(id="els", name="", roles=(Role.ADMIN,))
START = datetime(2026, 11, 1, 9, tzinfo=UTC)


@pytest.fixture
def store(tmp_path):
    with open_store(f"sqlite:///{tmp_path}/klankbord.db") as opened:
        yield opened


@pytest.fixture
def filled(store: Store) -> Store:
    for day in range(5):
        person = ELS if day % 2 else NOOR
        store.audit.add(person, Action.OPENED, f"gesprek-{day}", at=START + timedelta(days=day))
    store.audit.add(ELS, Action.DELETED, "gesprek-1", at=START + timedelta(days=5))
    return store


def test_newest_first_with_everything_that_was_given(filled: Store):
    newest, *older = filled.audit.entries()
    assert (newest.person, newest.name, newest.action, newest.subject) == (
        "els",
        "",
        Action.DELETED,
        "gesprek-1",
    )
    assert newest.at == START + timedelta(days=5)
    assert [entry.subject for entry in older] == [f"gesprek-{day}" for day in (4, 3, 2, 1, 0)]
    assert filled.audit.people() == ["els", "noor@stad.example"]


@pytest.mark.parametrize(
    ("where", "number"),
    [
        (AuditFilter(), 6),
        (AuditFilter(person="els"), 3),
        (AuditFilter(action=Action.OPENED), 5),
        (AuditFilter(subject="gesprek-1"), 2),
        (AuditFilter(person="els", action=Action.OPENED, subject="gesprek-1"), 1),
        (AuditFilter(since=START + timedelta(days=2)), 4),
        (AuditFilter(until=START + timedelta(days=2)), 2),
        (AuditFilter(subject="gesprek"), 0),
    ],
)
def test_filters(filled: Store, where: AuditFilter, number: int):
    assert filled.audit.count(where) == len(filled.audit.entries(where)) == number


def test_pages(filled: Store):
    both = [*filled.audit.entries(limit=4), *filled.audit.entries(limit=4, offset=4)]
    assert both == filled.audit.entries()


def test_it_outlives_the_call_without_its_words(store: Store):
    call = a_call(1)
    store.save(call, a_transcript(call, "Bronwasser-Ganzenbloem"))
    store.audit.add(NOOR, Action.OPENED, call.id)
    store.delete(call.id)
    store.audit.add(NOOR, Action.DELETED, call.id)
    assert [entry.action for entry in store.audit.entries()] == [Action.DELETED, Action.OPENED]
    exported = export_audit(store.audit).decode("utf-8-sig")
    assert "Bronwasser" not in exported
    assert call.source not in exported


def test_the_export_opens_in_excel_and_runs_nothing(store: Store):
    store.audit.add(
        Person(id="=1+1", name="@SUM(A1)"), Action.EXPORTED, "gesprekken", "csv; 3 gesprekken", at=START
    )
    header, line = export_audit(store.audit).decode("utf-8-sig").splitlines()
    assert header == "Nummer;Wanneer;Account;Naam;Wat;Waarvan;Bijzonderheden"
    assert line == "1;01-11-2026 10:00;'=1+1;'@SUM(A1);geëxporteerd;gesprekken;\"csv; 3 gesprekken\""
