"""This module contains what employees say who send a caller on or leave one waiting: to whom, and that it begins."""

import re

from scoring.language.names import name_at, ordinary
from scoring.language.text import TurnText

_HANDED_TO = re.compile(
    r" (?:verbind\w*|zet|schakel|leid|breng|geef|komt?|doorverbinden|doorverbonden|doorzetten|overzetten|doorschakelen"
    r"|door|over)(?: (?!met |naar |bij )\w+){0,4} (?:met|naar|aan|bij)(?: (?:eh|mijn|onze|een|de|collega|mevrouw|meneer|heer))*"
    r" (?=\w)"
)
_SERVICE = re.compile(
    r" (?:met|naar|aan|bij) (?:de|onze|het) (?:(?!(?:juiste|goede|andere|verkeerde|betreffende|bevoegde|verantwoordelijke) )\w+"
    r" (?:dienst|ploeg|cel|team|loket)|\w{3,}(?:team|loket|lijn|beheerder|consulent)|ocmw|caw|uwv|svb|cjg) "
)
"""A department that its article would hide: "de sociale dienst"."""
_NEXT = re.compile(
    r" (?:geef ik (?:u|je)|krijgt (?:u|je)|(?:u|je) krijgt|hier komt|(?:er )?uit(?: \w+){0,2} dan (?:heeft|hebt) (?:u|je))"
    r"(?: (?:nu|dan|even|meteen|direct))* (?!muziek )(?=\w)"
)
_NOT_A_DESK = (
    r"(?:collega\w*|mij|mijn|ons|iemand|hem|haar|hen|hun|ze|die|dat|dit|daar|niemand|anders|andere?|juiste|goede|betreffende|een"
    r"|elkaar|wie|u|uw|je|jullie|thuis|zijn|wezen)"
)
_BELONGS = re.compile(
    r" moet(?:en)? (?:u|je)(?: (?:dan|daarvoor|hiervoor|even|eigenlijk|echt|wel))* bij"
    r" (?!(?:(?:de|het) )?(?:afdeling|team|balie|loket) zijn )"
    rf"(?:(?!{_NOT_A_DESK} )\w+ ){{1,5}}(?:zijn|wezen) "
)
"""Where a question belongs: "dan moet u bij het sociaal loket zijn"."""
_IF = re.compile(r" (?:als|indien|wanneer|mocht|anders) (?:\S+ ){0,8}$")
_IS_THAT_OF = re.compile(
    r" dat is (?:(?:mijn|onze|een|de|collega|mevrouw|meneer) )*(?=(?:\w+ ){1,2}(?:van|bij)"
    r" (?!(?:mij|mijn|ons|onze|me|u|uw|jou|je|een|de andere|hun|zijn|haar|dit|dat|die|te|nu) )"
    r"|(?:\w+ ){1,2}die (?:daar|er|hier|dat|over|alles)\w* )"
)
"""Whose it is: "dat is Joris van Vergunningen"."""
_NOBODY_NAMED = frozenset(
    "iemand degene wie wat hem haar hen ze die dat hetzelfde het uw je jou jouw u mij ons elkaar iets alle ander andere"
    " anders collega collegas beneden boven achter achteren voren buiten binnen elders spoed plezier liefde lijn toestel genoegen"
    " nummer nummers persoon mensen team afdeling plek juiste goede rechter vraag verhaal"
    " stilte vanzelf korting antwoord bericht brief sms keuze keuzemenu bandje toeslag straks".split()
)
"""What may follow "ik verbind u door met" and tells neither who nor which department."""
_PASSED_ON = "(?:hem|het|dat|dit|die|deze|(?:de|uw|je|deze|die|het) (?:melding|vraag|klacht|aanvraag|bericht|verzoek|signaal))"
_PASSES_ON = re.compile(
    rf" (?:(?:geef|zet|stuur|leid|speel|schakel) (?:ik )?{_PASSED_ON} (?:\w+ ){{0,3}}?door"
    rf"|(?:ga|zal|kan|moet) (?:ik )?{_PASSED_ON} (?:\w+ ){{0,3}}?(?:doorgeven|doorzetten|doorsturen|doorspelen)) "
)
"""A report goes on to a colleague, not the caller: "ik geef 'm door aan handhaving"."""
_SENT_ON = re.compile(r" (?:verbind\w*|u door|je door|door met) ")
_ON_HOLD = re.compile(
    r" (?:zet|zetten|leg|leggen|doe|doen|plaats|hou|houd|hang) (?:\w+ ){0,5}in de wacht "
    r"| (?:u|je) (?:\w+ ){0,3}in de wacht (?:zetten|leggen|doen|plaatsen|houden|hangen) "
    r"| (?:gaat|ga|komt|staat|kom|sta) (?:u|je)?(?: (?:dan|nu|zo|heel))* ?even (?:\w+ ){0,2}in de wacht "
    r"| ik (?:u|je) (?:\w+ ){0,3}in de wacht (?:zet|leg|hang|doe) |(?:^| (?:even|nu|dan)) in de wacht "
)
_ELSEWHERE_HELD = re.compile(
    r" (?:als(?! ik (?:u|je) )|wanneer|zij|ze|die|altijd|vaak|lang|maandag) (?:\w+ ){0,6}in de wacht "
    r"| in de wacht (?:gestaan|gezet) "
)
_LONG = 5
_SILENCE = (
    r"(?:even (?:\S+ )?(?:niks|niets|stilte)(?! (?:van|over|meer|terug) )"
    r"|(?:\S+ ){0,3}(?:\w*muziek\w*|deuntje|piano\w*|liedje))"
)
_LEAVES = re.compile(
    r" (?:(?:zet|zetten|leg|doe|plaats|hou|gaat|komt) (?:\S+ ){0,5}in de wacht|in de wacht (?:zetten|leggen|doen|houden)"
    r"|(?:leg|zet|hang) (?:u|je) (?:\S+ ){0,3}(?:weg|stil|opzij|op stil|op mute)"
    rf"|(?:u|je) hoort? {_SILENCE}|hoort? (?:u|je) {_SILENCE}) "
)
STAYS = re.compile(r" blijft? (?:\S+ ){0,3}(?:hangen|lijn) ")
_WALKS_OFF = re.compile(
    r" (?:ik (?:\S+ )?(?:loop|ren|wandel|ga)|(?:loop|ren|wandel|ga) ik)(?: (?:er|nu|even|heel|snel|gauw|vlug|zelf|hier))*"
    r" (?:naar|bij)"
    r" (?:(?:de|het|onze|mijn|een) )?(?:balie|loket|kelder|archief|kast|kluis|printer|kantoor|collega\w*|overkant|gang|achteren"
    r"|(?:boven|beneden|voren|buiten)(?! toe)|afdeling|postkamer|\w+beheer|\w+loket) "
    r"| ik leg (?:u|je|de (?:telefoon|hoorn)) (?:even|hier|heel even) (?:\S+ )?(?:neer|weg|opzij) "
)
"""Who goes away from the telephone leaves the caller waiting, without a word of holding."""
_ELSEWHERE = re.compile(
    r" (?:vraag|vragen|navraag|navragen|overleg|overleggen|informeer|informeren|loop|lopen) (?!u |je |me )"
)
_NOT_NOW = re.compile(
    r" (?:morgen|overmorgen|vanmiddag|straks|\w+dag|volgende week|bel (?:ik )?u|laat (?:\S+ )?u weten|terugbellen|stond|zat"
    r"|sorry) "
)
_REST = 14
"""Who says more than so many words behind it has gone on with the caller."""


def tells_whom(turn: TurnText, *, capitals: bool) -> bool:
    """Whether the caller hears by name who or what comes next: "ik verbind u door met mirjam van der valk"."""
    if _SERVICE.search(turn.line) or _belongs(turn.line):
        return True
    ends = (
        turn.word_index(m.end())
        for said in (_HANDED_TO, _NEXT, _IS_THAT_OF)
        for m in said.finditer(turn.line)
    )
    return any(_names_someone(turn, i, capitals=capitals) for i in ends)


def _belongs(line: str) -> bool:
    """Whether the question belongs with a desk that is named, and not only if it should be another one."""
    found = _BELONGS.search(line)
    return found is not None and not _IF.search(line[: found.start() + 1])


def _names_someone(turn: TurnText, i: int, *, capitals: bool) -> bool:
    before = turn.words[i - 2 : i]
    if turn.words[i] in _NOBODY_NAMED or before[-1] in {"de", "een"} or before == ["een", "collega"]:
        return False
    announced = before[-1] != "collega"  # behind which another sentence may begin, in recognised speech
    if len(turn.words[i]) >= _LONG and not ordinary(turn.words[i]):
        return True  # a department, or a name that recognition wrote small
    return bool(name_at(turn, i, capitals=capitals, announced=announced)[0].parts)


def passes_on(turn: TurnText) -> bool:
    """Whether only a report is passed on here, while the caller stays."""
    return bool(_PASSES_ON.search(turn.line)) and not _SENT_ON.search(turn.line)


def speaks_of_holding(turn: TurnText) -> bool:
    """Whether being on hold is only spoken of here: "er staan er nog meer in de wacht", "uw aanvraag staat in de wacht"."""
    line = turn.line
    if " in de wacht " not in line or STAYS.search(line):
        return False
    return bool(_ELSEWHERE_HELD.search(line)) or not _ON_HOLD.search(line)


def leaves_waiting(turn: TurnText) -> bool:
    """Whether a wait begins here: on hold, or asked to hold the line while the employee asks elsewhere."""
    if _NOT_NOW.search(turn.line) or speaks_of_holding(turn):
        return False
    left = _LEAVES.search(turn.line)
    stays = STAYS.search(turn.line) if _ELSEWHERE.search(turn.line) else None
    ends = [match.end() for match in (left, stays, _WALKS_OFF.search(turn.line)) if match]
    return any(len(turn.line[end:].split()) <= _REST for end in ends)
