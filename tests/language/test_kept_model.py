"""A model that was kept and then damaged is never used, and never stops anyone."""

from pathlib import Path

import numpy as np
import pytest

from scoring.call import Speaker
from scoring.errors import RubricError
from scoring.language.intents import IntentModel
from scoring.language.learning import train
from scoring.language.moments import Moment
from scoring.language.training import intent_model

WORDS = "een twee drie vier vijf zes zeven acht negen tien".split()


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small model in a file."""
    turns = [
        (Moment(Speaker.AGENT, f" {'ik bel' if n % 2 else 'wat is'} {word} ", "", "", n, 40, 0.0), n % 2)
        for n, word in enumerate(WORDS * 4)
    ]
    place = tmp_path_factory.mktemp("model") / "intents-proef.npz"
    train([(m, frozenset({"callback_offer"} if has else ())) for m, has in turns]).save(place)
    return place


def test_a_kept_model_opens(kept):
    assert IntentModel.open(kept).names == {"callback_offer"}


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.99])
def test_a_file_that_was_cut_off_is_told_apart(kept, share, tmp_path):
    part = tmp_path / "deel.npz"
    whole = kept.read_bytes()
    part.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(ValueError, match="damaged"):
        IntentModel.open(part)


@pytest.mark.parametrize("words", [b"null", b"{}", b"[1, 2, 3, 4, 5]", b"geen json", b"\xff"])
def test_words_of_another_shape_are_told_apart(kept, words, tmp_path):
    with np.load(kept) as file:
        arrays = {name: file[name] for name in file.files}
    arrays["agent.words"] = np.frombuffer(words, np.uint8)
    np.savez(tmp_path / "ander.npz", **arrays)
    with pytest.raises(ValueError, match="damaged"):
        IntentModel.open(tmp_path / "ander.npz")


def test_a_damaged_file_is_made_again(tmp_path):
    folder, cache = tmp_path / "zinnen", tmp_path / "cache"
    folder.mkdir()
    cache.mkdir()
    lines = "".join(f"  - ik bel u om {word} uur\n" for word in WORDS)
    others = "".join(f"  - wat is uw {word}\n" for word in WORDS)
    (folder / "zinnen.yaml").write_text(f"utterances:\n callback_offer:\n{lines} -callback_offer:\n{others}")
    (cache / "intents-proef.npz").write_bytes(b"PK half")
    assert intent_model(folder, "proef", cache).names == {"callback_offer"}
    assert IntentModel.open(cache / "intents-proef.npz").names == {"callback_offer"}


def test_nothing_to_learn_from_is_said(tmp_path):
    (tmp_path / "leeg.yaml").write_text("calls: []\n")
    with pytest.raises(RubricError, match="geen gesprek en geen zin"):
        intent_model(tmp_path, "leeg", None)
