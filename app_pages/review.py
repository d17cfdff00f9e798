"""This screen shows what waits for a person: the queues, and random samples."""

import streamlit as st

from app_pages import call_table, desk, dutch, frame, sampling_view, who
from scoring.access import Right
from scoring.store import Queue

MOST = 500
TITLES = {
    Queue.REVIEW: "Te bekijken",
    Queue.ESCALATED: "Escalatie 3–4",
    Queue.BELOW_NORM: "Onder de norm",
    Queue.PROPOSALS: "Voorstellen",
    Queue.STARTED: "Begonnen",
    Queue.SECOND: "Tweede beoordelaar",
    Queue.DISPUTED: "Betwist",
}
ADVICE = {
    Queue.REVIEW: "Alle gesprekken die nog niemand bekeek. Escalatie 3 en 4 staat bovenaan.",
    Queue.ESCALATED: "De beller was agressief. Let op nazorg voor de medewerker.",
    Queue.BELOW_NORM: "Het voorlopige cijfer is onvoldoende. Kijk na of dat klopt, voor u erover praat.",
    Queue.PROPOSALS: "Hier twijfelt de tool. De meeste voorstellen staan bovenaan.",
    Queue.STARTED: "Iemand is begonnen en heeft nog niet afgerond.",
    Queue.SECOND: "Een eerste beoordelaar is klaar. Een ander kijkt met eigen ogen.",
    Queue.DISPUTED: "Een medewerker is het niet eens met een antwoord en wacht op uw reactie.",
}


def queues() -> None:
    """Calling this shows the queues with their counts, and the calls of the one that is chosen."""
    counts = desk.store().queue_counts(desk.visible())
    chosen = st.segmented_control(
        "Wachtrij",
        list(Queue),
        default=Queue.REVIEW,
        required=True,
        format_func=lambda queue: f"{TITLES[queue]} **{counts[queue]}**",
        key="queue",
        label_visibility="collapsed",
    )
    with st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute"):
        frame.note(ADVICE[chosen])
        who.ask("wachtrij")
    rows = desk.store().queue(chosen, desk.visible(), limit=MOST)
    if not rows:
        st.success("Deze wachtrij is leeg.", icon=":material/check:")
        return
    if counts[chosen] > MOST:
        st.info(f"U ziet de eerste {MOST} van {dutch.count(counts[chosen], 'gesprek', 'gesprekken')}.")
    call_table.draw(rows, key=f"queue-{chosen.name}", review=True)


desk.require(Right.REVIEW)
frame.heading("Nakijken", "De tool stelt voor, u beslist. Een cijfer is voorlopig tot iemand het nakeek.")
waiting, samples = st.tabs(["Wachtrijen", "Steekproeven"])
with waiting:
    queues()
with samples:
    sampling_view.draw()
