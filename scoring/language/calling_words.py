"""This module contains the words around ringing: what may stand between, and ringing that the employee does."""

import re

from scoring.language.numbers import NUMBERS

FILLS = (
    r"(?:u|je|jou|jullie|dan|even|nog|wel|zelf|weer|terug|straks|uiterlijk|tussen|voor|na|om|rond|tegen|en|of|in|de|het|een"
    r"|loop|van|begin|eind|einde|eerst|meteen|volgende|komende|week|uur|half|kwart|over|lunch|pauze|graag|gewoon"
    rf"|\w*(?:dag|morgen|middag|ochtend|avond)|\d+|{'|'.join(NUMBERS)})"
)
"""What may stand between who rings and the word of ringing without taking it farther away: whom, and when."""
SELF = "(?:(?:zal|ga|gaan|zullen|kan|kunnen|u|je|jou|dan|zelf|even|weer|straks|vandaag|morgen|nog|daarna|daarover) ){0,6}"
NOT_LET = r"(?<!\w laat)(?<!\w laten)"
"""Another rings in "die laat ik u bellen"; in "Laat ik u even bellen" it is the employee."""
BY_SELF = re.compile(
    rf"{NOT_LET} (?:ik|wij|we) {SELF}(?:terug|op)?bel(?:len)?(?= )| bel(?:len)? (?:ik|wij|we)(?= )"
)
"""Calling that the employee does: a name beside it is not of who calls."""
