"""This module contains the words around the name with which somebody answers the telephone."""

import re

from scoring.language.names import PARTICLES, PLACES_AND_ROLES, Name, name_at, ordinary
from scoring.language.text import TurnText

_INTRODUCTION = re.compile(
    r" (?:mijn naam is|ik ben|ik heet|(?:spreekt|sprak) (?:u |je )?met"
    r"|(?:u|je|ge|gij) spreekt mee)(?= .)|^ met(?= .)"
)
_NO_PERSON = "de|het|een|uw|je|jouw|jullie|mijn|ons|onze|zijn|haar|hun|die|dat|deze|dit|toch|ook|niet|alleen|wel|om|over|voor"
_ANSWERING = re.compile(
    r" (?:met|mei|(?:u|je) treft|(?:u|je) (?:heeft|hebt)(?= (?:\S+ ){1,5}aan de (?:telefoon|lijn) )"
    rf"|(?:dit is|hier|hier is)(?! (?:{_NO_PERSON}) )(?= (?:\S+ ){{1,5}}(?:van|namens|uit) ))(?= .)"
)
"""Words that announce a name while the telephone is answered, and later anything ("mei" is Frisian for "met")."""
_WITH_ANOTHER = re.compile(
    r" (?:verbindt?|verbinden|doorverbindt?|doorverbinden|(?:heb|hebben|heeft|had|hadden|neemt?|nemen|nam|opnemen)"
    r" (?:\w+ ){0,4}contact|afspraak|gesprek|overleg\w*|praten|gepraat|sprak|gesproken|gebeld|bellen) (?:\w+ ){0,3}$"
)
"""Before "met Loes Peters" these tell of a colleague: "ik verbind u door met Loes Peters"."""
_HERE_IS = re.compile(
    r"(?:(?<! bij )(?<! van )(?<! en )(?<! of )(?<! als )(?<! dat )(?<! omdat )(?<! want )dit is"
    r"|^(?: (?:ja|eh|uh|hallo|hoi|dag|goedemorgen|goedemiddag|goedenavond|goedendag|(?:meneer|mevrouw)(?: van| de| der| ter"
    rf"| den)* \S+))* hier(?: is| spreekt)?)(?! (?:{_NO_PERSON}) )(?= .)"
)
"""The same words where nothing behind them tells of an organisation, so only what surely is a name follows them."""
_GOES_ON = re.compile(
    r" (?:van|namens|uit|gemeente|afdeling|provincie|waterschap|team|ik bel|ik belde|ik heb|waarmee|wat|goedemorgen"
    r"|goedemiddag|goedenavond|goedendag|zegt|zeg|bel ik|spreek ik) "
)
_PARTS = frozenset(
    "klant klanten contact werk wijk sociaal sociale jeugd service meld publieks openbare uitkerings".split()
)
"""First halves of an organisation's name that recognition cut up: "klant contact centrum"."""
_ORGANISATION = re.compile(
    r"(?!(?:[ckm]ar|mer|mere|[jy]o|marjo|[ck]aro|pau|rose?|roze|anne|emme|eve|made|kate|ange|jacque|josse|ade|ame|cora)lijn$)"
    r"\w*(?:lijn|beheer|loket|dienst|diensten|desk|zaken|team|centrum|balie|service|kantoor|stichting|plein"
    r"|corporatie|bedrijf|fonds)|\w+punt|klanten|parkeer|provincie"
    r"|wonen|bouwen|zorg|welzijn|natuur|milieu|verkeer|vervoer|onderwijs|leefomgeving|veiligheid|mobiliteit|participatie"
)
"""The first word of an organisation's name, which no person is called; Karlijn and Jolijn are persons."""
_SECOND_HALF = re.compile(r"ruimte|huis")
_INTERJECTIONS = frozenset(
    "doei doeg doegdoeg doedoei houdoe joe toedeloe toedels groetjes groeten tabee ajuus adieu ciao doeidoei moi mogge "
    "fijne prettige mooie goeie alvast succes sterkte beterschap welkom momentje brr bah oeps hihi haha hopla zeg he hee "
    "foto pasfoto dan daar heeft lukt schikt hoe niet".split()
)
_NO_WORD = re.compile(r"[^aeiouy]+|.*(\w)\1\1.*")
"""A sound rather than a name: "brr", "hiii"."""
_MATTER = re.compile(
    r" (?:ik (?:bel|belde|heb|had|wil|wilde|wou|zou|ben|zie|kan|krijg|mis)|bel ik|belde ik|het gaat|gaat (?:het )?over"
    r"|(?:u|je|jullie) (?:had|heeft|hebt|hebben|bent|wilde|kunt|kan|mag)|waarmee|wat kan|waar kan|zegt u|zeg het|vertelt?"
    r"|kunt u|kun je|wilt u|over uw|spreek ik|stoor ik|schikt|in verband|naar aanleiding) "
)
_BARE_WITHIN = 16
"""Words in which a bare name is said, if no matter comes before."""
_ASKS_WHO = re.compile(
    r" (?:met wie (?:spreek|heb|praat|bel|ben|$)|wie (?:heb|bent|ben|is dit|zegt|spreek)|wie(?: zegt u| zei u)? $"
    r"|(?:wat|hoe) (?:is|was) (?:uw|je|jouw) naam"
    r"|hoe heet(?:te)? (?:u|je|jij)|(?:uw|je|jouw) naam)"
)


def announced(text: TurnText, *, answering: bool) -> set[int]:
    """The words that stand behind words that announce a name; `answering`: so early that more of them do."""
    patterns = [_INTRODUCTION, _ANSWERING] if answering else [_INTRODUCTION]
    ends = [m for pattern in patterns for m in pattern.finditer(text.line)]
    return {
        text.word_index(m.end() + 1)
        for m in ends
        if not (m.group().endswith(" mei") and _stops(text, text.word_index(m.end() + 1)))
        and not (m.group() == " met" and with_another(text, text.word_index(m.start() + 1)))
    }


def with_another(text: TurnText, i: int) -> bool:
    """Whether this "met" is said of a colleague, in one sentence with what one does with colleagues."""
    first = max(start for start in (0, *text.sentence_starts) if start <= i)
    return bool(_WITH_ANOTHER.search(" ".join(["", *text.words[first:i], ""])))


def shown(text: TurnText) -> set[int]:
    """The words behind "dit is" and "hier" at the beginning."""
    return {text.word_index(m.end() + 1) for m in _HERE_IS.finditer(text.line)}


def goes_on(text: TurnText, after: int, places: frozenset[str]) -> bool:
    """Whether what follows a name is what follows somebody's own: the organisation, the reason, a pause."""
    if after >= len(text.words) or _stops(text, after):
        return True
    rest = f" {' '.join(text.words[after:])} "
    return bool(_GOES_ON.match(rest)) or text.words[after] in places


def surname_apart(text: TurnText, after: int, places: frozenset[str]) -> int | None:
    """Where a surname ends that recognition made a sentence of its own: "met Loes. Peters. Zegt u het maar."."""
    if after >= len(text.words) or _between(text, after) != ".":
        return None
    name, end = name_at(text, after, capitals=True)
    several = len(name.parts) != 1 or len(persons(name, text, after, titled=False)) < len(name)
    if several or name.parts[0] in places or is_sound(name[0]):
        return None
    rather_word = ordinary(name[0]) if len(name) == 1 else name[0] == "het"  # but "De Wit" is a name
    called = text.text[text.spans[end - 1][1] :].lstrip()[:1] in {"?", "!"}  # "met Loes. Wendy?"
    return None if rather_word or called or not goes_on(text, end, places) else text.spans[end - 1][1]


def _between(text: TurnText, i: int) -> str:
    """What is written between this word and the one before it."""
    return text.text[text.spans[i - 1][1] : text.spans[i][0]].strip()


def _stops(text: TurnText, i: int) -> bool:
    return any(c in _between(text, i) for c in ",.!")


def is_sound(word: str) -> bool:
    """Whether this is a goodbye, a cry or another word that stands alone, and no name."""
    return word in _INTERJECTIONS or _NO_WORD.fullmatch(word) is not None


def of_organisation(word: str) -> bool:
    """Whether an organisation's name begins with this word."""
    return word in PLACES_AND_ROLES or _ORGANISATION.fullmatch(word) is not None


def persons(name: Name, text: TurnText, start: int, *, titled: bool) -> Name:
    """What of these words is a person's name, and not a department's: "het klant contact centrum" is none."""
    if not name:
        return name  # nothing may follow, either: "goedemorgen meneer"
    written = text.text[slice(*text.spans[start])].lower()
    if name[0] == "het" and written == "het" and not titled:
        return Name()
    for at, word in enumerate(name):
        after = text.words[start + at + 1 : start + at + 3]
        half = word in _PARTS and any(of_organisation(w) or _SECOND_HALF.fullmatch(w) for w in after)
        if half or _ORGANISATION.fullmatch(word):
            return Name(_trimmed(name[:at]))
    return name


def _trimmed(words: tuple[str, ...]) -> tuple[str, ...]:
    while words and words[-1] in PARTICLES:
        words = words[:-1]
    return words


def bare_until(text: TurnText) -> int:
    """The word before which a name that nothing announces is said: the matter comes after it."""
    matter = _MATTER.search(text.line)
    return min(_BARE_WITHIN, text.word_index(matter.start() + 1) if matter else len(text.words))


def asks_who(text: TurnText) -> bool:
    """Whether the other asks whom they speak: the answer may be a bare name."""
    return _ASKS_WHO.search(text.line) is not None
