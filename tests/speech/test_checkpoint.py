import json

import numpy as np
import pytest

from scoring.errors import SpeechError
from scoring.speech.checkpoint import convert, read_weights

WIDTH, HEADS, MELS, VOCABULARY, SOUND, TEXT = 8, 2, 4, 11, 6, 5


def linear(random, name, rows, columns=WIDTH):
    return {
        f"{name}/weight": random.standard_normal((rows, columns)).astype(np.float16),
        f"{name}/bias": random.standard_normal(rows).astype(np.float16),
    }


def norm(random, name):
    return {
        f"{name}/gamma": random.standard_normal(WIDTH).astype(np.float16),
        f"{name}/beta": random.standard_normal(WIDTH).astype(np.float16),
    }


def layer(random, name, attentions):
    weights = norm(random, f"{name}/ffn/layer_norm")
    weights |= linear(random, f"{name}/ffn/linear_0", 4 * WIDTH)
    weights |= linear(random, f"{name}/ffn/linear_1", WIDTH, 4 * WIDTH)
    for attention, rows in attentions.items():
        weights |= norm(random, f"{name}/{attention}/layer_norm")
        for index, count in enumerate(rows):
            weights |= linear(random, f"{name}/{attention}/linear_{index}", count * WIDTH)
    return weights


@pytest.fixture
def weights():
    """A whole, very small Whisper under CTranslate2's names."""
    random = np.random.default_rng(0)
    own, cross = {"self_attention": (3, 1)}, {"attention": (1, 2, 1)}
    found = {
        "encoder/conv1/weight": random.standard_normal((WIDTH, MELS, 3)).astype(np.float16),
        "encoder/conv1/bias": random.standard_normal(WIDTH).astype(np.float16),
        "encoder/conv2/weight": random.standard_normal((WIDTH, WIDTH, 3)).astype(np.float16),
        "encoder/conv2/bias": random.standard_normal(WIDTH).astype(np.float16),
        "encoder/position_encodings/encodings": random.standard_normal((SOUND, WIDTH)).astype(np.float16),
        "decoder/position_encodings/encodings": random.standard_normal((TEXT, WIDTH)).astype(np.float16),
        "decoder/embeddings/weight": random.standard_normal((VOCABULARY, WIDTH)).astype(np.float16),
        "encoder/num_heads": np.int16(HEADS),
        "decoder/num_heads": np.int16(HEADS),
        "decoder/pre_norm": np.int8(1),
    }
    for side, attentions in (("encoder", own), ("decoder", own | cross)):
        found |= norm(random, f"{side}/layer_norm")
        found |= layer(random, f"{side}/layer_0", attentions)
    return found


def save(folder, weights, heads=((0, 1),)):
    """Write with CTranslate2's own serialiser, so that the reader is tested against the real layout."""
    from ctranslate2.specs.model_spec import ModelSpec, NumpyVariable

    class Tiny(ModelSpec):
        name = "WhisperSpec"
        revision = 3

        def variables(self, prefix="", ordered=False):
            yield from ((key, NumpyVariable(np.asarray(value))) for key, value in weights.items())
            yield "decoder/projection/weight", "decoder/embeddings/weight"

    Tiny()._serialize(str(folder / "model.bin"))
    (folder / "config.json").write_text(json.dumps({"alignment_heads": heads}))
    return folder


def test_the_reader_gives_back_what_was_written(tmp_path, weights):
    read = read_weights(save(tmp_path, weights) / "model.bin")
    assert set(read) == set(weights)
    for name, value in weights.items():
        np.testing.assert_array_equal(read[name], value)


def test_joined_matrices_come_apart_in_the_right_order(tmp_path, weights):
    state = convert(save(tmp_path, weights)).state
    joined = weights["encoder/layer_0/self_attention/linear_0/weight"]
    for index, part in enumerate(("query", "key", "value")):
        rows = joined[index * WIDTH : (index + 1) * WIDTH]
        np.testing.assert_array_equal(state[f"encoder.blocks.0.attn.{part}.weight"], rows)
    both = weights["decoder/layer_0/attention/linear_1/bias"]
    np.testing.assert_array_equal(state["decoder.blocks.0.cross_attn.value.bias"], both[WIDTH:])
    assert "decoder.blocks.0.cross_attn.key.bias" not in state


def test_openai_whisper_takes_every_weight_and_misses_none(tmp_path, weights):
    whisper = pytest.importorskip("whisper")
    torch = pytest.importorskip("torch")
    checkpoint = convert(save(tmp_path, weights))
    model = whisper.Whisper(whisper.ModelDimensions(**checkpoint.dims))
    state = {key: torch.from_numpy(value.astype(np.float32)) for key, value in checkpoint.state.items()}
    model.load_state_dict(state, strict=True)
    assert model.dims.n_audio_head == HEADS
    assert checkpoint.alignment_heads == ((0, 1),)


def test_weights_in_integers_are_refused(tmp_path, weights):
    weights["encoder/conv1/weight_scale"] = np.float32(1)
    with pytest.raises(SpeechError, match="faster-whisper"):
        convert(save(tmp_path, weights))


@pytest.mark.parametrize("content", [b"x", b"GIF89a" * 20, b"\x06\x00\x00\x00\x0cWhisper"])
def test_a_damaged_file_is_not_a_model(tmp_path, content):
    (tmp_path / "model.bin").write_bytes(content)
    with pytest.raises(ValueError):
        read_weights(tmp_path / "model.bin")
