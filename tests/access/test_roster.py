"""The list of who is behind which pseudonym, as people make it in Excel."""

from pathlib import Path

import pytest

from scoring.errors import InputError
from scoring.roster import load_roster


def written(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "namen.csv"
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_reads_what_excel_writes(tmp_path, encoding, delimiter):
    lines = ["pseudoniem;naam;account", "M-07;Renée Groen;Renee@stad.example", "", "M-08;Sam;"]
    path = written(tmp_path, "\r\n".join(lines).replace(";", delimiter), encoding)
    roster = load_roster(path)
    assert roster.names == {"M-07": "Renée Groen", "M-08": "Sam"}
    assert roster.agent(" renee@STAD.example ") == "M-07"
    assert roster.agent("") is None


def test_columns_in_another_order_and_without_account(tmp_path):
    assert load_roster(written(tmp_path, "Naam;Pseudoniem\nSam;M-08\n")).names == {"M-08": "Sam"}


def test_no_list_is_an_empty_list(tmp_path):
    assert load_roster(tmp_path / "namen.csv").names == {}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("naam;account\nSam;sam\n", "pseudoniem;naam"),
        ("", "pseudoniem;naam"),
        ("pseudoniem;naam\n;Sam\n", "regel 2"),
        ("pseudoniem;naam\nM-1;Sam\nM-1;Els\n", "regel 3"),
        ("pseudoniem;naam;account\nM-1;Sam;sam\nM-2;Els;SAM\n", "regel 3"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_without_the_name(tmp_path, text, told):
    with pytest.raises(InputError, match=told) as error:
        load_roster(written(tmp_path, text))
    assert "Sam" not in str(error.value)


def test_what_is_no_text_is_refused(tmp_path):
    path = tmp_path / "namen.csv"
    path.write_bytes(bytes(range(32)) * 40)
    with pytest.raises(InputError, match="CSV"):
        load_roster(path)
