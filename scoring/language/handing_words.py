"""This module contains words around a hold or transfer: who waits, who is sent on, and what comes of it."""

import re

WILL_WAIT = re.compile(
    r"^ (?:(?:nou|oh|o|eh|mevrouw|meneer) )*(?:ja|oke|prima|goed|is goed|dat is goed|graag|tuurlijk|natuurlijk|uiteraard"
    r"|doe|doet|geen probleem|geeft niet|dat geeft niet|fijn|ik wacht|ik blijf|best) "
)
"""Who begins so and chats on still only waits."""

CALLS_OUT = re.compile(
    r"^ (?:(?:ja|eh|he|hee|mevrouw|meneer) )*(?:hallo|(?:bent|ben|bin|zijt) (?:u|je|ie|ge) (?:\S+ ){0,3}nog) (?:\S+ ){0,6}$"
)
"""What a caller says into the silence; who hears it says what more was said."""

THANKS_FOR_WAITING = re.compile(
    r" (?:bedankt|dank|sorry|excuses|excuus) (?:\S+ ){0,5}(?:wachten|gewacht|geduld) "
)
THOUGHT_GONE = re.compile(
    r" dacht (?:\S+ ){0,4}(?:u|je) (?:\S+ ){0,3}(?:opgehangen|weg|vergeten|verdwenen)"
    r"|(?:lijn|verbinding) (?:\S+ ){0,2}(?:weg|verbroken) (?:was|is) "
)
"""So a caller confirms having waited, whose wait was not transcribed."""

SENDS = re.compile(
    r" (?:\w*verbind\w*|komt (?:ie|hij|ze|u)|daar (?:is|komt|gaat)|zet (?:\S+ )?over|door met|blijft? (?:\S+ )?hangen) "
)

HANDS_OVER = re.compile(
    r" (?:(?:u|je|jij) (?:hoort|hoor|spreekt) nu|heb (?:\S+ ){1,5}aan de (?:lijn|telefoon)"
    r"|neemt? (?:jij|je|u|hij|zij|ze) (?:\S+ ){0,2}over) | (?:hier|daar) (?:is|komt) (?:\S+ ){1,2}$"
)
"""What an employee says who brings caller and colleague together, to one or the other."""

KNOWS_MATTER = re.compile(
    r" (?:(?!wat |dan |zo |doorverbonden )\S+ (?:begreep|hoorde) ik"
    r" (?!u |je |niet |niks |niets |dat u (?:doorverbonden|belt) )(?=\S|$)"
    r"|u (?:bel|heb|wil|zit|zoek|ben|woon|trouw)\w* (?:\S+ ){1,8}(?:begrijp|hoor) ik (?:(?:he|toch) )?$"
    r"|ik (?:begreep|hoorde) (?:\S+ ){0,4}(?:dat|over|iets) (?!u doorverbonden )"
    r"|vertelde (?:mij|me) |ik heb het (?:al )?gehoord "
    r"|u bent (?:meneer|mevrouw) (?:\S+ ){1,4}(?:met|van) (?:de|het|die|dat|uw) )"
)
"""How a colleague begins who was told what the caller comes for."""

FAILS = re.compile(
    r"^(?!.* (?:als|mocht|wanneer|indien) (?:\S+ ){0,4}(?:op|opnemen|opneemt|opgenomen|gesprek|bezet|gehoor|dicht) )"
    r".* (?:nee?m(?:t|en) (?:\S+ ){0,2}niet op|niemand op|niet opgenomen|in gesprek|bezet|geen gehoor|lukt niet"
    r"|niet (?:bereikbaar|aanwezig|te pakken)|krijg (?:\S+ ){1,3}niet|krijg (?:\S+ ){0,4}niemand|er is niemand|is er niemand"
    r"|(?:al|inmiddels|nu|net|zijn|is) (?:dicht|gesloten|naar huis|weg)) "
)
"""The colleague is not there, so whatever else is said, nobody took over."""
