"""The tokeniser, and what it leaves unloaded."""

import subprocess
import sys

import pytest

from scoring.language.tokenizer import _hidden, tokenizer

ALONE = """
import importlib.util, sys
from scoring.language.tokenizer import tokenizer
print([token.text for token in tokenizer()("dhr. Bakker's e-mail, a.u.b.")])
print("torch" in sys.modules)
print(importlib.util.find_spec("torch") is None)
"""


def test_the_tokeniser_loads_no_network_library_which_can_be_loaded_later():
    ran = subprocess.run(
        [sys.executable, "-c", ALONE], capture_output=True, text=True, check=True, timeout=120
    )
    assert ran.stdout.split("\n")[1:3] == ["False", "False"]


def test_abbreviations_keep_their_full_stop():
    assert tokenizer()("dhr. Bakker's auto")[0].text == "dhr."


def test_what_is_hidden_is_hidden_from_this_thread_alone():
    from threading import Thread

    found: list[str] = []

    def load() -> None:

        found.append(wave.__name__)

    sys.modules.pop("wave", None)
    with _hidden("wave"):
        with pytest.raises(ModuleNotFoundError):
            import wave
        other = Thread(target=load)
        other.start()
        other.join()
    assert found == ["wave"]
