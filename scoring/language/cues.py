"""This module contains cues: phrases that say outright what a turn does, as people who know Dutch listed them.

A wording that no labelled call holds (“ik zit met de handen in het haar”) still makes its intent likelier. By how
much is fixed, not learned: who lists phrases knows the labelled calls, so these would trust the lists too much.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scoring.language.features import Floats
from scoring.language.phrases import PhraseSet

KINDS = ("strong", "weak", "unless")
"""Says it outright; says it about half of the time; and what makes a phrase of the other two say nothing."""

_STRONG, _WEAK = 3.5, 1.0
"""What a phrase of each kind adds to the log odds of the first reading. Chosen so that in calls the lists were made
without, what both readings then say of such turns is right as often as they say (strong 0.85, weak 0.5)."""


_LINES_KEPT = 20_000
"""Of so many lines is remembered, as a number, that they hold nothing; then it starts again."""


class Cue(NamedTuple):
    """This represents one phrase: of which intent, and of which of its three lists (0–2, see `KINDS`)."""

    intent: str
    kind: int
    phrase: str


class Cues:
    """This represents the phrases that make these intents likelier; those of other intents are left out."""

    def __init__(self, cues: Iterable[Cue], intents: Sequence[str]) -> None:
        self.kept = tuple(cue for cue in cues if cue.intent in intents)
        self._intents = len(intents)
        self._places: dict[str, list[tuple[int, int]]] = {}
        for cue in self.kept:
            self._places.setdefault(cue.phrase, []).append((cue.kind, intents.index(cue.intent)))
        self._phrases = PhraseSet(self._places)
        self._silent: set[int] = set()

    def silent(self, line: str) -> bool:
        """Whether this line was read before and holds no phrase, so that its parts hold none either."""
        return hash(line) in self._silent

    def _remember(self, lines: Sequence[str], said: NDArray[np.bool_]) -> None:
        if len(self._silent) > _LINES_KEPT:
            self._silent = set()
        self._silent.update(hash(line) for line, some in zip(lines, said, strict=True) if not some)

    def log_odds(self, lines: Sequence[str]) -> Floats:
        """What the phrases in each line (standard words) add to the log odds: lines × intents."""
        found = np.zeros((len(KINDS), len(lines), self._intents), dtype=bool)
        for line, phrase in self._phrases.occurring(lines):
            for kind, intent in self._places[phrase]:
                found[kind, line, intent] = True
        self._remember(lines, np.asarray(found.any(axis=(0, 2))))
        strong, weak, unless = found
        return np.where(unless, 0.0, np.where(strong, _STRONG, np.where(weak, _WEAK, 0.0)))
