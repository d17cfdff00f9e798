"""This module contains whether a caller takes an offer to be rung back, as far as words alone tell."""

import re
from collections.abc import Sequence

from scoring.language.text import TurnText
from scoring.language.when import says_when

_WITHIN = 2
"""So many turns of the caller may answer: the second one when the first only asked something."""
_SELF = re.compile(
    r" laat dan maar | (?:mail|schrijf|app) ik (?:\w+ )?liever "
    r"| dan (?:mail|schrijf|app|stuur) ik (?:\w+ ){0,2}(?:wel|liever|zelf) | dan kom ik (?:\w+ ){0,2}(?:langs|liever|zelf) "
    r"| dan bel ik (?:zelf|liever) | ik (?:mail|schrijf|app) (?:\w+ )?(?:wel|liever) | ik (?:kom|bel) (?:dan |liever )*zelf wel "
    r"| dan hoeft het (?:\w+ ){0,2}niet "
)
"""The caller will do without: mail, come along or ring themselves."""
_ANYHOW = re.compile(r" anders (?:bel|kom|mail) ik ")
_NO = re.compile(
    r"^ (?:(?:o|och|ach|nou|nee|neen|joh|hoor|dat|dan) )*(?:hoeft (?:\w+ )?niet|(?:dat )?wil ik niet|liever niet"
    r"|doe (?:dan )?maar niet|laat (?:haar |hem |ze |die |dan )?maar (?!(?:\w+ )?(?:weten|horen|bellen|terugbellen|komen)))"
)
_YES = re.compile(
    r"^ (?:(?:o|nou|eh|uh|heel) )*(?:ja|jawel|graag|goed|prima|fijn|oke|doe maar|akkoord|top|is goed) "
)
_OTHER_TIME = re.compile(r" (?:graag|liever|is goed|is prima|kan wel|mag|schikt|past) ")
_AFTER_ALL = re.compile(
    r" (?:doe|doet) (?:u )?(?:het |dat )?toch maar | laat (?:hem|haar|ze|die) (?:dan |toch )*maar (?:\w+ )?bellen "
    r"| wacht ik (?:\w+ ){0,2}af "
)


def accepts(text: TurnText) -> bool | None:
    """Whether the caller takes the offer in this turn; None when its words do not tell."""
    line = text.line
    if _AFTER_ALL.search(line):
        return True
    if _SELF.search(line) and not _ANYHOW.search(line):
        return False
    if _OTHER_TIME.search(line) and says_when(line):  # "nee, vandaag niet, morgen graag"
        return True
    if _NO.search(line):
        return False
    return True if _YES.search(line) else None


def accepted(answers: Sequence[TurnText], *, doubted: bool = False) -> bool:
    """Whether the offer is taken, by the turns of the caller after it; silence about it declines nothing.

    `doubted`: the first answer seems to decline, where its words do not tell.
    """
    told = accepts(answers[0]) if answers else None
    told = False if told is None and doubted else told
    for text in answers[1:_WITHIN]:
        if told is None or _AFTER_ALL.search(text.line):
            told = accepts(text)
    return told is not False
