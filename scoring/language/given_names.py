"""This module contains the names that callers give: introduced, bare at the start, or as an answer."""

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from scoring.language.name_afterwards import at_the_end, said_before
from scoring.language.names import Name, clause_starts, name_at, ordinary
from scoring.language.numbers import NUMBERS
from scoring.language.text import TurnText

_GREETS = "dag|hoi|hallo|ha|moi|goedemorgen|goedemiddag|goedenavond|goedendag|morgen|middag|mogge|ja|nou|oke|eh|jo|joe"
_NO_OPENING = r"(?!(?:ik|wij|we|mag|kan|kun|hoe|wat|waar|is|heb|zit|het|dat|u|jullie) )\S+"
_WAITED = (
    r"(?:duurde (?:wel )?(?:even|lang)|lang(?:e tijd)? (?:wachten|gewacht)|(?:lang|tijdje|poos|uur) in de wacht(?:rij)?|eindelijk"
    r"|(?:tweede|derde|vierde|vijfde|zoveelste) keer(?: (?:al|vandaag|nu|deze week|dat ik bel))?)"
    r"(?: (?:zeg|hoor|he|nou|even|eh))*"
)
"""What somebody says before they say who they are."""
_FEAST = r"(?:pasen|kerst\w*|pinksteren|hemelvaart\w*|koningsdag|carnaval|sinterklaas|oud en nieuw|nieuwjaar)"
_CALLED = "(?:oma|opa|tante|oom|zuster|broeder|pater|dominee|dokter|juf|meester)"
_GIVES = re.compile(
    rf"(?: (?:mijn naam is|ik heet|naam is|achternaam is|spreekt met|(?:op|onder) naam van|ten name van|heet ik)"
    rf"|(?:^(?: {_NO_OPENING}){{0,3}}| (?:{_GREETS})(?: \S+)?| {_WAITED}) met(?! {_FEAST} )"
    rf"| (?:ik ben|ben ik)(?! (?:op|in|te|het) ))(?: (?:mevrouw|meneer|de heer|{_CALLED}(?! (?:van|en) )))* (?=.)"
)
_SOMEBODY = re.compile(
    r" (?:met|tegen|ruzie|geschil|conflict|contract|afspraak|contact|gesprek|gesproken|probleem|overleg|zaken|abonnement"
    r"|ervaring\w*|vraag|klacht|iets|gedoe|mijn|onze) "
)
"""Behind a sentence with one of these "Met Eneco." tells with whom."""
_YIELDS = re.compile(
    r" (?:zet|doe|noteer|schrijf|noem|maak|zeg) (?:(?:u|je|me|mij|dan|er|het|toch) )*maar (?:(?:op|even|gewoon|van) )*(?=.)"
    r"| (?:op|van) (?:mij|mijn (?:eigen )?naam) (?=.)"
)
"""What comes before a name in answer to the question for it: "zet maar Herman"."""
_IS = re.compile(r" (?:ik ben|ben ik) ")
_DONE = re.compile(r"ver\w+d")
_KIN = (
    r"(?:(?:schoon|klein|pleeg|stief)?(?:zoon\w*|dochter\w*|moeder|vader)|man|vrouw|opa|oma|partner|mama|papa|ma|pa|kind\w*"
    r"|vriend|vriendin|broer\w*|zus\w*|tante|oom|neef\w*|nicht\w*|buurman|buurvrouw|client\w*|baas|werkgever|collega)"
)
_OF_FAMILY = re.compile(
    r" (?:zoon\w*|dochter\w*|man|vrouw|moeder|vader|opa|oma|partner|mama|papa|mantelzorger) van (?=.)"
)
_OF_OTHERS = re.compile(
    rf" (?:mijn|m n|mn|mien|mun|ons|onze|een) (?:\w+ )?{_KIN}"
    r" (?:(?:dat is|die heet|heet|genaamd|eh|mevrouw|meneer|de heer) )*(?=.)"
    r"| (?:voor|namens|naar|over|zoek|spreek|sprak|gesproken met|collega|van|bij|naast|tegenover|boven|onder|achter)"
    r" (?:mevrouw|meneer|de heer) (?=.)"
)
"""What comes before the name of somebody whom the caller speaks of: "namens mijn moeder, mevrouw Groen"."""
_SHE = re.compile(r"moeder|dochter|vrouw|oma|mama| ma |vriendin|zus|tante|nicht")
_HE = re.compile(r"vader|zoon| man |opa|papa| pa |vriend |broer|oom|neef|meneer|heer|buurman")
_FOR_OTHERS = re.compile(
    rf"(?:^| )(?:(?:op|onder) )?(?:(?:die|de naam|naam|dat is die) )?van (?:mijn|m n|mn|ons|onze) (?:\w+ )?{_KIN} "
)
_STREET = re.compile(r"\w+(?:straat|weg|laan|plein|gracht|singel|steeg|kade|dreef)")
VOCATIVE = frozenset(
    "dag hoi hallo ha bedankt dankjewel sorry nou vertel goed oke doei doeg doegdoeg houdoe moi adieu welkom beste "
    "sterkte succes gecondoleerd insgelijks laters hey he weer goedemorgen goedemiddag goedenavond goedendag "
    "morgen middag".split()
)
"""A name behind one of these calls the person."""

_AFTER_NAME = frozenset({"uit", "uut", "hier", "van", "op", "aan", "ik", "spreekt", "is"})
_AFTER_ANSWER = _AFTER_NAME | {"dan", "maar", "hoor", "graag"}
_SHORT, _LEAD_IN = 3, 2
_COMMON_BARE, _COMMON_ANSWER = 4.2, 5.4
"""Zipf frequencies (wordfreq) from which a single word is no name, at the start and as an answer."""


def given_names(
    turns: Sequence[TurnText], answers: Sequence[bool], others: frozenset[str], *, capitals: bool
) -> frozenset[str]:
    """The words of names that the caller gives here, in the form that rules use, without particles.

    `answers`: which of these turns answer the question for a name. `others`: words that are no name of the
    caller, such as those that the employee answered the telephone with.
    """
    found: set[str] = set()
    for order, (turn, asked) in enumerate(zip(turns, answers, strict=True)):
        said: set[str] = set()
        for match in [*_GIVES.finditer(turn.line), *(_YIELDS.finditer(turn.line) if asked else ())]:
            name, _ = name_at(turn, turn.word_index(match.end()), capitals=capitals, announced=True)
            is_ = not capitals and _IS.search(match.group())
            said.update({part for part in name.parts if not (is_ and _tells(part))} - others)
        said.update(_unannounced(turn, first=order == 0, capitals=capitals) - others)
        if not said and (asked or order == 0):
            said.update(_bare(turn, others, asked=asked, capitals=capitals))
        found |= said
    return frozenset(w for w in found if len(w) >= _SHORT and not ordinary(w, 5.4))


def _unannounced(turn: TurnText, *, first: bool, capitals: bool) -> set[str]:
    """The words of names that tell by what follows, or by a sentence of their own, that they are the caller's."""
    names = [*said_before(turn, capitals=capitals), at_the_end(turn, capitals=capitals)]
    names += _in_sentences(turn, capitals=capitals) if first else []
    return {part for name in names for part in name.parts}


def _in_sentences(turn: TurnText, *, capitals: bool) -> Iterator[Name]:
    """What stands alone in a sentence behind "met": "Zo, daar ben je dan. Met Kees."."""
    for start, after in itertools.pairwise([*turn.sentence_starts, len(turn.words)]):
        if not 0 < start < after or turn.words[start] != "met" or not capitals:
            continue
        lead = f" {' '.join(turn.words[:start])} "
        at = start + 1 + (turn.words[start + 1 : start + 2] in (["mevrouw"], ["meneer"]))
        name, end = name_at(turn, at, capitals=True, announced=True)
        if end == after and not _SOMEBODY.search(lead):
            yield name


_MANY = 20
"""Who names more others in one turn recites a list."""


def names_of_others(turns: Sequence[TurnText], own: frozenset[str], *, capitals: bool) -> dict[str, str]:
    """The words of names that the caller gives to others only, with how those are called ("mevrouw"), if known."""
    found: dict[str, str] = {}
    times: Counter[str] = Counter()
    for turn in turns:
        for match in itertools.islice(_OF_OTHERS.finditer(turn.line), _MANY):
            name, _ = name_at(turn, turn.word_index(match.end()), capitals=capitals, announced=True)
            title = "mevrouw" if _SHE.search(match.group()) else "meneer" if _HE.search(match.group()) else ""
            found |= dict.fromkeys(name.parts, title)
            times.update(name.parts)
    said = Counter(word for turn in turns for word in turn.words)
    return {word: title for word, title in found.items() if word not in own and said[word] <= times[word]}


def answers_for_other(turn: TurnText) -> bool:
    """Whether this tells that the name asked for is a relative's: "op die van mijn man"."""
    return _FOR_OTHERS.search(turn.line) is not None


def _tells(word: str) -> bool:
    """Whether this more likely tells what someone is than who: "ik ben verhuisd", "ik ben eenentwintig"."""
    return ordinary(word, _COMMON_BARE) or word in NUMBERS or _DONE.fullmatch(word) is not None


def _bare(turn: TurnText, others: frozenset[str], *, asked: bool, capitals: bool) -> set[str]:
    """A name without introduction: "Wissink. Hendrik Wissink uut Groessen", or as an answer."""
    if not capitals and not asked:
        return set()
    not_these = (
        others
        | _of_family(turn, capitals=capitals)
        | set(names_of_others([turn], frozenset(), capitals=capitals))
    )
    common, after = (_COMMON_ANSWER, _AFTER_ANSWER) if asked else (_COMMON_BARE, _AFTER_NAME)
    found: set[str] = set()
    for i in range(min(len(turn.words), 12)):
        led_in = asked and i <= _LEAD_IN and all(map(ordinary, turn.words[:i]))  # "ja hoor wissink"
        if i and not (led_in or clause_starts(turn, i) or turn.words[i - 1] in VOCATIVE):
            continue
        name, end = name_at(turn, i, capitals=capitals)
        closed = end >= len(turn.words) or clause_starts(turn, end) or turn.words[end] in after
        parts = _unusual(name.parts, common)
        if closed and parts and not parts & not_these and (not found or parts & found):
            found |= parts
    return found


def _unusual(parts: Sequence[str], common: float) -> set[str]:
    """Those that are hardly ordinary words; none when they name a street, or when a single one is doubtful."""
    if len(parts) == 1:
        return set() if ordinary(parts[0], common) or _STREET.fullmatch(parts[0]) else set(parts)
    return {part for part in parts if not ordinary(part)}


def _of_family(turn: TurnText, *, capitals: bool) -> set[str]:
    """The names of those whose relative the caller is ("de vader van Noor")."""
    names = (
        name_at(turn, turn.word_index(match.end()), capitals=capitals, announced=True)[0]
        for match in _OF_FAMILY.finditer(turn.line)
    )
    return {part for name in names for part in name.parts}
