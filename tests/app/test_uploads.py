"""What a screen has done to uploaded files."""

import json
from typing import NamedTuple

import pytest

from app_pages import desk, judging
from scoring.errors import RubricError
from scoring.intake import Metadata
from scoring.settings import ROOT
from scoring.store import Status, Store

TURNS = [
    {"speaker": "agent", "text": "Goedemorgen, gemeente Zonnedaal, u spreekt met Noor Brandsma."},
    {"speaker": "caller", "text": "Met Driessen, mijn paspoort is zoek."},
]


class File(NamedTuple):
    name: str
    content: bytes

    def getbuffer(self) -> memoryview:
        return memoryview(self.content)


def a_file(name: str = "gesprek.json", **fields: object) -> File:
    return File(name, json.dumps({"turns": TURNS} | fields).encode())


def judge(*files: File, metadata: Metadata | None = None, seen: list[str] | None = None):
    def report(number: int, total: int, name: str, share: float, what: str) -> None:
        if seen is not None:
            seen.append(f"{number + 1}/{total} {name} {what}")

    return judging.judge_uploads(files, desk.rubric(), desk.norms(), metadata or Metadata(), report)


def test_a_bad_file_gives_one_dutch_line_and_the_others_go_on(store: Store):
    seen: list[str] = []
    bad, good = judge(File("leeg.txt", b""), a_file(), seen=seen)
    assert bad.call_id is None
    assert "leeg" in bad.problem
    assert good.scorecard is not None
    assert store.scorecard(good.call_id) == good.scorecard
    assert seen == [
        "1/2 leeg.txt lezen",
        "1/2 leeg.txt klaar",
        "2/2 gesprek.json lezen",
        "2/2 gesprek.json klaar",
    ]


def test_typed_details_go_before_what_the_file_says(store: Store):
    (outcome,) = judge(a_file(team="Balie"), metadata=Metadata(team="KCC", agent="M-07"))
    call = store.call(outcome.call_id)
    assert (call.team, call.agent) == ("KCC", "M-07")


def test_details_in_an_uploaded_table_reach_their_file(store: Store):
    table = File("metadata.csv", b"bestand;team\ngesprek.json;Burgerzaken\n")
    (outcome,) = judge(table, a_file())
    assert store.call(outcome.call_id).team == "Burgerzaken"


def test_a_recording_beside_its_transcript_is_kept_with_it(store: Store):
    sound = (ROOT / "scoring" / "demo" / "demo-1-grofvuil.ogg").read_bytes()
    (outcome,) = judge(a_file("gesprek.json"), File("gesprek.ogg", sound))
    assert store.audio(outcome.call_id).read_bytes() == sound


@pytest.mark.parametrize(
    "name", ["../../etc/passwd.json", "C:\\Users\\x\\gesprek.json", 'a<b>:"c"|?*.json', f"{'a' * 300}.json"]
)
def test_no_file_name_leaves_the_folder_or_breaks_the_disk(store: Store, name: str):
    (outcome,) = judge(a_file(name))
    assert outcome.problem == ""
    assert not set(store.call(outcome.call_id).source) & set('/\\<>:"|?*')


def test_two_files_of_one_name_are_two_calls(store: Store):
    outcomes = judge(a_file(), a_file(team="Balie"))
    assert len({outcome.call_id for outcome in outcomes}) == 2
    assert store.count() == 2


def test_roles_in_doubt_wait_and_are_settled(store: Store):
    text = "Piet: ja dat klopt\nJan: nou dat weet ik niet\nPiet: echt wel\nJan: dat is goed\n"
    (outcome,) = judge(File("twijfel.txt", text.encode()))
    assert outcome.scorecard is None
    assert [row.status for row in store.calls()] == [Status.ROLES]
    card = judging.settle_roles(outcome.call_id, False, desk.rubric(), desk.norms())
    assert store.scorecard(outcome.call_id) == card
    again = judge(File("twijfel.txt", text.encode()))[0]
    assert again.scorecard == card  # what a person settled stays


def test_the_same_file_again_follows_the_roles_that_a_person_chose(store: Store):
    (first,) = judge(a_file())
    swapped = judging.settle_roles(first.call_id, True, desk.rubric(), desk.norms())
    (again,) = judge(a_file())
    assert again.scorecard == swapped
    assert len(store.scorecards(first.call_id)) == 2


def test_a_changed_rubric_is_read_again(store: Store):
    path = desk.settings().rubric
    before = desk.rubric()
    assert desk.rubric() is before
    path.write_text("id: [", encoding="utf-8")
    with pytest.raises(RubricError):
        desk.rubric()
