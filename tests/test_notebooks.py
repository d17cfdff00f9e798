"""The notebooks run from their own folder, and are kept without output."""

import re

import nbformat
import pytest
from nbclient import NotebookClient

from scoring.settings import ROOT

FOLDER = ROOT / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))


def outputs(notebook: nbformat.NotebookNode) -> str:
    return "\n".join(
        output.get("text", "") + output.get("data", {}).get("text/plain", "")
        for cell in notebook.cells
        if cell.cell_type == "code"
        for output in cell.outputs
    )


def test_there_are_notebooks() -> None:
    assert FOLDER / "01-een-gesprek.ipynb" in NOTEBOOKS


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_kept_without_output(path) -> None:
    notebook = nbformat.read(path, as_version=4)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert code
    assert all(not cell.outputs and cell.execution_count is None for cell in code)


def test_one_call_from_file_to_scorecard() -> None:
    notebook = nbformat.read(FOLDER / "01-een-gesprek.ipynb", as_version=4)
    NotebookClient(
        notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(FOLDER)}}
    ).execute()
    shown = outputs(notebook)
    assert "Voorlopig: nog niet door een mens bevestigd." in shown
    for title in ("Bekend", "Bereikbaar", "Beleefd", "Behulpzaam", "Betrouwbaar"):
        assert title in shown
    assert re.search(r"betrouwbaar\.terugbelbelofte +nee(?: \(voorstel\))? +ja", shown)


def test_calibration_from_export_to_figures() -> None:
    notebook = nbformat.read(FOLDER / "02-calibratie.ipynb", as_version=4)
    NotebookClient(
        notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(FOLDER)}}
    ).execute()
    shown = outputs(notebook)
    assert "4 gesprekken, 5 criteria: Marit de Boer, Omar Haddad, Ilse Kok" in shown
    assert "Elke kappa komt overeen met scikit-learn." in shown
    assert "9 verschillen om te bespreken." in shown
    assert re.search(r"beleefd\.empathie +0,50 \(0,33 tot 0,83\) +0,23 ", shown)
    drawn = [o for c in notebook.cells for o in c.get("outputs", []) if "image/svg+xml" in o.get("data", {})]
    assert len(drawn) == 3
