"""This module contains the trying out of a draft: on its own examples and on kept calls; nothing is kept of it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from scoring.effect import Effect, call_effect
from scoring.examples import Tried, tried
from scoring.pipeline import score_transcript
from scoring.rubric import Norms, Rubric, load_norms
from scoring.store import Store

Report = Callable[[int, int], None]
"""Called with: how many calls are done, of how many."""


def on_examples(rubric: Rubric, criterion: str, norms: str, folder: Path) -> tuple[Tried, ...]:
    """Every example of a criterion with the answer that the rubric gives it now."""
    return tuple(tried(rubric, rubric.criterion(criterion), load_norms(norms, folder), folder))


def on_calls(
    store: Store,
    ids: Sequence[str],
    before: Rubric,
    after: Rubric,
    norms: str,
    folders: tuple[Path, Path],
    report: Report | None = None,
) -> Effect:
    """What the draft would do to these calls: the latest transcript of each, judged by both versions now.

    Each call keeps its norm profile; `norms` is for one whose profile is gone, `folders` hold the profiles of
    before and after.
    """
    found = []
    for number, call_id in enumerate(ids):
        if report:
            report(number, len(ids))
        call, transcript = store.call(call_id), store.transcript(call_id)
        if not transcript.roles.certain:
            continue
        card = store.machine_scorecard(call_id)
        name = card.norms if card else norms
        old, new = (
            score_transcript(call, transcript, rubric, _norms(name, norms, folder))
            for rubric, folder in zip((before, after), folders, strict=True)
        )
        found.append(call_effect(old, new, call.called_at))
    return Effect(calls=tuple(found))


def _norms(name: str, otherwise: str, folder: Path) -> Norms:
    known = (folder / f"{name}.yaml").is_file()
    return load_norms(name if known else otherwise, folder)
