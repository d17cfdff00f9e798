"""What holds for all tests."""

import pytest

AGAIN = 2
"""A browser on a busy computer may be too late for a test; it gets so many new chances, and each is reported."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--slow`: also the tests that walk through the same thing for the last screen and account."""
    parser.addoption("--slow", action="store_true", help="also the long walks through all screens")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Screens in a real browser are tried again before they count as broken; long walks wait to be asked for."""
    for item in items:
        if item.get_closest_marker("slow") and not config.getoption("--slow"):
            item.add_marker(pytest.mark.skip(reason="lang: draai `make test-all`"))
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.flaky(reruns=AGAIN))
