"""This module contains how a file comes in its place: whole, or not at all."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def whole_file(target: Path) -> Iterator[Path]:
    """Calling this gives a path beside the target to write to; at the end it takes the target's place at once.

    After an error the target is as it was and what was written is gone. OSErrors are the caller's to explain.
    """
    # A name of its own for every writer on this computer. It begins with the target's name, so that who deletes
    # `name.*` also deletes what a program left that was stopped halfway.
    half = target.with_name(f"{target.name}.{threading.get_native_id()}.deel")
    try:
        yield half
        half.replace(target)  # atomic, also over an existing file on Windows
    finally:
        half.unlink(missing_ok=True)
