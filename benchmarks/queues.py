"""Speed of lists, queues and the call page with many calls, as a screen reads them.

Run `python -m benchmarks.queues [--calls 100000] [--times 40]`. It fills an SQLite database in a temporary
folder (about 2 GB at 100,000 calls) and prints the median and the 95th percentile of every read.
"""

import argparse
import json
import random
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from typing import Any

from scoring import intake
from scoring.aggregate import aggregate
from scoring.call import Call, Transcript
from scoring.review.reviewing import agree, finish, give, open_review
from scoring.rubric import Norms, Rubric, load_norms, load_rubric
from scoring.scorecard import Answer, CriterionResult, Escalation, Evidence, Scorecard
from scoring.settings import ROOT, Settings
from scoring.store import CallFilter, Given, Queue, ReviewState, Status, Store, open_store
from scoring.store.figures import LETTERS, packed

DEMO = ROOT / "scoring" / "demo" / "demo-2-paspoort-spoed.json"
START = datetime(2024, 1, 1, 9, 0, tzinfo=UTC)
TEAMS = ("KCC", "Burgerzaken", "Wmo", "Belastingen")
CHUNK = 2000
ANSWERS = ("yes", "yes", "yes", "partial", "no", "na")
SHARE_SETTLED = 0.3
"""Few, so that the queues are long."""
Row = tuple[object, ...]


def fill(folder: Path, count: int, rubric: Rubric, norms: Norms, apart: float = 9) -> int:
    """Calling this makes the database (a call every `apart` minutes); answers how many results it holds."""
    read = intake.read(DEMO, Settings(data_folder=folder))
    assert read.transcript is not None
    transcript, call = read.transcript.model_dump_json(), read.call.model_dump(mode="json")
    card = _card(read.call, read.transcript, rubric, norms).model_dump(mode="json")
    connection = sqlite3.connect(folder / "klankbord.db")
    connection.execute("PRAGMA journal_mode=OFF")
    connection.execute("PRAGMA synchronous=OFF")
    dice = random.Random(7)
    criteria = " ".join(sorted(result["criterion"] for result in card["results"]))
    layout = (1, "k", "vijf_b", "1.0.0", "1stroom", criteria, " ".join(sorted(card["dimensions"])))
    connection.execute("INSERT INTO figure_layouts VALUES (?,?,?,?,?,?,?)", layout)
    for first in range(0, count, CHUNK):
        rows = [
            _call(number, call, card, transcript, dice, apart)
            for number in range(first, min(first + CHUNK, count))
        ]
        for table in (
            "calls",
            "transcripts",
            "scorecards",
            "criterion_results",
            "review_answers",
            "review_steps",
            "answer_pairs",
            "call_states",
            "call_figures",
        ):
            values = [row for made in rows for row in made[table]]
            if values:
                marks = ",".join("?" * len(values[0]))
                connection.executemany(f"INSERT INTO {table} VALUES ({marks})", values)
    connection.commit()
    connection.execute("PRAGMA journal_mode=WAL")
    (results,) = connection.execute("SELECT count(*) FROM criterion_results").fetchone()
    connection.close()
    return int(results)


def _card(call: Call, transcript: Transcript, rubric: Rubric, norms: Norms) -> Scorecard:
    """A scorecard as long as a real one: an answer to every criterion, with a reason and quotes."""
    quotes = tuple(Evidence.cut(turn.text, index) for index, turn in enumerate(transcript.turns[:3]))
    results = [
        CriterionResult(
            criterion=criterion.id,
            answer=Answer.HUMAN if criterion.mode == "human" else Answer.YES,
            mode=criterion.mode,
            confidence=0.9,
            evidence=quotes,
            reason=f"De medewerker deed dit: {quotes[0].quote}",
            proposal=index == 3,
        )
        for index, criterion in enumerate(rubric.criteria)
    ]
    return aggregate(call, rubric, norms, results, Escalation(level=0), START)


def _call(
    number: int,
    call: dict[str, object],
    card: dict[str, Any],
    transcript: str,
    dice: random.Random,
    apart: float,
) -> dict[str, list[Row]]:
    """All rows of one call; a settled one also has the scorecard of people and what they answered."""
    name, at = f"gesprek-{number:07}", f"{START + timedelta(minutes=apart * number):%Y-%m-%d %H:%M:%S}"
    grade, level = round(dice.uniform(4, 10), 1), dice.choices((0, 1, 2, 3, 4), (80, 10, 6, 3, 1))[0]
    settled = dice.random() < SHARE_SETTLED
    numbers = [number * 2 + 1, number * 2 + 2][: 1 + settled]
    agent, team = f"M-{dice.randint(1, 80):02}", dice.choice(TEAMS)
    record = json.dumps(card | {"call_id": name, "grade": grade})
    scores = {name: round(dice.uniform(30, 100), 1) for name in sorted(card["dimensions"])}
    results: list[Row] = []
    pairs: list[Row] = []
    for index in numbers:
        for result in card["results"]:
            answer, criterion = dice.choice(ANSWERS), result["criterion"]
            proposal = index == numbers[0] and dice.random() < 0.01
            results.append((index, criterion, answer, result["mode"], 0.9, proposal))
    if settled:
        pairs = [
            (None, name, numbers[0], c, dice.choice(ANSWERS), "yes", "Marit de Boer", at)
            for c in dice.sample([r["criterion"] for r in card["results"]], 4)
        ]
    proposals = sum(bool(row[5]) for row in results) * (not settled)
    state = ReviewState.FINAL if settled else ReviewState.OPEN
    cards: list[Row] = [
        (
            n,
            name,
            number + 1,
            "vijf_b",
            "1.0.0",
            "ab",
            "1stroom",
            "1",
            at,
            70.0,
            grade,
            json.dumps(scores),
            level,
            n == numbers[0],
            record,
        )
        for n in numbers
    ]
    letters = {str(c): LETTERS[Answer(str(a))] for index, c, a, *_ in results if index == numbers[-1]}
    day, promised = at[:10], dice.random() < 0.2
    figure = (name, 1, False, day, team, agent, level, "".join(letters[c] for c in sorted(letters)),
              "".join(packed(score) for score in (70.0, *scores.values())), True if promised else None,
              day if promised else None, 1 if promised else None)  # fmt: skip
    about = {"call_id": name, "scorecard": numbers[0], "reviewer": "Marit de Boer"}
    done = json.dumps(about | {"kind": "afgerond", "at": at, "final": numbers[-1]})
    step = (None, name, numbers[0], "afgerond", "Marit de Boer", at, numbers[-1], done)
    said: list[Row] = [
        (None, name, numbers[0], pair[3], "Marit de Boer", at, pair[4], "yes", False, json.dumps(
            about | {"criterion": pair[3], "answer": "yes", "machine": pair[4], "reviewed_at": at, "reason": "Zo hoor ik het."}))
        for pair in pairs
    ]  # fmt: skip
    return {
        "calls": [(name, f"{name}.json", at, "in", "Gemeente Voorbeeldstad", team, agent, None, False, None, at,
                   json.dumps(call | {"id": name, "agent": agent, "team": team}), f"{name} {agent.lower()} paspoort " * 20)],
        "transcripts": [(number + 1, name, 1, "ingelezen", True, at, transcript)],
        "scorecards": cards,
        "criterion_results": results,
        "review_answers": said,
        "review_steps": [step] if settled else [],
        "answer_pairs": pairs,
        "call_figures": [figure],
        "call_states": [(name, number + 1, True, numbers[0], numbers[-1], state.value, level >= 3, level, grade,
                         proposals, int(dice.random() < 0.001), at)],
    }  # fmt: skip


def reads(store: Store, count: int, settings: Settings) -> Iterator[tuple[str, Callable[[], object]]]:
    """Every read that a screen makes, by name."""
    dice = random.Random(11)

    def one() -> str:
        return f"gesprek-{dice.randrange(count):07}"

    def page() -> None:
        call_id = one()
        store.call(call_id), store.transcript(call_id), store.scorecard(call_id)
        store.transcript_versions(call_id)
        open_review(store, call_id, settings)

    yield "list, first page", lambda: store.calls(limit=50)
    yield "list, page 400", lambda: store.calls(limit=50, offset=20_000)
    yield "list, one team below 5,5", lambda: store.calls(CallFilter(team="Wmo", grade_below=5.5), limit=50)
    yield "list, one agent", lambda: store.calls(CallFilter(agent="M-07"), limit=50)
    yield "list, search in the text", lambda: store.calls(CallFilter(search="paspoort m-07"), limit=50)
    yield "count, all", store.count
    yield "count, not judged", lambda: store.count(CallFilter(status=Status.UNSCORED))
    yield "start page: attention", store.attention
    for which in Queue:
        yield f"queue ‘{which.value}’", lambda which=which: store.queue(which, limit=50)  # type: ignore[misc]
    yield (
        "queue ‘te beoordelen’, one team",
        lambda: store.queue(Queue.REVIEW, CallFilter(team="Wmo"), limit=50),
    )
    yield "queues, all counts", store.queue_counts
    yield "queues, all counts of one team", lambda: store.queue_counts(CallFilter(team="Wmo"))
    yield "call page", page
    yield "machine against people", store.trust


def write_and_finish(store: Store, rubric: Rubric, norms: Norms, settings: Settings) -> Callable[[], object]:
    """A whole review: every answer that is asked for, then finish."""
    waiting = iter(store.queue(Queue.REVIEW, limit=200))

    def review() -> None:
        call_id = next(waiting).id
        for item in open_review(store, call_id, settings).items:
            if item.required and item.machine.answer == "human":
                give(store, call_id, Given(criterion=item.criterion, answer="yes"), "Omar Haddad", settings)
            elif item.required:
                agree(store, call_id, item.criterion, "Omar Haddad", settings)
        finish(store, call_id, "Omar Haddad", rubric, norms, settings)

    return review


def measure(name: str, read: Callable[[], object], times: int) -> float:
    """Calling this prints how long a read takes, and answers its 95th percentile in seconds."""
    seconds = []
    for _ in range(times):
        start = perf_counter()
        read()
        seconds.append(perf_counter() - start)
    p95 = quantiles(seconds, n=20)[-1]
    print(f"| {name:34} | {1000 * median(seconds):8.0f} | {1000 * p95:8.0f} |", flush=True)
    return p95


def main() -> None:
    """Calling this fills a database and measures every read."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--calls", type=int, default=100_000)
    parser.add_argument("--times", type=int, default=40)
    asked = parser.parse_args()
    rubric = load_rubric(ROOT / "rubrics" / "vijf_b.yaml")
    norms = load_norms("1stroom", ROOT / "rubrics" / "normen")
    with tempfile.TemporaryDirectory() as name:
        settings = Settings(data_folder=Path(name))
        open_store(settings).close()
        start = perf_counter()
        results = fill(Path(name), asked.calls, rubric, norms)
        size = (Path(name) / "klankbord.db").stat().st_size / 1e9
        print(
            f"{asked.calls} calls, {results} results, {size:.1f} GB, made in {perf_counter() - start:.0f} s\n"
        )
        print(f"| {'read':34} | median ms | p95 ms |\n|---|---|---|")
        with open_store(settings) as store:
            worst = max(
                measure(what, read, asked.times) for what, read in reads(store, asked.calls, settings)
            )
            measure("a whole review, written", write_and_finish(store, rubric, norms, settings), asked.times)
        print(f"\nSlowest read, 95th percentile: {worst:.2f} s")


if __name__ == "__main__":
    main()
