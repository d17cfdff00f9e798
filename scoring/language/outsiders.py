"""This module contains whose call the office cannot promise: "de huisarts belt u", "zodra het UWV het weet bellen ze u"."""

import re

from scoring.language.text import TurnText

OUTSIDER = (
    r"(?:huisarts\w*|tandarts|dokter|ziekenhuis|apotheek|thuiszorg|ggd|cbr|uwv|svb|rdw|cjib|postnl|liander|enexis|stedin"
    r"|koerier|bezorger|\w*chauffeur|taxi\w*|winkel\w*|leverancier|werkgever|school|bank|politie|notaris|advocaat|makelaar"
    r"|verhuurder|woning\w*|verzeker\w*|zorgverzeker\w*|uitvaart\w*|begrafenis\w*|kpn|ziggo|zoon|dochter|man|vrouw|buur\w*"
    r"|verkoper\w*|oplichter\w*|fraudeur\w*|vreemde\w*|onbekende\w*)"
)
"""Whose call the office does not promise."""
_THE = r"(?:(?:de|het|een|uw|je|jouw|mijn|onze|zo'n) )?"
_AWAITED = re.compile(
    rf" (?:als|zodra|wanneer) {_THE}{OUTSIDER} .* bel(?:t|len)? (?:(?:dan|vast|ook) )?(?:hij|zij|ze|die|{_THE}{OUTSIDER}) "
)
_RINGS = re.compile(
    rf" (?:bel(?:t|len)|ga(?:at|an)|kan|kunnen|zal|zullen|wil|willen|komt) {_THE}{OUTSIDER} (?!van )"
)
_DOES = re.compile(rf" (?:doet|doen|zal|zullen|gaat|gaan|regelt) {_THE}{OUTSIDER} ")


def outsider_awaited(said: str) -> bool:
    """Whether it is the outsider who is awaited that rings: "zodra uw makelaar het weet belt die u"."""
    return _AWAITED.search(said) is not None


def outsider_asked(question: TurnText, answer: TurnText) -> bool:
    """Whether the caller asks if an outsider rings, or the answer leaves the ringing to one."""
    return bool(_RINGS.search(question.asked or question.line) or _DOES.search(answer.line))
