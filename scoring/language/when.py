"""This module contains whether words say when, however loosely: “in het najaar”, “dinsdag”, “om vier uur”.

Broader than `terms`, which resolves a term to its last day: a collection round “in maart” says when too.
"""

import re

from scoring.language.numbers import NUMBERS, ORDINALS

_DAYS = "maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag"
_MONTHS = (
    "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    "|voorjaar|najaar|zomer|herfst|winter|lente|kerst|kerstdagen|pasen|pinksteren|bouwvak"
)
_SOON = (
    "vandaag|vanmiddag|vanavond|vanochtend|vanmorgen|vannacht|overmorgen|straks|zometeen|dadelijk|direct|meteen"
    "|voormiddag|namiddag|noen|subiet|seffens"
)
_SPANS = (
    "dag|dagen|werkdag|werkdagen|week|weken|weekje|weekend|maand|maanden|kwartaal|jaar|uur|uurtje|uren|kwartier"
    "|kwartiertje|minuut|minuutje|minuten|minuutjes|halfuur|halfuurtje|ochtend|middag|avond|tienen|elven|twaalven|enen|tweeen|drieen|vieren|vijven|negenen"
)
_HOURS = "|".join(w for w, n in NUMBERS.items() if 0 < n <= 12)
_ORDINALS = "|".join(ORDINALS)
_SAYS_WHEN = re.compile(
    rf" (?:(?:{_DAYS})(?:ochtend|morgen|voormiddag|middag|namiddag|avond|vroeg)?"
    rf"|{_MONTHS}|{_SOON}|morgen\w*|{_SPANS}|half (?:{_HOURS}|\d+)"
    rf"|(?:de|den) (?:\d+(?:e|ste|de)?|{_ORDINALS}|volgende (?:keer|ronde|vergadering))) "
)
_PAST = (
    rf"(?:vorige?|verleden|afgelopen) (?:week|weken|weekend|maand|maanden|kwartaal|jaar|{_DAYS}|{_MONTHS})"
    r"|(?:dag|dagen|week|weken|maand|maanden|jaar|jaren|uur|uurtje|kwartier|minuten|poosje) geleden"
)
"""What was tells nobody what to expect."""
_NEVER = re.compile(
    rf" (?:{_PAST}|(?:elke?|iedere?|alle|per|een keer per) (?:dag|dagen|week|weken|maand|maanden|jaar)|goedemorgen|(?:prettige"
    r"|fijne|goede|mooie|nog een fijne) (?:dag|avond|middag|week|weekend)|dag(?= (?:meneer|mevrouw|hoor))"
    r"|(?:de|het) hele (?:dag|week|jaar)|ouder (?:zijn )?dan (?:een )?(?:half )?\w+(?: (?:jaar|maanden|weken))?"
    r"|als het zover is|(?:de )?(?:eerste|tweede|derde)"
    r" (?:keer|etage|verdieping|plaats)|(?:zeggen|weten|weet ik|zie ik|beloven) (?:ik )?wanneer) "
)


def says_when(line: str) -> bool:
    """Whether a line of standard words names any moment or term."""
    return bool(_SAYS_WHEN.search(_NEVER.sub(" … ", line)))
