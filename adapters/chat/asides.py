"""What a message to the bot wants besides an answer to a question. Pure."""

from __future__ import annotations

import re

_CHECK = re.compile(r"check\b(?P<colon>\s*:)?(?P<rest>\s.*|)", re.IGNORECASE | re.DOTALL)
_ASKS = re.compile(r"(?:whether|if|who|what|which|when|how|did|didn't|do|does|was|were|is|has|have)\b", re.IGNORECASE)


def text_to_check(message: str) -> str | None:
    """What stands behind "check" or "check:", perhaps nothing; None for a question: "check whether Hungary abstained"."""
    found = _CHECK.fullmatch(message.strip())
    if found is None:
        return None
    rest: str = found["rest"].strip()
    return None if found["colon"] is None and _ASKS.match(rest) else rest
