"""This module contains the list of sets to practise with, one's own progress per B, and that of all for a trainer."""

import streamlit as st
from markupsafe import Markup

from app_pages import desk, dutch, frame, training_new, who
from scoring.access import Right
from scoring.insight.intervals import Estimate
from scoring.insight.practice import practices
from scoring.insight.practised import Practice, Trainee, progress_of, progress_of_all


def draw() -> None:
    """Calling this shows every set, the form for a new one, and progress."""
    with st.columns([0.4, 0.6])[0]:
        who.ask("oefenen")
    found = practices(desk.store(), desk.person().name)
    if desk.may(Right.TRAIN):
        with st.expander("Nieuwe oefenset maken", icon=":material/add:", expanded=not found):
            training_new.draw()
    if not found:
        st.info("Er is nog geen oefenset. Een trainer maakt er een, het liefst van nagekeken gesprekken.")
    for one in found:
        _line(one)
    name = desk.person().name
    mine = progress_of(desk.store(), name) if name else []
    if mine:
        st.header("Uw voortgang", anchor=False)
        frame.put(table(mine, "Zo vaak gaf u hetzelfde antwoord als de expert."))
    if desk.may(Right.TRAIN) and (everyone := progress_of_all(desk.store())):
        st.header("Voortgang van wie oefent", anchor=False)
        frame.put(table(everyone, "Om van te leren, niet om te vergelijken: elke set is anders."))


def _line(one: Practice) -> None:
    about = one.about
    with st.container(
        border=True, horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"
    ):
        st.markdown(
            f"**{dutch.literal(about.title)}** · {_state(one)}  \n"
            f"{dutch.count(len(one.calls), 'gesprek', 'gesprekken')}, "
            f"{dutch.count(len(about.criteria), 'criterium', 'criteria')} · gemaakt door "
            f"{dutch.literal(about.person)}, {dutch.day(about.at)}  \n{dutch.literal(about.text)}"
        )
        label = "Bekijk" if one.finished else "Oefen"
        frame.link_here(label, ":material/arrow_forward:", {"nr": str(about.id)})


def _state(one: Practice) -> str:
    if one.without_expert:
        return f"… nog {dutch.count(len(one.without_expert), 'antwoord', 'antwoorden')} van de expert nodig"
    if one.is_expert:
        return "✎ u bent hier de expert"
    if one.finished:
        return "✓ klaar: bekijk de vergelijking"
    return f"◐ {len(one.done)} van {len(one.calls)} gesprekken klaar" if one.own else "○ nog niet begonnen"


def table(found: list[Trainee], caption: str) -> Markup:
    """Progress as a table: who, which set, and the share of equal answers in all and per B."""
    titles = [(dimension.id, dimension.title) for dimension in desk.rubric().dimensions]
    names = ("Wie", "Oefenset", "Gesprekken klaar", "Gelijk aan expert", *(title for _, title in titles))
    head = Markup("").join(Markup("<th scope='col'>{}</th>").format(name) for name in names)
    rows = Markup("").join(_row(one, [key for key, _ in titles]) for one in found)
    about = f"{caption} Tussen haakjes: hoeveel van hoeveel antwoorden."
    return Markup(
        "<table class='kb-table'><caption>{}</caption><thead><tr>{}</tr></thead><tbody>{}</tbody></table>"
    ).format(about, head, rows)


def _row(one: Trainee, dimensions: list[str]) -> Markup:
    cells = [one.title, f"{one.done} van {one.calls}", same(one.same)]
    cells += [same(one.by_dimension.get(name, Estimate(n=0))) for name in dimensions]
    shown = Markup("").join(Markup("<td>{}</td>").format(_short(cell)) for cell in cells)
    return Markup("<tr><th scope='row'>{}</th>{}</tr>").format(one.person, shown)


def _short(text: str) -> Markup:
    """A figure, broken before its brackets only."""
    first, bracket, rest = text.partition(" (")
    return (
        Markup("{} <span class='kb-short'>({}</span>").format(first, rest)
        if bracket
        else Markup("{}").format(text)
    )


def same(figure: Estimate) -> str:
    """A share of equal answers, such as ‘80 % (4 van 5)’."""
    if figure.value is None:
        return dutch.NONE
    return f"{dutch.whole(100 * figure.value)} % ({round(figure.value * figure.n)} van {figure.n})"
