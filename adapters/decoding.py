"""Bytes of a text file -> its text, whatever wrote it: UTF-16 by its mark, else UTF-8, else what older Windows wrote."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from typing import BinaryIO

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_READ_AT_ONCE = 65_536  # bytes


def decode(content: bytes) -> str:
    """Line ends included, so that offsets count in the file."""
    if content.startswith(_UTF_16):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def decoded_parts(file: BinaryIO) -> Iterator[str]:
    """The same for a file of any length that can be read twice, from where it stands: the text in parts."""
    start = file.tell()
    encoding, errors = _encoding_of(file)
    file.seek(start)
    decoder = codecs.getincrementaldecoder(encoding)(errors)
    while content := file.read(_READ_AT_ONCE):
        yield decoder.decode(content)
    yield decoder.decode(b"", final=True)


def _encoding_of(file: BinaryIO) -> tuple[str, str]:
    """With what is done about bytes that it does not have. A single byte at the end can rule UTF-8 out, so all are looked at."""
    content = file.read(_READ_AT_ONCE)
    if content.startswith(_UTF_16):
        return "utf-16", "replace"
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        while content:
            decoder.decode(content)
            content = file.read(_READ_AT_ONCE)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "cp1252", "replace"
    return "utf-8", "strict"
