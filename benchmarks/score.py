"""Speed of judging transcripts: calls a second on one core, and how that grows.

Run `python -m benchmarks.score [--calls 1000 10000]` in one process with one thread,
on a machine that does nothing else.
"""

import os

os.environ["OMP_NUM_THREADS"] = "1"  # before numpy reads it: the figure is for one core

import argparse
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter, process_time

from scoring import intake
from scoring.call import Call, Speaker, Transcript, Turn
from scoring.examples import dialogue
from scoring.learned import learned, lexicon
from scoring.pipeline import score_transcript
from scoring.rubric import Norms, Rubric, load_norms, load_rubric
from scoring.settings import ROOT, load_settings

TURNS = 40
WARM_UP = 50
START = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
NAMES = "Bakker Visser Smit Meijer Mulder Bos Vos Peters Hendriks Dekker Brouwer Koster Prins".split()
_NAME = re.compile(r"(?<=(?:neer|rouw) )[A-Z]\w+")
_DIGIT = re.compile(r"\d")

Pool = dict[tuple[Speaker, str], list[str]]


def turn_pool(rubric: Rubric) -> Pool:
    """What is said in the demo calls and the rubric's examples, by speaker and by part of the call."""
    settings = load_settings()
    files = sorted((ROOT / "scoring" / "demo").glob("*.json"))
    calls = [intake.read(path, settings).transcript for path in files]
    calls += [dialogue(example.dialogue) for c in rubric.criteria for example in c.examples]
    pool: Pool = defaultdict(list)
    for call in calls:
        turns = call.turns if call else ()
        for number, turn in enumerate(turns):
            part = "start" if number < 2 else "end" if number >= len(turns) - 3 else "middle"
            pool[turn.speaker, part].append(turn.text)
    return pool


def generated(count: int, pool: Pool, seed: int = 2026) -> Iterator[tuple[Call, Transcript]]:
    """Calls of 40 turns, no two the same: turns drawn from the pool, with other names and digits."""
    dice = random.Random(seed)
    for number in range(count):
        name = f"gemaakt-{seed}-{number}"
        turns = tuple(_turn(place, pool, dice) for place in range(TURNS))
        called = START + timedelta(minutes=7 * number)
        call = Call(id=name, source=f"{name}.json", called_at=called, metadata={"rings": dice.randint(1, 9)})
        yield call, Transcript(call_id=name, turns=turns)


def _turn(place: int, pool: Pool, dice: random.Random) -> Turn:
    speaker = Speaker.AGENT if place % 2 == 0 else Speaker.CALLER
    part = "start" if place < 2 else "end" if place >= TURNS - 3 else "middle"
    text = dice.choice(pool[speaker, part])
    text = _NAME.sub(lambda _: dice.choice(NAMES), text)
    return Turn(speaker=speaker, text=_DIGIT.sub(lambda _: str(dice.randint(0, 9)), text))


def timed(count: int, pool: Pool, rubric: Rubric, norms: Norms, seed: int = 2026) -> tuple[float, float]:
    """Seconds of this process and of the clock that judging takes; making the calls is not counted."""
    busy = clock = 0.0
    for call, transcript in generated(count, pool, seed):
        cpu, wall = process_time(), perf_counter()
        score_transcript(call, transcript, rubric, norms, START)
        busy, clock = busy + process_time() - cpu, clock + perf_counter() - wall
    return busy, clock


def load() -> tuple[Rubric, Norms]:
    """The rubric and norms of the settings, with the seconds each part of loading takes."""
    settings = load_settings()
    begin = perf_counter()
    rubric = load_rubric(settings.rubric)
    norms = load_norms(settings.norms, settings.rubric.parent / "normen")
    print(f"load rubric and norms    {perf_counter() - begin:8.2f} s")
    kept = {path.name for path in _kept(settings.data_folder)}
    begin = perf_counter()
    lexicon(rubric)
    learned(rubric)
    how = "from the cache" if {path.name for path in _kept(settings.data_folder)} == kept else "learned anew"
    print(f"load words and intents   {perf_counter() - begin:8.2f} s ({how})")
    return rubric, norms


def _kept(data_folder: Path) -> list[Path]:
    return list((data_folder / "cache").glob("intents-*.npz"))


def main() -> None:
    """Calling this prints the load times, and a line for every number of calls."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.score", description=__doc__)
    parser.add_argument("--calls", type=int, nargs="+", default=[1000, 10000], help="how many calls to judge")
    counts = parser.parse_args().calls
    rubric, norms = load()
    pool = turn_pool(rubric)
    timed(WARM_UP, pool, rubric, norms, seed=1)
    print(f"warm-up: {WARM_UP} other calls, not counted")
    print(f"every call: {TURNS} turns, {len(rubric.criteria)} criteria\n")
    print("   calls   calls/s (this core)   calls/s (clock)   rate : first")
    first = None
    for count in counts:
        busy, clock = timed(count, pool, rubric, norms)
        first = first or count / busy
        print(f"{count:8}   {count / busy:19.1f}   {count / clock:15.1f}   {count / busy / first:12.2f}")


if __name__ == "__main__":
    main()
