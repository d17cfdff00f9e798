"""Equal input gives equal bytes, in another process, with another order of sets."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from scoring.settings import ROOT

PROGRAM = """
import json, sys
from datetime import datetime
from pathlib import Path
from scoring.aggregate import aggregate
from scoring.call import Call
from scoring.evaluate import evaluate
from scoring.examples import dialogue
from scoring.rubric import load_norms, load_rubric

rubric = load_rubric(Path(sys.argv[1]) / "proef.yaml")
norms = load_norms("proef", Path(sys.argv[2]))
said = '''A: goeie morgen met Noor Brandsma wa kan ik voor u doen
B: met Aalders, mijn vraag is of dat kan, het is een schande
A: wat vervelend meneer Aalders, ik bel u morgenochtend op 06 12 34 56 78
B: mijn nummer is 06 12 34 56 78
A: even kort, ik bel u morgen voor vijven of overmorgen'''
for number in range(3):
    call = Call(id=str(number), source="proef", called_at=datetime(2026, 1, 15))
    transcript = dialogue(said.replace("Aalders", ["Aalders", "De Wit", "Roos"][number]))
    judged = evaluate(call, transcript, rubric, norms)
    card = aggregate(call, rubric, norms, judged.results, judged.escalation, datetime(2026, 1, 15), judged.callback)
    print(card.model_dump_json())
    print(json.dumps(card.contract(), ensure_ascii=False))
"""
EXTRA = """
intents: geleerd
detectors:
  spijt: {kind: intent, intent: empathy}
  klacht: {kind: intent, intent: c_criticism}
  naam: {kind: agent_name}
  beller: {kind: caller_name, measures: given}
  spreekt_aan: {kind: caller_name, measures: addresses}
  nummer: {kind: phone, measures: spoken}
  vorm: {kind: address}
  belofte: {kind: callback, measures: working_days, phrases: ["bel u", "ik bel", "even kort", "voor u doen"]}
situations:
  alles: {any: [spijt, klacht, naam, beller, spreekt_aan, nummer, vorm, belofte]}
escalation:
  - {level: 2, title: Kritiek, when: klacht}
"""


def a_folder(tmp_path: Path) -> Path:
    small = (ROOT / "tests" / "small_rubric" / "klein.yaml").read_text(encoding="utf-8")
    rubric = small.replace("    yes: samen\n", "    yes: {all: [samen, alles]}\n") + EXTRA
    (tmp_path / "proef.yaml").write_text(rubric, encoding="utf-8")
    (tmp_path / "geleerd").mkdir()
    lines = ["utterances:"]
    kind, angry = "vervelend naar jammer sneu lastig", "schande belachelijk onzin dom fout"
    for intent, words in (("empathy", kind), ("c_criticism", angry)):
        for sign in ("", "-"):
            lines.append(f'  "{sign}{intent}":')
            start = "wat is dat" if not sign else "dat is goed geregeld en niet"
            lines += [f"    - {start} {word} {extra}" for word in words.split() for extra in ("zeg", "hoor")]
    (tmp_path / "geleerd" / "zinnen.yaml").write_text("\n".join(lines), encoding="utf-8")
    return tmp_path


def run(folder: Path, data: Path, seed: int) -> bytes:
    norms = ROOT / "tests" / "small_rubric" / "normen"
    environment = os.environ | {
        "PYTHONHASHSEED": str(seed),
        "KLANKBORD_DATA_FOLDER": str(data),
        "PYTHONPATH": str(ROOT),
        "OMP_NUM_THREADS": "1",
    }
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(folder), str(norms)],
        env=environment, capture_output=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    return done.stdout


def test_two_processes_give_equal_bytes_learned_anew_or_from_the_cache(tmp_path):
    folder = a_folder(tmp_path)
    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(lambda n: run(folder, tmp_path / n[0], n[1]), [("een", 1), ("twee", 4242)])
    assert b"empathy" in first or b"c_criticism" in first
    assert first.count(b"\n") == 6
    assert second == first
    assert list((tmp_path / "een" / "cache").glob("*.npz"))
    assert run(folder, tmp_path / "een", 7) == first
