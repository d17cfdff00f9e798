"""This module contains how words of one or more channels become turns, in order of time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from scoring.call import Speaker, Turn, Word

PAUSE = 0.8
"""Seconds of silence after which a new turn begins."""

GIVING_WAY = 0.25
"""Seconds of silence that end a turn when the other speaker said something in it."""


@dataclass
class Utterance:
    """This represents words that one channel said in one go."""

    label: str
    words: list[Word] = field(default_factory=list)

    @property
    def start(self) -> float:
        """Seconds from the beginning of the recording."""
        return self.words[0].start or 0.0

    @property
    def text(self) -> str:
        """The words with a space between them."""
        return " ".join(word.text for word in self.words)

    def as_turn(self, speaker: Speaker) -> Turn:
        """The turn of this speaker."""
        end = max(word.end or 0.0 for word in self.words)
        words = tuple(self.words)
        return Turn(speaker=speaker, text=self.text, start=self.start, end=end, words=words, voice=self.label)


def utterances(channels: Sequence[tuple[str, Sequence[Word]]]) -> tuple[Utterance, ...]:
    """Words with times, a sequence a channel, cut at pauses and where the other takes over.

    A short "ja" through someone's sentence does not cut that sentence; it follows as its own turn.
    """
    found: list[Utterance] = []
    for label, words in channels:
        others = sorted(w.start or 0.0 for name, rest in channels if name != label for w in rest)
        found += _cut(label, words, others)
    return tuple(sorted(found, key=lambda utterance: utterance.start))


def _cut(label: str, words: Iterable[Word], others: Sequence[float]) -> list[Utterance]:
    cut: list[Utterance] = []
    end = 0.0
    for word in words:
        start = word.start or 0.0
        pause = start - end
        answered = pause > GIVING_WAY and any(end <= other <= start for other in others)
        if not cut or pause > PAUSE or answered:
            cut.append(Utterance(label))
        cut[-1].words.append(word)
        end = max(end, word.end or start)
    return cut
