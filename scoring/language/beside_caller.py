"""This module contains who sits beside the caller: somebody else on the line who is no colleague."""

import re
from collections.abc import Sequence

from scoring.call import Speaker
from scoring.language.episodes import is_gap
from scoring.language.relatives import relatives
from scoring.language.text import TurnText

_GIVES = re.compile(
    r" (?:geef|krijgt|krijg|hier (?:is|komt|hebt|heb)|overnemen|neemt|komt|zit|staat|roept|praat|spreekt|luistert|legt) "
)
"""How a caller brings in who is beside, together with whose relative that is."""
_HELPS = re.compile(
    r" (?:ik ben|met|als) (?:de|haar|zijn|hun|een|d) (?:\S+ )?(?:(?:schoon|klein|stief)?(?:dochter|zoon|zus|broer|moeder|vader)"
    r"|man|vrouw|partner|nicht|neef|buurvrouw|buurman|buur|begeleid\w+|mantelzorger|tolk|bewindvoerder|vriend|vriendin) "
)
"""How that person tells to belong to the caller."""
_NEAR = 2


def beside_caller(turns: Sequence[TurnText], speakers: Sequence[Speaker]) -> frozenset[int]:
    """The turns of somebody else from where it shows that this one belongs to the caller; none when it never does."""
    others = [
        i for i, one in enumerate(speakers) if one is Speaker.OTHER and not is_gap(turns[i], Speaker.OTHER)
    ]
    first = next((i for i in others if _belongs(turns, speakers, i)), None)
    return frozenset(i for i in others if first is not None and i >= first - _NEAR)


def _belongs(turns: Sequence[TurnText], speakers: Sequence[Speaker], i: int) -> bool:
    before = [j for j in range(max(0, i - _NEAR), i) if speakers[j] is Speaker.CALLER]
    brought = any(relatives([turns[j]]) and _GIVES.search(turns[j].line) for j in before)
    return brought or bool(relatives([turns[i]]) or _HELPS.search(turns[i].line))
