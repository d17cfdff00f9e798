"""This module contains the day that is agreed instead of an earlier one: who rings, or is rung, cannot then."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from scoring.language.beside_calling import beside_calling, second_sentences
from scoring.language.other_matters import asks_when, calls_itself, elsewhere, is_away
from scoring.language.terms import Term, terms
from scoring.language.text import TurnText

_DAY = r"(?:die dag|(?:(?:volgende|komende) )?week|\w*(?:dags?|morgen|middag|ochtend|avond)(?<!overdag))"
_THEN = rf"(?:dan|{_DAY})"
_I = "(?:ik|we|wij)"
_OPENS = r"^ (?:(?:o|oh|oei|eh|ja|nee|nou|ach|och|maar|want|hm|jammer|sorry|lastig|tja) )*"
_FREE = r"(?!(?:\w+ ){0,3}?(?:thuis|bereikbaar|vrij|tijd|klaar|beschikbaar|wel|gewoon|telefoon|toestel|nodig|niks|ook|toch) )"
_BUSY = "(?:werk|werken|zit|zitten|lig|slaap|sta|rijd|vlieg|vertrek|moet|moeten|ben|zijn|heb|hebben)"
_CANNOT = r"(?:niet|slecht|slechter|lastig|moeilijk|geen tijd)"
_OBJECTS = re.compile(
    rf" {_THEN} (?:kan|kun|kunnen|lukt|schikt|past|gaat|red|komt|werkt) (?:\w+ ){{0,4}}{_CANNOT} "
    rf"|{_OPENS}(?:dat |het |dan )?(?:kan|lukt|schikt|past|gaat|red|komt) (?:\w+ ){{0,3}}{_CANNOT} "
    r"(?:(?:goed|uit|helaas|worden|lukken) )*$"
    rf"| (?:kan|kunnen) {_I} {_THEN} (?:\w+ )?{_CANNOT} | {_THEN} (?:ben|zijn) {_I} (?:\w+ ){{0,3}}?(?:weg|niet) "
    rf"| {_DAY} {_BUSY} {_I} {_FREE}|{_OPENS}dan {_BUSY} {_I} {_FREE}"
    rf"| {_I} {_BUSY} (?:\w+ ){{0,2}}{_DAY} {_FREE}"
    rf"| (?:weg|thuis|terug) (?:\w+ ){{0,3}}(?:weer )?pas | pas (?:\w+ ){{0,2}}{_DAY} (?:\w+ )?(?:thuis|terug|weer) "
    rf"| (?:kan|mag|lukt|kon) (?:het|dat|hij|zij|ze|die) (?:\w+ ){{0,3}}(?:eerder|vroeger|sneller|later|ander\w*|{_DAY}) "
    rf"| (?:niet|iets|wat) (?:eerder|vroeger|sneller|later) | liever (?:\w+ ){{0,2}}{_DAY} | {_DAY} (?:\w+ )?(?:liever|beter) "
    r"| andere dag | (?:dat|het) (?:is|duurt) (?:\w+ ){0,2}(?:laat|lang|ver weg) (?!geleden )"
    r"| (?:is|zijn|werkt|werken|zit|zitten) (?:hij|zij|ze|die|mevrouw \w+|meneer \w+) (?:\w+ ){0,3}wel "
    r"| (?:is|was) (?:dat|het) (?:\w+ ){0,3}(?:vrije dag|vrij|brugdag|feestdag|\w*dag|dicht|gesloten) "
    rf"|{_OPENS}nee {_DAY} |{_OPENS}(?:{_THEN} )?ook niet |{_OPENS}dan {_BUSY} {_I} aan het werk "
)
"""With this a caller says that a day does not suit, or doubts it; only then another one is looked for."""
_OFF = r"(?:vrij|niet|weg|dicht|gesloten|ziek|afwezig|op (?:vakantie|cursus)|met (?:vakantie|verlof))"
_TAKES_BACK = re.compile(
    rf" dan (?:is|zit|zitten|werkt|werken|werk|zijn|ben|heeft|heb) (?:\w+ ){{1,3}}?{_OFF} "
    rf"| (?:is|werkt|zit) (?:hij|zij|ze|die) dan (?:\w+ )?{_OFF} | vergis\w* | foutje | verkeerde dag "
)
"""With this the employee does so."""
_NOT_YET = re.compile(r" (?:\w+ ){0,2}niets? ge\w+ ")
"""On such a day somebody might have rung: "heeft hij donderdag nog niet gebeld"."""
_WHICH = re.compile(r" (?:wanneer|welke dag|welk moment|wat (?:komt|schikt|past)) ")
"""With this the employee first asks which day does suit."""
_INSTEAD = re.compile(
    r" (?:(?:dan|wordt|worden|zeggen|zeg|nemen|doen|toch|sorry|reken op|uiterlijk|zullen we|zal ik) (?:\w+ ){0,5}"
    r"|mag|kan|is|naar|(?:maak|maken|doe|zet|noteer|schuif) (?:ik|we) (?:\w+ ){0,4})$"
)
"""What comes before the other day: "dan wordt het maandag", "dan maken we er vrijdag van"."""
_ALONE = re.compile(
    r"(?= (?:$|(?:dan|maar|graag|ook|wel|kan|lukt|mag|na|om|voor|tussen|rond|ik|doen|is (?:goed|prima)) ))"
)
"""What follows a day that is named with little else: "maandag dan", "sorry, vrijdag, ik zie …"."""
_NOT = re.compile(r" (?:niet|geen|vol|volgeboekt|volgepland|bezet|druk|nooit|\w*overleg\w*|afspraken) ")
_UNTIL = re.compile(r" (?:want|omdat|maar|dus|ik) ")
_AROUND = 40
"""So many characters behind a day it may be turned down in."""
_LITTLE = 12
"""Words of a turn in which a day with little around it is the other day."""


class OtherDay(NamedTuple):
    """This represents the terms in a turn that stand for the day agreed there."""

    turn: int
    chosen: Sequence[Term]


def other_day(
    turns: Sequence[TurnText], employee: Sequence[int], start: int, due: date, called: date
) -> OtherDay | None:
    """The day that is named last after this turn because the one before it did not suit."""
    found = None
    for turn in sorted(i for i in employee if i > start):
        if not _unsuited(turns, turn, employee, due, called):
            continue
        if chosen := _instead(turns[turn], due, called):
            found, due = OtherDay(turn, chosen), max(t.due for t in chosen)
    return found


def _unsuited(turns: Sequence[TurnText], turn: int, employee: Sequence[int], due: date, called: date) -> bool:
    """Whether the day agreed is taken back in this turn, or was objected to right before it."""
    line = turns[turn].line
    off = (t for t in terms(line, called) if t.due == due and is_away(line, t.start, t.end))
    if _TAKES_BACK.search(line) or not all(_NOT_YET.match(line[t.end :]) for t in off):
        return True
    if asks_when(turns[turn - 1]) is False:
        return False
    back = 3 if turn > 2 and _WHICH.search(turns[turn - 2].line) else 1
    return any(_objects(turns[i]) for i in range(turn - back, turn) if i not in employee)


def _objects(text: TurnText) -> bool:
    """Whether a caller says in one of these sentences that the day does not suit."""
    parts = pairwise([*text.sentence_starts, len(text.words)])
    return any(_OBJECTS.search(f" {' '.join(text.words[slice(*part)])} ") for part in parts)


def _instead(text: TurnText, due: date, called: date) -> Sequence[Term]:
    """The days that are named here as those of ringing: beside calling, or as the outcome."""
    line, begins = text.line, second_sentences(text)
    days = [t for t in terms(line, called) if not t.hour and not _turned_down(line, t)]
    if any(t.due == due for t in days):
        return []  # it is said again
    if beside := [t for t in beside_calling(text, days) if not calls_itself(line, begins, t.start, t.end)]:
        return beside
    days = [t for t in days if not elsewhere(line, begins, t.start, t.end)]
    short = len(line.split()) <= _LITTLE
    return [t for t in days if _INSTEAD.search(line[: t.start]) or (short and _ALONE.match(line[t.end :]))]


def _turned_down(line: str, term: Term) -> bool:
    """Whether this day is one on which it cannot be: "morgen zit ze helemaal vol", "niet morgen"."""
    after = _UNTIL.split(line[term.end : term.end + _AROUND] + " ")[0]
    negated = line[: term.start].endswith((" niet ", " geen "))
    return negated or is_away(line, term.start, term.end) or bool(_NOT.search(f"{after} "))
