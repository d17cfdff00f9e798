"""Words on screens: commas for points, names for numbers, and who gave a score."""

import pytest
from screen_calls import Show, component, keep

from app_pages import decimals
from scoring.access import local_person
from scoring.store import Action, Store


@pytest.mark.parametrize(
    ("value", "shown"), [(1.0, "1"), (0.5, "0,5"), (10.0, "10"), (0.05, "0,05"), (0.0, "0")]
)
def test_a_number_has_a_comma_and_no_needless_decimals(value: float, shown: str):
    assert decimals.words(value) == shown


def test_the_number_of_now_can_always_stay():
    assert decimals.steps(0.3, 0.1, 2.0, 0.5) == [0.3, 0.5, 1.0, 1.5, 2.0]
    assert decimals.steps(1.0, 0.5, 2.0, 0.5) == [0.5, 1.0, 1.5, 2.0]


def test_the_log_names_a_call_and_leads_to_it(show: Show, store: Store):
    call = keep(store, 1, "Goedemorgen.")
    store.audit.add(local_person("Ilse"), Action.OPENED, call.id)
    store.audit.add(local_person("Ilse"), Action.OPENED, "verdwenen")
    shown = {row[3]["text"]: row[3] for row in component(show("log"), "klankbord_figure_table")["rows"]}
    assert shown["gesprek-1.json"]["open"] == {"id": call.id}
    assert shown["gesprek-1.json"]["note"] == f"van 10-03-2026 09:42, nummer {call.id}"
    assert "open" not in shown["verdwenen"]


def test_settings_are_told_in_words(show: Show, store: Store):
    app = show("setup")
    assert not app.exception
    told = " ".join(found.proto.body for found in app.get("html"))
    assert "alleen op deze computer" in told
    assert "1Stroom (Duiven en Westervoort)" in told
    assert "<dd>klein</dd>" not in told
