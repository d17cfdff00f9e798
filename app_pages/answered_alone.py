"""This module contains the list that a person answers without seeing what the tool or others answered."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from app_pages import answer_list, answers, dutch
from scoring.rubric import Rubric
from scoring.scorecard import Answer


class OwnAnswer(Protocol):
    """This represents what a person answered before, with the remark beside it."""

    @property
    def answer(self) -> str | None:
        """The answer; None where only something was remarked."""

    @property
    def text(self) -> str:
        """The remark; empty when there is none."""


def items(
    criteria: Iterable[str], own: Mapping[tuple[str, str], OwnAnswer], call_id: str, rubric: Rubric
) -> list[dict[str, object]]:
    """A line for each criterion, with the person's own answer in this call; `own` by call and criterion."""
    titles = {d.id: d.title for d in rubric.dimensions}
    known = {c.id: c for c in rubric.criteria}
    found = []
    for name in criteria:
        mine, criterion = own.get((call_id, name)), known.get(name)
        look = answers.LOOKS[Answer(mine.answer)].word if mine and mine.answer else ""
        found.append(
            answer_list.item(
                name,
                titles.get(name.partition(".")[0], ""),
                criterion.question if criterion else dutch.label(name),
                guidance=list(criterion.guidance) if criterion else [],
                answer=mine.answer if mine else None,
                fields={"note": mine.text if mine else ""},
                history=[f"{look}. {mine.text}".strip()] if mine else [],
            )
        )
    return found
