"""This module contains what waits for who works here: by right, the most urgent first, each with a way to it."""

from collections.abc import Callable
from typing import NamedTuple

import streamlit as st
from markupsafe import Markup

from app_pages import desk, dutch, frame
from scoring.access import Right
from scoring.review.calibration import sessions, view
from scoring.review.rule_reports import rule_reports
from scoring.store import CallFilter, Queue, Status

ACROSS = 4


class Task(NamedTuple):
    """This represents something to do; `noun` counts it, `go` leads to it, `key` names the button."""

    title: str
    advice: str
    icon: str
    amount: int
    noun: tuple[str, str]
    go: Callable[[], None]
    key: str


CALLS = ("gesprek", "gesprekken")


def waiting() -> list[Task]:
    """Everything that this person may do, the most urgent first; amounts may be nought."""
    found: list[Task] = []
    if desk.may(Right.REVIEW):
        found += _reviewing()
    if desk.may(Right.CORRECT):
        found.insert(2, _roles())
    if desk.may(Right.CALIBRATE):
        found.append(_calibrating())
    if desk.may(Right.EDIT_RUBRIC):
        found.append(_rules())
    return found


def draw(tasks: list[Task]) -> None:
    """Calling this shows what to do first, every task with its amount, and where nothing waits."""
    _first(tasks)
    todo = [task for task in tasks if task.amount]
    for first in range(0, len(todo), ACROSS):
        for column, task in zip(st.columns(ACROSS), todo[first : first + ACROSS], strict=False):
            with column.container(border=True, height="stretch", vertical_alignment="distribute"):
                frame.put(_tile(task))
                if st.button(
                    f"Bekijk {dutch.count(task.amount, *task.noun)}",
                    key=f"naar-{task.key}",
                    icon=":material/arrow_forward:",
                    type="tertiary",
                ):
                    task.go()
    done = [task.title.lower() for task in tasks if not task.amount]
    if todo and done:
        frame.note(f"Niets te doen bij: {', '.join(done)}.")


def _first(tasks: list[Task]) -> None:
    task = next((task for task in tasks if task.amount), None)
    if task is None:
        st.success("Er is niets dat nu op u wacht.", icon=":material/check:")
        return
    amount = dutch.count(task.amount, *task.noun)
    st.info(f"**Begin hiermee: {task.title.lower()} ({amount}).** {task.advice}", icon=":material/flag:")


def _tile(task: Task) -> Markup:
    return Markup(
        "<div class='kb-tile'><span class='kb-strong'><span aria-hidden='true'>{}</span> {}</span>"
        "<b>{}</b><p class='kb-note'>{}</p></div>"
    ).format(task.icon, task.title, dutch.count(task.amount, "", "").strip(), task.advice)


def _reviewing() -> list[Task]:
    counts = desk.store().queue_counts(desk.visible())
    told = [
        (Queue.ESCALATED, "Escalatie 3 of 4", "Bespreek deze eerst met de medewerker; let op nazorg.", "⚠"),
        (Queue.DISPUTED, "Bezwaar", "Een medewerker wacht op antwoord van een coach.", "!"),
        (Queue.SECOND, "Tweede beoordelaar", "Kijk met eigen ogen; daarna is het cijfer definitief.", "②"),
        (Queue.STARTED, "Begonnen", "Hier is iemand begonnen en nog niet klaar.", "✎"),
        (Queue.BELOW_NORM, "Onvoldoende", "Kijk na of dit klopt, voor u erover praat.", "▼"),
        (
            Queue.PROPOSALS,
            "Voorstellen controleren",
            "De tool twijfelt hier; kijk of het antwoord klopt.",
            "?",
        ),
    ]
    return [
        Task(title, advice, icon, counts[queue], CALLS, _to_queue(queue), queue.name)
        for queue, title, advice, icon in told
        if queue is not Queue.DISPUTED or desk.may(Right.ANSWER_DISPUTES)
    ]


def _to_queue(queue: Queue) -> Callable[[], None]:
    def go() -> None:
        st.session_state["queue"] = queue  # the choice on the screen where it leads
        st.switch_page("app_pages/review.py")

    return go


def _to(screen: str, **query: str) -> Callable[[], None]:
    return lambda: st.switch_page(f"app_pages/{screen}.py", query_params=query)


def _roles() -> Task:
    amount = desk.store().count(desk.visible(CallFilter(status=Status.ROLES)))
    advice = "Wijs aan wie de medewerker is; daarna volgt de beoordeling."
    return Task("Rollen bevestigen", advice, "⇄", amount, CALLS, _to("calls", toon="rollen"), "rollen")


def _calibrating() -> Task:
    name = desk.person().name
    seen = [view(desk.store(), session.id, name) for session in sessions(desk.store())]
    mine = [one for one in seen if not one.closed and (one.takes_part or not name)]
    advice = "Scoor zonder van elkaar te zien wat u geeft; daarna vergelijkt u."
    return Task(
        "Kalibratie loopt", advice, "⚖", len(mine), ("sessie", "sessies"), _to("calibration"), "kalibratie"
    )


def _rules() -> Task:
    advice = "Een beoordelaar vindt dat een regel van de rubriek niet klopt."
    reports = rule_reports(desk.store())
    return Task(
        "Regel fout gemeld",
        advice,
        "✱",
        len(reports),
        ("melding", "meldingen"),
        _to("trust", deel="regels"),
        "regels",
    )
