"""This module contains how well a call was understood: what may prove something, and what may not."""

from collections.abc import Sequence

from scoring.call import SoundKind, Transcript, Turn
from scoring.rubric.norms import Recognition
from scoring.scorecard import Answer, CriterionResult, Evidence

UNSURE = "De woorden waarop dit zou rusten, zijn niet goed verstaan. Luister dat stuk zelf na."
POOR = "Van {share:.0%} van de spraak is niet verstaan wat er is gezegd. Dan zegt ‘niet gevonden’ niets."


class Audibility:
    """This represents how sure the words of one call are; a text that was read or corrected is sure."""

    def __init__(self, transcript: Transcript, limits: Recognition) -> None:
        self._turns = transcript.turns
        self._placed = [
            [(place, len(word.text.strip()), word.probability) for place, word in turn.placed()]
            for turn in transcript.turns
        ]
        self._limits = limits
        self.share = _not_understood(transcript, limits.word_confidence)

    @property
    def poor(self) -> bool:
        """Whether so much was not understood that "not found" says nothing."""
        return self.share > self._limits.not_understood

    def unsure(self, evidence: Sequence[Evidence]) -> bool:
        """Whether there are quotes, and not one of them was heard well enough."""
        return bool(evidence) and all(self._weak(quote) for quote in evidence)

    def settled(self, result: CriterionResult, *, unsure: bool, listens: bool) -> CriterionResult:
        """The result, or niet meetbaar: a mistake of the recognition may count for nobody.

        `unsure`: a measurement was set aside for its unsure words; `listens`: the answer needs the words.
        """
        if result.answer is Answer.UNMEASURABLE and unsure:
            return result.model_copy(update={"reason": UNSURE})
        if self.poor and listens and result.answer in (Answer.NO, Answer.PARTIAL):
            silent = {"answer": Answer.UNMEASURABLE, "evidence": (), "reason": POOR.format(share=self.share)}
            return result.model_copy(update=silent)
        return result

    def _weak(self, quote: Evidence) -> bool:
        chances = [
            chance
            for place, length, chance in self._placed[quote.turn]
            if place < quote.end and place + length > quote.start and chance is not None
        ]
        return bool(chances) and sum(chances) / len(chances) < self._limits.word_confidence


def _not_understood(transcript: Transcript, limit: float) -> float:
    """The share (0–1) of the speech without words, or in turns of which the words are unsure as a whole."""
    if transcript.sounds is None or not transcript.sounds.speech:
        return 0.0
    missed = sum(event.duration for event in transcript.sounds.of(SoundKind.UNHEARD))
    vague = sum((t.end or 0.0) - (t.start or 0.0) for t in transcript.turns if _vague(t, limit))
    return min(1.0, (missed + vague) / transcript.sounds.speech)


def _vague(turn: Turn, limit: float) -> bool:
    chances = [word.probability for _, word in turn.placed() if word.probability is not None]
    return bool(chances) and sum(chances) / len(chances) < limit
