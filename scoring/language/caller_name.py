"""This module contains what the employee does with the caller's name: asks, repeats, or addresses with it."""

import re
from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from scoring.language.cut_name import cut_name, sentence_starts, spelled_back, was_said
from scoring.language.given_names import VOCATIVE
from scoring.language.heard_name import same_sound
from scoring.language.introductions import with_another
from scoring.language.name_questions import questions, questions_whose
from scoring.language.names import Name, clause_starts, name_at, ordinary
from scoring.language.relatives import means_relative
from scoring.language.text import TurnText
from scoring.language.titled_name import introduced_alike, tells_of_thing

_TITLE = re.compile(r" (?:meneer|mevrouw|de heer|familie) ")
_NOBODY: Mapping[str, str] = MappingProxyType({})
_PRAISES = frozenset("prima top fijn super mooi perfect uitstekend helder duidelijk wel".split())
"""The same for these, also where recognised speech has no commas ("prima Wiebren, ik noteer het", "dank u wel Wiebren")."""
_THANKS = (["dank", "u"], ["dank", "je"])
_CALLED = frozenset("oma opa tante oom zuster broeder pater dominee dokter juf meester".split())
"""What stands between a comma and the name in "dat kan, oma Joyce"."""
_SIGHS = frozenset({"ja", "ah", "ach", "och"})
"""These call a person only when nothing stands between ("ja Wiebren, dat is wat")."""
_FEW = 2
"""A turn of no more words does not go on behind the name."""
_CHECKS = re.compile(
    r" (?:zei|zegt u|zeg|zeggen|met|dubbel|zonder|spel\w*|klopt|toch|was het|schrijf\w*|noteer\w*|typ\w*) "
)
_ADDRESS = re.compile(
    r" (?:apenstaartje|apestaartje|punt (?:nl|n l|com|net|be)|gmail|hotmail|outlook|ziggo|kpnmail|live) "
)
"""Where an e-mail address is read back the name in it is a part of that."""
_LOOKED_UP = re.compile(r",\s*(?:ja|oké|oke|hier|(?:uit |in )?[A-Z]\w+)\s*\.")
"""What follows a name that is read out: "Hage, Poortvliet. Even kijken", "Wolffers, ja."."""
_ABOUT_OTHERS = frozenset("belt bellen van naar bij collega door aan voor over tegen laat namens".split())
"""Before "mevrouw Kramer" these tell of somebody else, unless the caller gave that name."""

_DOES = frozenset(
    "belt komt heeft gaat zal zou is was neemt doet kan zit wil moet werkt stuurt zorgt kijkt zoekt mailt zegt schrijft".split()
)
"""After "mevrouw Kramer" these tell what somebody else does, unless it is the caller's name."""


class NameUse(NamedTuple):
    """This represents what the employee does with the name in one turn, with word indexes of the proof."""

    kind: str
    start: int
    end: int


def asks_name(turn: TurnText, answer: TurnText | None = None) -> bool:
    """Whether the employee asks for the caller's name here, and not for that of a relative."""
    if answer is not None and any(questions_whose(turn, answer)):
        return True
    return any(questions(turn))


def name_uses(
    turn: TurnText,
    names: frozenset[str],
    spoken: str,
    others: Mapping[str, str] = _NOBODY,
    kin: Collection[str] = (),
    *,
    capitals: bool,
) -> list[NameUse]:
    """What the employee does with a name in this turn: `addresses`, `asks` or `repeats`.

    `spoken`: what the caller said at first, where "sterren burg" is Sterrenburg too. `others`: the words of the
    names of those whom the caller speaks of, and what they are called. `kin`: titles of relatives.
    """
    titled = _titled(turn, names, spoken, others, capitals=capitals)
    of_kin = [span for span in titled if means_relative(turn, *span, kin)]
    uses = [NameUse("addresses", *span) for span in titled if span not in of_kin]
    starts = {name[0] for name in names}
    for i, word in enumerate(turn.words if not _ADDRESS.search(turn.line) else ()):
        if any(start <= i < end for start, end in of_kin):
            continue
        if word[0] in starts and (word in names or any(_alike(word, name) for name in names)):
            kind = "addresses" if _is_vocative(turn, i, capitals=capitals) else "repeats"
            uses.append(NameUse(kind, i, i + 1))
    for match in questions(turn):
        start, end = turn.word_index(match.start() + 1), turn.word_index(match.end() - 1) + 1
        uses.append(NameUse("asks", start, end))
    return uses


def calls_back(turn: TurnText, names: frozenset[str]) -> bool:
    """Whether this begins with calling the caller: "Wendy? Fijn dat u wachtte", and not "Wendy? Met een y?"."""
    if len(turn.words) <= _FEW or turn.words[0] not in names or spelled_back(turn, 0):
        return False
    return turn.text[turn.spans[0][1] : turn.spans[1][0]].strip() == "?"


def _titled(
    turn: TurnText, names: frozenset[str], spoken: str, others: Mapping[str, str], *, capitals: bool
) -> list[tuple[int, int]]:
    spans = []
    for match in _TITLE.finditer(turn.line):
        at = turn.word_index(match.end())
        if at >= len(turn.words) or turn.word_index(match.start() + 1) >= at:
            continue
        end = cut_name(turn, at, names)
        if end is None and not sentence_starts(turn, at):
            end = _called(turn, at, names, spoken, others, capitals=capitals)
        if end is not None:
            spans.append((at - 1, end))
    return spans


def _called(
    turn: TurnText,
    at: int,
    names: frozenset[str],
    spoken: str,
    others: Mapping[str, str],
    *,
    capitals: bool,
) -> int | None:
    """Where the name of the caller behind a title ends; None when there is none, or it is another's."""
    if not capitals and (same := introduced_alike(turn, at, names, spoken)):
        return same
    name, end = name_at(turn, at, capitals=capitals, announced=True)
    if not _sure(turn, name, end, names, capitals=capitals):
        return None
    title = "mevrouw" if turn.words[at - 1] == "mevrouw" else "meneer"
    if any(others.get(part) in {"", title} for part in name.parts):
        return None
    said = any(was_said(part, spoken) for part in name.parts)
    if at >= 2 and _about_other(turn, at - 2, said=said, own=not names.isdisjoint(name.parts)):
        return None
    return end if said or _is_callers(turn, at - 1, end, name.parts, names) else None


def _about_other(turn: TurnText, i: int, *, said: bool, own: bool) -> bool:
    """Whether this word before a title and a name, `said` by the caller or their `own`, tells of somebody else."""
    if turn.words[i] == "met":
        return not own and with_another(turn, i)
    return not said and turn.words[i] in _ABOUT_OTHERS


def _sure(turn: TurnText, name: Name, end: int, names: frozenset[str], *, capitals: bool) -> bool:
    """Whether these words behind a title are a name."""
    if capitals or not name.parts:
        return bool(name.parts)
    known = len(name) > len(name.parts) or bool(names & set(name.parts)) or not ordinary(name.parts[0])
    return known and not tells_of_thing(turn, name, end, names)


def _is_callers(turn: TurnText, start: int, end: int, parts: Sequence[str], names: frozenset[str]) -> bool:
    """Whether "meneer X" is the caller and not somebody else who is talked about."""
    if not names or any(same_sound(part, name) or _alike(part, name) for part in parts for name in names):
        return True
    if turn.words[end : end + 1] and turn.words[end] in _DOES and not clause_starts(turn, end):
        return False
    opens = start == 0 or turn.words[start - 1] in VOCATIVE
    closes = end >= len(turn.words) and (start == 0 or clause_starts(turn, start))
    return opens or closes


def _is_vocative(turn: TurnText, i: int, *, capitals: bool) -> bool:
    """Whether the name calls the person: after a greeting or thanks, or set apart by commas.

    Recognised speech has no commas: there a name that closes a longer turn calls the person.
    """
    if i > 0 and (turn.words[i - 1] in VOCATIVE or turn.words[i - 2 : i] in _THANKS):
        return True
    if not capitals and i == len(turn.words) - 1 and i > 1:
        return True
    if i > 0 and turn.words[i - 1] in _PRAISES and not (clause_starts(turn, i) or spelled_back(turn, i)):
        return True
    first = i - 1 if i > 1 and turn.words[i - 1] in _CALLED else i
    before = turn.text[: turn.spans[first][0]].rstrip()
    after = turn.text[turn.spans[i][1] :].lstrip()
    apart = after[:1] in {"", ".", "!", "?", ","}
    sighed = i > 0 and turn.words[i - 1] in _SIGHS and not clause_starts(turn, i)
    following = f" {' '.join(turn.words[i + 1 : i + 4])} "
    opens = i == 0 and after[:1] == "," and not _CHECKS.search(following)
    if spelled_back(turn, i) or _LOOKED_UP.match(after):
        return False
    return len(turn.words) > 2 and apart and (before.endswith(",") or sighed or opens)


def _alike(word: str, name: str) -> bool:
    """Whether two recognised spellings are of one name: same start and nearly the same letters."""
    if abs(len(word) - len(name)) > 1 or len(name) < 5 or word[0] != name[0] or ordinary(word):
        return False
    same = sum(a == b for a, b in zip(word, name, strict=False))
    return same >= len(name) - 2 and word[-1] == name[-1]
