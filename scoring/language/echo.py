"""This module contains whether a turn only says back what the other has just said."""

from scoring.language.text import TurnText

_EMPTY = frozenset(
    "u je jij ik we wij mijn uw jouw de het een dat die dit er al ook dus dan nou ja oke goed o oh ah zo en in op met van aan "
    "over om heb hebt heeft hebben had hadden is was ben bent zijn even helder begrijp snap duidelijk "
    "daar hier net nog toen".split()
)
"""Words that add nothing to what was said, or change with who says it."""
_LEAST = 2
"""So many words that do say something make an echo: "ja, dat klopt" is none."""


def only_echoes(turn: TurnText, before: TurnText) -> bool:
    """Whether all that this turn says was said in the one before: "u heeft vorige week gebeld"."""
    told = set(turn.words) - _EMPTY
    return len(told) >= _LEAST and told <= set(before.words)
