"""This module contains which words of a call name what it is about, rather than who talks, waits or is angry."""

import re
from collections.abc import Sequence

from scoring.language.names import clause_starts, ordinary
from scoring.language.text import TurnText

_OPENS = re.compile(
    r" (?:(?:ik bel|bel ik|ik belde|wij bellen|we bellen)(?: \w+){0,2} (?:over|voor|om|omdat|vanwege|namens|want|met)"
    r"|(?:het )?gaat (?:\w+ ){0,2}(?:over|om)|(?:een )?vraag(?:je)? (?:\w+ ){0,2}(?:over|met betrekking)|in verband met"
    r"|ik (?:wil|wou|wilde|zou|moet)(?: \w+){0,2} (?:weten|aanvragen|melden|vragen|doorgeven|aangeven|opzeggen|bezwaar|klacht)"
    r"|(?:ik heb|we hebben|wij hebben|heb ik)(?: \w+){0,3} (?:aangevraagd|gevraagd|ingediend|gemeld|ontvangen|gekregen|aanvraag"
    r"|bezwaar\w*|melding|klacht|brief|boete|aanslag)|hoe (?:het|ver|staat)(?: \w+){0,2} (?:staat|zit|met|is)) "
)
"""With these somebody says what the call is about."""
_SIDE = re.compile(
    r" (?:met wie|wie (?:bent|is dat|zegt|spreek)|wat zegt|zegt u|bent u|hoe bedoel\w*|kan dat|mag dat|is er iemand|in de wacht"
    r"|(?:derde|vierde|vijfde|zoveelste|tiende) keer|\w+ keer gebeld|(?:minuten|uur) (?:\w+ )?(?:aan de lijn|in de wacht|gewacht)"
    r"|naast de telefoon|doorverbonden|abonnement nemen|van het kastje|terug\w*bel\w*|geen mens|niemand|ik word er|(?:boos|kwaad"
    r"|bang|verdrietig|zenuwachtig|gek|woest|pissig|wakker van|zat|moe van|goed verstaan)"
    r"|hoor (?:ik|je) niks|nog (?:steeds )?niks|sorry|dank u|bedankt|achternaam) "
)
"""Beside the matter: who talks, how long it takes, how that feels."""
_GREETS = re.compile(
    r" (?:(?:ja|nou|eh|moi|dag|hallo|hoi|goede|goeie|goeiedag|goedemorgen|goedemiddag|goeiemorgen|goeiemiddag|\w+) ){0,2}met "
    r"(?!mijn |de |het |een |die |dat )| (?:dag|hallo|hoi|goedemorgen|goedemiddag|goedenavond|goeiemorgen|goeiemiddag|moi) "
)
"""A greeting with a name and perhaps an address."""
_BACK = re.compile(r" (?:dat|dit|die|daar|er|hij|zij|ze|het|dan|toen|nou) ")
_RARE = 4.7
"""Zipf frequency (wordfreq) below which a word may name a matter."""
_MOST = 3
"""So many such words tell as much as more of them."""
_LEAST = 4
"""With fewer words a sentence hardly tells anything."""
_GREETING = 12
"""A longer turn that begins with a greeting goes on to the matter."""
_NO_MATTER = frozenset(
    "goedemorgen goedemiddag goedenavond goedendag mevrouw meneer hallo keer weken maanden jaren dagen uur week maand eigenlijk"
    " gewoon natuurlijk helemaal misschien allemaal euro honderd duizend steeds gebeld bellen precies januari februari maart"
    " april juni juli augustus september oktober november december maandag dinsdag woensdag donderdag vrijdag collega"
    " gemeente".split()
)
_ABOUT = re.compile(
    r" (?P<lead>over|vanwege|inzake|betreffende|in verband met|wegens)"
    r" (?:uw|je|jouw|de|het|die|dat|deze|dit|een|jullie|haar|zijn) (?=\w)"
)
_TIME = re.compile(
    r"\w*(?:dag|dagen|week|weken|maand|maanden|uur|uurtje|kwartier\w*|minu\w+|tijd|tijdje|poosje|hal(?:f|ve)|keer|paar|jaar|morgen)"
)
_LONGEST, _PLAIN = 3, 4.9
"""Words of such a matter, and the Zipf frequency (wordfreq) from which a word is no part of it."""
_DETAILS = re.compile(
    r" (?:adres|postcode|huisnummer|straat|plaats|geboortedatum|geboren|\w*nummer|kenmerk|kenteken|spel\w*"
    r"|(?:uw|je|wat is de|achter|voor) ?naam|(?:wanneer|hoe laat|welke dag|hoe lang|hoeveel|sinds) (?:\w+ ){0,8})"
)
_RINGS = re.compile(r"bel(?:t|len|letje|verzoek|notitie)?\b|gebeld|telefoon")


def told_matter(words: Sequence[str], names: frozenset[str]) -> float:
    """How much these words of a caller name a matter; `names`: words of people's names."""
    line = f" {' '.join(words)} "
    told = {
        w
        for w in words
        if len(w) > 3 and w.isalpha() and w not in names | _NO_MATTER and not ordinary(w, _RARE)
    }
    score = min(len(told), _MOST) + 2.5 * bool(_OPENS.search(line)) - 2.5 * bool(_SIDE.search(line))
    greets = bool(_GREETS.match(line)) and not _OPENS.search(line) and len(words) < _GREETING
    return score - 2 * (len(words) < _LEAST) - 0.5 * bool(_BACK.match(line)) - 1.5 * greets


def asks_detail(text: TurnText) -> bool:
    """Whether an employee asks for an address, a number or a day: the answer is no matter."""
    return bool(_DETAILS.search(text.line)) and "?" in text.text


def said_about(text: TurnText) -> tuple[int, int] | None:
    """Where in a promise to ring the employee says what about: "Joris belt u over uw terras"."""
    if not _RINGS.search(text.line):
        return None
    found = ((text.word_index(m.start("lead")), text.word_index(m.end())) for m in _ABOUT.finditer(text.line))
    sure = [(lead, end) for lead, first in found if (end := _matter_end(text, first)) > first]
    return (text.spans[sure[-1][0]][0], text.spans[sure[-1][1] - 1][1]) if sure else None


def _matter_end(text: TurnText, first: int) -> int:
    """The word after the matter that starts here; that word itself where none does: "over een kwartier"."""
    if _TIME.fullmatch(text.words[first]) or clause_starts(text, first - 1):
        return first
    end = first + 1 + ordinary(text.words[first], _PLAIN)  # "een ander voorstel"
    while end < min(len(text.words), first + _LONGEST) and not ordinary(text.words[end], _PLAIN):
        if clause_starts(text, end):
            break
        end += 1
    end = min([end, len(text.words), *(i for i in text.sentence_starts if i > first)])
    return first if ordinary(text.words[end - 1], _PLAIN) else end
