"""Invented calls and a small rubric for the screens, and how to read what a screen shows."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block, Node

from scoring.call import Call, Roles, Speaker, Transcript, Turn
from scoring.pipeline import Scored, score_transcript
from scoring.rubric import load_norms, load_rubric
from scoring.settings import ROOT, load_settings
from scoring.store import Store

Show = Callable[..., AppTest]
"""The fixture that opens a screen."""

EVIL = (
    "<script>alert(1)</script> **vet** [klik](https://kwaad.nl) :material/home: :red[rood] "
    "$x^2$ <img src=x onerror=alert(2)>"
)


def small_rubric(folder: Path) -> Path:
    """The path of the small rubric, copied into this folder together with the norms."""
    shutil.copytree(ROOT / "rubrics" / "normen", folder / "normen")
    return Path(shutil.copy(ROOT / "tests" / "app" / "rubriek" / "klein.yaml", folder))


def keep(store: Store, number: int, said: str, reply: str = "Goed.", **fields: object) -> Call:
    """Keeps one short call: the employee says `said`, the caller `reply`; `confidence` is of the roles."""
    confidence = float(str(fields.pop("confidence", 1.0)))
    base = {"id": f"gesprek-{number}", "source": f"gesprek-{number}.json", "called_at": "2026-03-10T09:42"}
    call = Call.model_validate(base | {"agent": "M-07", "team": "KCC"} | fields)
    turns = (
        Turn(speaker=Speaker.AGENT, text=said, start=1.5, end=4.0),
        Turn(speaker=Speaker.CALLER, text=reply, start=4.2, end=6.0),
        Turn(speaker=Speaker.AGENT, text="Fijne dag nog.", start=6.5, end=7.5),
    )
    roles = Roles(confidence=confidence, reason="Beide sprekers zeggen weinig.")
    transcript = Transcript(call_id=call.id, turns=turns, roles=roles)
    store.save(call, transcript)
    if transcript.roles.certain:
        settings = load_settings()
        norms = load_norms("1stroom", settings.rubric.parent / "normen")
        store.add_scorecard(score_transcript(call, transcript, load_rubric(settings.rubric), norms))
    return call


def keep_as(store: Store, scored: Scored, number: str, **fields: object) -> str:
    """Keeps a call that was judged, with its sound, under this number, which it answers."""
    assert scored.scorecard
    assert scored.audio
    call = scored.call.model_copy(update={"id": number} | fields)
    store.save(call, scored.transcript.model_copy(update={"call_id": number}), scored.audio.path)
    store.add_scorecard(scored.scorecard.model_copy(update={"call_id": number}))
    return number


def texts(app: AppTest) -> str:
    """All HTML and Markdown that a screen shows, as it was sent."""
    return "\n".join(str(element.value) for kind in ("html", "markdown") for element in app.get(kind))


def component(app: AppTest, name: str) -> dict[str, object]:
    """The data that one of our own components was given."""
    found = [n for n in _nodes(app._tree) if n.type == "bidi_component" and n.proto.component_name == name]
    assert len(found) == 1, f"{name}: {len(found)}"
    return json.loads(found[0].proto.json)


def _nodes(block: Block) -> Iterator[Node]:
    for child in block.children.values():
        yield child
        if isinstance(child, Block):
            yield from _nodes(child)
