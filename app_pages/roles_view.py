"""This module contains the question who is the employee: the guess, how sure, why, and one click."""

import streamlit as st

from app_pages import desk, dutch, judging
from scoring.call import Speaker, Transcript

SHOWN = 70


def draw(call_id: str, transcript: Transcript, key: str, norms: str | None = None) -> None:
    """Calling this shows the guess and lets the user settle it; nothing is judged before that."""
    if transcript.roles.certain:
        st.info("Dit gesprek is nog niet beoordeeld. Kies hierboven Meer en dan Opnieuw beoordelen.")
        return
    roles = transcript.roles
    percentage = dutch.whole(100 * roles.confidence)
    st.warning(
        f"**Wie is de medewerker?** De tool is hier niet zeker van ({percentage} %). "
        f"{dutch.literal(roles.reason)} Er is nog niets beoordeeld.",
        icon=":material/swap_horiz:",
    )
    if not judging.swappable(transcript):
        st.write(
            "In deze tekst staat niet wie wat zegt. Zet in het bestand voor elke regel ‘Medewerker:’ of "
            "‘Beller:’, of gebruik een opname met twee kanalen, en beoordeel het gesprek dan opnieuw."
        )
        return
    for speaker, name in ((Speaker.AGENT, "Medewerker"), (Speaker.CALLER, "Beller")):
        st.markdown(f"**{name}** (denkt de tool): ‘{dutch.literal(_first_words(transcript, speaker))}’")
    with st.container(horizontal=True):
        right = st.button("Rollen kloppen", key=f"klopt-{key}", type="primary", icon=":material/check:")
        wrong = st.button("Wissel medewerker en beller", key=f"wissel-{key}", icon=":material/swap_horiz:")
    if right or wrong:
        settle(call_id, swapped=wrong, norms=norms)


def settle(call_id: str, swapped: bool, norms: str | None = None) -> None:
    """Calling this keeps the roles, judges the call and shows it anew."""
    judging.settle_roles(call_id, swapped, desk.rubric(), desk.norms(norms))
    st.toast("De rollen zijn omgewisseld." if swapped else "De rollen zijn bevestigd.")
    st.rerun()


def _first_words(transcript: Transcript, speaker: Speaker) -> str:
    said = next((turn.text for _, turn in transcript.by(speaker) if turn.text.strip()), "")
    return said if len(said) <= SHOWN else f"{said[:SHOWN].rsplit(' ', 1)[0]} …"
