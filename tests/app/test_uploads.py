"""What becomes of uploaded files: jobs that a worker does."""

import json
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from app_pages import desk, judging
from scoring.errors import RubricError
from scoring.intake import Metadata
from scoring.jobs import Job, Request, State, Worker
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


@pytest.fixture
def worker(store: Store) -> Iterator[Worker]:
    working = Worker(desk.settings())
    yield working
    working.close()


@pytest.fixture
def judge(worker: Worker):
    def judged(*files: File, metadata: Metadata | None = None) -> list[Job]:
        settings = desk.settings()
        before = {job.id for job in desk.jobs().all()}
        request = Request(rubric=settings.rubric, norms=settings.norms, metadata=metadata or Metadata())
        desk.jobs().add(files, request)
        worker.work_off()
        return [job for job in desk.jobs().all() if job.id not in before]

    return judged


def test_a_bad_file_gives_one_dutch_line_and_the_others_go_on(store: Store, judge):
    bad, good = judge(File("leeg.txt", b""), a_file())
    assert (bad.state, good.state) == (State.FAILED, State.DONE)
    assert "leeg" in bad.problem
    assert store.scorecard(good.call_id) is not None
    assert store.count() == 1


def test_what_was_uploaded_goes_once_it_is_kept(store: Store, judge):
    bad, good = judge(File("leeg.txt", b""), a_file())
    uploads = desk.settings().uploads_folder
    assert [path.name for path in uploads.iterdir()] == [bad.folder]
    desk.jobs().clear([bad.id, good.id])
    assert list(uploads.iterdir()) == []
    assert desk.jobs().all() == []
    assert store.count() == 1


def test_typed_details_go_before_what_the_file_says(store: Store, judge):
    (job,) = judge(a_file(team="Balie"), metadata=Metadata(team="KCC", agent="M-07"))
    call = store.call(job.call_id)
    assert (call.team, call.agent) == ("KCC", "M-07")


def test_details_in_an_uploaded_table_reach_their_file(store: Store, judge):
    table = File("metadata.csv", b"bestand;team\ngesprek.json;Burgerzaken\nander.json;Balie\n")
    one, other = judge(table, a_file(), a_file("ander.json", organisation="Lisse"))
    assert [store.call(job.call_id).team for job in (one, other)] == ["Burgerzaken", "Balie"]


def test_a_recording_beside_its_transcript_is_kept_with_it(store: Store, judge):
    sound = (ROOT / "scoring" / "demo" / "demo-1-grofvuil.ogg").read_bytes()
    (job,) = judge(a_file("gesprek.json"), File("gesprek.ogg", sound))
    assert store.audio(job.call_id).read_bytes() == sound
    assert not job.sound  # the words are there: nothing to recognise, so no waiting behind recordings


@pytest.mark.parametrize(
    "name", ["../../etc/passwd.json", "C:\\Users\\x\\gesprek.json", 'a<b>:"c"|?*.json', f"{'a' * 300}.json"]
)
def test_no_file_name_leaves_the_folder_or_breaks_the_disk(store: Store, judge, name: str):
    (job,) = judge(a_file(name))
    assert job.state is State.DONE
    assert not set(store.call(job.call_id).source) & set('/\\<>:"|?*')


def test_two_files_of_one_name_are_two_calls(store: Store, judge):
    jobs = judge(a_file(), a_file(team="Balie"))
    assert len({job.call_id for job in jobs}) == 2
    assert store.count() == 2


def test_roles_in_doubt_wait_and_are_settled(store: Store, judge):
    text = "Piet: ja dat klopt\nJan: nou dat weet ik niet\nPiet: echt wel\nJan: dat is goed\n"
    (job,) = judge(File("twijfel.txt", text.encode()))
    assert store.scorecard(job.call_id) is None
    assert [row.status for row in store.calls()] == [Status.ROLES]
    card = judging.settle_roles(job.call_id, False, desk.rubric(), desk.norms())
    assert store.scorecard(job.call_id) == card
    judge(File("twijfel.txt", text.encode()))
    assert store.scorecard(job.call_id) == card  # what a person settled stays


def test_the_same_file_again_follows_the_roles_that_a_person_chose(store: Store, judge):
    (first,) = judge(a_file())
    swapped = judging.settle_roles(first.call_id, True, desk.rubric(), desk.norms())
    judge(a_file())
    assert store.scorecard(first.call_id) == swapped
    assert len(store.scorecards(first.call_id)) == 2


def test_a_changed_rubric_is_read_again(store: Store, judge):
    path = desk.settings().rubric
    before = desk.rubric()
    assert desk.rubric() is before
    judge(a_file())
    path.write_text("id: [", encoding="utf-8")
    with pytest.raises(RubricError):
        desk.rubric()
    (job,) = judge(a_file(team="Balie"))
    assert (job.state, "klein.yaml" in job.problem) == (State.FAILED, True)
