"""This module contains promises to try once more to reach the caller: "ik probeer u vanmiddag nog een keer"."""

import re
from itertools import pairwise

from scoring.language.said_calls import COLLEAGUE
from scoring.language.text import TurnText
from scoring.language.when import says_when

_WE = rf"(?:ik|wij|we|hij|zij|ze|die|(?:de|een|mijn|onze) (?:{COLLEAGUE}))"
_U = "(?:u|je|jou|jullie)"
_TRIES = re.compile(
    rf" (?:{_WE} probeer(?:t|en)? {_U}|probeer(?:t|en)? {_WE} {_U}"
    rf"|(?P<it>(?:ik probeer|probeer ik)(?: het)?(?! (?:de|een|uw|die|deze|hem|haar|iemand) ))) (?=(?P<rest>.*)$)"
)
_AGAIN = re.compile(
    r" (?:nog (?:een keer(?:tje)?|eens|eventjes|even)|weer|opnieuw|nogmaals|te (?:bereiken|bellen|spreken|pakken)) "
)
_OTHER = re.compile(
    r" (?:al|steeds|vaker|altijd|niet|nooit|als|via|in het|bij(?! (?:u|je|jou|jullie) )"
    r"|te(?! (?:bereiken|bellen|spreken|pakken) )) "
)
"""It is tried elsewhere, was so all along, or is something else than to get hold of the caller."""
_AT_CALLER = re.compile(rf" bij {_U} ")
_SPAN = 14
"""So many words behind "probeer" belong to it where nothing ends the sentence."""


def tries_again(text: TurnText, *, outgoing: bool) -> bool:
    """Whether it is said when the caller is tried again.

    `outgoing`: the employee rang, so what is tried again is this call.
    """
    sentences = (
        f" {' '.join(text.words[first:end])} "
        for first, end in pairwise([*text.sentence_starts, len(text.words)])
    )
    return any(_tries(line, outgoing=outgoing) for line in sentences if line not in (text.asked or ""))


def _tries(line: str, *, outgoing: bool) -> bool:
    for said in _TRIES.finditer(line):
        rest = f" {' '.join(said['rest'].split()[:_SPAN])} "
        phones = not said["it"] or outgoing or _AT_CALLER.search(rest)
        if phones and _AGAIN.search(rest) and says_when(rest) and not _OTHER.search(rest):
            return True
    return False
