"""An exception that nobody foresaw -> one sentence for the reader, and the traceback for the log."""

from __future__ import annotations

import logging

log = logging.getLogger("votedesk")


def unexpected(error: Exception) -> str:
    """The sentence. The traceback is logged at level debug, so that it shows only to who asks for it."""
    log.debug("unexpected failure", exc_info=error)
    what = " ".join(f"{type(error).__name__}: {error}".split())
    return f"VoteDesk failed unexpectedly ({what[:200]}); please report it, with what VOTEDESK_LOG_LEVEL=debug shows."
