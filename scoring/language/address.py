"""This module contains the form of address: which words say "u" to the other and which say "je"."""

import re
from typing import NamedTuple

from scoring.language.text import TurnText

_FORMAL = frozenset({"u", "uw", "uwe", "uzelf"})
_INFORMAL_SURE = frozenset({"jij", "jou", "jouw", "jezelf"})
_INFORMAL = _INFORMAL_SURE | {"je"}
_SET_PHRASES = re.compile(
    r"(?<! wanneer)(?<! hoe)(?<! waar)(?<! waarom)(?<! of) (?:dank je|dankjewel|weet je(?: wat| wel)?"
    r"|zie je(?: wel)?|hoor je|snap je|begrijp je wel"
    r"|moet je(?: nou)? (?:horen|luisteren|kijken)|zal je (?:zien|net)|je weet (?:maar )?nooit"
    r"|kijk je (?:anders|heel anders)|zeg je|noem je|heet je dat|heb je (?:dat|die|daar|zo|er|ook|wel|altijd)"
    r"|hoe je het wendt of keert|je ziet het|als je (?:dat|het) zo|(?:daar|soms|dan) heb je|heb je (?:het al|geluk|pech)"
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

_TELLS_OR_ASKS = re.compile(
    r"(?<! dan) (?:heb|woon|weet|bel|zoek|bedoel|vraag|stuur|zit|sta|kom) je(?! (?:dan|maar|niet|wel|altijd|nou)) "
)
"""Asks the other in a question; elsewhere as likely what anyone has or asks for ("daar heb je een loket voor")."""
_ASKS = re.compile(
    r" (?:wil|kun|kan|hoor|zie|blijf|ga|ben|had|was|wist|lag|zat|werk|ken|verkoop|gebruik|gooi|belde|betaal|neem|zou|hebben ze"
    r"|heeft iemand) je(?= )"
)
_ABOUT_CALLER = re.compile(
    r" (?:kun|kan|pak|neem|heb|weet|wil) jij (?=.* (?:hem|haar|meneer|mevrouw|familie) )"
    r"|(?= .* (?:hem|haar|hij|zij|ze|meneer|mevrouw|familie) ).* (?:kun|kan|pak|neem|heb|weet|wil) jij "
    r"| ik heb (?:hier )?(?:een )?(?:meneer|mevrouw) (?:\w+ ){0,8}(?:aan de lijn|voor je|die) "
)


class Address(NamedTuple):
    """This represents how often a turn says u, surely je to this person, or a je that may be generic."""

    formal: int
    informal: int
    loose: int


def address(turn: TurnText) -> Address:
    """Count the forms of address in one turn; "weet je", "dank je wel" and generic je are left out."""
    line = _SET_PHRASES.sub("", turn.line)
    words = line.split()
    spelled = sum(len(word) == 1 for word in words) > len(words) / 3
    formal = 0 if spelled else sum(word in _FORMAL for word in words)
    sure = sum(word in _INFORMAL_SURE for word in words)
    je = words.count("je")
    personal = min(je, _personal(line, turn)) if je else 0
    return Address(formal, sure + personal, je - personal)


def says_u(line: str) -> bool:
    """Whether a line of standard words has a form of u."""
    return not _FORMAL.isdisjoint(line.split())


def says_je(line: str) -> bool:
    """Whether a line of standard words has a form of je, set phrases left out."""
    return not _INFORMAL.isdisjoint(_SET_PHRASES.sub("", line).split())


def says_je_surely(line: str) -> bool:
    """Whether a line of standard words has a je that surely is this person."""
    left = _SET_PHRASES.sub("", line)
    patterns = (_PERSONAL, _TELLS_OR_ASKS, _ASKS)
    return not _INFORMAL_SURE.isdisjoint(left.split()) or any(one.search(left) for one in patterns)


def _personal(line: str, turn: TurnText) -> int:
    """How often je is surely this person: what asks someone does so in a question, where questions are marked."""
    if turn.asked is None:
        return len(_PERSONAL.findall(line)) + len(_TELLS_OR_ASKS.findall(line))
    asked = _SET_PHRASES.sub("", turn.asked)
    return len(_PERSONAL.findall(line)) + sum(len(p.findall(asked)) for p in (_TELLS_OR_ASKS, _ASKS))


def about_the_caller(turn: TurnText) -> bool:
    """Whether the employee speaks of the caller, and says jij, to a colleague whom the transcript may not hear."""
    may = " jij " in turn.line or " ik heb " in turn.line  # first, for speed: most do not
    return (may and bool(_ABOUT_CALLER.search(turn.line))) or "collega" in turn.stage
