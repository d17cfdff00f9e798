"""This module contains names that recognition cut: in two ("hoek sema"), or off from the title or greeting before them."""

import re
from collections.abc import Collection
from itertools import pairwise

from scoring.language.heard_name import same_sound
from scoring.language.text import TurnText

_SHORT = 5
_SHORTEST_WHOLE = 6
"""A name of fewer letters is hardly heard as two words: "de boer" is not Deboer."""
_HAILS = frozenset("dag hoi hallo bedankt welkom goedemorgen goedemiddag goedenavond goedendag".split())
"""Behind one of these and a title the caller's name is a greeting, even where a full stop was heard before it."""
_SPELLED = re.compile(r" (?:met (?:een )?(?:\w |dubbel)|dubbel|zonder|spel\w*|schrijf\w*) ?")
"""What follows a name that is spelled back: "Cijntje, met een c"."""


def cut_name(turn: TurnText, at: int, names: frozenset[str]) -> int | None:
    """Where the caller's name ends that recognition cut in two, or off from its greeting."""
    if sentence_starts(turn, at):
        return at + 1 if turn.words[at] in names and _hailed(turn, at) else None
    return _in_halves(turn, at, names)


def _hailed(turn: TurnText, at: int) -> bool:
    """Whether a full stop cut the name off from its greeting: "Goedemorgen meneer. Dijkstra. Wat is er?"."""
    stopped = turn.text[turn.spans[at][1] :].lstrip()[:1] in {"", ".", ","}
    before = turn.words[at - 2 : at - 1]
    hailed = not _HAILS.isdisjoint(before) and not spelled_back(turn, at)
    return hailed and stopped and "?" not in turn.text[turn.spans[at - 1][1] : turn.spans[at][0]]


def was_said(part: str, spoken: str) -> bool:
    """Whether the caller said this word, perhaps cut in two; a short one must not be the start of another."""
    whole = r"\b" if len(part) < _SHORT else ""
    return re.search(r"\b" + " ?".join(map(re.escape, part)) + whole, spoken) is not None


def sentence_starts(turn: TurnText, i: int) -> bool:
    """Whether a sentence ended before this word; the dot of "mevr." ends none."""
    start, end = turn.spans[i - 1]
    between = turn.text[end : turn.spans[i][0]]
    return any(c in between for c in "!?") or ("." in between and end - start > len("mevr"))


def spelled_back(turn: TurnText, i: int) -> bool:
    """Whether the spelling of this word comes behind it."""
    return _SPELLED.match(f" {' '.join(turn.words[i + 1 : i + 4])} ") is not None


def _in_halves(turn: TurnText, at: int, names: Collection[str]) -> int | None:
    """Where a name ends that recognition cut in two here: "meneer hoek sema" calls Hoekzema."""
    halves, spans = turn.words[at : at + 2], turn.spans[at - 1 : at + 2]
    apart = (turn.text[a:b] for (_, a), (b, _) in pairwise(spans))
    whole = "".join(halves)
    if len(halves) < 2 or any(gap.strip() not in {"", "-"} for gap in apart):
        return None
    long = (name for name in names if len(name) >= _SHORTEST_WHOLE)
    return at + 2 if any(same_sound(whole, name) for name in long) else None
