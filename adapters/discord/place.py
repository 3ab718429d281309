"""Where a question was asked, and by whom, as plain values: what decides on its thread, its rules and its language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """`server`: its id, None outside servers. `channel`: the one whose rule holds; for a thread, its parent.

    `thread`: the conversation that follow-ups are part of. `locale`: Discord's, of the user or the server. `is_direct`: nobody
    but the asker reads here anyway. `is_thread`: a thread or a forum post, whose readers all talk about one thing.
    """

    server: str | None
    channel: str
    thread: str
    asker: str
    locale: str | None = None
    is_direct: bool = False
    is_thread: bool = False

    @property
    def workspace(self) -> str:
        """Under which the store keeps what is asked here: the server's, or outside servers the direct channel's."""
        return f"discord:{self.server or self.channel}"


def thread_of(channel: str, asker: str, *, shared: bool) -> str:
    """In a thread, a forum post or a direct message everybody talks about one thing; in a channel each reader has their own."""
    return channel if shared else f"{channel}:{asker}"
