"""This module contains the network CAM++ that turns a second and a half of speech into 192 numbers.

Made after Wang and others (2023), "CAM++: a fast and efficient network for speaker verification using
context-aware masking"; it runs on the weights alone, so no code of the package that carries them is used.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
import torch
import torch.nn.functional as nn

from scoring.speech.clustering import Limits
from scoring.speech.decode import Samples
from scoring.speech.filterbank import FRAME, STEP, Array, kaldi_mels

FRAMES = 148
BATCH = 16
"""Frames a piece and pieces at a time; other shapes make the processor plan anew, ten times as slow."""

PIECE = FRAME + (FRAMES - 1) * STEP
"""Samples that one piece takes: 1.495 s."""

_BLOCKS = ((12, 1), (24, 2), (16, 2))  # layers and dilation of the three dense blocks
_CONTEXT = 100  # frames that share one mask
_EPSILON = 1e-5


class CamPlusPlus:
    """This represents the loaded network."""

    piece = PIECE
    limits = Limits(two=0.85, more=0.80, close=0.75)
    """A voice cut in two by chance gave 0.87 and more; two voices gave 0.10 to 0.83."""

    def __init__(self, weights: Mapping[str, Any]) -> None:
        self._weights = weights

    def embed(self, pieces: list[Samples]) -> Array:
        """A row of numbers of length 1 for each piece of `PIECE` samples: near each other for one voice."""
        rows = [self._batch(pieces[i : i + BATCH]) for i in range(0, len(pieces), BATCH)]
        found = np.concatenate(rows)
        return np.asarray(found / np.linalg.norm(found, axis=1, keepdims=True))

    def _batch(self, pieces: list[Samples]) -> Array:
        mels = np.zeros((BATCH, FRAMES, 80), dtype=np.float32)
        for row, piece in zip(mels, pieces, strict=False):
            spectrum = kaldi_mels(piece)
            row[:] = spectrum - spectrum.mean(axis=0)
        with torch.inference_mode():
            out = self._dense(self._head(torch.from_numpy(mels).transpose(1, 2)))
        return np.asarray(out.numpy()[: len(pieces)])

    def _head(self, x: Any) -> Any:
        x = self._relu_norm(self._square(x[:, None], "head.conv1"), "head.bn1")
        for layer in ("head.layer1", "head.layer2"):
            x = self._residual(x, f"{layer}.0", 2)
            x = self._residual(x, f"{layer}.1", 1)
        x = self._relu_norm(self._square(x, "head.conv2", 2), "head.bn2")
        return x.flatten(1, 2)

    def _residual(self, x: Any, name: str, stride: int) -> Any:
        out = self._relu_norm(self._square(x, f"{name}.conv1", stride), f"{name}.bn1")
        out = self._norm(self._square(out, f"{name}.conv2"), f"{name}.bn2")
        if stride > 1:
            x = nn.conv2d(x, self._weights[f"{name}.shortcut.0.weight"], stride=(stride, 1))
            x = self._norm(x, f"{name}.shortcut.1")
        return nn.relu(out + x)

    def _dense(self, x: Any) -> Any:
        x = nn.conv1d(x, self._weights["xvector.tdnn.linear.weight"], stride=2, padding=2)
        x = self._relu_norm(x, "xvector.tdnn.nonlinear.batchnorm")
        for number, (layers, dilation) in enumerate(_BLOCKS, 1):
            for layer in range(1, layers + 1):
                name = f"xvector.block{number}.tdnnd{layer}"
                x = torch.cat([x, self._masked(x, name, dilation)], dim=1)
            x = self._relu_norm(x, f"xvector.transit{number}.nonlinear.batchnorm")
            x = nn.conv1d(x, self._weights[f"xvector.transit{number}.linear.weight"])
        x = self._relu_norm(x, "xvector.out_nonlinear.batchnorm")
        pooled = torch.cat([x.mean(-1), x.std(-1)], dim=-1)
        return self._norm(
            pooled @ self._weights["xvector.dense.linear.weight"][:, :, 0].T,
            "xvector.dense.nonlinear.batchnorm",
        )

    def _masked(self, x: Any, name: str, dilation: int) -> Any:
        w = self._weights
        x = nn.conv1d(self._relu_norm(x, f"{name}.nonlinear1.batchnorm"), w[f"{name}.linear1.weight"])
        x = self._relu_norm(x, f"{name}.nonlinear2.batchnorm")
        local = nn.conv1d(x, w[f"{name}.cam_layer.linear_local.weight"], padding=dilation, dilation=dilation)
        parts = nn.avg_pool1d(x, _CONTEXT, _CONTEXT, ceil_mode=True)
        near = parts.repeat_interleave(_CONTEXT, dim=-1)[..., : x.shape[-1]]
        mask = nn.relu(self._linear(x.mean(-1, keepdim=True) + near, f"{name}.cam_layer.linear1"))
        return local * torch.sigmoid(self._linear(mask, f"{name}.cam_layer.linear2"))

    def _linear(self, x: Any, name: str) -> Any:
        return nn.conv1d(x, self._weights[f"{name}.weight"], self._weights[f"{name}.bias"])

    def _square(self, x: Any, name: str, stride: int = 1) -> Any:
        return nn.conv2d(x, self._weights[f"{name}.weight"], stride=(stride, 1), padding=1)

    def _relu_norm(self, x: Any, name: str) -> Any:
        return nn.relu(self._norm(x, name))

    def _norm(self, x: Any, name: str) -> Any:
        w = self._weights
        return nn.batch_norm(
            x,
            w[f"{name}.running_mean"],
            w[f"{name}.running_var"],
            w.get(f"{name}.weight"),
            w.get(f"{name}.bias"),
            eps=_EPSILON,
        )
