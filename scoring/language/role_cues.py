"""This module contains the words that betray who is the employee: in a speaker's label and in what is said.

Weights are log odds, rounded, counted on labelled calls for training: +1 makes "employee" e times likelier.
Phrases are matched on lower-case words without punctuation, so recognised speech works as well as typed text.
"""

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


AGENT_WORDS = _words(
    "medewerker medewerkster agent agente kcc kccer adviseur baliemedewerker gemeente klantenservice "
    "klantcontact klantcontactcentrum consulent consulente telefonist telefoniste operator employee "
    "advisor receptie receptioniste balie ambtenaar organisatie instantie servicedesk helpdesk mdw mw1 "
    "callcenter callcentermedewerker representative host support staff"
)
AGENT_ENDINGS = ("medewerker", "medewerkster", "adviseur", "consulent", "consulente", "agent", "telefoniste")
CALLER_WORDS = _words(
    "beller belster klant klante inwoner inwoonster burger customer caller client cliënt cliente bewoner "
    "bewoonster ondernemer aanvrager mystery mysterycaller mysteryshopper opbeller melder consument "
    "citizen belangstellende gebelde guest user"
)
OTHER_WORDS = _words(
    "bandje tape ivr menu keuzemenu muziek wachtmuziek wachtrij wachtrijmelding systeem system automaat "
    "voicemail antwoordapparaat meldtekst music announcement recording bot computer collega doorverbonden "
    "achtergrond background noise geluid stilte overig other onbekend tolk"
)
CONVENTION = {"a": 1.5, "b": -1.5}
"""In Dutch transcripts A usually is the employee and B the caller; what is said may say otherwise."""

OPENING_TURNS = 3
"""Greeting and introduction are looked for in the first so many turns of a speaker."""

_ORGANISATION = (
    r"(?:gemeente|provincie|waterschap|belastingen|belastingsamenwerking|sociale dienst|parkeerwinkel|"
    r"parkeer winkel|afval(?:service|lijn)?|burgerzaken|klantcontactcentrum|klant contact centrum|"
    r"omgevingsdienst|bibliotheek|bieb|werkplein|werk en inkomen|wijkteam|sociaal team|stadhuis|gemeentehuis)"
)
_GREETING = r"(?:goe[a-zë]* ?(?:morgen|middag|avond|dag|moarn|enavond|endag)|dag|hallo|hoi|welkom)"

OPENING_CUES: tuple[tuple[float, re.Pattern[str]], ...] = tuple(
    (weight, re.compile(pattern))
    for weight, pattern in (
        (2.5, rf" {_GREETING} (?:welkom bij )?(?:de |het )?{_ORGANISATION} "),
        (2.0, rf"^ (?:de |het )?{_ORGANISATION} (?:[^ ]+ ){{0,4}}{_GREETING} "),
        (2.0, rf" (?:u|je) spreekt (?:hier )?met (?:[^ ]+ ){{1,6}}(?:van|bij) (?:de |het )?{_ORGANISATION} "),
        (2.5, rf" {_ORGANISATION} (?:[^ ]+ ){{0,5}}(?:u|je) spreekt "),
        (1.0, r" (?:u|je) spreekt (?:hier )?met "),
        (2.5, r" waar ?(?:mee|me) (?:kan|mag|kunnen) (?:ik|we|wij) (?:u|je|jou) "),
        (2.5, r" wat (?:kan|mag) ik voor (?:u|je|jou) (?:doen|betekenen) "),
        (2.0, r" hoe (?:kan|mag) ik (?:u|je|jou) (?:helpen|van dienst) "),
        (1.5, r" (?:zegt u|zeg) (?:het|'t|t) (?:eens|maar) | vertelt u (?:eens|maar) | roept u maar "),
        (
            -2.5,
            r" ik bel (?:u |je |jullie |even |eigenlijk )*(?:over|voor|omdat|want|vanwege|om|naar) ",
        ),
        (
            -2.0,
            r" ik heb (?:eigenlijk |even )?(?:een|nog een|'n|n) (?:vraag|vraagje|klacht|probleem|melding) ",
        ),
        (-1.5, r" spreek ik (?:nu )?met (?:de )?gemeente | ben ik (?:nu )?(?:bij|verbonden met) "),
        (-1.5, r" ik (?:wil|wilde|wou|zou) (?:graag |even |eigenlijk |weten )+"),
        (-1.5, r" ik heb (?:van jullie )?(?:een|'n) (?:brief|mail|mailtje|aanslag|boete|rekening|sms) "),
        (
            -1.0,
            r" (?:mijn|m'n) (?:paspoort|rijbewijs|container|uitkering|vergunning|aanvraag|kliko|afspraak) ",
        ),
    )
)

CUES: tuple[tuple[float, re.Pattern[str]], ...] = tuple(
    (weight, re.compile(pattern))
    for weight, pattern in (
        (1.6, r" (?:heeft|hebt|bent|wilt|moet|kunt|krijgt|hoeft|zegt|ziet|belt) u "),
        (1.2, r" u (?:een|er|daar|dan|het|op|kunt|krijgt|moet|hoeft) "),
        (1.5, r" voor u | van u | als u "),
        (1.0, r" uw "),
        (2.0, r" (?:kan|mag) ik (?:u |je )?(?:verder |nog |ergens ){1,3}"),
        (2.0, r" ik verbind (?:u|je) | (?:u|je) (?:even )?door(?:verbinden| verbinden) "),
        (2.0, r" ik (?:zet|ga|kijk|zoek|pak|zie|noteer) (?:het |u |je |hem |'t |dat |hier |er |even )+"),
        (1.5, r" (?:een |'n )?moment(?:je)? (?:alstublieft|graag|alsjeblieft|hoor) | blijft u aan "),
        (1.5, r" mag ik (?:dan |even |misschien )?(?:uw|je|jouw) | wat is (?:uw|je) "),
        (
            1.2,
            r" (?:mijn|een) collega (?:[^ ]+ ){0,4}(?:belt|terug) | (?:bellen|belt) (?:wij |we )?u ",
        ),
        (1.0, r" van ons | bij ons | sterkte | succes "),
        (-1.0, r" (?:bij |van |met )?jullie "),
        (
            -1.2,
            r" (?:mijn|m'n|me) (?:man|vrouw|dochter|zoon|moeder|vader|buurman|buurvrouw|huis|straat|auto) ",
        ),
        (-1.2, r" (?:moet|kan|mag|krijg|word|zit|sta) ik (?:dan|nu|nou|al|daar|nog|zelf) "),
        (-1.0, r" ik (?:ben|had|word|sta|zit|woon|wacht) "),
        (-0.9, r" dank (?:u|je) (?:wel )?| bedankt "),
        (-0.8, r" (?:en )?wanneer (?:kan|mag|krijg|hoor|wordt) "),
        (-0.7, r" nou ja | ik heb "),
    )
)
