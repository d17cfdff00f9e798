"""Speed of the overview of a year with many calls, as the screen asks for it.

Run `python -m benchmarks.overview [--calls 100000] [--times 20]`. It fills an SQLite database in a temporary
folder (about 2 GB at 100,000 calls) with the builder of `benchmarks.queues`, spread over one year.
"""

import argparse
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from benchmarks.queues import fill, measure
from scoring.insight.coaching import to_coach
from scoring.insight.overview import overview
from scoring.insight.periods import Unit, period_of
from scoring.insight.promises import Standing, ledger, promises
from scoring.insight.scope import Scope, known
from scoring.rubric import Rubric, load_norms, load_rubric
from scoring.settings import ROOT, Settings
from scoring.store import Store, open_store

MINUTES = 366 * 24 * 60
LIMIT = 1.5
"""Seconds, for the 95th percentile of the overview of a year."""


def reads(store: Store, rubric: Rubric) -> Iterator[tuple[str, Callable[[], object]]]:
    """Every read that the screen makes, by name."""
    last = period_of(date(2024, 12, 15), Unit.MONTH)
    month = Scope(rubric="vijf_b", period=last)
    team = month.model_copy(update={"team": "Wmo"})
    quarter = month.model_copy(update={"period": period_of(date(2024, 12, 15), Unit.QUARTER)})
    seen = overview(store, month, rubric, 5)
    assert sum(point.n for point in seen.history) > 0.99 * store.count(), "the whole year must be counted"
    yield "what there is to choose from", lambda: known(store)
    yield "a year by month", lambda: overview(store, month, rubric, 5)
    yield "a year by month, one team", lambda: overview(store, team, rubric, 5)
    yield "a year by quarter", lambda: overview(store, quarter, rubric, 5)
    yield "what to coach", lambda: to_coach(store, seen, rubric)
    yield "promises, counted", lambda: ledger(store, quarter, date(2024, 12, 1))
    yield "promises, listed", lambda: promises(store, quarter, Standing.OVERDUE, date(2024, 12, 1))
    first = seen.criteria[0]
    answer = next(iter(first.answers))
    yield "the calls behind one figure", lambda: store.calls(month.answered(first.name, answer), limit=2000)
    yield "how many calls behind one figure", lambda: store.count(month.answered(first.name, answer))


def main() -> None:
    """Calling this fills a database and measures every read; exit code 1 when the year takes too long."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--calls", type=int, default=100_000)
    parser.add_argument("--times", type=int, default=20)
    asked = parser.parse_args()
    rubric = load_rubric(ROOT / "rubrics" / "vijf_b.yaml")
    norms = load_norms("1stroom", ROOT / "rubrics" / "normen")
    with tempfile.TemporaryDirectory() as name:
        settings = Settings(data_folder=Path(name))
        open_store(settings).close()
        fill(Path(name), asked.calls, rubric, norms, apart=MINUTES / asked.calls)
        print(f"{asked.calls} calls in a year\n\n| {'read':34} | median ms | p95 ms |\n|---|---|---|")
        with open_store(settings) as store:
            found = {what: measure(what, read, asked.times) for what, read in reads(store, rubric)}
    worst = max(found[what] for what in found if what.startswith("a year"))
    print(f"\nOverview of a year, 95th percentile: {worst:.2f} s (limit {LIMIT} s)")
    raise SystemExit(worst > LIMIT)


if __name__ == "__main__":
    main()
