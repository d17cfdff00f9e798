"""Two months of invented calls of three teams, with answers that differ per month."""

import random
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from kept_calls import a_call, a_result, a_transcript

from scoring.aggregate import aggregate
from scoring.rubric import Rubric, load_norms, load_rubric
from scoring.scorecard import Answer, Callback, Escalation, Evidence
from scoring.settings import ROOT, Settings
from scoring.store import Store, open_store

NORMS = load_norms("1stroom", ROOT / "rubrics" / "normen")
TEAMS = ("Balie", "KCC", "Wmo")
CALLS = 90


@pytest.fixture(scope="session")
def small() -> Rubric:
    return load_rubric(ROOT / "tests" / "app" / "rubriek" / "klein.yaml")


def keep(
    store: Store, rubric: Rubric, number: int, at: datetime | None, answers: dict[str, Answer], **fields
) -> None:
    """Keeps a judged call with these answers, n.v.t. for the rest."""
    level, callback = fields.pop("level", 0), fields.pop("callback", None)
    demo = fields.pop("demo", False)
    call = a_call(number, called_at=at, **fields)
    transcript = a_transcript(call)
    quote = Evidence.cut(transcript.turns[0].text, 0, 0, 12)
    results = [
        a_result(c.id, answers.get(c.id, Answer.NOT_APPLICABLE), evidence=(quote,)) for c in rubric.criteria
    ]
    card = aggregate(call, rubric, NORMS, results, Escalation(level=level), datetime(2026, 3, 1), callback)
    store.save(call, transcript, demo=demo)
    store.add_scorecard(card)


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory, small: Rubric) -> Iterator[Store]:
    """January, and February in which everything but the greeting went as before."""
    folder: Path = tmp_path_factory.mktemp("overzicht")
    dice = random.Random(3)
    with open_store(Settings(data_folder=folder)) as store:
        for number in range(CALLS):
            february = number % 2
            at = datetime(2026, 1 + february, 1 + dice.randrange(28), dice.randrange(24), 30)
            answers = {c.id: dice.choice(list(Answer)) for c in small.criteria}
            greeted = Answer.YES if february or dice.random() < 0.2 else Answer.NO
            answers["beleefd.begroeting"] = greeted
            promise = Callback(
                due=f"2026-02-{1 + number % 28:02}", working_days=number % 8, accepted=number % 3 > 0
            )
            team = TEAMS[0] if number < 3 else TEAMS[1 + number // 2 % 2]
            agent = "M-09" if team == "Wmo" else f"M-{number % 4}"
            keep(store, small, number, at, answers, team=team, agent=agent, level=number % 5,
                 callback=promise if number % 4 == 0 else None)  # fmt: skip
        keep(store, small, 500, None, {"beleefd.begroeting": Answer.NO}, team="KCC")
        keep(
            store, small, 501, datetime(2026, 2, 3), {"beleefd.begroeting": Answer.NO}, team="KCC", demo=True
        )
        # another day in UTC than in the Netherlands: belongs to February
        keep(store, small, 502, datetime(2026, 2, 1, 0, 30), {"beleefd.begroeting": Answer.YES}, team="KCC")
        yield store
