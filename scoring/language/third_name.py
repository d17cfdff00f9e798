"""This module contains the name of a third person in a turn: neither the caller nor an ordinary word."""

import re
from collections.abc import Collection
from itertools import takewhile

from scoring.language.names import Name, name_at
from scoring.language.text import TurnText

CALL = r"(?:\w*bel(?:len|t|de)?|\w*gebeld)"
_CALLS = re.compile(CALL)
"""No name, though it may stand where one does: "ik vraag haar u te bellen"."""
TITLES = frozenset({"mevrouw", "meneer", "heer"})
OFFICES = frozenset("dokter zuster wethouder burgemeester notaris inspecteur wijkagent dominee".split())
"""Before a name these are said with it, as a title is, but also without one: "de dokter komt"."""
_TIME = re.compile(
    r"(?:maan|dins|woens|donder|vrij|zater|zon)dag\w*|\w*dagen|(?:van|na|voor)?(?:morgen|middag|avond|ochtend)\w*|uiterlijk\w*|straks"
    r"|vandaag|overmorgen|(?:daar|hier|waar)\w{2,}|er(?:over|mee|voor|van|op|in|uit|aan|bij|naar|tegen|door|na|om|heen|vandaan)|januari|februari|maart|april|juni|juli|augustus|september|oktober|november|december|week|uur"
)
"""Words of when and what about, which without capitals may be as rare as a name."""
_NO_NAMES = frozenset("ge gij u jullie".split())


def third_name(text: TurnText, i: int, strangers: Collection[str], *, capitals: bool) -> Name:
    """The name of a third person that starts at this word; empty when none does."""
    titled = i > 0 and text.words[i - 1] in TITLES
    name, _ = name_at(text, i, capitals=capitals, announced=titled)
    own = Name(takewhile(lambda word: not (_CALLS.fullmatch(word) or _TIME.fullmatch(word)), name))
    letters = text.text[slice(*text.spans[i])]
    unlike = any(part in strangers or part in _NO_NAMES for part in own.parts) or (
        len(letters) > 1 and letters.isupper()
    )  # UWV
    return Name() if unlike else own


def shown_name(text: TurnText, start: int, end: int) -> str:
    """The words of a name as they stand in the turn, with the title before it."""
    first = start - 1 if start and text.words[start - 1] in TITLES - {"heer"} | OFFICES else start
    return text.text[text.spans[first][0] : text.spans[end - 1][1]]


def infinitive(word: str) -> bool:
    """Whether this is rather a verb than a name: "koppelen" has "gekoppeld"."""
    import wordfreq  # loads slowly, and many commands read no call

    if len(word) < 6 or not word.endswith("en"):
        return False
    stem = word[:-2]
    stem = stem[:-1] if stem[-1] == stem[-2] else stem
    stems = (stem, stem[:-1] + stem[-2:])  # "maken": gemaakt
    return any(wordfreq.zipf_frequency(f"ge{s}{end}", "nl") >= 2 for s in stems for end in "dt")
