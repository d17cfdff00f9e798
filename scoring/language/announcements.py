"""This module contains the text of tapes: what a telephone exchange says before and between people."""

import re

from scoring.language.role_cues import OPENING_CUES

WAITING = re.compile(
    r"\bal onze (?:\w+ ){0,2}(?:medewerk\w+|lijnen|collega\w*) (?:zijn|is)\b"
    r"|\b(?:nog )?\w+ wachtenden? voor u\b|\baantal wachtenden\b|\bu bent nummer \w+\b|\bnummer \w+ in de (?:wacht)?rij\b"
    r"|\bu wordt zo (?:spoedig|snel) mogelijk (?:geholpen|doorverbonden|te woord gestaan)\b"
    r"|\b(?:geschatte|verwachte|huidige|gemiddelde) wachttijd\b|\bwachttijd (?:is|bedraagt)\b"
    r"|\been van onze (?:\w+ )?medewerk\w+ (?:helpt|staat|is)\b"
    r"|\b(?:toets|kies|druk op) (?:dan )?(?:een|1|twee|2|drie|3|vier|4|vijf|5|hekje|sterretje)\b|\bmaak (?:nu )?uw keuze\b"
)
"""What only a tape says, wherever in a call."""

OPENING = re.compile(
    r"\b(?:dit|het|uw|ieder|elk) gesprek (?:kan|wordt|kunnen|mag) (?:\w+ ){0,6}opgenomen\b"
    r"|\bgesprekken (?:kunnen|worden) (?:\w+ ){0,6}opgenomen\b"
    r"|\b(?:trainings?|kwaliteits?|opleidings?)\w*(?: en \w+)? ?doeleinden\b"
    r"|\bu (?:wordt|bent) (?:nu )?(?:doorverbonden|verbonden) met (?:de |het )?(?:gemeente|klant\w+)\b"
    r"|\bbezoek (?:dan )?onze website\b|\bonze openingstijden\b|\been (?:ogenblik|moment) geduld\b|\bwelkom bij\b"
)
"""What a tape says before somebody answers; an employee may say it too."""

_PERSON = re.compile(
    r"\bspreekt (?:hier |nu )?met\b|\bmet wie spreek ik\b|\bzegt u het (?:maar|eens)\b|\bgoe\w+ (?:\w+ )?met \w+"
)
_OFFERS = tuple(cue for weight, cue in OPENING_CUES if weight >= 2.5 and "kan" in cue.pattern)


def from_tape(text: str, *, opening: bool) -> bool:
    """Whether this line comes from a tape; `opening`: nobody has answered the telephone yet."""
    line = plain(text)
    return bool(WAITING.search(line) or (opening and OPENING.search(line) and not answers(text)))


def answers(text: str) -> bool:
    """Whether somebody answers the telephone in person here: gives a name or offers help."""
    line = plain(text)
    return bool(_PERSON.search(line)) or any(cue.search(f" {line} ") for cue in _OFFERS)


def plain(text: str) -> str:
    """The words in small letters, with one space between them."""
    return " ".join(re.findall(r"[^\W_]+(?:['’][^\W_]+)*", text.lower()))
