"""This module contains the form of address: which words say "u" to the other and which say "je"."""

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from scoring.language.text import TurnText

_FORMAL = frozenset({"u", "uw", "uwe", "uzelf"})
_INFORMAL_SURE = frozenset({"jij", "jou", "jouw", "jezelf"})
_INFORMAL = _INFORMAL_SURE | {"je"}
_FROM_US = r"(?:(?:me|mij)|(?:\S+ ){0,2}van (?:me|mij|ons|hem|haar|mijn collega)) "
_SET_PHRASES = re.compile(
    r"(?<! wanneer)(?<! hoe)(?<! waar)(?<! waarom)(?<! of) (?:dank je|dankjewel|weet je(?: wat| wel)?"
    rf"|(?:zie je(?: wel)?|hoor je)(?! {_FROM_US})|snap je|begrijp je wel"
    r"|moet je(?: nou)? (?:horen|luisteren|kijken)|zal je (?:zien|net)|je weet (?:maar )?nooit"
    r"|kijk je (?:anders|heel anders)|zeg je|noem je(?! (?:\w+ )?(?:naam|nummer|adres|postcode))|heet je dat"
    r"|heb je (?:dat|die|daar|zo|er|ook|wel|altijd)"
    r"|hoe je het wendt of keert|je ziet het|als je (?:dat|het) zo|(?:daar|soms|dan) heb je|heb je (?:het al|geluk|pech)"
    r"|van (?:mij|ons) heb je"
    r"|vraag je (?:\w+ )?aan|zit je vast|je (?:hele )?verhaal doen|(?:loopt|gaat) (?:\S+ ){0,5}met je mee)(?= )"
)
_PERSONAL = re.compile(
    r"(?: (?:kan|zal|mag|moet|wil|laat|ga|kon|help|app|mail|bel|stuur) (?:ik|we|wij|hij|ze|ie|die) je"
    r"| (?:ik|we|wij|ze|hij|ie) (?:ga|zal|kan|wil|laat|gaan|zullen|kunnen|gaat|app|zou|mag) je| als ik je was"
    r"|(?<! dan) (?:je (?:belt|woont|spreekt)|(?:wil|kun|kan|heb|ben|mag) je (?:even|mij|me|misschien|zelf)"
    r"|(?:ik|wij|we|hij|zij|ze|die|collega) (?:bel|belt|bellen|help|mail|stuur|verbind|zet|geef|zie) je"
    r"|(?:hoe|wanneer|waar|waarom|wat|welke?) (?:\w+ )?(?:spel|heet|had|heb|kom|woon|werk|ben|bedoel|zoek|belde|vind) je"
    r"|je (?:(?!dan |moet |kan |kunt |zelf )\w+ ){0,5}(?:belt|gebeld (?:hebt|heeft)|hebt gebeld)"
    r"|(?:vind|wil) je dat(?! niet)|bel je (?:ons|mij|me)"
    r"|je (?:vader|moeder|man|vrouw|zoon|dochter)|ben je (?:er|daar|zelf|thuis|bekend)|kun je (?:daarbij|me|mij)"
    r"|(?:sterkte|groeten|groetjes|beterschap|gefeliciteerd) (?:\w+ )?(?:met|aan|voor) je"
    r"|(?:voor|aan|bij|met|van|naar|over) je(?= (?:\w+ )?(?:doen|op|door|uit|kijken|$|aanvraag|naam|nummer))"
    r"|je (?:(?!een |de |het |die |dat |geen )\w+ )?(?:naam|achternaam|voornaam|adres|nummer|telefoonnummer|postcode"
    r"|geboortedatum|vraag"
    r"|aanvraag|brief|mail|dossier|zaak|straat|huur|uitkering|afspraak|kenteken|geduld|verhaal))) "
)

_DONE = (
    r"(?:(?!geld|gezin|vermogen|verstand|verdriet|bezwaren|bewijzen|bedrijven)\w*(?:ge|ver|be|ont)\w{2,}[dtn]"
    r"|moeten|kunnen|laten|mogen|willen)"
)
_OF_YOURS = "(?:voor ?letters|initialen|huis ?nummer|gegevens|(?:e ?)?mail ?adres|burgerservicenummer|bsn|rekening ?nummer)"
_OWN_STORY = re.compile(
    rf" (?:(?:dat|die|dezelfde|wat|waar|of|hoe|omdat|zoals) je (?:[\w']+ ){{0,6}}"
    rf"(?:(?:hebt|had|bent|was) (?:[\w']+ )?{_DONE}|{_DONE} (?:hebt|had|bent|was))"
    r"|toen je(?! nog )|waar je nu|(?:hoe vaak|hoeveel|hoe ?lang)(?: \w+){1,2} je"
    rf"|(?:hoor|zie) je(?= {_FROM_US})"
    r"|(?:heb|had|hebben|hadden) (?:ik|we|wij|ze) je(?! (?:al|nog|net)? ?in )"
    r"|heb je (?:dat )?(?:niet|nooit) van (?:mij|me|ons)|heb je van (?:mij|me|ons) (?:dus )?(?:niet|nooit)"
    r"|(?:moet|mag|ga) je (?:\w+ ){0,2}(?:niet|niemand|nergens) (?:\w+ ){0,2}(?:doorvertellen|vertellen|verklappen|rondbazuinen)"
    r"|(?:snap|begrijp|hoor|zie|merk) (?:ik )?dat je (?:zo |heel |erg )?(?:boos|kwaad|verdrietig|geschrokken|ongerust|bezorgd"
    r"|gefrustreerd|teleurgesteld|ongeduldig) bent"
    rf"|(?<! je )je {_OF_YOURS}"
    r"|(?:bel|app|mail|stuur) je (?:even |gewoon |maar )?(?:me|mij|ons)"
    r"|je hoort (?:(?!wel |vaak |soms |altijd )\S+ ){0,3}van (?:me|mij|ons|hem|haar|mijn collega)"
    r"|(?<! dat )(?<! die )(?<! dan )(?<! soms )(?<! zo )vergeet (?:(?!je )\w+ )?je "
    r"(?!je |dat |het |die |dit |er |niet )(?:\w+ ){1,3}niet) "
)
"""What happened to this caller, or happens between the two: "als je verhuist" may be anyone, "dat je verhuisd bent" is not."""
_ORDERS = (
    "(?:neem|zet|pak|schrijf|vul|stuur|vraag|bel|houd?|leg|breng|doe|geef|vertel|mail|app|laat|zoek|haal|steek|meld|lees"
    "|noteer|typ|maak|noem|spel|controleer|check|bewaar|gebruik)"
)
_OF_ORDERS = (
    r"(?:er|dan|maar|morgen|even|wel|eerst|gewoon|vast|ook|straks|nu|nog|daar|hier|alvast|meteen|\w+dag)"
)
_NO_THING = (
    r"(?:dan|maar|niet|het|een|dat|die|de|op|wel|gewoon|ook|er|eerst|wat|om|aan|bij|in|uit|naar|met|voor|ze|m|hem|daar"
    r"|altijd|zo|even|nog|alles|of|hier|al|alleen|geen|via|zelf|tegen|toch|nou|nu|online|vooraf|hoe|van|en|te|iets|iemand"
    r"|mij|ons|me|nooit|krijgt|kunt|kan|moet|mag|hebt|bent|hoeft|ziet|weet|zult|zal|wilt|wil|gaat|komt|wordt|zit|staat)"
)
_TELLS_TO = re.compile(rf" {_ORDERS} (?:{_OF_ORDERS} )+je (?!{_NO_THING} )(?=\S)")
"""Behind another word je is no subject, so the verb is an order: "neem morgen je papieren mee"."""
_SOON = (
    r"(?:(?:over)?morgen|vandaag|vanmiddag|vanavond|vanochtend|straks|(?:van de|deze|volgende) week"
    r"|(?:maan|dins|woens|donder|vrij)dag(?:ochtend|morgen|middag)?)"
)
_THIS_CASE = re.compile(
    rf"(?: dan(?: \w+)? je nu| (?:dan (?:krijg|kom|moet|kun|kan|mag|ga|hoor|ben)|moet) je (?:\w+ ){{0,4}}?{_SOON}"
    rf"| dan moet je (?:nog )?even wachten| (?:heb|krijg|ben|sta|zit|komt?) je (?:\w+ ){{1,7}}(?:zie|lees) ik (?:hier|staan)) "
)
"""What happens soon, or stands in the file, is this caller's: "dan krijg je van de week een mailtje"."""
_LEAD_IN = r"^ (?:(?:en|maar|oke|ja|nee|nou|oh|o|of|dus|eh|goed|mooi|prima) )*"
_STARTS_ORDER = re.compile(rf"{_LEAD_IN}{_ORDERS} je (?!{_NO_THING} )(?=\S)")
_STARTS_ASKING = re.compile(
    rf"{_LEAD_IN}(?:(?:dan|even|wel|ook|nog|vooral|alleen|eerst|nu) )*je (?:\w+ ){{1,3}}(?:(?:wel|dan|even|niet|mee|\w+dag) )*"
    r"(?:(?:mee|in|op|af|door|klaar|thuis)(?:te)?(?:nemen|brengen|leveren|sturen|vullen|geven|houden|laten)|vergeten"
    r"|tekenen|ondertekenen|bewaren|eronder|erop|erbij|erin) (?:(?:he|hoor|graag|alsjeblieft) )*$"
)
"""What a sentence asks that has no other verb: "en je oude pas meenemen, he", "even je naam eronder"."""
_STARTS_QUESTION = re.compile(
    rf"{_LEAD_IN}(?!(?:snap|hoor|zie|begrijp) je |weet je (?:wat |wel )?$)\w+ je (?=\S)"
)
"""A question that begins with its verb asks whoever listens."""

_TELLS_OR_ASKS = re.compile(
    r"(?<! dan) (?:heb|woon|weet|bel|zoek|bedoel|vraag|stuur|zit|sta|kom) je(?! (?:dan|maar|niet|wel|altijd|nou)) "
)
"""Asks the other in a question; elsewhere as likely what anyone has or asks for ("daar heb je een loket voor")."""
_ASKS = re.compile(
    r" (?:wil|kun|kan|hoor|zie|blijf|ga|ben|had|was|wist|lag|zat|werk|ken|verkoop|gebruik|gooi|belde|betaal|neem|zou|hebben ze"
    r"|heeft iemand) je(?= )"
)
_SENSES = re.compile(
    r"(?<! dat)(?<! die)(?<! daar)(?<! dan)(?<! soms)(?<! anders)(?<! nooit)(?<! vaak)(?<! zo)(?<! toch)(?<! ja)"
    r" (?:hoor|zie) je(?= (?!(?:wel|vaker|vaak|meer|soms|steeds|nooit) ))"
)
"""In a question this asks what the caller hears or sees now: "hoor je het nu?"; elsewhere it is what anyone hears."""
_STARTS_SENSES = re.compile(
    r"^ (?:(?:en|maar|oke|nou|oh|of|eh) )*(?:hoor|zie) je(?= (?!(?:wel|vaker|vaak|meer|soms|steeds|nooit|hier|daar|ik) ))"
)
_ABOUT_CALLER = re.compile(
    r" (?:kun|kan|pak|neem|heb|weet|wil) jij (?=.* (?:hem|haar|meneer|mevrouw|familie) )"
    r"|(?= .* (?:hem|haar|hij|zij|ze|meneer|mevrouw|familie) ).* (?:kun|kan|pak|neem|heb|weet|wil) jij "
    r"| ik heb (?:hier )?(?:een )?(?:meneer|mevrouw) (?:\w+ ){0,8}(?:aan de lijn|voor je|die) "
)


_ANYWHERE = (_PERSONAL, _OWN_STORY, _TELLS_TO)
_JE = re.compile(r" je(?!\S)")


class Address(NamedTuple):
    """This represents how often a turn says u, surely je to this person, or a je that may be generic."""

    formal: int
    informal: int
    loose: int


def address(turn: TurnText) -> Address:
    """Count the forms of address in one turn; "weet je", "dank je wel" and generic je are left out."""
    line = _without_set_phrases(turn.line)
    words = line.split()
    spelled = sum(len(word) == 1 for word in words) > len(words) / 3
    formal = 0 if spelled else sum(word in _FORMAL for word in words)
    sure = sum(word in _INFORMAL_SURE for word in words)
    je = {match.start() for match in _JE.finditer(line)}
    personal = {*_personal(line, turn), *_senses(turn)} if " je " in turn.line else set()
    return Address(formal, sure + len(personal), len(je - personal))


def _without_set_phrases(line: str) -> str:
    """The line, as long as it was, without the je of set phrases."""
    return _SET_PHRASES.sub(lambda match: _JE.sub(" ..", match.group()), line)


def says_u(line: str) -> bool:
    """Whether a line of standard words has a form of u."""
    return not _FORMAL.isdisjoint(line.split())


def says_je(line: str) -> bool:
    """Whether a line of standard words has a form of je, set phrases left out."""
    return not _INFORMAL.isdisjoint(_without_set_phrases(line).split())


def says_je_surely(line: str) -> bool:
    """Whether a line of standard words has a je that surely is this person."""
    left = _without_set_phrases(line)
    anywhere = any(one.search(left) for one in (*_ANYWHERE, _TELLS_OR_ASKS, _ASKS)) or _THIS_CASE.search(line)
    starts = (_STARTS_ORDER, _STARTS_ASKING, _STARTS_QUESTION, _STARTS_SENSES)
    begins = any(one.search(line) for one in starts)
    return not _INFORMAL_SURE.isdisjoint(left.split()) or bool(anywhere) or begins


def _personal(line: str, turn: TurnText) -> Iterator[int]:
    """Where je is surely this person: what asks someone does so in a question, where questions are marked."""
    told = (*_ANYWHERE, _TELLS_OR_ASKS) if turn.asked is None else _ANYWHERE
    found = [(0, match) for one in told for match in one.finditer(line)]
    found += [(0, match) for match in _THIS_CASE.finditer(turn.line)]
    for start, end, asked in _sentences(turn):
        asking = (_TELLS_OR_ASKS, _ASKS) if asked else ()
        found += [(start, match) for one in asking for match in one.finditer(line[start:end])]
        begins = (_STARTS_QUESTION,) if asked else (_STARTS_ORDER, _STARTS_ASKING)
        found += [(start, match) for one in begins for match in one.finditer(turn.line[start:end])]
    for start, match in found:
        if je := _JE.search(turn.line, start + match.start(), start + match.end() + 1):
            yield je.start()


def _senses(turn: TurnText) -> Iterator[int]:
    """Where a question asks what the caller hears or sees, though "hoor je" and "zie je" are set phrases."""
    if turn.asked is None:
        found = [(0, match) for match in _STARTS_SENSES.finditer(turn.line)]
    else:
        asked = [(start, end) for start, end, asks in _sentences(turn) if asks]
        found = [(start, match) for start, end in asked for match in _SENSES.finditer(turn.line[start:end])]
    yield from (start + match.end() - len(" je") for start, match in found)


def _sentences(turn: TurnText) -> Iterator[tuple[int, int, bool]]:
    """Where in the line the sentences of a turn start and end, and whether they ask."""
    bounds = [*turn.sentence_starts, len(turn.words)]
    starts = [start for start, _ in turn.spans] + [len(turn.text)]
    for first, after in itertools.pairwise(bounds):
        start = len(" ".join(["", *turn.words[:first]]))
        end = len(" ".join(["", *turn.words[:after]])) + 1
        yield start, end, "?" in turn.text[turn.spans[after - 1][1] : starts[after]]


def about_the_caller(turn: TurnText) -> bool:
    """Whether the employee speaks of the caller, and says jij, to a colleague whom the transcript may not hear."""
    may = " jij " in turn.line or " ik heb " in turn.line  # first, for speed: most do not
    return (may and bool(_ABOUT_CALLER.search(turn.line))) or "collega" in turn.stage
