"""This module contains where in an answered telephone a name may stand that nothing announces."""

import re

from scoring.language.introductions import bare_until, of_organisation
from scoring.language.names import PARTICLES, PLACES_AND_ROLES
from scoring.language.text import TurnText
from scoring.language.third_name import TITLES

_AFTERWARDS = re.compile(r" (?:hier|spreekt u|is mijn naam|spreekt u mee) ")
_GREETINGS = frozenset({"goedemorgen", "goedemiddag", "goedenavond", "goedendag", "hallo", "hoi"})
_UNITS = frozenset({"afdeling", "team", "loket", "meldpunt", "regio"})
"""What follows these is the rest of their name."""
_OF_PLACE = frozenset({"gemeente", "stad", "provincie", "waterschap", "hoogheemraadschap"})
"""What follows these is where they are."""
_PLACE_BEGINS = PARTICLES | frozenset(
    "noord zuid oost west midden vlaams waals sint nieuw oud groot klein s".split()
)
"""A place's name does not end with these: "provincie west vlaanderen", "gemeente den ham"."""
_PLACE_JOINS = frozenset("en op aan bij".split())
"""What joins the halves of a place's name: "bergen op zoom", "peel en maas"."""
_NAME_WORDS = 3


def bare_starts(text: TurnText, places: frozenset[str], *, capitals: bool) -> set[int]:
    """Where a bare name may stand: after a comma or full stop, or after the organisation's own name."""
    starts = set()
    for i in range(1, len(text.words)):
        between = text.text[text.spans[i - 1][1] : text.spans[i][0]]
        before, pause = text.words[i - 1], any(c in between for c in ",.!?")
        if (before in _UNITS and not pause) or (before in _GREETINGS and text.words[i] in TITLES):
            continue  # "goedemorgen meneer Mulder" greets whom he calls
        if pause or before in PLACES_AND_ROLES | _GREETINGS:
            starts.add(_after_place(text, i, places) if before in _OF_PLACE and not pause else i)
    until = bare_until(text)
    starts = {i for i in starts if i < until}
    ends = [text.word_index(m.start() + 1) for m in _AFTERWARDS.finditer(text.line)]
    return starts | {_name_start(text, end, places, capitals=capitals) for end in ends}


def _after_place(text: TurnText, i: int, places: frozenset[str]) -> int:
    """The first word after "gemeente X" or "stad X": a name of one or more words, perhaps misheard."""
    whole = "".join(sorted(places, key=len))
    while text.words[i] in _PLACE_BEGINS and i + 1 < len(text.words):
        i += 1
    i += 1
    if text.words[i : i + 1] and text.words[i] in _PLACE_JOINS and i + 1 < len(text.words):
        i = _after_place(text, i + 1, places)
    while i < len(text.words) and (text.words[i] in whole or text.spans[i] == text.spans[i - 1]):
        i += 1
    return i


def _name_start(text: TurnText, end: int, places: frozenset[str], *, capitals: bool) -> int:
    """Where the words before "hier" or "spreekt u mee" begin, up to three words of a name back."""
    start, parts = end, 0
    while start > 0 and parts < _NAME_WORDS and not _known(text.words[start - 1], places):
        start -= 1
        parts += text.words[start] not in PARTICLES
        if any(c in text.text[text.spans[start - 1][1] : text.spans[start][0]] for c in ",.!"):
            break
    town = parts > 1 and start > 0 and [*places] == [text.words[start - 1]] and not capitals
    return start + town  # "avri tiel marloes": of an organisation in many towns, or a first name


def _known(word: str, places: frozenset[str]) -> bool:
    """Whether this is a greeting or of an organisation's name."""
    return word in PLACES_AND_ROLES | _GREETINGS | (places - PARTICLES) or of_organisation(word)
