"""This module contains whether a day that is named is gone by: something was said or done then, or it is today."""

import re
from bisect import bisect_right
from collections.abc import Sequence

_NOW = (
    r"\w*bel(?:t|len)?|word|wordt|worden|laat|vraag|vragen|zal|zullen|ga|gaat|gaan|kan|kunnen|moet|mag|maak|zet|doe|doet|dan"
    r"|dus|komt|graag|liever|is|nou|en"
)
"""Words that tell of now or of later: what was before them is over."""
_STEP = rf"(?:(?!(?:{_NOW}) )\w+ )"
_WAS = (
    r"had|hadden|was|waren|werd|werden|belde|belden|mailde|mailden|vroeg|vroegen|zei|zeiden|stuurde|stuurden|sprak|spraken"
    r"|maakte|maakten|deed|deden|kreeg|kregen|schreef|liet|kwam|zette"
)
_DONE = (
    r"(?:\w*ge(?:beld|maild|schreven|vraagd|maakt|daan|zegd|stuurd|komen|weest|geven|meld)|ingediend|beloofd"
    r"|\w+ge(?:maakt|laten|diend|sproken|geven|stuurd))"
)
_HAVE = "(?:heb|hebt|heeft|hebben|is|zijn|bent)"
_WAS_BEFORE = re.compile(
    rf" (?:{_WAS}|toen|sinds) {_STEP}{{0,8}}$| (?:afgelopen|vorige|verleden|eergisteren|gisteren) $"
)
_WAS_AFTER = re.compile(rf"^ {_STEP}{{0,5}}(?:{_WAS}) | (?:jongstleden|jl) ")
_PLANS = re.compile(r" (?:gedacht|willen|laten|kunnen|mogen|tijd) ")
"""With this "had" is polite, not past: "ik had morgen gedacht"."""
_HAVE_BEFORE = re.compile(
    rf"(?<! dan)(?<! zorg dat)(?<! zodra) {_HAVE} {_STEP}{{0,4}}$"
    rf"| (?:zie|lees|zag|omdat|zoals) (?:\w+ )?(?:dat )?{_STEP}{{0,4}}$"
)
_DONE_AFTER = re.compile(rf"^ {_STEP}{{0,5}}(?:{_HAVE} )?{_DONE} ")
_ORIGIN = re.compile(
    r"(?<! loop)(?<! begin)(?<! eind)(?<! einde)(?<! midden)(?<! ochtend)(?<! middag)(?<! rest)(?<! week)(?<! weken) van $"
)
"""What a request, a letter or a meeting is of: "een notitie van maandag"."""
_OF_IT = re.compile(r" (?:er|daar|hier) (?:\w+ ){0,5}van $")
_TODAY = re.compile(
    r" (?:het|vandaag) is (?:(?:vandaag|nu|al|immers|toch|natuurlijk|alweer|inmiddels|nou|namelijk) )*$"
    r"| is het (?:vandaag|nu|al|immers|natuurlijk|alweer|inmiddels) $"
)
"""What comes before the day that it is: "dat red ik niet meer, het is vrijdag"; "het wordt vrijdag" is an outcome."""
_IS_DAY = re.compile(r"(?:vandaag|(?:maan|dins|woens|donder|vrij|zater|zon)dag)")
_BEFORE_CLAUSE = re.compile(r" (?:want|maar|en|dus|als|zodat|anders) ")
_AFTER_CLAUSE = re.compile(r" (?:want|omdat|maar|en|dus|als|zodat|anders|zoals|dat|die|of|toen) ")
_NEAR = 90
"""So many characters around a day in which its clause may reach."""


def is_past(line: str, begins: Sequence[int], start: int, end: int) -> bool:
    """Whether what stands here in a line is a day gone by; `begins`: where its further sentences begin."""
    i = bisect_right(begins, start)
    first = max(begins[i - 1] if i else 0, start - _NEAR)
    last = min(begins[i] if i < len(begins) else len(line), end + _NEAR)
    before = f" {_BEFORE_CLAUSE.split(f' {line[first:start].strip()} ')[-1].strip()} "
    after = f" {_AFTER_CLAUSE.split(f' {line[end:last].strip()} ')[0].strip()} "
    return _is_today(before, line[start:end]) or _comes_from(before) or _was(before, after)


def _is_today(before: str, day: str) -> bool:
    return bool(_IS_DAY.match(day) and _TODAY.search(before))


def _comes_from(before: str) -> bool:
    return bool(_ORIGIN.search(before) and not _OF_IT.search(before))


def _was(before: str, after: str) -> bool:
    """Whether the words around a day tell of what was or has been done on it."""
    if _PLANS.search(after):
        return False
    happened = _WAS_AFTER.search(after) and not re.search(rf" (?:{_NOW}) ", before)
    return bool(
        _WAS_BEFORE.search(before) or happened or (_HAVE_BEFORE.search(before) and _DONE_AFTER.search(after))
    )
