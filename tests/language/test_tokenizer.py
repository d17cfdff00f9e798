"""The tokeniser, and what it leaves unloaded."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module

import pytest

from scoring.language.tokenizer import _hidden, tokenizer

SMALL = "colorsys"
"""A module of Python itself that nothing here needs."""

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
    sys.modules.pop(SMALL, None)
    with _hidden(SMALL), ThreadPoolExecutor(1) as other:
        with pytest.raises(ModuleNotFoundError):
            import_module(SMALL)
        assert other.submit(import_module, SMALL).result().__name__ == SMALL
    sys.modules.pop(SMALL, None)
    assert import_module(SMALL).__name__ == SMALL
