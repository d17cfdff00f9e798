"""An employee who tries to get at the call of a colleague: by address, by action, by its sound or file."""

import urllib.error
import urllib.request
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from browser_server import CHROMIUM
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

from scoring.review.agent_file import agent_file
from scoring.store import Action, AuditFilter, open_store

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is niet geïnstalleerd")
pytest.importorskip("authlib", reason="Authlib is niet geïnstalleerd")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"{CHROMIUM} is er niet"),
]


@pytest.fixture
def sam(chromium, works: Team):
    with signed_in(chromium, works, "sam") as page:
        yield page


@pytest.fixture
def noor(chromium, works: Team):
    with signed_in(chromium, works, "noor") as page:
        yield page


def cookies(page) -> dict[str, str]:
    return {cookie["name"]: cookie["value"] for cookie in page.context.cookies()}


def asked(address: str, jar: dict[str, str], method: str = "GET") -> int:
    """What the server answers to who sends these cookies."""
    header = "; ".join(f"{name}={value}" for name, value in jar.items())
    request = urllib.request.Request(address, headers={"Cookie": header}, method=method)
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code


def sound(page) -> str:
    return str(page.locator(".conversation audio").evaluate("a => a.src"))


def test_the_own_call_opens_with_its_sound(sam, works: Team):
    go(sam, works, f"mijn-gesprekken?id={OWN}", SPOKEN)
    assert spoken(sam)
    assert asked(sound(sam), cookies(sam)) == 200
    go(sam, works, "mijn-gesprekken")
    sam.locator("tbody tr").first.wait_for()
    assert sam.locator("tbody tr").count() == 1


@pytest.mark.parametrize(
    "path",
    [
        f"mijn-gesprekken?id={OTHERS}",
        f"mijn-gesprekken?id={OTHERS}&als=M-08",
        f"mijn-gesprekken?id={OWN}&id={OTHERS}",
        f"gesprek?id={OTHERS}",
        f"gesprek?id={OTHERS}&nakijken=1",
        f"gesprek?id={OWN}",
        "gesprekken",
        "nakijken",
    ],
)
def test_not_by_address(sam, works: Team, path: str):
    go(sam, works, path, f"{REFUSED}|{NOT_YOURS}")
    assert not spoken(sam)
    assert sam.locator(".conversation").count() == 0


def test_not_the_list_of_a_colleague(sam, works: Team):
    shown = go(sam, works, "mijn-gesprekken?als=M-08")
    sam.locator("tbody tr").first.wait_for()
    assert sam.locator("tbody tr").count() == 1
    assert OTHERS not in sam.content()
    assert "M-08" not in shown


def test_it_is_not_told_whether_a_call_exists(sam, works: Team):
    there = go(sam, works, f"mijn-gesprekken?id={OTHERS}", REFUSED)
    assert there == go(sam, works, "mijn-gesprekken?id=bestaat-niet", REFUSED)


class Tampering:
    """Puts the colleague's number in the place of the own one in what the browser sends, when it is on."""

    def __init__(self, page) -> None:
        self.on = False
        self.changed = 0
        page.route_web_socket("**/_stcore/stream", self.between)

    def between(self, socket) -> None:
        server = socket.connect_to_server()
        socket.on_message(lambda message: server.send(self.onward(message)))
        server.on_message(socket.send)

    def onward(self, message: str | bytes) -> bytes:
        raw = message if isinstance(message, bytes) else message.encode()
        if self.on and OWN.encode() in raw:
            self.changed += 1
            raw = raw.replace(OWN.encode(), OTHERS.encode())
        return raw


def test_not_by_action_with_the_number_changed_on_its_way(chromium, works: Team):
    with visiting(chromium, works.cookies.get("sam")) as page:
        tampering = Tampering(page)
        if "sam" not in works.cookies:
            log_in(page, works, "sam")
        go(page, works, "mijn-gesprekken", "Gesprek")
        tampering.on = True
        page.locator("tbody tr a").first.click()  # opens a call from the list
        page.get_by_text(REFUSED).wait_for()
        assert tampering.changed
        assert not spoken(page)
        tampering.on = False
        go(page, works, f"mijn-gesprekken?id={OWN}", SPOKEN)
        tampering.on, before = True, tampering.changed
        assess(page)
        page.wait_for_timeout(2000)
        assert tampering.changed > before
        with open_store(works.settings) as store:
            assert agent_file(store, OWN, "M-07", works.settings).assessment is None
            assert agent_file(store, OTHERS, "M-08", works.settings).assessment is None
        tampering.on = False
        go(page, works, f"mijn-gesprekken?id={OWN}", SPOKEN)
        assess(page)
        page.get_by_text("U hebt dit gesprek zelf beoordeeld").wait_for()
    with open_store(works.settings) as store:
        assert agent_file(store, OWN, "M-07", works.settings).assessment is not None
        assert store.audit.entries(AuditFilter(person="sam", action=Action.REFUSED, subject=OTHERS))
        assert not store.audit.entries(AuditFilter(person="sam", action=Action.OPENED, subject=OTHERS))


def assess(page) -> None:
    """Answers two questions about the own call, and says to be ready."""
    for _ in range(2):
        page.locator("button", has_text="Ja").locator("visible=true").first.click()
        page.wait_for_timeout(300)
    page.get_by_role("button", name="Klaar met mijn oordeel").click()


def test_not_by_the_address_of_the_sound(sam, noor, works: Team):
    go(noor, works, f"gesprek?id={OTHERS}", SPOKEN)
    theirs = sound(noor)
    assert asked(theirs, cookies(noor)) == 200
    assert asked(theirs, cookies(sam)) == 403, "the address leaked, the person may not"
    assert asked(theirs, cookies(sam), "HEAD") == 403
    assert asked(theirs, {}) == 403
    go(sam, works, f"mijn-gesprekken?id={OWN}", SPOKEN)
    mine = sound(sam)
    key = parse_qs(urlsplit(mine).query)["sleutel"][0]
    guessed = f"{works.address}/opname?{urlencode({'gesprek': OTHERS, 'sleutel': key})}"
    assert asked(guessed, cookies(sam)) == 403
    assert asked(guessed, cookies(noor)) == 403


def test_not_with_a_cookie_that_was_tampered_with(sam, noor, works: Team):
    go(noor, works, f"gesprek?id={OTHERS}", SPOKEN)
    theirs, jar = sound(noor), cookies(noor)
    name = "_streamlit_user"
    half = len(jar[name]) // 3
    changed = "A" if jar[name][half] != "A" else "B"
    for value in (
        jar[name][:half] + changed + jar[name][half + 1 :],
        jar[name][:-4],
        "",
        '{"is_logged_in": true, "preferred_username": "noor", "groups": ["kb-coaches"]}',
        cookies(sam)[name],
        cookies(noor)["_streamlit_user_tokens"],
    ):
        assert asked(theirs, jar | {name: value}) == 403, value[:20]
    assert asked(theirs, jar) == 200


def test_not_by_the_file_that_a_coach_exported(chromium, sam, noor, works: Team):
    go(noor, works, "gesprekken")
    noor.get_by_role("button", name="Exporteren").click()
    with noor.expect_download() as loading:
        noor.get_by_role("button", name="CSV").click()
    file = loading.value.url
    assert "/media/" in file
    assert asked(file, cookies(noor)) == 200
    assert asked(file, cookies(sam)) == 403
    assert asked(file, {}) == 403
    with signed_in(chromium, works, "bram") as bram:
        assert asked(file, cookies(bram)) == 403, "who may export makes an export of one's own"
    assert asked(file.replace("/media/", "//media/"), cookies(sam)) != 200
    with open_store(works.settings) as store:
        (entry,) = store.audit.entries(AuditFilter(action=Action.EXPORTED))
    assert (entry.person, entry.detail) == ("noor", "csv, 2 gesprekken, zonder wat er gezegd is")


def test_no_file_goes_in_without_the_right(sam, works: Team):
    place = f"{works.address}/_stcore/upload_file/sessie/bestand"
    assert asked(place, cookies(sam), "PUT") == 403
    assert asked(place, {}, "PUT") == 403
