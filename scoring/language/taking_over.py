"""This module contains the colleague who takes a call over: heard, though the employee may not have said so."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from scoring.call import Speaker
from scoring.language.announcements import WAITING, plain
from scoring.language.beside_caller import beside_caller
from scoring.language.episodes import is_gap
from scoring.language.text import TurnText

_FEW = 3
"""An employee who says no more than so many words ("dag Fatiha") has left the talk to others."""
_SOON = 3
"""So many turns behind the employee's last the colleague comes in."""
_HELLO = r"(?:(?:ja|hallo|hoi|goede\w+|dag|welkom|daar|u|je|spreekt|hier|meneer|mevrouw|afdeling|team) )"
_NO_NAME = r"(?:wie|wat|mij|me|u|je|jou|jullie|hem|haar|ons|die|dat|dit|zo|een|elkaar|alles|koken|bellen)"
_INTRODUCES = re.compile(
    rf"^ {_HELLO}*(?:(?!(?:ben|bent|was|is|klaar|en|wie|wat|hoe|sprak|praat|belde) )\S+ ){{0,2}}{_HELLO}*met (?!{_NO_NAME} )\S+ "
)
"""How somebody begins who answers for the organisation; the caller's own people do not."""
_GREETS = re.compile(
    r"^ (?:\S+ ){0,4}(?:dag|goede\w+|hallo|welkom) (?:meneer|mevrouw) (?:(?:de|van|der|den|ten|ter|el|al) )*"
    r"(?!(?:een|de|het|tot|ik|u|dat|die|dit|wat|hier|daar|met|en|fijn) )(\S+) "
)
"""A stranger at the door says "dag mevrouw" too, but does not know the name."""
_HANDS_ON = re.compile(
    r" (?:(?:hier|daar|nu) (?:heeft|hebt|heb|krijgt|krijg) (?:u|je) (?:nu )?(?:haar|hem|\S+(?= $))"
    r"|(?:u|je) (?:krijgt|krijg|hoort|spreekt) nu \S+|ik stap (?:er )?(?:nu |even )?(?:uit|eruit|ertussenuit)"
    r"|neemt? (?:(?:jij|hij|zij|ze|ie) )?(?:het|u|je|dit|haar|hem|mevrouw|meneer) (?:\S+ ){0,3}over"
    r"|komt? (?:ze|zij|hij|ie) (?:er)?(?:aan|nu|al|hoor)"
    r"|geef (?:ik )?(?:u|je|haar|hem) (?:nu |even |maar )?(?:aan )?(?:haar|hem|u|je|mijn collega|mevrouw|meneer)"
    r"|ik (?:geef|laat) (?:u|je) (?:nu |even )?(?:aan|met|bij) (?!de |het |uw |een )\S+) "
)
"""How the employee leaves the caller with a colleague who is there."""
_TAPE = re.compile(
    r" (?:voicemail|antwoordapparaat|na de (?:piep|toon)|dit gesprek|uw gesprek|cijfer van|toets) "
)


_OWN = re.compile(
    r" (?:ik geef|geef (?:ik )?(?:u|je|hem|haar)|hier (?:is|komt|heb)|zit (?:hier|naast|bij)|momentje|roep|mijn (?:vrouw|man"
    r"|dochter|zoon|moeder|vader|partner|zus|broer|buur\w+|begeleid\w+)) "
)
"""So the caller brings somebody of their own to the telephone."""
_BYE = 2


class TakenOver(NamedTuple):
    """This represents the employee's last turn and the colleague's first."""

    left: int
    came: int


def taken_over(turns: Sequence[TurnText], speakers: Sequence[Speaker]) -> TakenOver | None:
    """Where a colleague takes over for the rest of the call: introduced, or left the caller; not a tape or a housemate."""
    spoke = [i for i, one in enumerate(speakers) if one is Speaker.AGENT and len(turns[i].words) > _FEW]
    if not spoke or Speaker.CALLER not in speakers[: spoke[-1]]:
        return None
    left = spoke[-1]
    came = _comes(turns, speakers, left)
    if came is None or Speaker.CALLER not in speakers[came:] or _is_tape(turns[came]):
        return None
    if came in beside_caller(turns, speakers) or any(
        _OWN.search(turns[i].line) for i in range(left + 1, came) if speakers[i] is Speaker.CALLER
    ):
        return None
    handed = any(_HANDS_ON.search(turns[i].line) for i in spoke[-2:])
    known = _INTRODUCES.search(turns[came].line) or _greets_by_name(turns, came)
    back = speakers[came + 1 + _BYE * handed :]  # who hands over may still say goodbye
    return TakenOver(left, came) if (handed or known) and Speaker.AGENT not in back else None


def _greets_by_name(turns: Sequence[TurnText], came: int) -> bool:
    """Whether the caller is greeted by a name that was heard before."""
    greets = _GREETS.search(turns[came].line)
    if greets is None:
        return False
    name = re.compile(rf" (?:meneer|mevrouw|met|heet|is)(?: \S+){{0,2}} {re.escape(greets[1])} ")
    return any(name.search(turn.line) for turn in turns[:came])


def _comes(turns: Sequence[TurnText], speakers: Sequence[Speaker], left: int) -> int | None:
    """The first turn of somebody else behind the employee's last, when it comes soon; music does not count."""
    heard = [i for i in range(left + 1, len(turns)) if not is_gap(turns[i], speakers[i]) and turns[i].words]
    return next((i for i in heard[:_SOON] if speakers[i] is Speaker.OTHER), None)


def _is_tape(turn: TurnText) -> bool:
    return bool(_TAPE.search(turn.line) or WAITING.search(plain(turn.text)))
