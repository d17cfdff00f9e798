"""This module contains the engine faster-whisper: the default, about three times as fast on a CPU."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import ctranslate2
from faster_whisper import BatchedInferencePipeline, WhisperModel

from scoring.call import Word
from scoring.speech.decode import RATE, Samples
from scoring.speech.engine import join_pieces
from scoring.speech.voice import THRESHOLD

TOGETHER = 4
"""Half minutes that are recognised together: a fifth less time on clear speech, half on unclear speech."""

WINDOW = 30 * RATE
"""Samples that Whisper hears at once."""

_FRAME, _FEWEST = RATE // 100, 100
"""Samples a column of features, and how few columns are judged: one second."""

LOOPING = 2.4
"""How well text can be compressed when Whisper repeats itself; such a half minute is done again, alone."""


class FasterWhisper:
    """This represents CTranslate2 Whisper weights, computed in 8-bit integers on the CPU."""

    def __init__(self, folder: Path) -> None:
        if not folder.is_dir():
            raise ValueError("faster-whisper needs a folder with CTranslate2 weights")
        self._model = WhisperModel(str(folder), device="cpu", compute_type="int8", local_files_only=True)
        if self._model.model.n_mels != self._model.feature_extractor.mel_filters.shape[0]:
            raise ValueError("preprocessor_config.json is missing or of another model")
        self._together = BatchedInferencePipeline(self._model)
        self.languages = frozenset(self._model.supported_languages)

    def detect(self, speech: Samples) -> Mapping[str, float]:
        """The probability of each language, judged by at most the first 30 seconds."""
        features = self._model.feature_extractor(speech[:WINDOW])
        # as long as the speech is: filling up to half a minute costs four times as much and judges no better
        short = features[..., : max(_FEWEST, len(speech) // _FRAME // 2 * 2)]
        found = self._model.model.detect_language(self._model.encode(short))[0]
        return {token.strip("<|>"): chance for token, chance in found}

    def words(
        self, speech: Samples, language: str, heard: Callable[[float], None], prompt: str = ""
    ) -> Iterator[Word]:
        """The words with times in seconds; `heard` gets how many seconds are done."""
        ctranslate2.set_random_seed(0)  # a retry at a higher temperature draws at random
        # hotwords, unlike initial_prompt, reach every half minute
        options = {"language": language, "beam_size": 5, "word_timestamps": True, "hotwords": prompt or None}
        segments, _ = self._together.transcribe(
            speech,
            batch_size=TOGETHER,
            vad_filter=len(speech) > WINDOW,  # where to cut; the silence is gone already
            vad_parameters={"threshold": THRESHOLD, "min_silence_duration_ms": 160},
            **options,
        )
        found = []
        for segment in segments:
            found.append(segment)
            heard(segment.end)
        for place, segment in enumerate(found):
            if segment.compression_ratio <= LOOPING:
                yield from join_pieces(_pieces([segment], 0.0))
                continue
            start = found[place - 1].end if place else 0.0
            end = found[place + 1].start if place + 1 < len(found) else len(speech) / RATE
            again, _ = self._model.transcribe(
                speech[round(start * RATE) : round(end * RATE)],
                condition_on_previous_text=False,  # an error must not repeat itself
                **options,
            )
            yield from join_pieces(_pieces(again, start))


def _pieces(segments: Iterable[Any], start: float) -> Iterator[tuple[str, float, float, float]]:
    for segment in segments:
        for word in segment.words or ():
            yield word.word, word.start + start, word.end + start, round(word.probability, 3)
