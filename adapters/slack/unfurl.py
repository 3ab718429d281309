"""A link to a UN document or voting record -> the question that the link asks. Pure."""

from __future__ import annotations

from bot.understand.clean import clean

DOMAINS = ("undocs.org", "docs.un.org", "digitallibrary.un.org", "un.org")
"""Whose links Slack tells the app about, once the manifest names them."""


def question_about(url: str) -> str | None:
    """"https://undocs.org/A/RES/79/7" -> "was A/RES/79/7 adopted?"; None for a link to anything else."""
    named = clean(url)
    # Only what an address is read as: whatever else it holds was taken off.
    return f"was {named} adopted?" if named and "://" not in named else None
