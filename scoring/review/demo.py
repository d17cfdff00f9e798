"""This module contains the people of the demo calls: reviews, a dispute, a calibration and a sample, invented."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

import scoring
from scoring.review.calibration import add_note, close, decide, give_score, open_session, ready, sessions
from scoring.review.disputes import acknowledge, agent_file, dispute, disputes_of, self_assess
from scoring.review.reviewing import agree, find_quote, finish, give, open_review
from scoring.review.sampling import SampleRequest, draw_sample, samples
from scoring.rubric import Norms, Rubric
from scoring.scorecard import Answer
from scoring.settings import Settings
from scoring.store import ESCALATION, CallFilter, Given, ReviewState, Store

DECISIONS = Path(scoring.__file__).parent / "demo" / "beslissingen.yaml"
Told = dict[str, Any]


class _Demo:
    """This represents the demo calls in a store, by the name of their file."""

    def __init__(self, store: Store, rubric: Rubric, norms: Norms, settings: Settings, now: datetime) -> None:
        self.store, self.rubric, self.norms, self.settings = store, rubric, norms, settings
        self.now = now
        self.calls = {row.source: row for row in store.calls(CallFilter(demo=True))}

    def review(self, told: Told) -> None:
        """One reviewed call, as far as `told` goes; nothing when someone already reviewed it."""
        row = self.calls.get(told["call"])
        if row is None or row.review is not ReviewState.OPEN:
            return
        who, at = told["reviewer"], self.now - timedelta(days=3)
        transcript = self.store.transcript(row.id)
        for said in told["said"]:
            quotes = (find_quote(transcript, said["quote"]),) if "quote" in said else ()
            fields = {key: value for key, value in said.items() if key != "quote"}
            given = Given.model_validate({"reason": said.get("note", ""), "evidence": quotes} | fields)
            give(self.store, row.id, given, who, self.settings, at)
        if told["finish"]:
            for criterion in open_review(self.store, row.id, self.settings).missing:
                agree(self.store, row.id, criterion, who, self.settings, at)
            finish(self.store, row.id, who, self.rubric, self.norms, self.settings, at)

    def dispute(self, told: Told) -> None:
        """The agent's own judgement, and a dispute that waits for an answer."""
        row = self.calls.get(told["call"])
        if row is None or row.agent is None or disputes_of(self.store, row.id):
            return
        file = agent_file(self.store, row.id, row.agent, self.settings)
        if not file.settled:
            return
        at = self.now - timedelta(days=1)
        if file.assessment is None:
            answers = {name: Answer(answer) for name, answer in told["assessment"].items()}
            self_assess(self.store, row.id, row.agent, answers, self.settings, told["note"], at)
        acknowledge(self.store, row.id, row.agent, self.settings, now=at)
        about = (told["criterion"], told["reason"])
        dispute(self.store, row.id, row.agent, *about, self.settings, at)

    def calibration(self, told: Told) -> None:
        """A closed session with a remark and a decision."""
        calls = [self.calls[name].id for name in told["calls"] if name in self.calls]
        if len(calls) < len(told["calls"]) or any(s.title == told["title"] for s in sessions(self.store)):
            return
        people, at = told["reviewers"], self.now - timedelta(days=2)
        opened = (told["title"], calls, people, self.rubric, people[0], list(told["answers"]))
        number = open_session(self.store, *opened, at).id
        for criterion, rows in told["answers"].items():
            for call_id, row in zip(calls, rows, strict=True):
                for who, answer in zip(people, row, strict=True):
                    give_score(self.store, number, who, call_id, criterion, Answer(answer), now=at)
        for who in people:
            ready(self.store, number, who, at)
        close(self.store, number, people[0], now=at)
        note, decided = told["note"], told["decision"]
        where = (self.calls[note["call"]].id, note["criterion"])
        add_note(self.store, number, *where, note["person"], note["text"], at)
        decide(self.store, number, decided["criterion"], decided["person"], decided["text"], now=at)

    def sample(self, told: Told) -> None:
        """A random sample of the demo calls."""
        if not any(one.request.title == told["title"] for one in samples(self.store)):
            request = SampleRequest(
                title=told["title"], seed=told["seed"], size=told["size"], where=CallFilter(demo=True)
            )
            draw_sample(self.store, request, told["drawn_by"], self.settings)


def add_people(
    store: Store, rubric: Rubric, norms: Norms, settings: Settings, now: datetime | None = None
) -> None:
    """Calling this adds what people decided about the demo calls; what is there already stays as it is.

    It is about the criteria of the rubric that comes with Klankbord: with another one nothing is added.
    """
    told = YAML(typ="safe").load(DECISIONS.read_text(encoding="utf-8"))
    said = {one["criterion"] for review in told["reviews"] for one in review["said"]} - {ESCALATION}
    if not (said | set(told["calibration"]["answers"])) <= {criterion.id for criterion in rubric.criteria}:
        return
    demo = _Demo(store, rubric, norms, settings, now or datetime.now(UTC))
    for one in told["reviews"]:
        demo.review(one)
    demo.dispute(told["dispute"])
    demo.calibration(told["calibration"])
    demo.sample(told["sample"])
