"""This module contains whether a day is that of a callback, or of something else that comes, runs or is due."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from scoring.language.text import TurnText

_HAPPENS = (
    "komt|komen|langs|staat|staan|loopt|lopen|ligt|liggen|krijgt|krijg|krijgen|ontvangt|ontvangen|begint|beginnen|start"
    "|eindigt|verloopt|verlopen|vervalt|vervallen|rijdt|rijden|opgehaald|bezorgd|geleverd|verstuurd|gestuurd|uitbetaald"
    "|afgeschreven|betaald|betalen|inleveren|indienen|ophalen|afhalen"
)
_MATTERS = (
    r"\w*(?:bezwaar|beroep|zitting|besluit|beschikking|brief)|\w{3,}termijn|inloopuur|balie|loket|internet|website"
    r"|stoep|bus"
)
_ARTICLE = "(?:de|het|een|uw|je|jouw|die|dat|deze|dit|ons|onze|mijn|haar|hun)"
_ARE = "(?:is|was|zijn|waren|wordt|worden|blijft|blijven|duurt|gaat|gaan|valt)"
_NO_THING = (
    r"\w+ste|\w+(?:e|n)de|derde|eerste|\w*da[gn]\w*|\w*we(?:ek|ken)\w*|\w*maand\w*|\w*uur\w*|\w*middag|\w*morgen|\w*ochtend"
    r"|\w*avond|loop|eind|einde|begin|kerst|pasen|pauze|lunch|moment|paar|planning|plan|bedoeling|streven|norm|verwachting"
    r"|afspraak|termijn|regel|richtlijn|\w*bel\w*|telefoontje|mevrouw|meneer|heer|collega\w*|is|was|zijn|wordt|worden|blijft"
    r"|gaat|zal|zou|kan|moet|heeft|doet|lukt|zit|werkt|voor|op|om|in|na|rond|dan|nog|wel|ook|niet|uiterlijk|binnen|over|tot"
    r"|pas|zo|ongeveer|hier|weer|hij|zij|ze|ik|we|u|er|denk"
)
_THING = rf"{_ARTICLE} (?!(?:{_NO_THING}) )\w+"
_OTHER = re.compile(
    rf" (?:{_HAPPENS}|{_MATTERS}) | {_THING} (?:\w+ ){{0,2}}{_ARE} | {_ARE} {_THING} "
    r"| (?:heeft|hebt|moet|kunt|kan|mag|loopt) u | (?:heb|moet|kun|mag|loop) (?:je|jij) | u (?:heeft|hebt|moet|kunt|kan|mag) "
)
_NOTED = re.compile(
    r" (?:het|dat) (?:staat|komt|ligt)(?= )| (?:staat|komt|ligt) (?:het|dat|er\w*)(?= )"
    r"| (?:komt|komen) (?:hij|zij|ze|\w+) (?:weer|terug)(?= )| (?:hij|zij|ze) komt (?:\S+ ){0,3}(?:weer|terug)(?= )"
    r"| komt (?:(?:dat|het|helemaal) )*(?:goed|in orde|voor elkaar)(?= )"
)
"""No other matter: "het staat er voor morgen in", "dan komt ze weer terug"."""
_GETS_ANSWER = re.compile(
    r" (?:(?:krijgt|krijg|heeft|hebt|heb) (?:u|je|jij)|(?:u|je) (?:krijgt|krijg|heeft|hebt)) (?:\w+ |… ){0,5}"
    r"(?:antwoord|bericht|uitsluitsel|duidelijkheid|gehoord|gesproken|lijn) "
)
"""What ringing brings: "dan heeft u morgen antwoord"."""
_PAUSE = r" (?:want|omdat|maar|en|dus|als|zodat|anders) "
_WHEN = re.compile(
    r" (?:wanneer|hoe ?laat|welke (?:dag|tijd)|welk (?:moment|tijdstip)|hoe ?lang|hoe ?snel|hoe ?gauw|qua tijd"
    r"|(?:rond|om) welke tijd) "
)
_TAIL = 15
"""Words at the end of a turn in which its question stands."""
_NEAR = 90
"""So many characters around a day the clause may reach that it is in."""
_HEARS = re.compile(
    r" (?:krijg|krijgen) (?:ik|we|wij) (?:dan |daar )?(?:dat|iets|bericht|antwoord|uitsluitsel)?(?= )"
)
"""Who asks when they get an answer, asks it of the callback."""
_RINGING = re.compile(r" (?:\w*bel(?:t|len|letje|d)?|\w*gebeld|telefoon\w*|horen|hoor) ")
_TO_HEAR = re.compile(
    r" (?:\w*bel(?:t|len)?|\w*gebeld|hoor|horen|weet|weten|bericht|antwoord|uitsluitsel|duidelijkheid|reactie|contact) "
)
_THERE = re.compile(
    r" (?:er|daar|hier|weer|terug|aanwezig|binnen|op kantoor|bereikbaar|gesproken|contact|hij|zij|ze|collega\w*|goed is"
    r"|nummer|vertellen|bespreken|uitleggen) | (?:dat|het) (?:is|wordt) (?:dan )?…"
)
"""Of somebody who is there then the day may be that of ringing too."""
_SELF_RINGS = re.compile(
    r"^ (?:(?:en|dus|nou|goed|oke|ja|maar|of|anders) )*(?:belt (?:u|jullie)|bel (?:je|maar|gerust|dan|ons)) "
    r"| (?:kunt|kun|mag|moet) (?:u|je|jullie) (?:\w+ ){0,3}(?:terug|op)?bellen (?:\w+ ){0,2}$"
    r"|(?: of| anders|^) (?:u|je|jullie) bel(?:t|len)? (?:(?:dan|zelf|gewoon|ons|ze|hem|haar|even|nog|maar) ){0,3}$"
)
_MAY_RING = re.compile(
    r"(?: (?:u|je|jullie) (?:kunt|kan|kun|mag|moet)| (?:kunt|kun) (?:u|je|jullie))"
    r" (?:(?:ze|hem|haar|ons|dan|ook|anders|eventueel|het beste) ){0,3}… (?:(?:nog|weer|ook|even|een keer|zelf|gewoon|ons) ){0,3}"
    r"(?:terug|op)?bellen "
)
"""The day between "kunt" and "bellen": "u kunt morgen nog bellen"."""
_AWAY = (
    "niet|vrij|een vrije dag|goede vrijdag|weg|buiten|ziek|afwezig|gesloten|dicht"
    "|op (?:een )?(?:pad|cursus|vakantie|studiedag|scholing|training)"
    "|met (?:vakantie|verlof)|in gesprek|(?:een )?(?:\\w+ )?(?:drukke|volle) (?:dag|ochtend|middag|week|agenda)|druk|vol|bezet"
    "|(?:een|in|aan het|naar een) (?:vergader\\w*|overleg|cursus|congres|afspraak|training|huisbezoek\\w*)"
)
_AWAY_THEN = re.compile(
    r" (?:(?:dan )?(?:is|zit|zitten|heeft|hebben|werkt|werken|werk|zijn|ben|heb|red|redden|haal|halen|lukt"
    r"|kan|kunnen|belt|bellen|komt|gaat) )?"
    rf"(?:ik |ze |zij |hij |we |wij |dat |het |er |ook |nog |zelf |de hele dag |met zijn allen |helaas ){{0,4}}(?:{_AWAY}) "
)
"""What follows the name of a day on which somebody is not there: it is no day to ring back."""
_CLOSED_BEFORE = re.compile(
    r" (?:is|zit|werkt|zijn) (?:ze |zij |hij |we |wij |er )?niet (?:op )?$"
    r"| (?:maar|alleen|lukt|kan|gaat)(?: \w+)? niet (?:meer )?$"
)


def elsewhere(line: str, begins: Sequence[int], start: int, end: int) -> bool:
    """Whether what stands here in a line is said of something else than ringing; `begins`: where sentences begin."""
    return _other(_clause(line, begins, start, end))


def runs_out(line: str, begins: Sequence[int], start: int, end: int) -> bool:
    """Whether what stands here is when something else happens, in a clause without a word of ringing."""
    clause = _clause(line, begins, start, end)
    return _other(clause) and not _RINGING.search(clause) and not _THERE.search(clause)


def _clause(line: str, begins: Sequence[int], start: int, end: int) -> str:
    """The words around what stands here that are said in one breath with it; … in its place."""
    i = bisect_right(begins, start)
    first = max(begins[i - 1] if i else 0, start - _NEAR)
    last = min(begins[i] if i < len(begins) else len(line), end + _NEAR)
    before = re.split(_PAUSE, f" {line[first:start].strip()} ")[-1]
    after = re.split(_PAUSE, f" {line[end:last].strip()} ")[0]
    return f" {before.strip()} … {after.strip()} "


def asks_when(text: TurnText) -> bool | None:
    """Whether this asks when somebody rings; False when it asks that of something else, None when it asks no such thing."""
    asked = (text.asked or text.line).split()[-_TAIL:]
    line = f" {' '.join(asked)} "
    if not _WHEN.search(line):
        return None
    return bool(_RINGING.search(line)) or not _other(_HEARS.sub(" ", line))


def asks_to_hear(text: TurnText) -> bool:
    """Whether this asks when something is heard, known or told: what a call may bring."""
    asked = (text.asked or text.line).split()[-_TAIL:]
    return bool(asks_when(text)) and bool(_TO_HEAR.search(f" {' '.join(asked)} "))


def calls_itself(line: str, begins: Sequence[int], start: int, end: int) -> bool:
    """Whether what stands here is when the other may ring: "belt u maar voor vieren"."""
    i = bisect_right(begins, start)
    first = max(begins[i - 1] if i else 0, start - _NEAR)
    before = f" {line[first:start].strip()} "
    return bool(
        _SELF_RINGS.search(before) or _MAY_RING.search(f"{before}… {line[end:].lstrip()}"[-2 * _NEAR :])
    )


def is_away(line: str, start: int, end: int) -> bool:
    """Whether this is a day on which somebody is not there."""
    return bool(_AWAY_THEN.match(line[end:]) or _CLOSED_BEFORE.search(line[:start]))


def _other(line: str) -> bool:
    return bool(_OTHER.search(_NOTED.sub(" ", line)) and not _GETS_ANSWER.search(line))
