"""This module contains the choice per voice who it is, with what each voice said and how the call then reads."""

import streamlit as st
from markupsafe import Markup

from app_pages import correcting, dutch, frame
from scoring.call import Speaker, Transcript
from scoring.correction import voice_of, voices
from scoring.errors import CorrectionError

ROLES = {
    Speaker.AGENT: "Medewerker",
    Speaker.CALLER: "Beller",
    Speaker.OTHER: "Ander (collega, bandje, meeluisteraar)",
}
EXAMPLES = 2
PREVIEW = 6
LONGEST = 110


def draw(call_id: str, transcript: Transcript, key: str, norms: str | None = None) -> None:
    """Calling this lets a person say of each voice who it is, and judges the call with that."""
    heard = voices(transcript)
    chosen: dict[str, Speaker] = {}
    for number, (voice, roles) in enumerate(heard.items(), start=1):
        said, choice = st.columns([0.62, 0.38], vertical_alignment="center")
        with said:
            frame.put(_examples(number, voice, transcript))
        chosen[voice] = choice.selectbox(
            f"Wie is stem {number}?",
            list(ROLES),
            index=list(ROLES).index(roles[0]),
            format_func=lambda role: ROLES[role],
            key=f"stem-{key}-{number}",
        )
    st.markdown("**Zo leest het gesprek dan**")
    frame.put(_preview(transcript, chosen))
    if st.button("Bewaar en beoordeel", key=f"stemmen-{key}", type="primary", icon=":material/check:"):
        try:
            correcting.assign(call_id, chosen, norms)
        except CorrectionError as error:
            frame.show_error(error)
            return
        st.rerun()


@st.dialog("Wie is wie?", width="large")
def ask(call_id: str, transcript: Transcript) -> None:
    """Calling this opens the choice for a call that was judged already."""
    draw(call_id, transcript, key="wie")


def _examples(number: int, voice: str, transcript: Transcript) -> Markup:
    """What this voice says at first, in its longest turns: short ones say little about who it is."""
    mine = [turn.text for turn in transcript.turns if voice_of(turn) == voice and turn.text.strip()]
    longest = sorted(sorted(range(len(mine[:12])), key=lambda i: -len(mine[i]))[:EXAMPLES])
    amount = dutch.count(len(mine), "beurt", "beurten")
    label = "" if voice in list(Speaker) else f", in het bestand ‘{voice}’"
    lines = Markup("").join(Markup("<br>‘{}’").format(_short(mine[i])) for i in longest)
    return Markup("<p class='kb-voice'><b>Stem {}</b> <span class='kb-note'>({}{})</span>{}</p>").format(
        number, amount, label, lines
    )


def _preview(transcript: Transcript, chosen: dict[str, Speaker]) -> Markup:
    """The first turns with the names that they would get."""
    said = [turn for turn in transcript.turns if turn.text.strip()][:PREVIEW]
    lines = (
        Markup("<p><b>{}:</b> {}</p>").format(
            ROLES[chosen[voice_of(turn)]].partition(" (")[0], _short(turn.text)
        )
        for turn in said
    )
    return Markup("<div class='kb-dialogue'>{}</div>").format(Markup("").join(lines))


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rsplit(' ', 1)[0]} …"
