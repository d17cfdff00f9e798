"""Files of examples are read as PyYAML reads them, only quicker."""

from pathlib import Path

import pytest
import yaml

from scoring.language.plain_yaml import plain
from scoring.settings import ROOT

FILES = sorted((ROOT / "rubrics" / "intents").glob("*.yaml"))


@pytest.mark.parametrize("path", [FILES[0], FILES[-1], *FILES[5:50:11]], ids=lambda path: path.stem)
def test_files_of_examples_hold_the_same(path: Path):
    content = path.read_text(encoding="utf-8")
    assert plain(content) == yaml.load(content, Loader=yaml.BaseLoader)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "# niets\n",
        "zin",
        "a: nee\nb: 2026-01-02\nc: 007\nd:\n",
        "a: &x [1, {b: c}]\nd: *x\n",
        "'a': \"b\\nc\"\nd: |\n  een\n  twee\n",
        "- [a, [b]]\n- {}\n- []\n",
    ],
)
def test_everything_is_text(content: str):
    expected = yaml.load(content, Loader=yaml.BaseLoader)
    assert plain(content) == (expected or "")


@pytest.mark.parametrize(
    "content",
    [
        "a: [1",
        "a: *weg",
        "[a]: b",
        "a: 'b",
        "\t- a",
        "a: b: c",
        "{a: b}}",
        "a\n---\nb",
        "a: &x {b: c}\nd: {<<: *x}",
    ],
)
def test_what_is_no_yaml_is_an_error(content: str):
    with pytest.raises(yaml.YAMLError):
        plain(content)
