"""This module contains what the employee does with the caller's name: asks, repeats, or addresses with it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from scoring.language.given_names import VOCATIVE
from scoring.language.names import clause_starts, name_at, ordinary
from scoring.language.text import TurnText

_TITLE = re.compile(r" (?:meneer|mevrouw|de heer|familie) ")
_NAME = "(?:voor ?naam|achter ?naam|naam|familienaam|meisjesnaam)"
_ASKS = re.compile(
    r"(?<! met)(?<! op)(?<! in)(?<! van)(?<! onder)(?<! zonder)(?<! staat)(?<! stond)(?<! naar)"
    rf" (?:uw?|je|jouw) (?:eigen |volledige )*{_NAME}"
    r"(?! van (?:uw|je|het|de))"
    rf"| welke {_NAME}(?! van (?:uw|je|het|de))"
    rf"|(?<! met)(?<! of)(?<! op) de {_NAME} (?=$|en |van u |graag|even|nog|dan|daarbij|alstublieft|alsjeblieft)"
    r"| met wie (?:spreek|heb|bel)| wie (?:heb ik|bent u|spreek ik|ben je)| hoe heet(?:te)? (?:u|jij|je)(?= )"
    rf"| wat was (?:de|uw|je) {_NAME} | (?:mag|krijg) ik (?:\w+ ){{0,3}}een {_NAME} | nog een keer de {_NAME} "
    r"|^ (?:en )?naam en (?:adres|geboortedatum|telefoonnummer) $"
    r"| (?:spreek|heb) ik (?:nu )?(?:met )?(?:meneer|mevrouw|de heer)| en (?:u|jij|je) bent $"
    r"| (?:u|jij|je) bent toch (?:meneer|mevrouw|de heer)"
    r"| spreek ik (?:nu )?met (?!de |het |een |iemand |niemand |u |je |mijn |haar |hem |hen |elkaar |collega)"
    r"| ben ik (?:hier |goed |nu )*(?:bij|verbonden met) (?:meneer|mevrouw|de heer)"
    r"| (?:ben jij|bent u) (?:meneer|mevrouw|de heer) "
    r"| hoe (?:u|je) heet |^ (?:en )?(?:naam|achternaam) (?:graag |alstublieft |alsjeblieft )?$"
)
_FAMILY = re.compile(
    r" (?:zoon\w*|dochter\w*|man|vrouw|moeder|vader|client|kind\w*|partner|buurman|oma|opa) "
)
_SIGHS = frozenset({"ja", "ah", "ach", "och"})
"""These call a person only when nothing stands between ("ja Wiebren, dat is wat")."""
_CHECKS = re.compile(
    r" (?:zei|zegt u|zeg|zeggen|met|dubbel|zonder|spel\w*|klopt|toch|was het|schrijf\w*|noteer\w*|typ\w*) "
)
_SPELLED = re.compile(r" (?:met (?:een )?(?:\w |dubbel)|dubbel|zonder|spel\w*|schrijf\w*) ?")
"""What follows a name that is spelled back: "Cijntje, met een c"."""
_LOOKED_UP = re.compile(r",\s*(?:ja|oké|oke|hier|(?:uit |in )?[A-Z]\w+)\s*\.")
"""What follows a name that is read out: "Hage, Poortvliet. Even kijken", "Wolffers, ja."."""
_ABOUT_OTHERS = frozenset({"belt", "bellen", "van", "naar", "bij", "collega", "door", "aan"})
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


def asks_name(turn: TurnText) -> bool:
    """Whether the employee asks for the caller's name here, and not for that of a relative."""
    return any(not _of_relative(turn, match) for match in _ASKS.finditer(turn.line))


def _of_relative(turn: TurnText, match: re.Match[str]) -> bool:
    return bool(_FAMILY.search(turn.line[max(0, match.start() - 30) : match.end() + 30]))


def name_uses(turn: TurnText, names: frozenset[str], spoken: str, *, capitals: bool) -> list[NameUse]:
    """What the employee does with a name in this turn: `addresses`, `asks` or `repeats`.

    `spoken`: what the caller said at first, without spaces, so that "sterren burg" is Sterrenburg.
    """
    uses = [NameUse("addresses", *span) for span in _titled(turn, names, spoken, capitals=capitals)]
    starts = {name[0] for name in names}
    for i, word in enumerate(turn.words):
        if word[0] in starts and (word in names or any(_alike(word, name) for name in names)):
            kind = "addresses" if _is_vocative(turn, i, capitals=capitals) else "repeats"
            uses.append(NameUse(kind, i, i + 1))
    for match in _ASKS.finditer(turn.line):
        if not _of_relative(turn, match):
            start, end = turn.word_index(match.start() + 1), turn.word_index(match.end() - 1) + 1
            uses.append(NameUse("asks", start, end))
    return uses


def _titled(turn: TurnText, names: frozenset[str], spoken: str, *, capitals: bool) -> list[tuple[int, int]]:
    spans = []
    for match in _TITLE.finditer(turn.line):
        at = turn.word_index(match.end())
        if at >= len(turn.words) or turn.word_index(match.start() + 1) >= at or _sentence_starts(turn, at):
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


def _sentence_starts(turn: TurnText, i: int) -> bool:
    """Whether a sentence ended before this word; the dot of "mevr." ends none."""
    start, end = turn.spans[i - 1]
    between = turn.text[end : turn.spans[i][0]]
    return any(c in between for c in "!?") or ("." in between and end - start > len("mevr"))


def _is_callers(turn: TurnText, start: int, end: int, parts: Sequence[str], names: frozenset[str]) -> bool:
    """Whether "meneer X" is the caller and not somebody else who is talked about."""
    if not names or any(part == name or _alike(part, name) for part in parts for name in names):
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
    if i > 0 and turn.words[i - 1] in VOCATIVE:
        return True
    if not capitals and i == len(turn.words) - 1 and i > 1:
        return True
    before = turn.text[: turn.spans[i][0]].rstrip()
    after = turn.text[turn.spans[i][1] :].lstrip()
    apart = after[:1] in {"", ".", "!", "?", ","}
    sighed = i > 0 and turn.words[i - 1] in _SIGHS and not clause_starts(turn, i)
    following = f" {' '.join(turn.words[i + 1 : i + 4])} "
    opens = i == 0 and after[:1] == "," and not _CHECKS.search(following)
    if _SPELLED.match(following) or _LOOKED_UP.match(after):
        return False
    return len(turn.words) > 2 and apart and (before.endswith(",") or sighed or opens)


def _alike(word: str, name: str) -> bool:
    """Whether two recognised spellings are of one name: same start and nearly the same letters."""
    if abs(len(word) - len(name)) > 1 or len(name) < 5 or word[0] != name[0] or ordinary(word):
        return False
    same = sum(a == b for a, b in zip(word, name, strict=False))
    return same >= len(name) - 2 and word[-1] == name[-1]
