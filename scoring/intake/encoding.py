"""This module contains the reading of bytes as text: UTF-8, UTF-16, UTF-32 or cp1252, by content."""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_BINARY_SHARE = 0.002  # typed text has no control characters; a stray one is forgiven
_LONE = re.compile("[\ud800-\udfff]")


def decode(data: bytes) -> str | None:
    """The text in these bytes without byte order mark, None when they are not text."""
    try:
        text = _decode(data)
    except UnicodeDecodeError:
        return None
    marks = len(_CONTROL.findall(text))
    if marks > max(1, _BINARY_SHARE * len(text)):
        return None
    return _CONTROL.sub("", _LONE.sub("�", text)).replace("\r\n", "\n").replace("\r", "\n")


def _decode(data: bytes) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            # a file cut off halfway a character keeps all that came before
            return data.decode(name, errors="replace")
    wide = _wide(data[:4096])
    if wide:
        return data.decode(wide, errors="replace")
    text = data.decode("utf-8", errors="surrogateescape")
    wrong = len(_LONE.findall(text))
    if not wrong:
        return text
    proper = sum(1 for char in text if char > "\x7f") - wrong
    if proper <= wrong:
        return data.decode("cp1252")
    return _LONE.sub(lambda m: bytes([ord(m.group()) - 0xDC00]).decode("cp1252", "replace"), text)


def _wide(head: bytes) -> str | None:
    """UTF-16 without a mark: Dutch text then has a zero in almost every other byte."""
    half = len(head) // 2
    if half < 4:
        return None
    if head[1::2].count(0) > 0.8 * half and not head[::2].count(0):
        return "utf-16-le"
    if head[::2].count(0) > 0.8 * half and not head[1::2].count(0):
        return "utf-16-be"
    return None
