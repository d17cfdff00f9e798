"""This module contains what detectors look at: one call and its turns as standard words."""

import re
from collections.abc import Callable
from functools import cached_property
from typing import Any, TypeVar

from scoring.call import Call, Speaker, Transcript
from scoring.language.address import about_the_caller, says_je_surely, says_u
from scoring.language.beside_caller import beside_caller
from scoring.language.caller_name import asks_name
from scoring.language.episodes import is_gap
from scoring.language.given_names import given_names
from scoring.language.intents import IntentModel
from scoring.language.lexicon import Lexicon, fold
from scoring.language.moments import moments
from scoring.language.names import capitals_used, ordinary
from scoring.language.phone import Given, SpokenNumber, direct_numbers, spoken_numbers
from scoring.language.phrases import Match, TextIndex
from scoring.language.text import TurnText
from scoring.scorecard import Evidence

T = TypeVar("T")
_SHORT_ANSWER = 5
"""In an answer of more words an ordinary one is no name: "gebeld, met een dame die alles opschreef"."""
_CALLS = re.compile(r" (\S+) (?:weet|heb|kun|kan|ken) jij ")


class CallContext:
    """This represents one call under judgement; analyses are made once and shared by all detectors."""

    def __init__(
        self, call: Call, transcript: Transcript, lexicon: Lexicon, model: IntentModel | None = None
    ) -> None:
        self.call = call
        self.transcript = transcript
        self.model = model
        self.turns = [TurnText(turn.text, lexicon) for turn in transcript.turns]
        self.windows: dict[tuple[object, ...], list[int]] = {}
        self._quotes: dict[tuple[int, int, int | None], Evidence] = {}
        self._made: dict[tuple[Callable[..., object], int], Any] = {}

    def once(self, analysis: Callable[["CallContext", int], T], turn: int) -> T:
        """What this analysis makes of a turn: made on first need and shared by all detectors."""
        key = analysis, turn
        if key not in self._made:
            self._made[key] = analysis(self, turn)
        made: T = self._made[key]
        return made

    @cached_property
    def index(self) -> TextIndex:
        """The words of the call with the turns that have them."""
        return TextIndex(self.turns)

    @cached_property
    def intents(self) -> list[dict[str, float]]:
        """For each turn the probability (0–1) of every intent; empty without a model."""
        if self.model is None:
            return [{} for _ in self.turns]
        texts = [turn.text for turn in self.transcript.turns]
        speakers = [turn.speaker for turn in self.transcript.turns]
        return self.model.read(moments(self.turns, speakers, texts))

    @cached_property
    def _by_speaker(self) -> dict[Speaker, list[int]]:
        return {s: [i for i, _ in self.transcript.by(s)] for s in Speaker}

    def by(self, speaker: Speaker) -> list[int]:
        """Indexes of the turns of this speaker."""
        return self._by_speaker[speaker]

    @cached_property
    def capitals(self) -> bool:
        """Whether this transcript writes capitals; recognised speech often does not."""
        return capitals_used([turn.text for turn in self.transcript.turns])

    @cached_property
    def caller_names(self) -> frozenset[str]:
        """The words of the names that the caller gives."""
        callers = self.by(Speaker.CALLER)
        answers = [self.answers_name(i) for i in callers]
        return given_names(
            [self.turns[i] for i in callers], answers, self._opening_words, capitals=self.capitals
        )

    def answers_name(self, turn: int) -> bool:
        """Whether this turn of the caller comes right behind a question for the name."""
        return turn > 0 and asks_name(self.turns[turn - 1], self.turns[turn])

    def name_in_answer(self, turn: int) -> frozenset[str]:
        """The words of the name in a turn that answers that question."""
        names = given_names([self.turns[turn]], [True], self._opening_words, capitals=self.capitals)
        long = len(self.turns[turn].words) > _SHORT_ANSWER
        return frozenset(name for name in names if not (long and ordinary(name)))

    @cached_property
    def numbers(self) -> list[list[SpokenNumber]]:
        """For each turn the numbers that may be telephone numbers."""
        return [spoken_numbers(turn) for turn in self.turns]

    @cached_property
    def direct_numbers(self) -> list[Given]:
        """The colleagues' own numbers that the employee gives."""
        return direct_numbers(self.turns, self.numbers, self.by(Speaker.AGENT), self.by(Speaker.CALLER))

    @property
    def others_numbers(self) -> frozenset[str]:
        """The digits of numbers that words say are a colleague's, so not those of the caller."""
        return frozenset(given.number.digits for given in self.direct_numbers if given.told)

    @property
    def _opening_words(self) -> frozenset[str]:
        """What the employee answered the telephone with: who calls out already names the other."""
        if self.call.direction == "out":
            return frozenset()
        first = next(iter(self.by(Speaker.CALLER)), 0)
        opening = [self.turns[i] for i in self.by(Speaker.AGENT) if i < first]
        return frozenset(w for turn in opening if not asks_name(turn) for w in turn.words)

    @cached_property
    def places(self) -> frozenset[str]:
        """The words of the organisation's name: not a person's name."""
        return frozenset(re.findall(r"\w+", fold(self.call.organisation or "")))

    def to_colleague(self, turn: int) -> bool:
        """Whether this is said to a colleague, who answers it or is told about the caller."""
        heard = self._colleague_answers(turn)
        return heard or about_the_caller(self.turns[turn]) or self._calls_by_name(turn)

    @cached_property
    def beside(self) -> frozenset[int]:
        """The turns of somebody else who sits beside the caller."""
        return beside_caller(self.turns, [turn.speaker for turn in self.transcript.turns])

    def _calls_by_name(self, turn: int) -> bool:
        """Whether a colleague is asked whom the transcript does not hear: "Anja, weet jij wanneer de balie opengaat?"."""
        asked = _CALLS.search(self.turns[turn].line)
        return asked is not None and asked[1] not in self.caller_names and not ordinary(asked[1])

    def _colleague_answers(self, turn: int) -> bool:
        after = turn + 1
        if after >= len(self.turns) or self.transcript.turns[after].speaker is not Speaker.OTHER:
            return False
        if all(before.speaker is not Speaker.CALLER for before in self.transcript.turns[:turn]):
            return False  # a tape after a message left on a voicemail, or before the call begins
        line = self.turns[turn].line
        to_caller = after in self.beside or (says_u(line) and not says_je_surely(line))
        return (
            not to_caller and bool(self.turns[after].words) and not is_gap(self.turns[after], Speaker.OTHER)
        )

    def evidence(self, match: Match) -> Evidence:
        """The literal words that a phrase was found in."""
        return self.quote(match.turn, match.start, match.end)

    def quote(self, turn: int, start: int = 0, end: int | None = None) -> Evidence:
        """A literal quote from a turn; the whole turn by default."""
        place = turn, start, end
        if place not in self._quotes:
            self._quotes[place] = Evidence.cut(self.transcript.turns[turn].text, turn, start, end)
        return self._quotes[place]
