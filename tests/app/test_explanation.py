"""Every screen explains itself in plain Dutch, beside its title."""

import html
import re

import pytest
from screen_calls import Show, keep, texts

from app import SCREENS
from app_pages import explanation
from scoring.store import Store

KNOWN = explanation.texts()
ENGLISH = re.compile(
    r"\b(the|and|score card|dashboard|feedback|tool tip|default|publish|review|settings)\b", re.I
)


def sentences(address: str) -> list[str]:
    whole = " ".join(KNOWN[address][part] for part in explanation.PARTS)
    return re.split(r"(?<=[.?!])\s+", whole)


def test_there_is_one_for_every_screen_and_for_nothing_else():
    assert set(KNOWN) == {screen.url for screen in SCREENS}
    assert all(set(one) == set(explanation.PARTS) for one in KNOWN.values())


@pytest.mark.parametrize("address", KNOWN)
def test_it_is_short_and_plain(address: str):
    told = sentences(address)
    assert 4 <= len(told) <= 10
    lengths = [len(sentence.split()) for sentence in told]
    assert max(lengths) <= 17, told[lengths.index(max(lengths))]
    assert sum(lengths) / len(lengths) <= 12
    assert not ENGLISH.search(" ".join(told))


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.url)
def test_it_stands_on_the_screen(show: Show, store: Store, screen):
    keep(store, 1, "Goedemorgen meneer, verder nog vragen?")
    app = show(screen.path.removesuffix(".py"), **({"id": "gesprek-1"} if screen.url == "gesprek" else {}))
    assert not app.exception
    shown = html.unescape(texts(app))
    for part in explanation.PARTS.values():
        assert shown.count(part) == 1
    assert KNOWN[screen.url]["waarvoor"] in shown
