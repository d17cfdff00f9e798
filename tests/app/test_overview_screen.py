"""The overview and the start page: the figures of the store on screen, each leading to its calls."""

import json
import re
from datetime import date

import pytest
from screen_calls import Show, _nodes, keep, texts
from streamlit.testing.v1 import AppTest

from scoring.insight.overview import overview
from scoring.insight.periods import Unit, period_of
from scoring.insight.scope import Scope
from scoring.rubric import load_rubric
from scoring.settings import load_settings
from scoring.store import CallFilter, Store

GREETED, SILENT = "Goedemorgen meneer, verder nog vragen?", "Hallo."


@pytest.fixture
def two_months(store: Store) -> Store:
    """Eight greetings in March, two in February; a demo call and a call without a date that do not count."""
    for number in range(16):
        said = GREETED if number % 2 or number == 0 else SILENT
        day = f"2026-0{3 if number % 2 else 2}-{10 + number % 10}T09:42"
        keep(
            store,
            number,
            said,
            called_at=day,
            agent=f"M-{number % 3}",
            team="KCC" if number < 12 else "Balie",
        )
    keep(store, 90, SILENT, called_at=None)
    return store


def tables(app: AppTest) -> dict[str, dict]:
    """Every table of figures on the screen, by its caption."""
    found = [
        json.loads(n.proto.json)
        for n in _nodes(app._tree)
        if n.type == "bidi_component" and n.proto.component_name == "klankbord_figure_table"
    ]
    return {table["caption"]: table for table in found}


def pick(app: AppTest, label: str, option: str) -> AppTest:
    return next(g for g in app.get("button_group") if g.label == label).set_value(option).run()


def the_overview(store: Store):
    rubric = load_rubric(load_settings().rubric)
    scope = Scope(rubric=rubric.id, period=period_of(date(2026, 3, 1), Unit.MONTH))
    return overview(store, scope, rubric, 5)


def test_an_empty_overview_says_what_to_do(show: Show):
    app = show("overview")
    assert not app.exception
    assert "nog geen beoordeelde gesprekken" in app.info[0].value


def test_scores_on_screen_are_those_of_the_store(show: Show, two_months: Store):
    app = show("overview")
    assert not app.exception
    seen = the_overview(two_months)
    (table,) = (t for caption, t in tables(app).items() if caption.startswith("Scores van maart 2026"))
    names = [*(figure.name.capitalize() for figure in seen.dimensions), "Totaal"]
    assert [row[0]["text"] for row in table["rows"]] == names
    for row, figure in zip(table["rows"], (*seen.dimensions, seen.total), strict=True):
        if figure.now.value is not None:
            assert row[1]["text"] == f"{figure.now.value:.0f}"
            assert row[1]["bar"]["low"] <= figure.now.value <= row[1]["bar"]["high"]
    assert "1 gesprek telt niet mee" in texts(app)


def test_every_number_of_a_criterion_leads_to_as_many_calls(show: Show, two_months: Store):
    app = pick(show("overview"), "Wat wilt u zien?", "criteria")
    assert not app.exception
    (table,) = (t for caption, t in tables(app).items() if caption.startswith("Antwoorden in maart 2026"))
    links = [cell for row in table["rows"] for cell in row if cell.get("open")]
    assert links
    for cell in links:
        values = {k: v.split() if k == "answers" else v for k, v in cell["open"].items()}
        assert two_months.count(CallFilter.model_validate(values)) == int(cell["text"])
    shown = show("overview_calls", **links[0]["open"])
    assert not shown.exception
    assert shown.title[0].value.startswith(links[0]["text"])


def test_a_changed_address_is_told_in_dutch(show: Show, two_months: Store):
    app = show("overview_calls", since="gisteren")
    assert not app.exception
    assert "Dit adres klopt niet" in app.info[0].value


@pytest.mark.parametrize("section", ["coachen", "terugbellen", "escalatie", "teams"])
def test_every_part_opens(show: Show, two_months: Store, section: str):
    app = pick(show("overview"), "Wat wilt u zien?", section)
    assert not app.exception
    assert not app.error


def test_too_few_calls_show_no_figure(show: Show, store: Store):
    keep(store, 1, GREETED)
    app = show("overview")
    assert "nog te weinig beoordeelde gesprekken" in app.info[0].value
    assert tables(app) == {}


def test_the_sentence_stands_on_start_too(show: Show, two_months: Store):
    app = show("start")
    assert not app.exception
    shown = re.sub(r"\\(.)", r"\1", texts(app))
    assert "Wat is er veranderd?" in [s.value for s in app.header]
    assert "maart 2026" in shown or "februari 2026" in shown


def test_start_leads_to_the_queue_that_is_meant(show: Show, store: Store):
    keep(store, 1, "Goedemorgen meneer, nog iets?", "Ik weet je te vinden!")
    app = show("start")
    app.button(key="naar-ESCALATED").click().run()
    assert not app.exception
    assert app.title[0].value == "Nakijken"


def test_start_has_nothing_to_do_when_nothing_waits(show: Show, store: Store):
    keep(store, 1, GREETED)
    app = show("start")
    waits = [info.value for info in app.info] + [done.value for done in app.success]
    assert any("Begin hiermee" in value or "niets dat nu op u wacht" in value for value in waits)
