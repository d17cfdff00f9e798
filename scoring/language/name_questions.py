"""This module contains where an employee asks for the caller's name, and not for another's or where it belongs."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from scoring.language.text import TurnText

_YOURS = re.compile(r" (?:uw?|je|jouw) ")
_NAME = "(?:voor ?naam|achter ?naam|naam|familienaam|meisjesnaam)"
_ASKS = re.compile(
    r"(?<! met)(?<! op)(?<! in)(?<! van)(?<! onder)(?<! zonder)(?<! staat)(?<! stond)(?<! naar)"
    rf" (?:uw?|je|jouw) (?:eigen |volledige )*{_NAME}"
    r"(?! van (?:uw|je|het|de))"
    rf"| welke {_NAME}(?! van (?:uw|je|het|de))"
    rf"|(?<! met)(?<! of)(?<! op) de {_NAME} (?=$|en |van u |graag|even|nog|dan|daarbij|erbij|alstublieft|alsjeblieft)"
    r"| met wie (?:spreek|heb|bel)| wie (?:heb ik|bent u|spreek ik|ben je)| hoe heet(?:te)? (?:u|jij|je)(?= )"
    rf"| wat was (?:de|uw|je) {_NAME} | (?:mag|krijg) ik (?:\w+ ){{0,3}}een {_NAME} | nog een keer de {_NAME} "
    r"|^ (?:en )?naam en (?:adres|geboortedatum|telefoonnummer) $"
    r"| (?:spreek|heb) ik (?:nu )?(?:met )?(?:meneer|mevrouw|de heer)| en (?:u|jij|je) (?:bent|heet) $"
    r"| (?:u|jij|je) bent (?:meneer|mevrouw|de heer) $"
    rf"|^ (?:(?:en|oke|goed|ja|dus) )*de {_NAME} was (?:(?=ook weer |ook al weer )|$"
    r"|(?!niet |wel |al |ook |verkeerd |fout |goed |vroeger |eerst |toen |.* van (?:de|het|die|dat|uw|je) )(?=\S))"
    r"| en ik spreek met $|^ (?:en )?ik spreek met $"
    r"| (?:u|jij|je) bent toch (?:meneer|mevrouw|de heer)"
    r"| spreek ik (?:nu )?met (?!de |het |een |iemand |niemand |u |je |mijn |haar |hem |hen |elkaar |collega)"
    r"| ben ik (?:hier |goed |nu )*(?:bij|verbonden met) (?:meneer|mevrouw|de heer)"
    r"| (?:ben jij|bent u) (?:meneer|mevrouw|de heer) "
    r"| hoe (?:u|je) heet |^ (?:en )?(?:naam|achternaam) (?:graag |alstublieft |alsjeblieft )?$"
)
_ASKS_WHO = re.compile(
    r" (?:mag|kan|zal|wil|zou|moet) ik (?:\w+ ){0,3}(?:weten|vragen|horen|noteren|opschrijven|vastleggen)"
    r" wie (?:(?:u|je|jij) bent|er (?:nu )?belt|(?:dit|dat|het|de melding) (?:meldt|doorgeeft|doet)"
    r"|ik (?:nu )?(?:spreek|heb|aan de (?:lijn|telefoon) heb)) "
    r"| (?:wilt|kunt|wil|kan|kun|zou) (?:u|je) (?:\w+ ){0,2}(?:zeggen|vertellen|doorgeven)"
    r" wie (?:(?:u|je|jij) bent|ik (?:nu )?(?:spreek|aan de (?:lijn|telefoon) heb)) "
    r"| hoe (?:mag|kan|moet|zal) ik (?:u|je|jou) (?:\w+ )?noemen "
    r"| wie (?:mag|kan|zal) ik (?:\w+ ){0,2}(?:noteren|opschrijven|vermelden)"
    r"(?! als (?!melder|beller|aanvrager|contactpersoon)) "
    r"| (?:alleen|enkel|desnoods) een (?:voor|achter)?naam (?!van )"
    r"| een (?:voor|achter)naam (?:volstaat|(?:is|mag|kan) (?:ook|al|wel|dan|genoeg|goed|voldoende|prima))"
    r" (?!op (?:de|het|dat|een) |in (?:de|het|dat) |bij (?:de|het|dat) )"
)
"""The same in words that ask who it is, or how to call them."""
_NEEDS = re.compile(
    r" zonder naam (?:\w+ ){0,5}(?:niet|niks|niets|geen|weinig) "
    r"| (?:(?:heb|hebben) (?:ik|we|wij)|(?:ik|we|wij) (?:heb|hebben)) (?:\w+ ){0,3}een naam (?:\w+ )?nodig "
    r"| (?:moet|hoort) (?:er |daar )?(?:\w+ ){0,2}een naam bij (?!van |voor |te staan )"
    r"| een naam (?:moet|hoort) (?:er|daar) (?:\w+ ){0,2}bij (?!van |voor |te staan )"
)
"""Who says that it cannot do without a name asks for it, mostly once more."""
_WHOSE = re.compile(
    r" (?:op|onder) (?:wie|wiens naam) staat | hoe staat (?:u|je) (?:\w+ ){0,3}(?:ingeschreven|geregistreerd|bekend) "
)
_MINE = re.compile(
    r" (?:op|van) (?:mij|me|mijzelf|mezelf|ikzelf) | (?:op|onder) mijn (?:eigen )?naam |^ (?:\w+ )?onder "
)
"""Only an answer like this makes "op wie staat de pas?" a question for the caller's own name."""
_WRITES = re.compile(
    r"(?<! ik) (?:schrijft?|schrijven|vermeldt?|vermelden|vult?|invullen|zet|zetten|plakt?|doet|stuurt?|mailt?|hoeft?|tekent?"
    r"|noteert|zorg dat|als) (?!ik )(?:(?:u|je|er|erbij|dan|daar|maar|ook|wel|even|gewoon|vandaag|bovenaan|duidelijk) )*$"
    r"| met (?:\w+ ){1,3}en $"
)
_WRITTEN = re.compile(
    r"(?:en (?:(?:uw|je|het|de|een) )?\w+ )?(?:(?:er|daar|dan|wel|weer|hier|zelfs|zo) )*"
    r"(?:erbij|erop|erin|eronder|erboven|bovenaan|(?:op|in|bij|onder|boven)(?! welk)|staat|stond|staan|komt|kwam|ligt|niet"
    r"|blijft|hoeft|vermelden|invullen|noemen|noem ik|zeggen wij) "
)
_REQUESTS = re.compile(
    r" (?:mag|kan ik|krijg|wat (?:is|was|zijn)|hoe|wil ik|heb ik|geef|zegt?|kunt u|kun je|wilt u|wil je"
    r"|ik (?:schrijf|noteer|zet|typ|tik|vul|zoek)|(?:schrijf|noteer|zet|typ|tik|vul|zoek) ik) (?:\w+ ){0,4}$"
)
"""Before "uw naam erbij" these ask for it; otherwise it is told where the name belongs."""
_NEED_NOT = re.compile(r" (?:hoeft|hoef|hoeven) (?:(?:u|je|jij|ook|dan|daar|daarvoor) )*$")
_NEAR = 12
_FAMILY = re.compile(
    r" (?:zoon\w*|dochter\w*|man|vrouw|moeder|vader|client|kind\w*|partner|buurman|oma|opa) "
)


def questions(turn: TurnText) -> Iterator[re.Match[str]]:
    """Where in the line the employee asks for the caller's own name."""
    found = (match for pattern in (_ASKS, _ASKS_WHO, _NEEDS) for match in pattern.finditer(turn.line))
    return (match for match in found if not _of_relative(turn, match) and not _told(turn, match))


def questions_whose(turn: TurnText, answer: TurnText) -> Iterator[re.Match[str]]:
    """Where it is asked in whose name something is, when that turns out to be the caller's own."""
    return _WHOSE.finditer(turn.line) if _MINE.search(answer.line) else iter(())


def _of_relative(turn: TurnText, match: re.Match[str]) -> bool:
    return bool(_FAMILY.search(turn.line[max(0, match.start() - 30) : match.end() + 30]))


def _told(turn: TurnText, match: re.Match[str]) -> bool:
    """Whether this only tells what happens with the name: "schrijf uw naam erbij", "uw naam staat er niet bij"."""
    if not _YOURS.match(match.group()):
        return False
    first, last = turn.word_index(match.start() + 1), turn.word_index(match.end() - 1)
    starts = [*turn.sentence_starts, len(turn.words)]
    at = bisect_right(starts, first)
    before = " ".join(["", *turn.words[max(starts[at - 1], first - _NEAR) : first], ""])
    after = " ".join([*turn.words[last + 1 : min(starts[at], last + _NEAR)], ""])
    if _NEED_NOT.search(before):
        return True
    return not _REQUESTS.search(before) and bool(_WRITES.search(before) or _WRITTEN.match(after))
