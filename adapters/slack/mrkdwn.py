"""Text that may come from anybody -> text that Slack shows as it stands: no mention, no link, no formatting of its own.

Rules: https://docs.slack.dev/messaging/formatting-message-text#escaping
"""

from __future__ import annotations

import re

_LITERAL = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "*": "\u2217", "~": "\u223c", "`": "\u02cb"})
"""Slack has no escape for what makes letters bold, struck or code: signs that look alike stand for them."""

_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_BROADCAST = re.compile(r"@(?=(?:here|channel|everyone|group)\b)", re.IGNORECASE)
_JOINER = "\u2060"  # no width: the word looks the same, and calls nobody
_LINK = re.compile(r"https?://[^\s<>|\"'`*]+[^\s<>|\"'`*.,;:!?)\]]")
_IN_ADDRESS = str.maketrans({"&": "&amp;", "<": "%3C", ">": "%3E", "|": "%7C", " ": "%20"})
_ANGLES = str.maketrans({"<": "\u2039", ">": "\u203a"})


def escape(text: str) -> str:
    """For `mrkdwn`: everything literal, but for web addresses, which become links."""
    parts: list[str] = []
    at = 0
    for match in _LINK.finditer(text):
        parts += [_literal(text[at : match.start()]), link(match[0])]
        at = match.end()
    return "".join((*parts, _literal(text[at:])))


def link(url: str, label: str | None = None) -> str:
    """A link. Anything but a web address is shown as text."""
    if not url.startswith(("https://", "http://")):
        return _literal(f"{label} ({url})" if label else url)
    address = url.translate(_IN_ADDRESS)
    return f"<{address}|{_literal(label or url).replace('|', '/')}>"


def plain(text: str) -> str:
    """For buttons, heads and cells of tables, which know no mark-up: nothing that could be taken for a mention or a link."""
    return _BROADCAST.sub(f"@{_JOINER}", text.translate(_ANGLES))


def notification(text: str) -> str:
    """For the `text` of a message: as `escape`, without making links."""
    return _literal(text)


def cut(text: str, longest: int) -> str:
    """At most so many characters, whole words where that is possible."""
    if len(text) <= longest:
        return text
    head = text[: longest - 1]
    blank = head.rfind(" ", longest // 2)
    return f"{head[: blank if blank > 0 else None].rstrip(' ,;:·')}…"


def _literal(text: str) -> str:
    text = text.translate(_LITERAL)
    if "_" in text:
        text = _UNDERSCORE.sub("\u02cd", text)
    return _BROADCAST.sub(f"@{_JOINER}", text) if "@" in text else text
