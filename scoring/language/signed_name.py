"""This module contains the name with which somebody ends a message, and what "met" says that is no name."""

import re

from scoring.language.name_afterwards import IS_MY_NAME, names_before
from scoring.language.text import TurnText

_OTHERS = (
    "mijn|m n|mn|onze|ons|een|de|het|iemand|collega|collegas|uw|je|jouw|hem|haar|ze|meneer|mevrouw|wie|mij|me"
)
_SIGNS = re.compile(
    rf" (?:(?:vraag|vraagt|vragen)(?: (?:u|je|dan|maar|even|gerust|gewoon))* naar|(?:groet|groeten|groetjes)(?: van)?|dit was)"
    rf"(?! (?:{_OTHERS}|aan|uit|thuis|en|op|alles|dat|mijn bericht) )(?= .)"
)
"""What comes before one's own name at the end of a message: "vraagt u naar Lonneke", "groetjes van Anke"."""
_WAS_THIS = re.compile(r" was dit (?=$|van |namens |hoor |nog |dag |doei |tot )")

_THING = re.compile(
    r"digi|digid|eherkenning|mijnoverheid|overheid|pin|pinpas|pinnen|ideal|tikkie|paypal|creditcard|marktplaats|whatsapp|facebook"
    r"|instagram|google|internet|spoed|postnl|ziggo|kpn|vodafone|odido|pasen|kerst\w*|pinksteren|hemelvaart\w*|koningsdag|carnaval"
)
_DONE_WITH = re.compile(
    r" (?:inloggen|logt?|betaalt?|betalen|regelt?|regelen|aanvragen|aanvraagt|oplossen|contant|gebeld|gemaild|gesproken"
    r"|afspraak|overleg|bezig|gaat|gaan|lukt|werkt|mag|moet|kunt|kun) (?:(?!goedemorgen|goedemiddag|goedenavond)\w+ ){0,3}$"
)


def signed(turn: TurnText, *, capitals: bool) -> set[int]:
    """Where the name may begin with which a message ends."""
    starts = {turn.word_index(match.end() + 1) for match in _SIGNS.finditer(turn.line)}
    before = (names_before(turn, words, capitals=capitals) for words in (_WAS_THIS, IS_MY_NAME))
    return starts.union(*before)


def with_thing(turn: TurnText, start: int) -> bool:
    """Whether the "met" before this word tells what something is done with: "u logt in met DigiD"."""
    if turn.words[start - 1] != "met" or turn.words[max(0, start - 2)] in {"spreekt", "sprak"}:
        return False
    first = max(i for i in (0, *turn.sentence_starts) if i < start)
    before = f" {' '.join(turn.words[max(first, start - 6) : start - 1])} "
    return bool(_THING.fullmatch(turn.words[start]) or _DONE_WITH.search(before))
