"""This module contains the engine faster-whisper: the default, about three times as fast on a CPU."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import ctranslate2
from faster_whisper import WhisperModel

from scoring.call import Word
from scoring.speech.decode import Samples
from scoring.speech.engine import join_pieces


class FasterWhisper:
    """This represents CTranslate2 Whisper weights, computed in 8-bit integers on the CPU."""

    def __init__(self, folder: Path) -> None:
        if not folder.is_dir():
            raise ValueError("faster-whisper needs a folder with CTranslate2 weights")
        self._model = WhisperModel(str(folder), device="cpu", compute_type="int8", local_files_only=True)
        if self._model.model.n_mels != self._model.feature_extractor.mel_filters.shape[0]:
            raise ValueError("preprocessor_config.json is missing or of another model")
        self.languages = frozenset(self._model.supported_languages)

    def detect(self, speech: Samples) -> Mapping[str, float]:
        """The probability of each language, judged by the first 30 seconds."""
        _, _, chances = self._model.detect_language(speech)
        return dict(chances)

    def words(
        self, speech: Samples, language: str, heard: Callable[[float], None], prompt: str = ""
    ) -> Iterator[Word]:
        """The words with times in seconds; `heard` gets how many seconds are done."""
        ctranslate2.set_random_seed(0)  # a retry at a higher temperature draws at random
        segments, _ = self._model.transcribe(
            speech,
            language=language,
            beam_size=5,
            word_timestamps=True,
            condition_on_previous_text=False,  # an error must not repeat itself through the whole call
            hotwords=prompt or None,  # unlike initial_prompt it reaches every half minute
        )
        for segment in segments:
            pieces = segment.words or ()
            yield from join_pieces((w.word, w.start, w.end, round(w.probability, 3)) for w in pieces)
            heard(segment.end)
