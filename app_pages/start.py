"""This screen shows what waits for who works here, what to do first, what changed and the latest calls."""

import streamlit as st
from markupsafe import Markup

from app_pages import call_table, desk, dutch, frame, judging, start_news, start_tasks
from scoring.access import Right
from scoring.store import CallFilter

LATEST = 8


def empty() -> None:
    """Calling this says what to do when there are no calls yet."""
    frame.heading("Welkom bij Klankbord")
    frame.put(
        Markup(
            "<p class='kb-lead'>Klankbord luistert mee met telefoongesprekken en helpt u ze te beoordelen op "
            "de vijf B’s: bekend, bereikbaar, beleefd, behulpzaam en betrouwbaar. Er zijn nog geen "
            "gesprekken. Kies hoe u begint:</p>"
        )
    )
    demo, own = st.columns(2)
    with demo.container(border=True, height="stretch"):
        st.header("Eerst even kijken", anchor=False)
        st.write("Laad de voorbeeldgesprekken. Ze zijn verzonnen; u kunt ze later verwijderen.")
        if st.button("Demogesprekken laden", type="primary", icon=":material/play_circle:"):
            load_demo()
    with own.container(border=True, height="stretch"):
        st.header("Zelf een gesprek beoordelen", anchor=False)
        st.write("Kies een opname of een uitgeschreven gesprek. Alles blijft op deze computer.")
        st.page_link("app_pages/judge.py", label="Naar Beoordelen", icon=":material/upload_file:")


def load_demo() -> None:
    """Calling this loads the demo calls while a bar shows how far it is."""
    bar = st.progress(0.0, text="Demogesprekken laden …")

    def report(number: int, total: int, name: str, share: float, what: str) -> None:
        """Calling this moves the bar."""
        bar.progress((number + share) / total, text=f"{dutch.literal(name)}: {what}")

    judging.load_demo(report)
    st.rerun()


def overview() -> None:
    """Calling this shows what waits first, then what changed and the latest calls."""
    total = desk.store().count()
    frame.heading("Start", f"{dutch.count(total, 'gesprek', 'gesprekken')} in Klankbord")
    start_tasks.draw(start_tasks.waiting())
    start_news.draw()
    st.header("Laatst toegevoegd", anchor=False)
    rows = desk.store().calls(CallFilter(), limit=LATEST, order="imported_at")
    call_table.draw(rows, key="latest", page=LATEST)
    st.page_link("app_pages/calls.py", label="Alle gesprekken", icon=":material/forum:")


desk.require(Right.SEE_CALLS)
if desk.store().count():
    overview()
else:
    empty()
