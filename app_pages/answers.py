"""This module contains how an answer looks: always an icon and a word, never colour alone."""

from typing import NamedTuple

from markupsafe import Markup

from scoring.scorecard import Answer, CriterionResult

SURE = 0.85
"""From this confidence a measurement is called ‘zeker’."""


class Look(NamedTuple):
    """This represents the icon, the word and the CSS class of an answer."""

    icon: str
    word: str
    css: str


LOOKS = {
    Answer.YES: Look("✓", "Ja", "ja"),
    Answer.PARTIAL: Look("◐", "Deels", "deels"),
    Answer.NO: Look("✕", "Nee", "nee"),
    Answer.NOT_APPLICABLE: Look("–", "N.v.t.", "stil"),
    Answer.UNMEASURABLE: Look("?", "Niet meetbaar", "stil"),
    Answer.FAILED: Look("!", "Mislukt", "mislukt"),
    Answer.HUMAN: Look("✎", "Mens beoordeelt", "mens"),
}
EXPLANATION = {
    Answer.NOT_APPLICABLE: "Deze situatie kwam in dit gesprek niet voor; telt niet mee.",
    Answer.UNMEASURABLE: "Dit is aan deze opname of tekst niet te zien; telt niet mee.",
    Answer.FAILED: "De regel kon niet draaien; telt niet mee.",
    Answer.HUMAN: "Alleen een mens kan dit beoordelen; telt nog niet mee.",
}


def chip(answer: Answer) -> Markup:
    """The answer as icon and word."""
    look = LOOKS[answer]
    return Markup('<span class="kb-chip kb-{}"><span aria-hidden="true">{}</span> {}</span>').format(
        look.css, look.icon, look.word
    )


def certainty(result: CriterionResult) -> str:
    """How sure the answer is, in words; empty where a person judges or nothing was judged."""
    if result.answer in EXPLANATION:
        return ""
    if result.proposal:
        return "voorstel: controleer dit"
    return "zeker" if result.confidence >= SURE else "vrij zeker"
