"""This module contains files that a screen hands to one person: nobody else can fetch them by their address."""

from collections import OrderedDict
from collections.abc import Callable
from hashlib import sha256
from threading import Lock

from app_pages import desk
from scoring.access import Person, Right

MOST = 2000
"""So many files are remembered; an older one must be made again."""
_handed: OrderedDict[tuple[bytes, str], None] = OrderedDict()
_lock = Lock()


def give(content: bytes) -> bytes:
    """The same file, which from now on who works here may fetch."""
    return _give(content, desk.person())


def later(make: Callable[[Person], bytes], right: Right) -> Callable[[], bytes]:
    """The making of a file when a button is pressed, for who works here now.

    That happens outside the screen, where nobody knows any more who works here; so `make` is told.
    """
    working = desk.require(right)
    return lambda: _give(make(working), working)


def given(content: bytes, person: Person) -> bool:
    """Whether this file was made for this person."""
    with _lock:
        return (sha256(content).digest(), person.id) in _handed


def _give(content: bytes, person: Person) -> bytes:
    key = (sha256(content).digest(), person.id)
    with _lock:
        _handed[key] = None
        _handed.move_to_end(key)
        while len(_handed) > MOST:
            _handed.popitem(last=False)
    return content
