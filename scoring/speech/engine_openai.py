"""This module contains the engine openai-whisper: the reference implementation, slower."""

import base64
import gzip
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from threading import Lock

import numpy as np
import torch
import whisper

from scoring.call import Word
from scoring.speech.checkpoint import Checkpoint, convert
from scoring.speech.decode import RATE, Samples
from scoring.speech.engine import join_pieces


class OpenaiWhisper:
    """This represents a Whisper model in PyTorch, from CTranslate2 weights or an own .pt checkpoint."""

    def __init__(self, model: Path) -> None:
        if model.is_dir():
            self._model = _build(convert(model))
        else:  # reads tensors only (weights_only), never foreign code
            self._model = whisper.load_model(str(model), device="cpu")
        self._model.eval()
        codes = whisper.tokenizer.get_tokenizer(True, num_languages=self._model.num_languages)
        self.languages = frozenset(codes.all_language_codes)
        self._lock = Lock()  # decoding hangs hooks on the model, so one call at a time

    def detect(self, speech: Samples) -> Mapping[str, float]:
        """The probability of each language, judged by the first 30 seconds."""
        window = whisper.pad_or_trim(speech)
        sound = whisper.log_mel_spectrogram(window, n_mels=self._model.dims.n_mels)
        with self._lock:
            _, chances = self._model.detect_language(sound)
        return dict(chances)

    def words(
        self, speech: Samples, language: str, heard: Callable[[float], None], prompt: str = ""
    ) -> Iterator[Word]:
        """The words with times in seconds; `heard` is called once, at the end."""
        with self._lock:
            torch.manual_seed(0)  # a retry at a higher temperature draws at random
            result = self._model.transcribe(
                speech,
                language=language,
                beam_size=5,
                word_timestamps=True,
                condition_on_previous_text=False,
                initial_prompt=prompt or None,
                carry_initial_prompt=bool(prompt),
                fp16=False,
            )
        heard(len(speech) / RATE)
        for segment in result["segments"]:
            pieces = ((w["word"], w["start"], w["end"], w["probability"]) for w in segment["words"])
            yield from join_pieces((t, float(s), float(e), round(float(p), 3)) for t, s, e, p in pieces)


def _build(checkpoint: Checkpoint) -> "whisper.Whisper":
    model = whisper.Whisper(whisper.ModelDimensions(**checkpoint.dims))
    tensors = {key: torch.from_numpy(value.astype(np.float32)) for key, value in checkpoint.state.items()}
    model.load_state_dict(tensors, strict=True)
    if checkpoint.alignment_heads:
        mask = np.zeros((model.dims.n_text_layer, model.dims.n_text_head), dtype=bool)
        mask[tuple(zip(*checkpoint.alignment_heads, strict=True))] = True
        model.set_alignment_heads(base64.b85encode(gzip.compress(mask.tobytes())))
    return model
