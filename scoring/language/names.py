"""This module contains the finding of people's names by where they stand, with or without capitals."""

from collections.abc import Sequence
from functools import lru_cache

from scoring.language.lexicon import fold
from scoring.language.text import TurnText

PARTICLES = frozenset(
    {"van", "de", "der", "den", "ten", "ter", "te", "het", "la", "le", "el", "al", "bin", "ben", "von"}
    | {"vande", "vander", "vanden", "del", "di", "da", "dos", "des", "du", "in", "op", "ver", "oude"}
)
"""Words inside Dutch and foreign surnames that are written in lower case."""

_ALSO_PREPOSITIONS = frozenset({"in", "op"})
_ARTICLES = tuple([word] for word in ("het", "de", "den", "der"))
"""What stands between "in" or "op" and the rest of a surname: Op den Kamp, In 't Veld."""

PLACES_AND_ROLES = frozenset(
    "gemeente afdeling team provincie waterschap hoogheemraadschap ggd uwv svb loket balie klantcontact "
    "klantcontactcentrum klantenservice kcc burgerzaken belastingen belasting parkeren afval wmo jeugd "
    "jeugdteam wijkteam werk inkomen vergunningen meldpunt omgevingsdienst bibliotheek bieb informatie "
    "receptie centrale telefonie telefoniste sociale dienst zaken openbare ruimte werken beheer toezicht "
    "handhaving begraafplaatsen begraafplaats waarderingen bedrijfsvoering regio stadskantoor stadhuis "
    "gemeentehuis raadhuis griffie wegen voorlichting parkeerwinkel omgevingsloket "
    "belastingkantoor belastingsamenwerking milieumeldingen jeugdgezondheidszorg leerlingenvervoer "
    "stad ondernemersloket leerplicht leerrecht kwijtschelding invordering heffingen schuldhulp schuldhulpverlening "
    "secretariaat recherche bureau regionaal regionale jeugdzorg vergunningverlening administratie".split()
)
"""Words that tell an organisation or department, not a person."""

_STOPS = frozenset(
    "waarmee waar wat wie hoe wanneer zegt zeg zegge kan kunt mag goedemorgen goedemiddag goedenavond "
    "goedendag hallo hoi hai dag ja nee spreekt spreek u je mijn naam is aan en hier even bij namens met "
    "uw jouw jullie ons onze hun middag avond "
    "roept roep vertelt vertel ik wij we hij zij ze die dat dit deze er voor over of maar dus nou om als "
    "heeft heb hebt belt bel wil wou had graag een oke eh uh ehm hm welkom fijn excuus sorry momentje "
    "jazeker jawel jahoor zeker tuurlijk natuurlijk uiteraard hoezo hoor prima anoniem liever moet dubbel "
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag uiterlijk vanmiddag vanavond vanochtend overmorgen "
    "vandaag tot horens nou goed zo kijk tja verder morgen volgende alstublieft alsjeblieft bedankt dank ben bent zijn".split()
)
_COMMON = 4.6
"""Zipf frequency (wordfreq) above which a lower-case word is an ordinary word, not a name."""

_COMMON_AFTER_CUE = 5.4
"""The same after words that announce a name ("mijn naam is"): Tom and Jong are ordinary words too."""


class Name(tuple[str, ...]):
    """This represents the words of a name; `full` when it has a first and a last name."""

    __slots__ = ()

    @property
    def parts(self) -> tuple[str, ...]:
        """The words without particles such as "van der"."""
        return tuple(word for word in self if word not in PARTICLES)

    @property
    def full(self) -> bool:
        """Whether there are at least two parts, so a first and a last name."""
        return len(self.parts) >= 2


@lru_cache(maxsize=8192)
def ordinary(word: str, above: float = _COMMON) -> bool:
    """Whether a lower-case word is so common in Dutch that it is hardly a name."""
    import wordfreq  # loads slowly, and many commands read no call

    return word in _STOPS or wordfreq.zipf_frequency(word, "nl") >= above


def capitals_used(texts: Sequence[str]) -> bool:
    """Whether a transcript writes capitals beside small letters, so that they mean something."""
    letters = "".join(filter(str.isalpha, "".join(texts)))
    capitals = sum(map(str.isupper, letters))
    return capitals * 200 > len(letters) and capitals * 2 < len(letters)


def name_at(
    turn: TurnText, start: int, *, capitals: bool, announced: bool = False, most: int = 5
) -> tuple[Name, int]:
    """The name that starts at this word and the index of the first word after it; empty when none does.

    `announced`: words before it ("met", "mijn naam is") already say that a name follows.
    """
    words: list[str] = []
    i = start
    while i < len(turn.words) and len(words) < most:
        word, written = turn.words[i], _written(turn, i)
        if words and _breaks(turn, i):
            break
        inside = announced or bool(words)
        if not (_follows(turn, i, words) or _fits(turn, i, word, written, capitals=capitals, inside=inside)):
            break
        words.append(word)
        i += 1
    while words and words[-1] in PARTICLES:
        words.pop()
        i -= 1
    return Name(words), i


def _follows(turn: TurnText, i: int, words: Sequence[str]) -> bool:
    """Whether this word ends a surname behind a first name, however ordinary: "sander de groot"."""
    before = turn.words[i - 1] if words else ""
    behind = before in PARTICLES and bool(Name(words).parts) and turn.words[i - 2 : i] != ["van", "de"]
    unlike = turn.words[i] in PARTICLES | PLACES_AND_ROLES | _STOPS
    return behind and not unlike and not any(map(str.isupper, turn.text))


def _written(turn: TurnText, i: int) -> str:
    """The word as the transcript writes it; of "al-Hamwi" the part from this word on."""
    token = turn.text[slice(*turn.spans[i])]
    return token[max(fold(token).find(turn.words[i]), 0) :] if "-" in token else token


def _breaks(turn: TurnText, i: int) -> bool:
    """Whether punctuation other than a hyphen, apostrophe or initial's dot stands before this word."""
    between = turn.text[turn.spans[i - 1][1] : turn.spans[i][0]]
    return any(c in between for c in ",!?;:(") or ("." in between and len(turn.words[i - 1]) > 1)


def _fits(turn: TurnText, i: int, word: str, written: str, *, capitals: bool, inside: bool) -> bool:
    if word in PARTICLES and word not in PLACES_AND_ROLES:
        if word in _ALSO_PREPOSITIONS and not capitals and turn.words[i + 1 : i + 2] not in _ARTICLES:
            return False  # "blauw in lunteren" is a name and a place
        return _leads_on(turn, i, capitals=capitals)
    if word in PLACES_AND_ROLES or not fold(written[0]).isalpha():
        return False
    if capitals:
        return written[0].isupper() and (inside or word not in _STOPS)
    return not ordinary(word, _COMMON_AFTER_CUE if inside else _COMMON)


def _leads_on(turn: TurnText, i: int, *, capitals: bool) -> bool:
    """Whether particles at this place are followed by a name ("van der Bij"), not by "de gemeente"."""
    while i < len(turn.words) and turn.words[i] in PARTICLES:
        i += 1
    if i >= len(turn.words) or turn.words[i] in PLACES_AND_ROLES:
        return False
    written = _written(turn, i)
    return written[0].isupper() if capitals else turn.words[i] not in _STOPS


def clause_starts(turn: TurnText, i: int) -> bool:
    """Whether a comma or the end of a sentence stands before this word."""
    between = turn.text[turn.spans[i - 1][1] : turn.spans[i][0]]
    return any(c in between for c in ",.!?")
