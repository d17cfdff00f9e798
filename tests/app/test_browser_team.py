"""Logging in at a login service, and what each role then sees, in a real browser."""

import re

import pytest
from browser_server import CHROMIUM, menu_names
from team_calls import (
    NOT_YOURS,
    OTHERS,
    OWN,
    REFUSED,
    SPOKEN,
    go,
    log_in,
    signed_in,
    spoken,
    visiting,
)
from team_server import Team

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is niet geïnstalleerd")
pytest.importorskip("authlib", reason="Authlib is niet geïnstalleerd")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"{CHROMIUM} is er niet"),
]
MENUS = {
    "noor": ({"Start", "Beoordelen", "Gesprekken", "Nakijken", "Kalibratie"}, {"Logboek", "Mijn gesprekken"}),
    "sam": ({"Mijn gesprekken", "Rubriek"}, {"Start", "Gesprekken", "Beoordelen", "Nakijken", "Overzicht"}),
    "els": ({"Overzicht", "Logboek", "Instellingen"}, {"Start", "Gesprekken", "Beoordelen", "Nakijken"}),
    "bram": ({"Start", "Gesprekken", "Logboek", "Instellingen"}, {"Nakijken", "Kalibratie"}),
}
"""Account → what stands in the menu, and what does not."""


@pytest.mark.parametrize(
    "path",
    [
        "",
        f"gesprek?id={OTHERS}",
        *(
            pytest.param(path, marks=pytest.mark.slow)
            for path in ("gesprekken", f"mijn-gesprekken?id={OWN}", "logboek", "beoordelen")
        ),
    ],
)
def test_without_login_there_is_only_the_way_in(chromium, works: Team, path: str):
    with visiting(chromium) as page:
        go(page, works, path)
        assert page.get_by_role("heading").all_inner_texts() == ["Welkom bij Klankbord"]
        assert page.get_by_role("button").all_inner_texts() == ["login\n\nAanmelden"]
        assert menu_names(page) == []
        assert not spoken(page)


@pytest.mark.parametrize("account", MENUS)
def test_four_roles_log_in_and_see_what_is_theirs(chromium, works: Team, account: str):
    with signed_in(chromium, works, account) as page:
        go(page, works, "")
        there, absent = MENUS[account]
        shown = set(menu_names(page))
        assert there <= shown
        assert not absent & shown
        assert str(works.provider.people[account]["name"]) in page.locator(".st-key-kb-who").inner_text()
        assert NOT_YOURS not in page.locator("body").inner_text()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("account", "paths"),
    [
        ("noor", ["logboek", "instellingen"]),
        (
            "sam",
            ["start", "gesprekken", "beoordelen", "nakijken", "kalibratie", "machine-en-mensen", "logboek"],
        ),
        ("els", ["start", "gesprekken", "beoordelen", "nakijken", "kalibratie", f"gesprek?id={OTHERS}"]),
        ("bram", ["nakijken", "kalibratie"]),
    ],
)
def test_a_screen_that_is_not_in_the_menu_does_not_open_by_its_address(chromium, works, account, paths):
    with signed_in(chromium, works, account) as page:
        for path in paths:
            go(page, works, path, NOT_YOURS)
            assert not spoken(page), path


def test_who_has_no_role_gets_no_further(chromium, works: Team):
    with signed_in(chromium, works, "niels") as page:
        for path in ("", "gesprekken", f"gesprek?id={OTHERS}", "rubriek"):
            go(page, works, path, "nog geen rol")
            assert menu_names(page) == []


def test_logging_out_ends_it(chromium, works: Team):
    with signed_in(chromium, works, "noor") as page:
        go(page, works, "")
        page.get_by_role("button", name="Afmelden").click()
        page.get_by_role("button", name="Aanmelden").wait_for()
        assert "Welkom bij Klankbord" in go(page, works, f"gesprek?id={OTHERS}")
        assert menu_names(page) == []


def test_a_login_of_yesterday_does_not_count(chromium, works: Team):
    works.provider.issued_ago = 11 * 3600
    try:
        with visiting(chromium) as page:
            log_in(page, works, "noor")
            assert "Uw aanmelding is verlopen" in page.locator("body").inner_text()
            assert menu_names(page) == []
    finally:
        works.provider.issued_ago = 0


def test_names_are_for_who_may_see_them(chromium, works: Team):
    with signed_in(chromium, works, "noor") as page:
        go(page, works, "gesprekken", r"Pien Smit \(M-08\)")
        go(page, works, f"gesprek?id={OTHERS}", r"medewerker Pien Smit \(M-08\)")
    with signed_in(chromium, works, "ada") as page:
        for path in ("gesprekken", f"gesprek?id={OTHERS}", "nakijken"):
            shown = go(page, works, path, "M-08")
            assert "Pien" not in shown, path


def test_only_the_administrator_can_delete(chromium, works: Team):
    for account, number in (("noor", 0), ("bram", 1)):
        with signed_in(chromium, works, account) as page:
            go(page, works, f"gesprek?id={OTHERS}", SPOKEN)
            page.get_by_role("button", name="Meer").click()
            page.get_by_role("button", name="Geschiedenis").wait_for()
            assert page.get_by_role("button", name="Gesprek verwijderen").count() == number


def test_the_log_tells_who_did_what_and_nothing_of_what_was_said(chromium, works: Team):
    with signed_in(chromium, works, "noor") as page:
        go(page, works, f"gesprek?id={OTHERS}", SPOKEN)
    with signed_in(chromium, works, "sam") as page:
        go(page, works, f"mijn-gesprekken?id={OTHERS}", REFUSED)
    with signed_in(chromium, works, "els") as page:
        go(page, works, "logboek", "Nieuwste eerst")
        lines = [re.sub(r"\s+", " ", line) for line in page.locator("tbody tr").all_inner_texts()]
        assert any("Noor Bakker (noor) Gesprek geopend gesprek-8" in line for line in lines)
        assert any("Sam de Wit (sam) Geweigerd gesprek-8" in line for line in lines)
        assert any("Els Vos (els) Aangemeld – rol: toezicht" in line for line in lines)
        assert not spoken(page)
        with page.expect_download() as loading:
            page.get_by_role("button", name="Exporteren (CSV)").click()
        rows = loading.value.path().read_text("utf-8-sig").splitlines()
        assert rows[0].startswith("Nummer;Wanneer;Account;Naam;Wat")
        assert len(rows) > len(lines) / 2
        assert SPOKEN not in "\n".join(rows).casefold()
        go(page, works, "logboek", "Nieuwste eerst")
        assert "Geëxporteerd" in page.locator("tbody tr").first.inner_text()
