"""This module contains random samples that anyone can check: equal seed and calls give an equal draw.

Every call gets the SHA-256 of seed and call number; the lowest are drawn. So the draw does not hang on a
random generator, the order of import or this program: any tool that knows SHA-256 can redo it.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from scoring.errors import ReviewError
from scoring.record import Record
from scoring.settings import Settings
from scoring.store import Store
from scoring.store import samples as kept
from scoring.store.samples import Candidate, Sample, SampleRequest

__all__ = [
    "Sample",
    "SampleCheck",
    "SampleRequest",
    "check_sample",
    "draw",
    "draw_sample",
    "sample",
    "samples",
]


class SampleCheck(Record):
    """This represents a draw done again: were the calls to draw from the same, and the draw?

    `same_draw` is None when calls were deleted or fit otherwise since: then it cannot be told. Calls that came
    in later do not matter.
    """

    same_population: bool
    same_draw: bool | None


def draw_sample(
    store: Store, request: SampleRequest, drawn_by: str, settings: Settings, now: datetime | None = None
) -> Sample:
    """Calling this draws and keeps a sample; ReviewError when no call fits or every agent had enough.

    The settings bound `per_agent`.
    """
    if not drawn_by.strip():
        raise ReviewError("Vul uw naam in: bij een steekproef staat wie haar trok.")
    most = min(request.per_agent, settings.sample_per_agent)
    request = request.model_copy(update={"per_agent": most})
    with store.transaction() as session:
        population = kept.candidates(session, request.where)
        before = kept.drawn_before(session)
        before = Counter({name: n for c in population if (n := before[name := kept.key(c)])})
        drawn = draw(population, request, before)
        if not drawn:
            raise ReviewError(
                "Er is geen gesprek om te trekken: niets past bij deze keuze, of van iedere medewerker is "
                "deze maand al genoeg getrokken."
            )
        found = Sample(
            request=request,
            drawn_by=drawn_by,
            at=now or datetime.now(UTC),
            population=len(population),
            population_hash=_hash(c.call_id for c in population),
            drawn=len(drawn),
            draw_hash=_hash(drawn),
            drawn_before=dict(before),
            calls=tuple(drawn),
        )
        return kept.add_sample(session, found)


def draw(population: Iterable[Candidate], request: SampleRequest, before: Mapping[str, int]) -> list[str]:
    """The calls that this seed draws, in order; at most `per_agent` of one agent in one month."""
    taken = Counter(before)
    drawn: list[str] = []
    for candidate in sorted(population, key=lambda c: _rank(request.seed, c.call_id)):
        name = kept.key(candidate)
        if candidate.agent and taken[name] >= request.per_agent:
            continue
        taken[name] += 1
        drawn.append(candidate.call_id)
        if len(drawn) == request.size:
            break
    return drawn


def check_sample(store: Store, number: int) -> SampleCheck:
    """Calling this draws a kept sample again and says whether the same calls come out."""
    with store.transaction(reading=True) as session:
        kept_sample = kept.sample(session, number)
        population = kept.candidates(session, kept_sample.request.where, kept_sample.at)
    if _hash(c.call_id for c in population) != kept_sample.population_hash:
        return SampleCheck(same_population=False, same_draw=None)
    again = draw(population, kept_sample.request, kept_sample.drawn_before)
    return SampleCheck(same_population=True, same_draw=_hash(again) == kept_sample.draw_hash)


def samples(store: Store) -> list[Sample]:
    """Every sample, newest first."""
    with store.transaction(reading=True) as session:
        return kept.samples(session)


def sample(store: Store, number: int) -> Sample:
    """The sample with this number; StoreError when there is none."""
    with store.transaction(reading=True) as session:
        return kept.sample(session, number)


def _rank(seed: str, call_id: str) -> str:
    return hashlib.sha256(f"{seed}\n{call_id}".encode()).hexdigest()


def _hash(ids: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(ids).encode()).hexdigest()
