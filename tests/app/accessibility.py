"""What axe finds on a screen, and the one list of what Streamlit's own markup causes."""

import re
from pathlib import Path
from typing import NamedTuple

from browser_server import settled

from scoring.settings import ROOT

AXE = ROOT / "tests" / "app" / "vendor" / "axe.min.js"
STATEMENT = ROOT / "docs" / "toegankelijkheid.md"
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")


class Fault(NamedTuple):
    """A fault that Streamlit causes: the rule of axe, where (CSS), what it is, and what a user can do."""

    rule: str
    where: str
    what: str
    way_out: str


STREAMLIT = (
    Fault(
        "label-content-name-mismatch",
        "[role='dialog'] button[aria-haspopup]",
        "In de kalender heten de knoppen voor maand en jaar voor een schermlezer ‘maand’ en ‘jaar’, niet wat erop staat.",
        "Typ de datum in het veld; de kalender is niet nodig.",
    ),
    Fault(
        "region",
        "[role='listbox'], [role='dialog'], #stFloatingOverlayPortal",
        "Een lijst of menu dat openklapt staat in de code buiten de hoofdinhoud van de pagina.",
        "Geen: de lijst krijgt meteen de toetsenbordfocus en sluit met Escape.",
    ),
)
"""Nothing else may be left: whatever axe finds outside this list, Klankbord itself must mend."""

FIND = """async ({ rules, known }) => {
  const found = await axe.run(document, {
    runOnly: { type: 'tag', values: rules }, resultTypes: ['violations'], elementRef: true,
  });
  const streamlits = (rule, element) => known.some((one) => one[0] === rule && element?.closest(one[1]));
  return found.violations.flatMap((one) => one.nodes
    .filter((node) => !streamlits(one.id, node.element))
    .map((node) => `${one.impact} ${one.id}: ${node.target.join(' ')} ${node.html.slice(0, 160)} `
      + node.failureSummary.replaceAll('\\n', ' ')));
}"""


def found(page) -> list[str]:
    """Every violation on the screen, of any weight, that Streamlit does not cause."""
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    known = [[fault.rule, fault.where] for fault in STREAMLIT]
    return page.evaluate(FIND, {"rules": RULES, "known": known})


def ready(page) -> None:
    """Waits until the screen is drawn wholly: text that fades in or out has no contrast yet."""
    settled(page)
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", state="attached")
    settled(page)
    page.wait_for_function(
        "!document.getAnimations().some((one) => one.playState === 'running' && "
        "one.effect.getComputedTiming().iterations !== Infinity)"
    )


def listed(statement: Path = STATEMENT) -> set[tuple[str, str, str]]:
    """The rules, faults and ways out in the table of the statement for users."""
    lines = statement.read_text(encoding="utf-8").splitlines()
    rows = [
        re.split(r"\s*\|\s*", line.strip().strip("|").strip()) for line in lines if line.startswith("| `")
    ]
    return {(rule.strip("`"), what, way_out) for rule, what, way_out in rows}
