"""This module contains what the words of a turn are about, and which of those things stand close together.

“U had vorige week een formulier gestuurd” and “maandag heeft u met Bente gesproken” share no word that
counts; both have *you*, *past* and an act of contact close to each other. Learned intents see that as well.
"""

import re
from functools import lru_cache

REACH = 8
"""Two things that stand further apart than so many words are not taken together."""

_WORDS = {
    "you": "u uw jij je jouw jullie jou",
    "me": "ik mij me mijn m'n",
    "us": "wij we ons onze",
    "them": "ze zij hij hem haar die hun men",
    "be": "heb hebt heeft had hadden hebben ben bent is was waren zijn",
    "would": "zou zouden",
    "shall": "zal zult zullen ga gaat gaan",
    "become": "wordt word worden werd werden",
    "can": "kan kunt kunnen kun kon",
    "must": "moet moeten moest hoef hoeft",
    "not": "niet geen niks niets nooit nergens niemand",
    "past": "gisteren eergisteren vorige vorig verleden afgelopen geleden eerder destijds toen vanmorgen vanochtend net"
    " zojuist al sinds laatst onlangs indertijd",
    "weekday": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "month": "januari februari maart april mei juni juli augustus september oktober november december",
    "period": "dag dagen week weken maand maanden jaar jaren uur uren kwartier werkdag werkdagen weekend",
    "future": "morgen morgenochtend morgenmiddag straks vanmiddag volgende komende binnen uiterlijk overmorgen",
    "wait": "wachten wacht wachtte duurt duren lang lange",
    "again": "keer maal derde tweede vierde vijfde weer opnieuw alweer nog",
    "call": "bel belt bellen belde gebeld opbellen opgebeld terugbellen teruggebeld telefoontje telefoon lijn nabellen",
    "write": "brief brieven mail mails mailtje bericht berichtje sms appje whatsapp kaart kaartje schrijven geschreven"
    " schreef gemaild mailde mailen antwoord reactie antwoorden gereageerd",
    "send": "gestuurd stuurde sturen opgestuurd ingestuurd verstuurd verzonden toegestuurd ingeleverd ingediend"
    " indienen ingevuld opgegeven doorgegeven aangemeld aangevraagd ingezonden overgemaakt afgegeven",
    "say": "gesproken sprak gezegd zei zeiden verteld vertelde uitgelegd gevraagd vroeg beloofd toegezegd afgesproken",
    "case": "aanvraag aanvragen bezwaar bezwaarschrift melding meldingen klacht verzoek dossier zaak zaaknummer kenmerk"
    " dossiernummer beschikking besluit aanslag formulier vergunning uitkering indicatie verslag rapport offerte"
    " afwijzing toekenning",
    "visit": "balie langs langsgekomen geweest bezoek huisbezoek gesprek keukentafelgesprek afspraak spreekuur kantoor"
    " loket bezocht kwam",
    "look_up": "systeem scherm computer dossier bestand erbij opzoeken zoek opgezocht kijken kijk zie staat stond"
    " gevonden vind typt",
    "person": "collega collega's meneer mevrouw iemand dame heer man vrouw medewerker ambtenaar consulent casemanager"
    " behandelaar inspecteur opzichter klantmanager wijkteam regisseur jurist taxateur",
    "department": "afdeling team burgerzaken belastingen vergunningen wmo handhaving groen wijkbeheer beheer werk"
    " inkomen sociaal publiekszaken leerplicht toezicht milieu juridische secretariaat bureau dienst administratie",
    "handle": "behandelt behandeld behandeling behandelen bezig mee loopt ligt onderweg stand verder doet pakt oppakken"
    " opgepakt beoordeelt beslist controleert",
    "progress": "ver status hoever voortgang stand",
    "away": "vrij vakantie ziek weg afwezig verlof overleg vergadering pauze bezet bereikbaar aanwezig gesloten dicht"
    " weekend huis thuis",
    "know": "weet wist weten idee durf beoordelen inzien inzage bij toegang",
    "done": "klaar geregeld rond afgerond goed opgelost gelukt",
    "get": "krijg krijgt krijgen kreeg gekregen ontvang ontvangt ontvangen komt komen hoort horen gehoord verneemt",
    "angry": "boos kwaad woest pissig zat beu balen baal balend schandalig schande belachelijk idioot bespottelijk gek"
    " onzin flauwekul waardeloos onbegrijpelijk triest",
    "sad": "verdrietig huilen huil gehuild tranen overleden dood overlijden begraven kwijt verloren mis rouw eenzaam"
    " alleen",
    "afraid": "bang angst eng zorgen ongerust paniek nachten slapen slaap wakker stress spanning zenuwachtig schrik"
    " schrok geschrokken wanhopig radeloos moe op kapot uitgeput",
    "understand": "begrijp begrijpt snap snapt voorstellen vervelend naar akelig rot rottig lastig moeilijk jammer spijt"
    " excuses sorry excuus sterkte gecondoleerd schrikken heftig ingrijpend herkenbaar logisch pech hinderlijk terecht",
    "channel": "website site internet formulier digid loket mail mailen balie langskomen terugbellen adres online",
    "trouble": "probleem kapot stuk last overlast klopt fout verkeerd mis lukt werkt doet lek schade ongeluk gevaarlijk"
    " vies stinkt rommel herrie lawaai",
    "money": "geld euro betalen betaald rekening schuld huur boete kosten",
    "number": "nummer telefoonnummer 06 nul",
    "who": "wie",
    "what": "wat",
    "where": "waar waarom",
    "how": "hoe",
    "when": "wanneer",
    "if": "als indien wanneer",
    "but": "maar",
    "because": "omdat want daarom dus",
}
_ABOUT: dict[str, tuple[str, ...]] = {}
for _concept, _words in _WORDS.items():
    for _word in _words.split():
        _ABOUT[_word] = (*_ABOUT.get(_word, ()), _concept)
_PARTICIPLE = re.compile(r"\w{0,6}ge\w{2,}(?:d|t|en)|(?:be|ver|ont|her)\w{3,}(?:d|t)")
_DONE = ("participle",)


def concepts(line: str) -> str:
    """What a line is about, and each two things within reach in their order (“you>past”), as words."""
    places = [(at, what) for at, word in enumerate(line.lower().split()) for what in _about(word)]
    pairs = [
        f"{first}>{then}"
        for i, (at, first) in enumerate(places)
        for where, then in places[i + 1 : i + 1 + 2 * REACH]
        if at < where <= at + REACH
    ]
    return " ".join([*(what for _, what in places), *pairs])


@lru_cache(maxsize=30_000)
def _about(word: str) -> tuple[str, ...]:
    """What a word is about; of a word in no list only whether it looks like a past participle."""
    return _ABOUT.get(word) or (_DONE if _PARTICIPLE.fullmatch(word) else ())
