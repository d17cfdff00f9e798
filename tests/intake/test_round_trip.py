"""Whatever is said: written as a file and read again it is the same; and every labelled call reads."""

import json
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as trials
from hypothesis import strategies as st

from scoring.call import Speaker
from scoring.errors import InputError
from scoring.intake import Intake, read
from scoring.settings import Settings

DEV = Path(__file__).parents[2].parent / "shared" / "gold" / "dev"
QUICK = trials(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
ANY = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Cf")), max_size=60)
SPOKEN = st.text(st.sampled_from("abcdeéëXYZ ,.?!'-:;0123456789€"), min_size=1, max_size=80).map(
    lambda text: " ".join(text.split())
)


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


@QUICK
@given(
    st.lists(
        st.tuples(
            st.sampled_from(list(Speaker)), ANY, st.none() | st.floats(0, 9999).map(lambda f: round(f, 3))
        ),
        min_size=1,
        max_size=8,
    ).filter(lambda turns: any(text.strip() for _, text, _ in turns))
)
def test_turn_json(tmp_path, turns):
    path = tmp_path / "g.json"
    tree = {"turns": [{"speaker": s, "text": t, "start": at} for s, t, at in turns]}
    path.write_text(json.dumps(tree, ensure_ascii=False), encoding="utf-8")
    found = read(path, Settings()).transcript
    assert [(t.speaker, t.text, t.start) for t in found.turns] == [(s, nfc(t), at) for s, t, at in turns]


@QUICK
@given(
    st.lists(SPOKEN.filter(lambda text: re.match(r"\w", text)), min_size=2, max_size=8),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
)
def test_plain_text(tmp_path, texts, encoding):
    path = tmp_path / "g.txt"
    names = ("Medewerker", "Beller")
    path.write_bytes("\n".join(f"{names[n % 2]}: {text}" for n, text in enumerate(texts)).encode(encoding))
    found = read(path, Settings()).transcript
    assert [(t.speaker, t.text) for t in found.turns] == [
        (Speaker.CALLER if n % 2 else Speaker.AGENT, text) for n, text in enumerate(texts)
    ]


@QUICK
@given(
    st.binary(max_size=300),
    st.sampled_from([".txt", ".json", ".vtt", ".srt", ".csv", ".docx", ".wav", ".mp3"]),
)
def test_any_bytes_read_or_refuse(tmp_path, data, suffix):
    path = tmp_path / f"g{suffix}"
    path.write_bytes(data)
    try:
        assert isinstance(read(path, Settings()), Intake)
    except InputError as error:
        assert path.name in str(error)  # noqa: PT017 - one of the two outcomes


@QUICK
@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(max_size=5) | st.integers(-5, 5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    "turns speaker text start end words word segments results items Transcript Items Content "
                    "speaker_labels channel_labels channels alternatives info language model called_at".split()
                ),
                inner,
                max_size=4,
            )
        ),
        max_leaves=12,
    )
)
def test_any_json_reads_or_refuses(tmp_path, tree):
    path = tmp_path / "g.json"
    path.write_text(json.dumps(tree), encoding="utf-8")
    try:
        assert isinstance(read(path, Settings()), Intake)
    except InputError as error:
        assert path.name in str(error)  # noqa: PT017 - one of the two outcomes


@pytest.mark.skipif(not DEV.is_dir(), reason="the labelled calls (../shared/gold) are not here")
def test_every_labelled_call_reads():
    files = sorted(DEV.glob("*.json"))
    assert files
    for path in files:
        tree = json.loads(path.read_text(encoding="utf-8"))
        taken = read(path, Settings())
        assert [t.text for t in taken.transcript.turns] == [nfc(t["text"]) for t in tree["turns"]]
        assert [t.speaker for t in taken.transcript.turns] == [t["speaker"] for t in tree["turns"]]
        assert taken.transcript.roles.certain
        assert taken.labels["labels"] == tree["labels"]
        assert taken.call.called_at is not None
