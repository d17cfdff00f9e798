"""This module contains the question who is the employee: the guess, how sure, why, and settling it."""

import streamlit as st

from app_pages import correcting, desk, dutch, judging, voices_view
from scoring.call import Speaker, Transcript
from scoring.correction import voices

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
    heard = voices(transcript)
    if len(heard) == 2 and judging.swappable(transcript):
        _two(call_id, transcript, key, norms)
        with st.expander("Of kies per stem wie het is"):
            voices_view.draw(call_id, transcript, key, norms)
    elif len(heard) > 1:
        voices_view.draw(call_id, transcript, key, norms)
    else:
        _one(call_id, transcript, key, norms)


def settle(call_id: str, swapped: bool, norms: str | None = None) -> None:
    """Calling this keeps the roles, judges the call and shows it anew."""
    before = correcting.machine_card(call_id)
    card = judging.settle_roles(call_id, swapped, desk.rubric(), desk.norms(norms))
    done = "De rollen zijn omgewisseld." if swapped else "De rollen zijn bevestigd."
    correcting.tell(call_id, f"{done} {correcting.sentence(before, card)}")
    st.rerun()


def _two(call_id: str, transcript: Transcript, key: str, norms: str | None) -> None:
    for speaker, name in ((Speaker.AGENT, "Medewerker"), (Speaker.CALLER, "Beller")):
        st.markdown(f"**{name}** (denkt de tool): ‘{dutch.literal(_first_words(transcript, speaker))}’")
    with st.container(horizontal=True):
        right = st.button("Rollen kloppen", key=f"klopt-{key}", type="primary", icon=":material/check:")
        wrong = st.button("Wissel medewerker en beller", key=f"wissel-{key}", icon=":material/swap_horiz:")
    if right or wrong:
        settle(call_id, swapped=wrong, norms=norms)


def _one(call_id: str, transcript: Transcript, key: str, norms: str | None) -> None:
    """One voice holds everybody: a person says turn by turn who it is, then that it is right."""
    st.write(
        "In deze tekst staat niet wie wat zegt. Open het gesprek, zet hieronder Aanpassen aan en kies bij "
        "elke beurt wie er spreekt. Dat kan ook vooraf: zet in het bestand voor elke regel ‘Medewerker:’ "
        "of ‘Beller:’, of gebruik een opname met twee kanalen."
    )
    if judging.swappable(transcript) and st.button(
        "Alle beurten kloppen, beoordeel dit gesprek", key=f"klaar-{key}", type="primary"
    ):
        settle(call_id, swapped=False, norms=norms)


def _first_words(transcript: Transcript, speaker: Speaker) -> str:
    said = next((turn.text for _, turn in transcript.by(speaker) if turn.text.strip()), "")
    return said if len(said) <= SHOWN else f"{said[:SHOWN].rsplit(' ', 1)[0]} …"
