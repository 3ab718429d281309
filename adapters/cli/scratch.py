"""What has to be kept before it can be read or shown: in memory while it is short, else in a temporary file."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from typing import BinaryIO, TextIO, cast

_KEPT_IN_MEMORY = 4_000_000  # bytes: an article's report stays in memory, that on a book does not
_READ_AT_ONCE = 65_536  # characters


def scratch() -> TextIO:
    """A file for text, empty, with line ends as they are written; closing it removes it."""
    return cast("TextIO", tempfile.SpooledTemporaryFile(_KEPT_IN_MEMORY, "w+", encoding="utf-8", newline=""))


def scratch_bytes() -> BinaryIO:
    """The same for bytes."""
    return cast("BinaryIO", tempfile.SpooledTemporaryFile(_KEPT_IN_MEMORY))


def parts_of(written: TextIO) -> Iterator[str]:
    """All that was written, a part at a time."""
    written.seek(0)
    while part := written.read(_READ_AT_ONCE):
        yield part
