import subprocess
import sys

import pytest

from scoring.commands import COMMANDS, MODELS, main

HEAVY = ("sqlalchemy", "scipy.special", "openpyxl")
LOADED = """
import sys
from scoring.commands import main
main(sys.argv[1:])
print(*(name for name in {heavy} if name in sys.modules))
"""


@pytest.mark.parametrize("asked", [[], ["--help"]])
def test_the_help_names_every_command_in_order(asked, capsys):
    assert main(asked) == 0
    shown = capsys.readouterr().out
    places = [shown.index(f"│ {name} ") for name in (*COMMANDS, MODELS)]
    assert places == sorted(places)


@pytest.mark.parametrize("command", [*COMMANDS, MODELS])
def test_a_command_that_is_loaded_alone_explains_itself_as_one_of_many(command, capsys):
    assert main([command, "--help"]) == 0
    assert f"python -m scoring {command} " in " ".join(capsys.readouterr().out.split())


def test_the_screens_do_not_wait_for_what_other_commands_need():
    script = LOADED.format(heavy=HEAVY)
    told = subprocess.run(
        [sys.executable, "-c", script, "serve", "--help"], capture_output=True, text=True, check=True
    )
    assert told.stdout.splitlines()[-1] == ""
