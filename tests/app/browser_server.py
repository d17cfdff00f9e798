"""A server of our own and a browser that looks at it; whatever goes wrong in the browser is written down."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from scoring.settings import ROOT, Settings

CHROMIUM = Path("/usr/bin/chromium")
BLANK = "about:blank"
FORGET = "try { sessionStorage.clear(); localStorage.clear() } catch { /* a page of an error keeps none */ }"
LOOKS = {"viewport": {"width": 1366, "height": 768}, "locale": "en-US", "reduced_motion": "reduce"}
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    # what a browser does beside showing a page costs a third of its time
    *("--in-process-gpu", "--disable-extensions", "--disable-component-extensions-with-background-pages"),
    "--autoplay-policy=no-user-gesture-required",
)


@cache
def free_port() -> int:
    """The port of all servers that run here after each other: the browser then knows what Streamlit sends."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(settings: Settings, log: Path, workers: int = 0) -> Iterator[str]:
    """The address of `python -m scoring serve` on this data folder; most screens need nobody that works behind them."""
    port = free_port()
    environment = os.environ | {
        "KLANKBORD_DATA_FOLDER": str(settings.data_folder),
        "KLANKBORD_RUBRIC": str(settings.rubric),
        "KLANKBORD_PORT": str(port),
        "KLANKBORD_WORKERS": str(workers),
    }
    with running(environment, log):
        yield answering(f"http://127.0.0.1:{port}")


@contextmanager
def running(environment: dict[str, str], log: Path) -> Iterator[None]:
    """`python -m scoring serve` in this environment."""
    command = [sys.executable, "-m", "scoring", "serve"]
    with log.open("w") as file:
        server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=file, stderr=file)
        try:
            yield
        finally:
            server.terminate()
            server.wait(20)


def answering(address: str) -> str:
    for _ in range(600):
        try:
            urllib.request.urlopen(f"{address}/_stcore/health", timeout=1)
            return address
        except OSError:
            time.sleep(0.2)
    raise AssertionError("de server is niet gestart")


@contextmanager
def launched() -> Iterator[object]:
    """Chromium, for as long as it is looked with."""
    from playwright.sync_api import sync_playwright  # who has no browser tests everything else

    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=str(CHROMIUM), args=list(FLAGS))
        browser.new_context(**LOOKS)  # that of all pages of who need not log in
        yield browser
        browser.close()


@contextmanager
def looking(chromium, address: str, wrong: list[str]) -> Iterator[object]:
    """A page in an English browser on purpose; `wrong` gets errors, dialogs and what leaves this computer."""
    local = (address, "data:", "blob:")
    heard = {
        "console": lambda m: wrong.append(m.text) if m.type == "error" else None,
        "pageerror": lambda e: wrong.append(str(e)),
        "dialog": lambda d: (wrong.append(f"dialog {d.message}"), d.dismiss()),
        "request": lambda r: None if r.url.startswith(local) else wrong.append(r.url),
    }
    with a_page(chromium.contexts[0]) as page:
        for event, listener in heard.items():
            page.on(event, listener)
        page.goto(address)
        yield page
        for event, listener in heard.items():
            page.remove_listener(event, listener)


@contextmanager
def a_page(context) -> Iterator[object]:
    """A page of this browser, left blank for the next who looks: a new one costs two seconds of work."""
    page = next((one for one in context.pages if one.url == BLANK), None) or context.new_page()
    try:
        yield page
    except BaseException:
        page.close()
        raise
    page.evaluate(FORGET)
    page.goto(BLANK)


def settled(page) -> None:
    """Waits until the server has nothing more to say."""
    page.wait_for_selector("h1")
    page.wait_for_function(
        "!document.querySelector('[data-testid=stStatusWidget],[data-stale=true],[data-testid=stSkeleton]')"
    )
    page.wait_for_timeout(250)


def menu_names(page) -> list[str]:
    """The screens in the menu, those that unfold from a group after the others."""
    names = page.locator("header").get_by_test_id("stTopNavLink").all_inner_texts()
    for group in page.locator("header").get_by_test_id("stTopNavSection").all():
        group.click()
        page.get_by_test_id("stTopNavDropdownLink").first.wait_for()
        names += page.get_by_test_id("stTopNavDropdownLink").all_inner_texts()
        group.click()
        page.get_by_test_id("stTopNavDropdownLink").first.wait_for(state="detached")
    return [name.splitlines()[-1] for name in names]


def to_screen(page, name: str) -> None:
    """Opens a screen from the menu, unfolding groups until it shows."""
    shown = page.get_by_test_id(re.compile("stTopNav(Dropdown)?Link")).filter(has_text=re.compile(f"{name}$"))
    for group in page.locator("header").get_by_test_id("stTopNavSection").all():
        if shown.count():
            break
        group.click()
        page.get_by_test_id("stTopNavDropdownLink").first.wait_for()
    shown.first.click()
    settled(page)
