"""Bytes of a text file -> its text, whatever wrote it."""

from __future__ import annotations

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def decode(content: bytes) -> str:
    """Line ends included, so that offsets count in the file. UTF-16 by its mark, else UTF-8, else what older Windows wrote."""
    if content.startswith(_UTF_16):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")
