"""Turns of a moment ago, held while the record they rest on is the newest: after a vote a whole newsroom asks the same.

Sharing an answer, its full list and its file ask the same question again, too.
"""

from __future__ import annotations

import datetime as dt
import threading
from collections import OrderedDict

from bot.conversation import read_conversation
from bot.desk import Desk, Turn

MOST = 256
"""Turns that are held; the largest, a whole roll of the Assembly, takes some 100 KB."""

_Key = tuple[str, str, dt.date, str | None, int]


class Turns:
    """Asks a desk, or gives what it answered to the same question, in the same thread, on the same day, of the same record."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._held: OrderedDict[_Key, Turn] = OrderedDict()
        self._lock = threading.Lock()

    def ask(self, desk: Desk, text: str, before: str, today: dt.date, language: str | None = None) -> Turn:
        """`before`: the thread so far, as `bot.conversation` writes it; `language`: of the reply, None: that of the question."""
        key = (text, before, today, language, desk.generation())
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
                return self._held[key]
        turn = desk.ask(text, read_conversation(before), today, language)
        with self._lock:
            self._held[key] = turn
            while len(self._held) > self._most:
                self._held.popitem(last=False)
        return turn
