"""This module contains verdicts: whether conditions hold, how sure that is, and how they combine."""

from collections.abc import Iterable
from itertools import zip_longest
from typing import NamedTuple

from scoring.scorecard import Evidence

MAX_EVIDENCE = 5


class Verdict(NamedTuple):
    """This represents whether a condition holds (None: cannot be seen), how sure (0–1), and why.

    `evidence`: what shows it best comes first, each measurement in turn.
    """

    holds: bool | None
    confidence: float
    evidence: tuple[Evidence, ...] = ()
    fired: tuple[str, ...] = ()
    value: float | None = None


def all_of(verdicts: list[Verdict]) -> Verdict:
    """All hold: as sure as the least sure. One fails: as sure as the surest failure."""
    against = [v for v in verdicts if v.holds is False]
    if against:
        return _joined(False, against, max(v.confidence for v in against), verdicts)
    unknown = [v for v in verdicts if v.holds is None]
    if unknown:
        return _joined(None, unknown, min(v.confidence for v in unknown), verdicts)
    return _joined(True, verdicts, min(v.confidence for v in verdicts), verdicts)


def any_of(verdicts: list[Verdict]) -> Verdict:
    """One holds: as sure as the surest. None does: as sure as the least sure of them."""
    for_it = [v for v in verdicts if v.holds]
    if for_it:
        return _joined(True, for_it, max(v.confidence for v in for_it), verdicts)
    unknown = [v for v in verdicts if v.holds is None]
    if unknown:
        return _joined(None, unknown, min(v.confidence for v in unknown), verdicts)
    return _joined(False, verdicts, min(v.confidence for v in verdicts), verdicts)


def negated(verdict: Verdict) -> Verdict:
    """The opposite, as sure as before; what cannot be seen stays unseen."""
    return verdict._replace(holds=None if verdict.holds is None else not verdict.holds)


def _joined(holds: bool | None, main: list[Verdict], sure: float, every: list[Verdict]) -> Verdict:
    rows = zip_longest(*(v.evidence for v in main))
    evidence = tuple({(e.turn, e.start, e.end): e for row in rows for e in row if e is not None}.values())
    fired = tuple(dict.fromkeys(f for v in main for f in v.fired))
    value = next((v.value for v in [*main, *every] if v.value is not None), None)
    return Verdict(holds, sure, evidence[:MAX_EVIDENCE], fired, value)


def unique(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """The evidence in order of place, each once, at most as many as are kept."""
    kept = {(e.turn, e.start, e.end): e for e in evidence}
    return tuple(kept[place] for place in sorted(kept)[:MAX_EVIDENCE]) if kept else ()
