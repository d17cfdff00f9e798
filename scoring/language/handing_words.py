"""This module contains words around a hold or transfer: who waits, who is sent on, and what comes of it."""

import re

WILL_WAIT = re.compile(
    r"^ (?:(?:nou|oh|o|eh|mevrouw|meneer) )*(?:ja|oke|prima|goed|is goed|dat is goed|graag|tuurlijk|natuurlijk|uiteraard"
    r"|doe|doet|geen probleem|geeft niet|dat geeft niet|fijn|ik wacht|ik blijf|best) "
)
"""Who begins so and chats on still only waits."""

SENDS = re.compile(
    r" (?:\w*verbind\w*|komt (?:ie|hij|ze|u)|daar (?:is|komt|gaat)|zet (?:\S+ )?over|door met|blijft? (?:\S+ )?hangen) "
)

HANDS_OVER = re.compile(
    r" (?:(?:u|je|jij) (?:hoort|hoor|spreekt) nu|heb (?:\S+ ){1,5}aan de (?:lijn|telefoon)"
    r"|neemt? (?:jij|je|u|hij|zij|ze) (?:\S+ ){0,2}over) | (?:hier|daar) (?:is|komt) (?:\S+ ){1,2}$"
)
"""What an employee says who brings caller and colleague together, to one or the other."""

FAILS = re.compile(
    r"^(?!.* (?:als|mocht|wanneer|indien) (?:\S+ ){0,4}(?:op|opnemen|opneemt|opgenomen|gesprek|bezet|gehoor|dicht) )"
    r".* (?:nee?m(?:t|en) (?:\S+ ){0,2}niet op|niemand op|niet opgenomen|in gesprek|bezet|geen gehoor|lukt niet"
    r"|niet (?:bereikbaar|aanwezig|te pakken)|krijg (?:\S+ ){1,3}niet|krijg (?:\S+ ){0,4}niemand|er is niemand|is er niemand"
    r"|(?:al|inmiddels|nu|net|zijn|is) (?:dicht|gesloten|naar huis|weg)) "
)
"""The colleague is not there, so whatever else is said, nobody took over."""
