"""This module contains the export of calls and answers; agents by pseudonym, no speech unless asked."""

from collections.abc import Iterable, Mapping

from scoring.call import Transcript
from scoring.reports.spreadsheet import Cell, Table, to_csv, to_xlsx
from scoring.scorecard import Answer, CriterionResult, Scorecard
from scoring.store import CallFilter, CallRow, Store

ANSWERS = {
    Answer.YES: "ja",
    Answer.PARTIAL: "deels",
    Answer.NO: "nee",
    Answer.NOT_APPLICABLE: "n.v.t.",
    Answer.UNMEASURABLE: "niet meetbaar",
    Answer.FAILED: "mislukt",
    Answer.HUMAN: "beoordeelt een mens",
}
MODES = {"machine": "tool beslist", "proposes": "tool stelt voor", "human": "mens beslist"}
SPEAKERS = {"agent": "Medewerker", "caller": "Beller", "other": "Ander"}
CALL = (
    *("Gesprek", "Bestand", "Datum en tijd", "Richting", "Organisatie", "Team"),
    *("Medewerker (pseudoniem)", "Soort gesprek", "Demo", "Stand"),
)
CARD = ("Rubriek", "Normen", "Beoordeeld op", "Totaal (0-100)", "Cijfer", "Escalatie (0-4)", "Voorlopig")
RESULT = (
    *("Gesprek", "Datum en tijd", "Organisatie", "Team", "Medewerker (pseudoniem)", "Rubriek", "Normen"),
    *("B", "Criterium", "Antwoord", "Wie beslist", "Zekerheid (0-1)", "Voorstel"),
)
EVERYTHING = CallFilter()


def export_csv(
    store: Store, where: CallFilter = EVERYTHING, long: bool = False, with_text: bool = False
) -> bytes:
    """The calls that fit as CSV: one row a call, or with `long` one row an answer."""
    return to_csv((long_table if long else wide_table)(store, where, with_text))


def export_xlsx(
    store: Store, where: CallFilter = EVERYTHING, long: bool = False, with_text: bool = False
) -> bytes:
    """The calls that fit as a workbook; `long` adds a sheet with one row an answer (ten times as slow)."""
    sheets = {"Gesprekken": wide_table(store, where, with_text)}
    if long:
        sheets["Antwoorden"] = long_table(store, where, with_text)
    return to_xlsx(sheets)


def wide_table(store: Store, where: CallFilter = EVERYTHING, with_text: bool = False) -> Table:
    """One row a call: what is known about it, its scores, and a column a criterion."""
    cards = {row.id: card for row, card in store.scored(where)}
    dimensions = _in_order(name for card in cards.values() for name in card.dimensions)
    criteria = _in_order(result.criterion for card in cards.values() for result in card.results)
    rows = []
    for row in store.calls(where):
        card = cards.get(row.id)
        cells = (*_call(row), *_card(card), *_scores(card, dimensions, criteria))
        rows.append((*cells, _spoken(store.transcript(row.id))) if with_text else cells)
    titles = tuple(name.capitalize() for name in dimensions)
    header = (*CALL, *CARD, *titles, *criteria, *(("Tekst",) if with_text else ()))
    return Table(header=header, rows=tuple(rows))


def long_table(store: Store, where: CallFilter = EVERYTHING, with_text: bool = False) -> Table:
    """One row an answer; reasons and quotes hold speech, so only `with_text`."""
    extra = ("Reden", "Citaten") if with_text else ()
    rows = []
    for row, card in store.scored(where):
        before = (row.id, row.called_at, row.organisation, row.team, row.agent, _rubric(card), card.norms)
        for result in card.results:
            rows.append((*before, *_result(result), *(_speech(result) if with_text else ())))
    return Table(header=(*RESULT, *extra), rows=tuple(rows))


def _in_order(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _call(row: CallRow) -> tuple[Cell, ...]:
    direction = "inkomend" if row.direction == "in" else "uitgaand"
    about = (row.organisation, row.team, row.agent, row.call_type)
    return (row.id, row.source, row.called_at, direction, *about, row.demo, row.status.value)


def _card(card: Scorecard | None) -> tuple[Cell, ...]:
    if card is None:
        return (None,) * len(CARD)
    scores = (card.total, card.grade, card.escalation.level, card.provisional)
    return (_rubric(card), card.norms, card.scored_at, *scores)


def _rubric(card: Scorecard) -> str:
    return f"{card.rubric.id} {card.rubric.version} ({card.rubric.hash})"


def _scores(
    card: Scorecard | None, dimensions: tuple[str, ...], criteria: tuple[str, ...]
) -> tuple[Cell, ...]:
    scores: Mapping[str, float | None] = {}
    answers: Mapping[str, str] = {}
    if card is not None:
        scores = {name: dimension.score for name, dimension in card.dimensions.items()}
        answers = {result.criterion: ANSWERS[result.answer] for result in card.results}
    return (*(scores.get(name) for name in dimensions), *(answers.get(name) for name in criteria))


def _result(result: CriterionResult) -> tuple[Cell, ...]:
    dimension = result.criterion.partition(".")[0].capitalize()
    sure = None if result.answer is Answer.HUMAN else result.confidence
    answer = ANSWERS[result.answer]
    return (dimension, result.criterion, answer, MODES[result.mode], sure, result.proposal)


def _speech(result: CriterionResult) -> tuple[Cell, ...]:
    return result.reason, " | ".join(evidence.quote for evidence in result.evidence)


def _spoken(transcript: Transcript) -> str:
    return "\n".join(f"{SPEAKERS[turn.speaker]}: {turn.text}" for turn in transcript.turns)
