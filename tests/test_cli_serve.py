import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest

from scoring.settings import ROOT

pytestmark = [
    pytest.mark.skipif(not (ROOT / "app.py").exists(), reason="app.py is not there"),
    pytest.mark.skipif(sys.platform == "win32", reason="stops the server with a POSIX signal"),
]


def answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=1) as response:
            return response.status == 200
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return False


def test_serve_answers_on_this_computer_only_and_stops_wholly(tmp_path):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = os.environ | {
        "KLANKBORD_PORT": str(port),
        "KLANKBORD_DATA_FOLDER": str(tmp_path),
        "STREAMLIT_SERVER_HEADLESS": "true",
    }
    server = subprocess.Popen(
        [sys.executable, "-m", "scoring", "serve"], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL
    )
    try:
        deadline = time.monotonic() + 60
        while not answers(port) and time.monotonic() < deadline:
            assert server.poll() is None, "the server stopped by itself"
            time.sleep(0.2)
        assert answers(port)
        with socket.socket() as elsewhere:  # taken on loopback only: any other address is still free
            elsewhere.bind(("127.0.0.2", port))
    finally:
        server.send_signal(signal.SIGTERM)
        assert server.wait(20) == 0
    assert not answers(port)
