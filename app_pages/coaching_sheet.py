"""This module contains sheets to talk from on screen: choose at most three points, and take the PDF along."""

import streamlit as st
from markupsafe import Markup

from app_pages import coaching_goal, coaching_new, desk, dutch, frame, handing
from scoring.access import Right
from scoring.errors import ScoringError
from scoring.insight.goals import Goal
from scoring.insight.sheet_pdf import sheet_pdf
from scoring.insight.sheets import MOST, Fragment, Sheet, Suggestion, make_sheet, suggest
from scoring.scorecard import Evidence
from scoring.store import Action, CallFilter
from scoring.store.coachings import Point

Chosen = tuple[Suggestion, tuple[Fragment, ...], str]


def form(agent: str, goals: list[Goal]) -> None:
    """Calling this suggests points out of the newest calls, and makes a sheet of those that are chosen."""
    demo = not desk.store().count(CallFilter(agent=agent, demo=False))
    found = suggest(desk.store(), agent, desk.rubric(), demo)
    if not found:
        st.write("In de nieuwste gesprekken van deze medewerker is nog niets om te bespreken.")
        return
    frame.note(f"Kies hoogstens {MOST} punten. Begin met iets wat goed gaat.")
    chosen: list[Chosen] = []
    for one in found:
        name = f"blad-{agent}-{one.criterion}-{one.good}"
        with st.container(border=True, gap="small"):
            picked = st.checkbox(_title(one), key=name)
            for fragment in one.fragments:
                frame.put(Markup("<p class='kb-note'><i>‘{}’</i></p>").format(fragment.quote.quote))
            if picked:
                fragments = one.fragments or (_pointed(one, name),)
                text = st.text_input(
                    "Wat wilt u erover zeggen? (mag leeg)", key=f"{name}-tekst", max_chars=300
                )
                chosen.append((one, fragments, text))
    if st.button("Gespreksblad maken", type="primary", key=f"blad-maken-{agent}"):
        _make(agent, chosen, goals)


def line(paper: Sheet) -> None:
    """Calling this shows one sheet with its PDF."""
    about = paper.about
    points = ", ".join(coaching_goal.question(point.criterion) for point in about.points)
    with st.container(border=True, key=f"blad-{about.id}"):
        left, right = st.columns([0.75, 0.25], vertical_alignment="center")
        with left:
            frame.put(
                Markup("<p class='kb-reason'><b>{}</b> · {} · {}</p><p class='kb-note'>{}</p>").format(
                    dutch.day(about.at),
                    about.person,
                    dutch.count(len(about.points), "punt", "punten"),
                    points,
                )
            )
        right.download_button(
            "Gespreksblad (PDF)",
            handing.give(_pdf(paper)),
            file_name=f"gespreksblad-{about.agent}-{about.at:%Y-%m-%d}.pdf",
            mime="application/pdf",
            icon=":material/download:",
            key=f"pdf-{about.id}",
            on_click=lambda: desk.note(Action.EXPORTED, str(about.id), "gespreksblad"),
        )


def _pdf(paper: Sheet) -> bytes:
    name = desk.agent_name(paper.about.agent)
    return sheet_pdf(desk.store(), paper, desk.rubric(), desk.settings().overview_minimum, name)


def _title(one: Suggestion) -> str:
    kind = "✓ Gaat goed" if one.good else "▲ Winst"
    calls = dutch.count(len(one.calls), "gesprek", "gesprekken")
    return f"{kind} · {dutch.literal(coaching_goal.question(one.criterion))} ({calls})"


def _pointed(one: Suggestion, name: str) -> Fragment:
    """What was not said has no quote: the coach points at the moment where it could have been."""
    call_id = one.calls[0]
    transcript = desk.store().transcript(call_id)
    turn = st.selectbox(
        f"Op welk moment kon dit? (gesprek van {dutch.day(desk.open_call(call_id).called_at)})",
        range(len(transcript.turns)),
        index=len(transcript.turns) - 1,
        format_func=lambda number: coaching_new.turn_text(transcript, number),
        key=f"{name}-moment",
    )
    return Fragment(call_id=call_id, quote=Evidence.cut(transcript.turns[turn].text, turn))


def _make(agent: str, chosen: list[Chosen], goals: list[Goal]) -> None:
    running = {goal.about.criterion: goal.about.id for goal in goals if not goal.closed}
    points = [
        (
            Point(
                criterion=one.criterion,
                good=one.good,
                text=text.strip(),
                goal=running.get(one.criterion),
            ),
            fragments,
        )
        for one, fragments, text in chosen
    ]
    try:
        working = desk.require(Right.COACH)
        for _, fragments, _ in chosen:
            for fragment in fragments:
                desk.open_call(fragment.call_id, Right.COACH)
        made = make_sheet(desk.store(), agent, points, working.name)
        desk.note(Action.COACHED, str(made.about.id), "gespreksblad gemaakt")
    except ScoringError as error:
        frame.show_error(error)
        return
    st.rerun()
