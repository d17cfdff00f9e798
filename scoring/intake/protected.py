"""This module contains the recognition of recordings that are locked against copying (DRM)."""

import re
from pathlib import Path

LOOKED_AT = 1 << 20
"""Bytes at the beginning and at the end in which a container tells what is in it."""

_MP4 = re.compile(rb"stsd.{12}(?:drms|enca|drmi|encv|aavd)", re.DOTALL)
_WINDOWS_MEDIA = (  # content encryption, its extended and its advanced form
    bytes.fromhex("fbb31122 23bdd211 b4b700a0 c955fc6e"),
    bytes.fromhex("14e68a29 2226174c b935dae0 7ee9289c"),
    bytes.fromhex("33850543 8169e649 9b74ad12 cb86d58c"),
)
_ASF = bytes.fromhex("3026b275 8e66cf11 a6d900aa 0062ce6c")


def is_protected(path: Path) -> bool:
    """Whether this recording can only be played by the program that made it."""
    with path.open("rb") as file:
        head = file.read(LOOKED_AT)
        file.seek(max(len(head), path.stat().st_size - LOOKED_AT))
        tail = file.read(LOOKED_AT)
    if head.startswith(_ASF):
        return any(mark in head for mark in _WINDOWS_MEDIA)
    return head[4:8] == b"ftyp" and any(_MP4.search(part) for part in (head, tail))
