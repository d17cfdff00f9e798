"""This module contains whether words that no mark closes break off, or are whole and only lack the mark."""

import re
from collections.abc import Collection

from scoring.language.text import TurnText

_LEADS_ON = re.compile(
    r" (?:de|het|een|mijn|m n|uw|ons|onze|zijn|haar|hun|jullie|die|deze|dit|(?:van|met|naar|over|voor|om|tot|bij|tegen|zonder"
    r"|sinds|via|namens|tussen|vanwege|wegens|betreffende|te)|en|of|maar|want|omdat|als|dus|toen|zodat|terwijl|wat|hoe|waar"
    r"|waarom|wanneer|wie|welke?|(?<! wil )(?<! moet )(?<! kan )(?<! mag )(?<! zoek )ik"
    r"|we|wij|u|heb|had|wou|wilde|bel|belde|ga|zou|spreekt|heet|even|eerst|eens|nog|heel|zo n"
    r"|eh|uh|ehm|(?:er|dr|daar) (?:is|zijn|was|zit|ligt|staat)|(?<! wat )(?<! hoe )(?<! waar )(?<! wie )(?<! of )ik"
    r" (?:ben|was|kan|kon|moet|wil|zit|sta|vind)"
    r"|(?<! is )(?<! zit )(?<! kost )(?<! mag )(?<! kan )(?<! kon )(?<! werkt )(?<! gaat )(?<! moet )(?<! klopt )(?<! betekent )"
    r"(?<! doe )(?<! regel )(?<! komt )dat) $"
)
"""Words that a sentence hardly ends with; "op", "aan" and "in" do: "ik vraag een paspoort aan"."""
_SAYS_NOTHING = frozenset(
    "goedemorgen goedemiddag goedenavond goedendag morgen middag dag hallo hoi hai ja nee nou oke eh uh ehm u je ik we wij "
    "wou wilde wil wilden had hadden heb hebben ben bel belde kan kon mag zou graag even eens iets wat iemand eigenlijk eerst "
    "een de het mijn naam is vraag vraagje vragen over voor van met om te en maar dus of dat die daar er hier spreekt sprak "
    "spreken mevrouw meneer heer luister weten zeggen uitleggen vertellen horen bellen nog al wel zo mee gemeente "
    "als want omdat".split()
)
"""What a call begins with before the name or the matter comes."""


_REQUESTS = frozenset({"spreken"})
"""Who asks for somebody wants nothing else: "kan ik iemand spreken?"."""


def breaks_off(text: TurnText) -> bool:
    """Whether a turn without a closing mark stops before its name or matter, or in the middle of a sentence."""
    return leads_on(text) or _SAYS_NOTHING.issuperset(text.words)


def leads_on(text: TurnText) -> bool:
    """Whether a turn ends in words that a sentence hardly ends with."""
    return _LEADS_ON.search(text.line) is not None


def says_nothing(text: TurnText, names: Collection[str]) -> bool:
    """Whether a turn has no more than a greeting, these names and the beginning of a question."""
    return not _REQUESTS.intersection(text.words) and _SAYS_NOTHING.union(names).issuperset(text.words)
