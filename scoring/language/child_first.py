"""This module contains the child that picks up before the grown-up who is wanted comes to the telephone."""

import re
from collections.abc import Sequence

from scoring.call import Speaker
from scoring.language.address import says_u
from scoring.language.text import TurnText

_PARENT = r"(?:papa|mama|pappa|mamma|vader|moeder|ouders|opa|oma)"
_ASKS_FOR_PARENT = re.compile(
    rf" (?:(?:is|zit|staat|zijn) (?:je|jouw) {_PARENT} |(?:mag|kan) ik (?:je|jouw) {_PARENT} |geef (?:me |mij )?(?:je|jouw) {_PARENT} "
    rf"|roep (?:je|jouw) {_PARENT} |(?:iemand|een) (?:groots|groot|groter|grote|volwassene?)(?: mens| iemand)? )"
)
_CALLS = re.compile(
    r" (?:mama|papa|mam|pap|mamma|pappa|oma|opa|ma|pa)(?: (?:telefoon|voor jou|er is iemand|kom\w*|hier))? $"
    r"|^ (?:(?:ja|oke|wacht) )*(?:ik )?(?:roep|haal|geef) (?:ik )?(?:even )?(?:hem|haar|ze|mijn|mn|papa|mama|m|r) "
)
_SOON = 3


def said_to_child(turns: Sequence[TurnText], speakers: Sequence[Speaker]) -> frozenset[int]:
    """The employee's turns to a child who then calls somebody to whom u is said; none when nobody is called."""
    agent = [i for i, one in enumerate(speakers) if one is Speaker.AGENT]
    for i in agent[:_SOON]:
        after = range(i + 1, min(i + 1 + _SOON, len(turns)))
        called = any(speakers[j] is not Speaker.AGENT and _CALLS.search(turns[j].line) for j in after)
        if _ASKS_FOR_PARENT.search(turns[i].line) and called:
            return frozenset(j for j in agent if j <= i) if _later_u(turns, agent, i) else frozenset()
    return frozenset()


def _later_u(turns: Sequence[TurnText], agent: Sequence[int], i: int) -> bool:
    return any(says_u(turns[j].line) for j in agent if j > i)
