"""Takes the pictures of README and handbook anew, with the demo calls as they are judged now: `make pictures`."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from browser_server import launched, looking, serving, settled
from PIL import Image

from scoring.settings import ROOT, Settings
from scoring.store import CallFilter, open_store

DOCS = ROOT / "docs"
COLOURS = 128
WIDTH, HEIGHT, README_HEIGHT = 1366, 768, 900
LISTENED, CALM, TENSE = "demo-1-grofvuil.json", "demo-10-van-het-kastje.json", "demo-7-agressie-grens.json"


class Picture(NamedTuple):
    """This represents one picture: its name, the address of the screen and what is done there first."""

    name: str
    path: str
    first: Callable[[object], None] = lambda page: None


def chosen(label: str, option: str) -> Callable[[object], None]:
    """Chooses an option of a list."""

    def choose(page) -> None:
        page.get_by_role("combobox", name=re.compile(label)).click()
        page.get_by_role("option", name=re.compile(option)).first.click()
        page.keyboard.press("Escape")

    return choose


def tab(name: str) -> Callable[[object], None]:
    """Opens a tab."""
    return lambda page: page.get_by_role("tab", name=name).click()


def criteria_of(dimension: str) -> Callable[[object], None]:
    """Shows the criteria of one B, with the talk beside them."""

    def show(page) -> None:
        page.get_by_role("radio", name=re.compile(dimension)).click()
        settled(page)
        top = "element => element.scrollIntoView({block: 'start'})"
        page.get_by_role("heading", name="Per criterium").evaluate(top)

    return show


def new_sample(page) -> None:
    """Unfolds the form for a sample."""
    tab("Steekproeven")(page)
    page.get_by_text("Nieuwe steekproef trekken").click()


def named(name: str) -> Callable[[object], None]:
    """Says who looks."""

    def say(page) -> None:
        page.get_by_label("Uw naam of initialen").fill(name)
        page.keyboard.press("Enter")
        settled(page)
        page.mouse.wheel(0, -HEIGHT)

    return say


def goal(page) -> None:
    """Makes a goal out of the first thing to coach, and does not keep it."""
    criteria_of("Behulpzaam")(page)
    page.get_by_role("button", name="Doel maken").first.click()
    form = page.get_by_role("dialog")
    form.get_by_role("combobox").click()
    page.get_by_role("option").first.click()
    form.get_by_label("Uw naam of initialen").fill("Marit")
    form.get_by_label("Afspraak, in één zin").fill("Ik vraag eerst hoe het zit, voor ik een antwoord geef.")


def pictures(ids: dict[str, str]) -> tuple[Picture, ...]:
    """All of the handbook; `ids`: the number of each demo call by its file."""
    listened = f"gesprek?id={ids[LISTENED]}"
    return (
        Picture("start", "start"),
        Picture("beoordelen", "beoordelen"),
        Picture("gesprekken", "gesprekken"),
        Picture("gesprek", listened),
        Picture("gesprek-bewijs", listened, criteria_of("Behulpzaam")),
        Picture("gesprek-escalatie", f"gesprek?id={ids[TENSE]}"),
        Picture("doel-maken", listened, goal),
        Picture("nakijken-gesprek", f"gesprek?id={ids[CALM]}&nakijken=1", named("Ilse Kok")),
        Picture("nakijken", "nakijken"),
        Picture("steekproef", "nakijken", new_sample),
        Picture("mijn-gesprekken", "mijn-gesprekken", chosen("Kijk als medewerker", "M-04")),
        Picture("kalibratie", "kalibratie?nr=1"),
        Picture("machine-en-mensen", "machine-en-mensen"),
        Picture("overzicht", "overzicht"),
        Picture("coaching", "coaching", chosen("Medewerker", "M-06")),
        Picture("oefenen", "oefenen"),
        Picture("rubriek-aanpassen", "rubriek-aanpassen"),
        Picture("rubriek", "rubriek"),
        Picture("instellingen", "instellingen", tab("Wie mag wat")),
        Picture("logboek", "logboek"),
    )


def take(page, address: str, picture: Picture) -> None:
    """Takes one picture as a reader would see it: nothing chosen that has a dark edge, no pointer on anything."""
    page.goto(f"{address}/{picture.path}")
    settled(page)
    picture.first(page)
    settled(page)
    page.mouse.move(0, HEIGHT - 1)
    page.wait_for_timeout(1500)  # charts and waves are drawn after the words
    place = DOCS / "schermen" / f"{picture.name}.png"
    drawn = Image.open(BytesIO(page.screenshot())).convert("RGB")
    drawn.quantize(COLOURS, dither=Image.Dither.NONE).save(place, optimize=True)  # a third of the size
    sys.stdout.write(f"{picture.name}.png\n")


def with_demo(folder: Path) -> Settings:
    """A data folder with the demo calls."""
    settings = Settings(data_folder=folder)
    environment = os.environ | {"KLANKBORD_DATA_FOLDER": str(folder)}
    subprocess.run([sys.executable, "-m", "scoring", "demo"], cwd=ROOT, env=environment, check=True)
    return settings


def main() -> None:
    """Takes all pictures; whatever goes wrong in the browser stops it."""
    with TemporaryDirectory() as made:
        settings = with_demo(Path(made) / "gegevens")
        with open_store(settings) as store:
            ids = {row.source: row.id for row in store.calls(CallFilter())}
        with serving(settings, Path(made) / "server.log") as address, launched() as chromium:
            wrong: list[str] = []
            with looking(chromium, address, wrong) as page:
                for picture in pictures(ids):
                    take(page, address, picture)
                page.set_viewport_size({"width": WIDTH, "height": README_HEIGHT})
                take(page, address, Picture("../scherm-gesprek", f"gesprek?id={ids[LISTENED]}"))
            # opened straight at a screen, Streamlit looks for itself there before it looks at the root
            if told := [one for one in wrong if "404" not in one]:
                raise SystemExit("\n".join(told))


if __name__ == "__main__":
    main()
