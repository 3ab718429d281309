"""Text files that come with a command or a message: Discord makes one of every long paste (wire, imports discord)."""

from __future__ import annotations

import logging
from collections.abc import Sequence

import discord

from adapters.chat.answering import Unanswered
from adapters.chat.desk import LONGEST_TEXT
from adapters.chat.wording import NO_TEXT_FILE, TOO_LONG, UNREADABLE_FILE
from adapters.decoding import decode
from adapters.discord.front import Reading

log = logging.getLogger("votedesk.discord")

_MOST_BYTES = 4 * LONGEST_TEXT  # no character takes more in UTF-8
_SUFFIXES = (".txt", ".md", ".html", ".htm")


def reading(text: str, files: Sequence[discord.Attachment], *, only_text: bool = False) -> Reading:
    """The text with what the text files among `files` say. `only_text`: pictures and other files are refused, not passed over."""

    async def read() -> str | Unanswered:
        written = [text]
        for file in files:
            if not _is_text(file):
                if only_text:
                    return Unanswered(NO_TEXT_FILE)
                continue
            if file.size > _MOST_BYTES:
                return Unanswered(TOO_LONG)
            try:
                written.append(decode(await file.read()))
            except (discord.DiscordException, OSError) as error:
                log.warning("A file could not be fetched from Discord (%s).", type(error).__name__)
                return Unanswered(UNREADABLE_FILE)
        return "\n\n".join(part for part in written if part.strip())

    return read


def _is_text(file: discord.Attachment) -> bool:
    return (file.content_type or "").startswith("text/") or file.filename.lower().endswith(_SUFFIXES)
