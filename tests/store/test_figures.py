"""What every call adds to the figures: always what counts now, also after an old database is opened."""

from importlib import import_module
from pathlib import Path

import pytest
from kept_calls import a_call, a_result, a_scorecard, a_transcript
from sqlalchemy import select

from scoring.scorecard import Answer, Callback, DimensionScore
from scoring.settings import Settings
from scoring.store import CallFilter, Store, open_store
from scoring.store.figures import FigureTable, LayoutTable

PROMISE = Callback(term="morgen", due="2026-01-16", working_days=1, accepted=True)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data_folder=tmp_path)


def lines(store: Store) -> list[dict[str, object]]:
    names = [c.name for c in FigureTable.__table__.columns if c.name != "layout_id"]
    query = select(FigureTable, LayoutTable).join(LayoutTable).order_by(FigureTable.call_id)
    with store.transaction(reading=True) as session:
        return [
            {name: getattr(line, name) for name in names}
            | {"criteria": layout.criteria, "dimensions": layout.dimensions}
            for line, layout in session.execute(query)
        ]


def fill(store: Store) -> None:
    for number, fields in enumerate(
        (
            {"callback": PROMISE},
            {"level": 3},
            {"dimensions": {"bekend": DimensionScore(score=None, coverage=0)}, "grade": None},
        )
    ):
        call = a_call(number, called_at="2026-01-15T23:30", team="KCC")
        store.save(call, a_transcript(call), demo=number == 1)
        store.add_scorecard(a_scorecard(call, **fields))
    undated = a_call(7, called_at=None)
    store.save(undated, a_transcript(undated))
    store.add_scorecard(a_scorecard(undated))
    doubtful = a_call(8)
    store.save(doubtful, a_transcript(doubtful, confidence=0.4))


def test_every_judged_call_has_one_line(settings):
    with open_store(settings) as store:
        fill(store)
        found = lines(store)
    assert [line["call_id"] for line in found] == [
        "gesprek-0000",
        "gesprek-0001",
        "gesprek-0002",
        "gesprek-0007",
    ]
    first, second, third, undated = found
    assert first["criteria"] == "bekend.naam_beller beleefd.begroeting beleefd.toon"
    assert first["answers"] == "pyh"
    assert first["dimensions"] == "bekend beleefd bereikbaar"
    assert first["scores"] == "07220500" + "1000" + "...."
    assert (first["day"], first["demo"], first["due"], first["callback"]) == (
        "2026-01-15",
        False,
        "2026-01-16",
        True,
    )
    assert (second["demo"], second["escalation"], second["callback"]) == (True, 3, None)
    assert third["scores"] == "........"
    assert undated["day"] is None


def test_a_new_judgement_replaces_the_line_and_the_old_one_does_not_count(settings):
    with open_store(settings) as store:
        fill(store)
        call = store.call("gesprek-0000")
        answers = (a_result("beleefd.begroeting", Answer.NO),)
        store.add_scorecard(a_scorecard(call, results=answers))
        line = lines(store)[0]
        assert (line["criteria"], line["answers"], line["callback"]) == ("beleefd.begroeting", "n", None)
        assert store.count(CallFilter(criterion="beleefd.begroeting", answers=(Answer.NO,))) == 1
        assert store.count(CallFilter(criterion="beleefd.begroeting")) == 4
        assert store.count(CallFilter(criterion="bekend.naam_beller")) == 3
        assert store.count(CallFilter(dated=False, criterion="bekend.naam_beller")) == 1
        assert store.count(CallFilter(escalation_level=3)) == 1


def test_a_new_text_without_judgement_takes_the_call_out(settings):
    with open_store(settings) as store:
        fill(store)
        store.confirm_roles("gesprek-0000", swapped=True)
        assert "gesprek-0000" not in [line["call_id"] for line in lines(store)]


def test_deleting_a_call_takes_its_line_along(settings):
    with open_store(settings) as store:
        fill(store)
        store.delete("gesprek-0001")
        assert "gesprek-0001" not in [line["call_id"] for line in lines(store)]


def test_an_older_database_is_counted_when_it_is_opened(settings):
    """What the migration works out by itself is what the store works out call by call."""
    migration = import_module("scoring.store.migrations.versions.0005_figures")
    with open_store(settings) as store:
        fill(store)
        expected = lines(store)
        with store._engine.begin() as connection:
            connection.exec_driver_sql("DELETE FROM call_figures")
            connection.exec_driver_sql("DELETE FROM figure_layouts")
            migration._count_what_is_there(connection)
        assert lines(store) == expected
