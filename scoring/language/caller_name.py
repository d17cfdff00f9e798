"""This module contains the caller's name: what the caller gives, and what the employee does with it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from scoring.language.names import name_at, ordinary
from scoring.language.text import TurnText

_GIVES = re.compile(
    r" (?:met|mijn naam is|ik ben|ik heet|ben ik|naam is|achternaam is|spreekt met|op naam van|u spreekt met)"
    r"(?: (?:mevrouw|meneer|de heer))* (?=.)"
)
_TITLE = re.compile(r" (?:meneer|mevrouw|de heer|familie) ")
_ASKS = re.compile(
    r" (?:uw|je|jouw|welke|de) (?:voornaam|achternaam|naam|familienaam|meisjesnaam)(?! van (?:uw|je|het|de))"
    r"| met wie (?:spreek|heb|bel)| wie (?:heb ik|bent u|spreek ik|ben je)| hoe heet (?:u|je)(?= )"
    r"| (?:spreek|heb) ik (?:nu )?(?:met )?(?:meneer|mevrouw)| en u bent | en jij bent "
    r"| hoe (?:u|je) heet |^ (?:en )?(?:naam|achternaam) (?:graag |alstublieft |alsjeblieft )?$"
)
_FAMILY = re.compile(
    r" (?:zoon\w*|dochter\w*|man|vrouw|moeder|vader|client|kind\w*|partner|buurman|oma|opa) "
)
_VOCATIVE = frozenset(
    {"dag", "hoi", "hallo", "ha", "bedankt", "dankjewel", "sorry", "nou", "vertel", "goed", "oke"}
)
_AFTER_NAME = frozenset({"uit", "uut", "hier", "van", "op", "aan", "ik", "spreekt", "is"})
_ABOUT_OTHERS = frozenset({"belt", "bellen", "van", "naar", "bij", "collega", "door", "aan"})
"""Before "mevrouw Kramer" these tell of somebody else, unless the caller gave that name."""
_SHORT = 3


class NameUse(NamedTuple):
    """This represents what the employee does with the name in one turn, with word indexes of the proof."""

    kind: str
    start: int
    end: int


def given_names(turns: Sequence[TurnText], *, capitals: bool) -> frozenset[str]:
    """The words of names that the caller gives here, in the form that rules use, without particles."""
    found: set[str] = set()
    for order, turn in enumerate(turns):
        for match in _GIVES.finditer(turn.line):
            name, _ = name_at(turn, turn.word_index(match.end()), capitals=capitals, announced=True)
            found.update(name.parts)
        found.update(_bare(turn, capitals=capitals) if order == 0 else ())
    return frozenset(w for w in found if len(w) >= _SHORT and not ordinary(w, 5.4))


def _bare(turn: TurnText, *, capitals: bool) -> set[str]:
    """A name without introduction in the caller's first turn: "Wissink. Hendrik Wissink uut Groessen"."""
    if not capitals:
        return set()
    found: set[str] = set()
    for i in range(min(len(turn.words), 12)):
        if i and not _clause_starts(turn, i) and turn.words[i - 1] not in _VOCATIVE:
            continue
        name, end = name_at(turn, i, capitals=True)
        closed = end >= len(turn.words) or _clause_starts(turn, end) or turn.words[end] in _AFTER_NAME
        if name and closed and not any(ordinary(part, 4.2) for part in name.parts):
            found.update(name.parts)
    return found


def _clause_starts(turn: TurnText, i: int) -> bool:
    between = turn.text[turn.spans[i - 1][1] : turn.spans[i][0]]
    return any(c in between for c in ",.!?")


def name_uses(turn: TurnText, names: frozenset[str], spoken: str, *, capitals: bool) -> list[NameUse]:
    """What the employee does with a name in this turn: `addresses`, `asks` or `repeats`.

    `spoken`: what the caller said at first, without spaces, so that "sterren burg" is Sterrenburg.
    """
    uses = [NameUse("addresses", *span) for span in _titled(turn, names, spoken, capitals=capitals)]
    for i, word in enumerate(turn.words):
        if word in names or any(_alike(word, name) for name in names):
            kind = "addresses" if _is_vocative(turn, i, capitals=capitals) else "repeats"
            uses.append(NameUse(kind, i, i + 1))
    for match in _ASKS.finditer(turn.line):
        if not _FAMILY.search(turn.line[max(0, match.start() - 30) : match.end() + 30]):
            start, end = turn.word_index(match.start() + 1), turn.word_index(match.end() - 1) + 1
            uses.append(NameUse("asks", start, end))
    return uses


def _titled(turn: TurnText, names: frozenset[str], spoken: str, *, capitals: bool) -> list[tuple[int, int]]:
    spans = []
    for match in _TITLE.finditer(turn.line):
        at = turn.word_index(match.end())
        if at >= len(turn.words) or turn.word_index(match.start() + 1) >= at:
            continue
        name, end = name_at(turn, at, capitals=capitals, announced=True)
        sure = capitals or len(name) > len(name.parts) or bool(names & set(name.parts))
        if not name.parts or not (sure or not ordinary(name.parts[0])):
            continue
        said = any(part in spoken for part in name.parts)
        if not said and at >= 2 and turn.words[at - 2] in _ABOUT_OTHERS:
            continue
        if said or _is_callers(turn, at - 1, end, name.parts, names):
            spans.append((at - 1, end))
    return spans


def _is_callers(turn: TurnText, start: int, end: int, parts: Sequence[str], names: frozenset[str]) -> bool:
    """Whether "meneer X" is the caller and not somebody else who is talked about."""
    if not names or any(part == name or _alike(part, name) for part in parts for name in names):
        return True
    opens = start == 0 or turn.words[start - 1] in _VOCATIVE
    closes = end >= len(turn.words) and (start == 0 or _clause_starts(turn, start))
    return opens or closes


def _is_vocative(turn: TurnText, i: int, *, capitals: bool) -> bool:
    """Whether the name calls the person: after a greeting or thanks, or set apart by commas.

    Recognised speech has no commas: there a name that closes a longer turn calls the person.
    """
    if i > 0 and turn.words[i - 1] in _VOCATIVE:
        return True
    if not capitals and i == len(turn.words) - 1 and i > 1:
        return True
    before = turn.text[: turn.spans[i][0]].rstrip()
    after = turn.text[turn.spans[i][1] :].lstrip()
    return before.endswith(",") and after[:1] in {"", ".", "!", "?", ","} and len(turn.words) > 2


def _alike(word: str, name: str) -> bool:
    """Whether two recognised spellings are of one name: same start and nearly the same letters."""
    if abs(len(word) - len(name)) > 1 or len(name) < 5 or word[0] != name[0] or ordinary(word):
        return False
    same = sum(a == b for a, b in zip(word, name, strict=False))
    return same >= len(name) - 2 and word[-1] == name[-1]
