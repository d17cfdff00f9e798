"""A file comes in its place whole or not at all: after an error, on a full disk, when the program is killed."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from speech.hostile import encode, speech

from scoring.errors import ScoringError
from scoring.settings import ROOT
from scoring.speech.peaks import peaks
from scoring.speech.playable import for_listening
from scoring.store.recordings import Recordings
from scoring.whole_file import whole_file

KILLED = """
import os, sys
from pathlib import Path
from scoring.whole_file import whole_file
with whole_file(Path(sys.argv[1])) as half:
    half.write_text("hal")
    os._exit(9)
"""


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("old", [None, "oud"])
def test_the_file_appears_at_the_end_in_place_of_the_old_one(old: str | None, tmp_path: Path):
    target = tmp_path / "a.json"
    if old:
        target.write_text(old)
    with whole_file(target) as half:
        half.write_text("hal")
        assert (target.read_text() if target.exists() else None) == old
        half.write_text("heel")
    assert names(tmp_path) == ["a.json"]
    assert target.read_text() == "heel"


def stopped_halfway(target: Path, error: type[BaseException]) -> None:
    with whole_file(target) as half:
        half.write_text("hal")
        raise error


@pytest.mark.parametrize("old", [None, "oud"])
@pytest.mark.parametrize("error", [OSError, ValueError, KeyboardInterrupt])
def test_an_error_halfway_leaves_what_was_there(old: str | None, error: type[BaseException], tmp_path: Path):
    target = tmp_path / "a.json"
    if old:
        target.write_text(old)
    with pytest.raises(error):
        stopped_halfway(target, error)
    assert [path.read_text() for path in tmp_path.iterdir()] == ([old] if old else [])


def test_who_writes_nothing_is_told(tmp_path: Path):
    with pytest.raises(FileNotFoundError), whole_file(tmp_path / "a.json"):
        pass
    assert names(tmp_path) == []


def test_a_killed_program_leaves_no_file_and_what_it_left_goes_with_the_recording(tmp_path: Path):
    recordings = Recordings(tmp_path / "opnamen")
    source = tmp_path / "opname.wav"
    source.write_bytes(b"geluid")
    name = recordings.keep("gesprek-1", source)
    recordings.remove(name)
    target = tmp_path / "opnamen" / name
    ended = subprocess.run([sys.executable, "-c", KILLED, target], cwd=ROOT, env=os.environ, check=False)
    assert ended.returncode == 9
    assert recordings.find(name) is None
    assert len(names(target.parent)) == 1
    recordings.remove(name)
    assert names(target.parent) == []


@contextmanager
def room_for(most: int) -> Iterator[None]:
    """No file can grow beyond so many bytes: the disk is full."""
    resource = pytest.importorskip("resource", reason="geen grens aan bestanden op dit systeem")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize(
    "made", [peaks, for_listening, lambda path: Recordings(path.parent).keep("een", path)]
)
def test_a_full_disk_leaves_nothing(made: Callable[[Path], object], tmp_path: Path):
    path = encode(tmp_path / "opname.wav", speech(2, 4.0), "pcm_alaw", 8_000)
    before = made is peaks and peaks(path)
    for file in tmp_path.glob("opname.wav.*"):
        file.unlink()
    with room_for(200):
        if made is peaks:
            assert made(path) == before  # only made again next time
        else:
            with pytest.raises(ScoringError, match="schijf vol"):
                made(path)
    assert names(tmp_path) == ["opname.wav"]
    made(path)
    assert len(names(tmp_path)) == 2
