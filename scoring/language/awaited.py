"""This module contains what is awaited before somebody rings: "zodra hij terug is", "als zij eruit zijn"."""

import re

from scoring.language.outsiders import outsider_awaited
from scoring.language.text import TurnText

_MAY_BE = r"(?:(?:u|je|jij|ge|ik|iemand|er (?:iets|wat|nog|vragen|problemen|brand|geen)|\w+ niet) )"
"""What may just as well never be, or is the caller's to do: "als er iets is", "als u er bent"."""
AWAITED = (
    rf" (?:als|zodra|wanneer) (?!{_MAY_BE})(?:(?!niet |toch |alsnog |mis )\w+ ){{1,8}}?"
    r"(?:is|zijn|ben|heeft|hebben|weet|weten|komt|komen)(?: (?:terug|binnen|rond|klaar|weer|eruit))?"
    r"(?: (?:en )?(?:dat|die) (?:is|wordt|zal) (?:\w+ ){0,3}\w+)? "
)
"""A condition that will come about, and maybe the day on which it does."""
_RINGS = re.compile(
    rf"{AWAITED}(?:dan )?bel(?:t|len)? (?:(?:hij|zij|ze|die|ik|we|wij|iemand)|(?:de|mijn|onze) \w+) (?:u|je|jou|jullie) "
    r"(?!(?:niet|nooit|geen|een|de|het|mee) )"
)
_HABIT = re.compile(r" (?:altijd|steeds|meestal|vaak|soms|weleens|niet|nooit) ")
_NUMBER_FIRST = re.compile(
    r" (?:geeft?|laat|noemt?|zegt?) (?:u )?(?:mij |me )?(?:dan |maar |even )*"
    r"(?:uw|een|je) (?:telefoon|mobiele )?nummer (?:\w+ ){0,3}?"
    r"dan (?:wordt u (?:\w+ ){0,3}(?:terug|op)?gebeld|bel(?:t|len)? (?:we|wij|ik|ze|hij|zij|iemand|mijn collega) (?:u|je)) "
)
"""The caller is asked for a number, to be rung on it."""


def rings_once(text: TurnText) -> bool:
    """Whether somebody is to ring the caller once something awaited is there, or a number is given."""
    found = [*_RINGS.finditer(text.line), *_NUMBER_FIRST.finditer(text.line)]
    own = [m.group() for m in found if m.group() not in (text.asked or "")]
    return any(not (_HABIT.search(said) or outsider_awaited(said)) for said in own)
