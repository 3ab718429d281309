"""Text files of any length are read as short ones are, whatever wrote them."""

from __future__ import annotations

import io

import pytest

from adapters.decoding import decode, decoded_parts

LONG = "“Türkiye” voted yes.\r\n" * 8_000


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff",
        b"\xe2\x80",
        b"\xff\xfe",
        LONG.encode(),
        LONG.encode("utf-8-sig"),
        LONG.encode("utf-16"),
        LONG.encode("utf-16") + b"\x00",
        LONG.encode("cp1252"),
        LONG.encode() + b"\x9d",
        b"a" * 65_535 + "é".encode(),
    ],
    ids=lambda c: f"{c[:12]!a}-{len(c)}",
)
def test_a_file_read_in_parts_has_the_text_of_the_whole(content: bytes) -> None:
    assert "".join(decoded_parts(io.BytesIO(content))) == decode(content)


def test_what_was_read_before_is_not_read_again() -> None:
    file = io.BytesIO(b"before" + LONG.encode())
    file.seek(6)
    assert "".join(decoded_parts(file)) == LONG
