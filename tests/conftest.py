"""What holds for all tests."""

import pytest

AGAIN = 2
"""A browser on a busy computer may be too late for a test; it gets so many new chances, and each is reported."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Screens in a real browser are tried again before they count as broken."""
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.flaky(reruns=AGAIN))
