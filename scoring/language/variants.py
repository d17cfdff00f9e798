"""This module contains spelling, dialect and recognition variants and the one form that rules use."""

VARIANTS: dict[str, str] = {
    # greetings
    "goeiemorgen": "goedemorgen", "goeiemorge": "goedemorgen", "goedemorge": "goedemorgen",
    "goeiemurge": "goedemorgen", "goeimorgen": "goedemorgen", "goeiemoarn": "goedemorgen",
    "morge": "morgen", "moarn": "morgen", "goemorgen": "goedemorgen",
    "goeiemiddag": "goedemiddag", "goeimiddag": "goedemiddag", "goemiddag": "goedemiddag",
    "goeienmiddag": "goedemiddag", "goeienmorgen": "goedemorgen", "sprekt": "spreekt",
    "goeiemiddeg": "goedemiddag", "goeienavond": "goedenavond", "goeieavond": "goedenavond",
    "goedeavond": "goedenavond", "goeiedag": "goedendag", "goeiendag": "goedendag",
    "goededag": "goedendag", "goeien": "goeden", "goeie": "goede", "goei": "goede",
    # clitics
    "'m": "hem", "'n": "een", "'t": "het", "'k": "ik", "ie": "hij", "'ie": "hij", "m'n": "mijn",
    "mn": "mijn", "z'n": "zijn", "zn": "zijn", "d'r": "er", "dr": "er", "'r": "er",
    "d'rin": "erin", "d'rop": "erop", "d'rbij": "erbij", "d'ran": "eraan", "d'ruit": "eruit",
    "da's": "dat-is", "das": "dat-is", "wa's": "wat-is", "a'k": "als-ik", "da'k": "dat-ik",
    # short and spoken forms
    "effe": "even", "effen": "even", "eefjes": "even", "eventjes": "even", "efkes": "even",
    "ff": "even", "evenkes": "even", "effies": "even", "effetjes": "even", "eefkes": "even",
    "ken": "kan", "kenne": "kunnen", "wa": "wat", "nie": "niet", "nait": "niet", "nit": "niet",
    "jao": "ja", "joa": "ja", "jep": "ja", "ok": "oke", "okee": "oke", "okay": "oke",
    "mit": "met", "mot": "moet", "mo": "moet", "hep": "heb", "hebbe": "hebben", "noe": "nou",
    "asjeblieft": "alsjeblieft", "alstublief": "alstublieft", "astublieft": "alstublieft",
    "mijnheer": "meneer", "menheer": "meneer", "mneer": "meneer", "mevrou": "mevrouw",
    "mevr": "mevrouw", "mw": "mevrouw", "dhr": "meneer", "juffrouw": "mevrouw", "oe": "u",
    "ow": "u", "uwes": "u", "sorrie": "sorry", "bin": "ben", "bun": "ben", "doar": "daar",
    "wal": "wel", "telnummer": "telefoonnummer", "nummertje": "nummer",
    "06-nummer": "mobielnummer", "06nummer": "mobielnummer", "nulzesnummer": "mobielnummer",
    "nulzes": "nul-zes", "isser": "is-er", "hebbie": "heb-je", "heeftu": "heeft-u",
    "kuntu": "kunt-u", "weetje": "weet-je", "hedde": "heb-ge", "kunde": "kun-ge",
    "gebelt": "gebeld", "gebeldt": "gebeld", "teruggebelt": "teruggebeld", "opgebelt": "opgebeld", "gemailt": "gemaild",
    "wort": "wordt",
    "dankjewel": "dank-je-wel", "dankuwel": "dank-u-wel", "danku": "dank-u", "bedank": "bedankt",
}  # fmt: skip
"""One word → its standard form; a hyphen stands for a space (the word becomes several)."""

PAIRS: dict[tuple[str, str], str] = {
    ("na", "middag"): "namiddag",
    ("goede", "morgen"): "goedemorgen", ("goede", "middag"): "goedemiddag",
    ("goede", "avond"): "goedenavond", ("goeden", "avond"): "goedenavond",
    ("goede", "dag"): "goedendag", ("goeden", "dag"): "goedendag", ("goed", "dag"): "goedendag",
    ("goed", "morgen"): "goedemorgen", ("goed", "middag"): "goedemiddag",
    ("pro", "beren"): "proberen", ("tele", "foon"): "telefoon",
    ("telefoon", "nummer"): "telefoonnummer", ("mijn", "heer"): "meneer",
    ("over", "morgen"): "overmorgen", ("van", "middag"): "vanmiddag", ("van", "avond"): "vanavond",
    ("werk", "dagen"): "werkdagen", ("werk", "dag"): "werkdag", ("van", "daag"): "vandaag",
    ("maan", "dag"): "maandag", ("dins", "dag"): "dinsdag", ("woens", "dag"): "woensdag",
    ("donder", "dag"): "donderdag", ("vrij", "dag"): "vrijdag", ("zater", "dag"): "zaterdag",
    ("zon", "dag"): "zondag", ("mor", "gen"): "morgen", ("mid", "dag"): "middag",
    ("goe", "morgen"): "goedemorgen", ("goe", "middag"): "goedemiddag",
}  # fmt: skip
"""Two neighbouring words (after VARIANTS) that are one."""
