"""This module contains the conversion of CTranslate2 Whisper weights to openai-whisper's own layout."""

import json
import re
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from scoring.errors import SpeechError

Array = NDArray[np.generic]

# The order is that of the DataType enumeration in CTranslate2; bfloat16 has no numpy type.
DTYPES = ("<f4", "i1", "<i2", "<i4", "<f2")

FIXED = {
    "encoder/position_encodings/encodings": "encoder.positional_embedding",
    "decoder/position_encodings/encodings": "decoder.positional_embedding",
    "decoder/embeddings/weight": "decoder.token_embedding.weight",
    "encoder/layer_norm": "encoder.ln_post",
    "decoder/layer_norm": "decoder.ln",
}
PARTS = {
    "self_attention/layer_norm": "attn_ln",
    "self_attention/linear_0": "attn.query attn.key attn.value",
    "self_attention/linear_1": "attn.out",
    "attention/layer_norm": "cross_attn_ln",
    "attention/linear_0": "cross_attn.query",
    "attention/linear_1": "cross_attn.key cross_attn.value",
    "attention/linear_2": "cross_attn.out",
    "ffn/layer_norm": "mlp_ln",
    "ffn/linear_0": "mlp.0",
    "ffn/linear_1": "mlp.2",
}
LEAVES = {"gamma": "weight", "beta": "bias", "weight": "weight", "bias": "bias"}


@dataclass(frozen=True)
class Checkpoint:
    """This represents what openai-whisper saves: sizes, weights by name, and heads that give word times."""

    dims: dict[str, int]
    state: dict[str, Array]
    alignment_heads: tuple[tuple[int, int], ...]


def convert(folder: Path) -> Checkpoint:
    """Calling this reads a CTranslate2 Whisper folder with float weights. Raises SpeechError."""
    weights = read_weights(folder / "model.bin")
    if any(name.endswith("_scale") for name in weights) or "encoder/conv1/weight" not in weights:
        raise SpeechError(
            f"{folder}: openai-whisper kan dit model niet gebruiken, want het is geen Whisper-model met "
            "gewone (float) gewichten. Kies de motor faster-whisper."
        )
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    heads = tuple((int(layer), int(head)) for layer, head in config.get("alignment_heads", ()))
    state = dict(pair for name, value in weights.items() for pair in _renamed(name, value))
    return Checkpoint(_dims(weights), state, heads)


def read_weights(path: Path) -> dict[str, Array]:
    """The named arrays of a CTranslate2 model file, mapped from disk; ValueError when it is damaged."""
    try:
        return dict(_Reader(np.memmap(path, dtype=np.uint8, mode="r")).variables())
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        raise ValueError(f"{path.name} is not a CTranslate2 model") from error


class _Reader:
    """Layout: version, name, revision, count; then per variable name, rank, shape, type, bytes, values."""

    def __init__(self, data: NDArray[np.uint8]) -> None:
        self._data = data
        self._place = 0

    def variables(self) -> Iterator[tuple[str, Array]]:
        self._number("<I")
        self._string()
        self._number("<I")
        for _ in range(self._number("<I")):
            name = self._string()
            shape = [self._number("<I") for _ in range(self._number("B"))]
            dtype = np.dtype(DTYPES[self._number("B")])
            yield name, self._take(self._number("<I")).view(dtype).reshape(shape)

    def _take(self, size: int) -> NDArray[np.uint8]:
        self._place += size
        return self._data[self._place - size : self._place]

    def _number(self, kind: str) -> int:
        return int(struct.unpack(kind, self._take(struct.calcsize(kind)).tobytes())[0])

    def _string(self) -> str:
        return self._take(self._number("<H")).tobytes()[:-1].decode()


def _renamed(name: str, value: Array) -> Iterator[tuple[str, Array]]:
    if name in FIXED:
        yield FIXED[name], value
        return
    path, _, leaf = name.rpartition("/")
    target = LEAVES.get(leaf)
    if target is None:
        return  # a setting of CTranslate2, not a weight
    if path in FIXED or "conv" in path:
        yield f"{FIXED.get(path, path.replace('/', '.'))}.{target}", value
        return
    layer = re.fullmatch(r"(encoder|decoder)/layer_(\d+)/(.+)", path)
    if layer is None:
        raise ValueError(f"unknown weight {name}")
    side, index, part = layer.groups()
    parts = PARTS[part].split()
    # CTranslate2 joins query, key and value in one matrix; Whisper's key has no bias (zeros there).
    for piece, rows in zip(parts, np.split(value, len(parts)), strict=True):
        if not (target == "bias" and piece.endswith(".key")):
            yield f"{side}.blocks.{index}.{piece}.{target}", rows


def _dims(weights: Mapping[str, Array]) -> dict[str, int]:
    audio_ctx, state = weights["encoder/position_encodings/encodings"].shape
    n_vocab, text_state = weights["decoder/embeddings/weight"].shape
    return {
        "n_mels": weights["encoder/conv1/weight"].shape[1],
        "n_audio_ctx": audio_ctx,
        "n_audio_state": state,
        "n_audio_head": int(weights["encoder/num_heads"]),
        "n_audio_layer": _layers(weights, "encoder"),
        "n_vocab": n_vocab,
        "n_text_ctx": weights["decoder/position_encodings/encodings"].shape[0],
        "n_text_state": text_state,
        "n_text_head": int(weights["decoder/num_heads"]),
        "n_text_layer": _layers(weights, "decoder"),
    }


def _layers(weights: Mapping[str, Array], side: str) -> int:
    return sum(re.fullmatch(rf"{side}/layer_\d+/ffn/linear_0/weight", name) is not None for name in weights)
