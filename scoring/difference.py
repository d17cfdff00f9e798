"""This module contains what changed between two scorecards of one call."""

from scoring.record import Record
from scoring.scorecard import POINTS, Answer, Scorecard


class Changed(Record):
    """This represents a criterion whose answer changed; None where a scorecard does not have it."""

    criterion: str
    before: Answer | None
    after: Answer | None

    @property
    def better(self) -> bool | None:
        """Whether the new answer is worth more; None where one of them is worth nothing (such as n.v.t.)."""
        if self.before is None or self.after is None or {self.before, self.after} - POINTS.keys():
            return None
        return POINTS[self.after] > POINTS[self.before]


def changed(before: Scorecard, after: Scorecard) -> tuple[Changed, ...]:
    """Every criterion that got another answer, in the order of the new scorecard."""
    old = {result.criterion: result.answer for result in before.results}
    new = {result.criterion: result.answer for result in after.results}
    names = [*new, *(name for name in old if name not in new)]
    found = (Changed(criterion=name, before=old.get(name), after=new.get(name)) for name in names)
    return tuple(one for one in found if one.before != one.after)
