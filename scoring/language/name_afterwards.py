"""This module contains the caller's name where nothing before it announces it: before "is mijn naam", or behind an answer."""

import re
from collections.abc import Iterator

from scoring.language.names import PARTICLES, Name, clause_starts, name_at, ordinary
from scoring.language.numbers import NUMBERS
from scoring.language.text import TurnText

IS_MY_NAME = re.compile(
    r" (?:(?:is|was) (?:mijn|m n|mn|mien|de) (?:voor|achter)?naam(?! (?:van|op|die|bij|in|niet|onbekend|verkeerd|fout) )"
    r"|(?<! zo )(?<! hoe )(?<! anders )heet ik(?! niet | ook )) "
)
_LONGEST = 4
_LEADS_TO_THING = frozenset("de het een die dat mijn onze over voor met van op bij in uit naar".split())
"""Behind these an uncommon word is a thing rather than a first name."""
_CONFIRMS = re.compile(
    r" (?:klopt|inderdaad|juist|correct|dat ben ik) |(?<= )\w*\d|(?<= )(?:\w{2,}(?:straat|weg|laan|plein|gracht|singel|steeg"
    r"|kade|dreef|dijk|hof|pad))(?= )"
)
"""What is confirmed or told to be found by; a name that stands behind it is the caller's."""
_OF_ANOTHER = re.compile(
    r" (?:mijn|ons|onze|zijn|haar|hij|zij|ze|die|bij|naast|tegenover|achter|voor|namens|over|heet|collega|van) "
)
_FIRM = re.compile(
    r"\w*(?:erij|winkel|markt|school|huis|bedrijf|bouw|zorg|groep|straat|weg|laan|plein|gracht|singel|steeg|kade|dreef|dijk"
    r"|hof|pad|park|centrum|kerk)|cafe|restaurant|hotel|garage|firma|kapper|apotheek|stichting|vereniging|albert|station|hal"
)


def said_before(turn: TurnText, *, capitals: bool) -> Iterator[Name]:
    """The names that words behind them call the speaker's own: "Woudstra is de naam", "Sandra heet ik"."""
    for start, end in names_before(turn, IS_MY_NAME, capitals=capitals).items():
        yield Name(turn.words[start:end])


def names_before(turn: TurnText, words: re.Pattern[str], *, capitals: bool) -> dict[int, int]:
    """Where the names before these words start and end."""
    ends = (turn.word_index(match.start() + 1) for match in words.finditer(turn.line))
    starts = ((_start(turn, end, capitals=capitals), end) for end in ends)
    return {start: end for start, end in starts if start < end}


def _start(turn: TurnText, end: int, *, capitals: bool) -> int:
    """Where the longest name begins that ends here; `end` when none does."""
    found = end
    for start in range(end - 1, max(-1, end - 1 - _LONGEST), -1):
        announced = start == end - 1
        name, after = name_at(turn, start, capitals=capitals, announced=announced, most=end - start)
        if after == end and not _of_thing(turn, start, more=len(name.parts) > 1, capitals=capitals):
            found = start
    return found


def _of_thing(turn: TurnText, start: int, *, more: bool, capitals: bool) -> bool:
    """Whether recognised speech tells of a thing here: “over de container sandra is mijn naam”."""
    before = turn.words[start - 1] if start else ""
    article = turn.words[start] in PARTICLES
    return not capitals and (more if article else before in _LEADS_TO_THING)


def at_the_end(turn: TurnText, *, capitals: bool) -> Name:
    """A first and last name as the last sentence, behind an answer: "Ja dat klopt. Sandra Woudstra."."""
    last = turn.sentence_starts[-1] if turn.sentence_starts else 0
    starts = [i for i in range(max(1, len(turn.words) - _LONGEST), len(turn.words)) if clause_starts(turn, i)]
    if not capitals or not starts or starts[0] < last:
        return Name()
    lead = f" {' '.join(turn.words[: starts[0]])} "
    told = _CONFIRMS.search(lead) or any(word in NUMBERS for word in turn.words[: starts[0]])
    if not told or _OF_ANOTHER.search(lead):
        return Name()
    name, end = name_at(turn, starts[0], capitals=True)
    of_firm = any(_FIRM.fullmatch(word) for word in name) or any(map(ordinary, name.parts[:1]))
    return name if end == len(turn.words) and name.full and not of_firm else Name()
