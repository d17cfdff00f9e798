"""`serve` does not start when anybody in the network could get in."""

import os
import subprocess
import sys

import pytest

from scoring.settings import ROOT


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"KLANKBORD_HOST": "0.0.0.0"}, "Zet host terug op 127.0.0.1"),
        ({"KLANKBORD_MODE": "team"}, "[claims]"),
    ],
)
def test_it_stops_with_one_line(tmp_path, settings, told):
    environment = os.environ | {"KLANKBORD_DATA_FOLDER": str(tmp_path)} | settings
    command = [sys.executable, "-m", "scoring", "serve"]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 2, done.stderr
    assert told in done.stderr
    assert "Traceback" not in done.stderr
