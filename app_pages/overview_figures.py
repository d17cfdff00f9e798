"""This module contains the tables of an overview: the B's, the criteria and the teams."""

from collections.abc import Mapping

from app_pages import dutch, figure_table, frame
from app_pages.figure_table import Cell
from scoring.insight.counting import TOTAL
from scoring.insight.intervals import Estimate
from scoring.insight.overview import Figure, Overview, Trend
from scoring.rubric import Rubric
from scoring.scorecard import POINTS, Answer

SIGNS = {Trend.UP: "▲", Trend.DOWN: "▼", Trend.SAME: "=", Trend.UNKNOWN: "·"}
HOW_TO_READ = (
    "Het streepje is het cijfer. De balk toont hoe zeker het is: met 95 % zekerheid ligt het echte cijfer "
    "daarbinnen. Het rondje is de periode ervoor. ‘Hoger’ of ‘lager’ staat er alleen als het verschil groter is "
    "dan toeval."
)


def titles(rubric: Rubric) -> dict[str, str]:
    """The names of B's and criteria for the reader."""
    names = {d.id: d.title for d in rubric.dimensions} | {TOTAL: "Totaal"}
    return names | {c.id: c.question for c in rubric.criteria}


def dimensions(seen: Overview, rubric: Rubric) -> None:
    """Calling this shows the score of every B."""
    columns = ("B", "Score (0 tot 100)", "Vorige periode", "Verschil", "Gesprekken")
    rows = [_dimension(figure, seen, titles(rubric)) for figure in (*seen.dimensions, seen.total)]
    period = seen.scope.period
    figure_table.draw(f"Scores van {period.title}, naast {period.before().title}", columns, rows, "b-table")
    frame.note(HOW_TO_READ)


def _dimension(figure: Figure, seen: Overview, names: Mapping[str, str]) -> list[Cell]:
    return [
        figure_table.plain(names.get(figure.name, figure.name.capitalize())),
        figure_table.interval(figure.now, figure.before, 1, ""),
        figure_table.plain(dutch.whole(figure.before.value)),
        trend(figure, 1, "punt", "punten"),
        figure_table.calls(figure.now.n, seen.scope.calls(), _left_out(figure.now.n, seen.n)),
    ]


def _left_out(counted: int, every: int) -> str:
    return f"{every - counted} zonder score" if counted < every else ""


def trend(figure: Figure, scale: float, one: str, more: str) -> Cell:
    """The difference with the period before, in a sign, words and points."""
    words = f"{SIGNS[figure.trend]} {figure.trend.value}"
    if figure.trend not in (Trend.UP, Trend.DOWN) or figure.change.value is None:
        return figure_table.plain(words)
    points = round(abs(scale * figure.change.value))
    return figure_table.plain(words, dutch.count(points, one, more))


def criteria(seen: Overview, rubric: Rubric) -> None:
    """Calling this shows how often the answer to every criterion was yes, partial and no."""
    columns = ("Criterium", "Aandeel ja", "Verschil", "Ja", "Deels", "Nee", "Kost per gesprek")
    names = titles(rubric)
    rows = [_criterion(figure, seen, names) for figure in seen.criteria if figure.now.n]
    figure_table.draw(
        f"Antwoorden in {seen.scope.period.title}; n.v.t. en niet meetbaar tellen niet mee",
        columns,
        rows,
        "criteria-table",
    )
    frame.note(HOW_TO_READ)
    frame.note("‘Kost per gesprek’: hoeveel punten van het totaal (0 tot 100) dit criterium gemiddeld kost.")
    quiet = [names.get(f.name, f.name) for f in seen.criteria if not f.now.n]
    if quiet:
        frame.note(f"Kwam niet voor in deze periode: {' · '.join(quiet)}")


def _criterion(figure: Figure, seen: Overview, names: Mapping[str, str]) -> list[Cell]:
    dimension = names.get(figure.name.partition(".")[0], "")
    name = figure_table.plain(names.get(figure.name, figure.name), dimension)
    if figure.now.value is None:
        few = figure_table.plain(f"minder dan {seen.minimum} gesprekken")
        return [name, few, *[figure_table.plain(dutch.NONE)] * 5]
    answers = [_answered(figure, seen, answer) for answer in POINTS]
    loss = figure_table.plain(f"{dutch.number(figure.loss)} {'punten' if figure.loss else ''}")
    share = figure_table.interval(figure.now, figure.before, 100, " %")
    return [name, share, trend(figure, 100, "procentpunt", "procentpunten"), *answers, loss]


def _answered(figure: Figure, seen: Overview, answer: Answer) -> Cell:
    return figure_table.calls(figure.answers.get(answer, 0), seen.scope.answered(figure.name, answer))


def teams(seen: Overview, rubric: Rubric) -> None:
    """Calling this shows the teams beside each other, by the alphabet."""
    names = [TOTAL, *(figure.name for figure in seen.dimensions)]
    known = titles(rubric)
    columns = ("Team", "Gesprekken", *(known.get(name, name.capitalize()) for name in names))
    rows = []
    for team in seen.teams:
        where = seen.scope.calls(team=team.team) if team.team else None
        amount = figure_table.calls(team.n, where) if where else figure_table.plain(str(team.n))
        alone = "1 medewerker: geen teamcijfer" if team.agents == 1 else ""
        title = figure_table.plain(team.team or "zonder team", alone)
        rows.append([title, amount, *(_of_team(team.scores, name) for name in names)])
    figure_table.draw(
        f"Gemiddelde scores in {seen.scope.period.title}, op alfabet: dit is geen ranglijst",
        columns,
        rows,
        "team-table",
    )
    frame.note(
        "Onder elk cijfer staat tussen welke grenzen het met 95 % zekerheid ligt. Overlappen de grenzen van twee "
        "teams, dan kan het verschil toeval zijn. Teams krijgen ook andere gesprekken."
    )


def _of_team(scores: Mapping[str, Estimate], name: str) -> Cell:
    found = scores.get(name)
    if found is None or found.value is None:
        return figure_table.plain(dutch.NONE)
    note = f"{dutch.whole(found.low)} tot {dutch.whole(found.high)}" if found.low is not None else ""
    return figure_table.plain(dutch.whole(found.value), note)
