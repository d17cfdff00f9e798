"""This module contains the ledger of promises to call back."""

from datetime import date

import streamlit as st

from app_pages import callback_view, desk, dutch, figure_table, frame
from app_pages.figure_table import Cell
from scoring.access import Right
from scoring.insight.promises import Promise, Standing, ledger, promises
from scoring.insight.scope import Scope

MOST = 50


def draw(scope: Scope) -> None:
    """Calling this shows how many promises there are, by standing and by term, and each of them."""
    today = date.today()
    found = ledger(desk.store(), scope, today)
    frame.note(
        "Klankbord hoort dat er een terugbelafspraak is gemaakt, niet of er is gebeld. Kijk dat na in uw eigen systeem."
    )
    if not found.made:
        st.info("In deze periode is geen terugbelafspraak gehoord.")
        return
    left, right = st.columns(2)
    with left:
        rows = [
            [figure_table.plain(s.value.capitalize()), figure_table.plain(str(n))]
            for s, n in found.standing.items()
        ]
        figure_table.draw("Hoe het ervoor staat", ("Stand", "Afspraken"), rows, "standing-table")
    with right:
        terms = [
            [figure_table.plain(t.value.capitalize()), figure_table.plain(str(n))]
            for t, n in found.terms.items()
        ]
        figure_table.draw("Hoe lang de beller moet wachten", ("Termijn", "Afspraken"), terms, "term-table")
    if found.refused:
        amount = dutch.count(found.refused, "aanbod", "keer een aanbod")
        frame.note(f"Verder {amount} om terug te bellen dat de beller niet aannam.")
    if desk.may(Right.SEE_CALLS):
        _listed(scope, today, {standing: n for standing, n in found.standing.items() if n})


def _listed(scope: Scope, today: date, standing: dict[Standing, int]) -> None:
    first = Standing.OVERDUE if Standing.OVERDUE in standing else next(iter(standing))
    chosen = st.segmented_control(
        "Welke afspraken?",
        list(standing),
        default=first,
        format_func=lambda one: f"{one.value.capitalize()} ({standing[one]})",
        required=True,
    )
    listed(promises(desk.store(), scope, chosen, today, MOST), f"Afspraken: {chosen.value}", "promise-table")
    if standing[chosen] > MOST:
        frame.note(f"U ziet de eerste {MOST}. Kies een kortere periode of één team voor de rest.")


def listed(found: tuple[Promise, ...], caption: str, key: str) -> None:
    """Calling this shows promises as a table; each leads to its call."""
    columns = ("Uiterlijk", "Wie belt", "Nummer", "Waarover", "Gesprek")
    figure_table.draw(caption, columns, [_row(promise) for promise in found], key)


def _row(promise: Promise) -> list[Cell]:
    known = dict(callback_view.facts(promise.callback))
    call, callback = promise.call, promise.callback
    due = f"{date.fromisoformat(callback.due):%d-%m-%Y}" if callback.due else "geen termijn"
    said = f"gezegd: ‘{callback.term}’" if callback.term else ""
    return [
        figure_table.plain(due, said),
        figure_table.plain(known["Wie belt terug"]),
        figure_table.plain(known["Nummer"]),
        figure_table.plain(known.get("Waarover", dutch.NONE)),
        figure_table.call(call.id, dutch.short_moment(call.called_at), call.team or ""),
    ]
