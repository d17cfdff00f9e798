"""This module contains the caller's name where the employee says it first and the caller confirms it."""

import re
from itertools import pairwise

from scoring.language.names import PARTICLES, name_at, ordinary
from scoring.language.text import TurnText

_IN_THE_NAME = re.compile(
    r" (?:op|onder) (?:de )?naam (?:van )?(?!(?:van|uw|je|jouw|wie|welke|het|een|mijn) )(?=\w)"
)
_YES = re.compile(r" (?:ja|jawel|jazeker|klopt|inderdaad|correct|precies) ")
_NO = re.compile(r" (?:nee|neen|niet|mijn|van me) ")
"""The name is another's: "ja, dat is mijn man"."""
_STREET = re.compile(r"\w+(?:straat|weg|laan|plein|gracht|singel|steeg|kade|dreef|dijk|hof|pad)")
_LONGEST = 4
"""No turn that holds just a name has more words."""


def confirmed_name(turn: TurnText, answer: TurnText, *, capitals: bool) -> tuple[int, int] | None:
    """The words of the name in this turn that the answer confirms: "op naam van Kooijman" – "Kooijman, ja"."""
    match = _IN_THE_NAME.search(turn.line)
    alone = not match and 0 < len(turn.words) <= _LONGEST
    if not (match or alone) or not _YES.search(answer.line) or _NO.search(answer.line):
        return None
    at = turn.word_index(match.end()) if match else 0
    name, end = name_at(turn, at, capitals=capitals, announced=True)
    last = name.parts[-1] if name.parts else ""
    if not last or _STREET.fullmatch(last) or (not match and ordinary(last)):
        return None
    if alone and (end < len(turn.words) or not _said_with_more(last, answer)):
        return None  # "Digid?" – "Ja"
    return at, next((i for i in range(at + 1, end) if _YES.fullmatch(f" {turn.words[i]} ")), end)


def _said_with_more(last: str, answer: TurnText) -> bool:
    """Whether the answer holds this name beside another: "ja, Fatiha El Amrani"; of a place nobody says two."""
    said = [word for word in answer.words if word not in PARTICLES and not _YES.fullmatch(f" {word} ")]
    beside = [word for pair in pairwise(said) if last in pair for word in pair if word != last]
    return any(not ordinary(word) for word in beside)
