"""Text from questions, titles and sources -> Discord markdown that shows it as it is, and notifies nobody.

Mentions are off for every message besides; escaping keeps them from being shown as such.
"""

from __future__ import annotations

import re
from urllib.parse import quote

_MARKS = re.compile(r"([\\*_~`|<>\[\]#@])")
_LIST_START = re.compile(r"^(\s*)([-+]|\d+(?=[.)]\s))", re.MULTILINE)
_ADDRESS = re.compile(r"https?://\S+")
_IN_ADDRESSES = "/:?#[]@!$&'*+,;=%~-._"


def escape(text: str) -> str:
    """The text with every sign that means something in Discord's markdown taken literally."""
    return _LIST_START.sub(_literal_list_start, _MARKS.sub(r"\\\1", text.replace("\r", "")))


def link(label: str, address: str | None) -> str:
    """A link that says `label`; only the label where the address is none of the web's."""
    if address is None or not _ADDRESS.fullmatch(address):
        return escape(label)
    return f"[{escape(label)}](<{quote(address, safe=_IN_ADDRESSES)}>)"


def shorten(text: str, length: int) -> str:
    """At most so many characters, cut between words where it can be, with an ellipsis in place of the rest."""
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    at = cut.rfind(" ")
    return f"{cut[:at] if at > length // 2 else cut}…"


def _literal_list_start(found: re.Match[str]) -> str:
    blank, start = found.groups()
    return f"{blank}\\{start}" if start in "-+" else f"{blank}{start}\u200b"
