"""What several replicas of a chat front end share: events taken, threads, answers given, rules, settings.

Every write is one short transaction. Keys are the front ends' own; `workspace` is "slack:T012AB3C4" or "discord:123".
Questions are kept for as long as `sweep` leaves them, and no longer than their workspace.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from store.chat_connection import ChatConnection
from store.database import Address, read_address
from store.transaction import Transaction

EVERYWHERE = "*"
"""The channel whose rule holds where no other does."""

_DAY = 86_400.0


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened once in a workspace. `counts`: it is a question, which the limit of its asker counts."""

    workspace: str
    id: str
    asker: str
    counts: bool = True


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `questions` of one asker within `seconds`."""

    questions: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Admission:
    """`taken`: nobody took the event before. `wait`: seconds until its asker may ask again, 0 where the limit is not reached."""

    taken: bool
    wait: float = 0.0


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """A question that was answered. Asked again on the day `today` after `conversation` (JSON), it gives the same answer.

    `kind`: "ask" or "check". `thread`: where it went on, None where it was answered outside any. `language`: of the answer, None:
    that of the question.
    """

    id: str
    workspace: str
    asker: str
    thread: str | None
    kind: str
    question: str
    conversation: str
    today: dt.date
    at: float
    language: str | None = None


class ChatState:
    """Safe to share between threads. Moments are seconds since 1970, and are the caller's."""

    def __init__(self, address: Address) -> None:
        self._reading = ChatConnection(address, writing=False)
        self._writing = ChatConnection(address, writing=True)

    @classmethod
    def open(cls, url: str) -> Self:
        """Nothing is read before the first call, so a database that is down for a while is no reason not to start."""
        return cls(read_address(url))

    def admit(self, event: Event, limit: Limit, now: float) -> Admission:
        """Takes the event for this replica, unless another has it already."""
        with self._writing.transaction() as store:
            taken = store.rows(
                "INSERT INTO chat_event (workspace, event, asker, at, counts) VALUES (?, ?, ?, ?, ?)"
                " ON CONFLICT (workspace, event) DO NOTHING RETURNING at",
                *(event.workspace, event.id, event.asker, now, event.counts),
            )
            if not taken or not event.counts:
                return Admission(bool(taken))
            # Those that were refused do not count, so a reader who keeps trying is let in when the time has come.
            earlier = store.rows(
                "SELECT at FROM chat_event WHERE workspace = ? AND asker = ? AND at > ? AND counts AND event <> ?"
                " ORDER BY at DESC LIMIT ?",
                *(event.workspace, event.asker, now - limit.seconds, event.id, limit.questions),
            )
            if len(earlier) < limit.questions:
                return Admission(True)
            store.run(
                "UPDATE chat_event SET counts = ? WHERE workspace = ? AND event = ?", False, event.workspace, event.id
            )
            return Admission(True, max(1.0, earlier[-1][0] + limit.seconds - now))

    def conversation(self, workspace: str, thread: str, since: float = 0.0) -> str | None:
        """What the thread's questions left behind; None where the bot was not asked in it since then."""
        with self._reading.transaction() as store:
            found = store.rows(
                "SELECT conversation FROM chat_thread WHERE workspace = ? AND thread = ? AND at >= ?", workspace, thread, since
            )
        return str(found[0][0]) if found else None

    def keep(self, *answers: tuple[KeptAnswer, str]) -> None:
        """Keeps answers, each with what its thread holds now, in the order given: all of them, or none."""
        with self._writing.transaction() as store:
            for answer, conversation in answers:
                _keep(store, answer, conversation)

    def answer(self, workspace: str, id: str) -> KeptAnswer | None:  # noqa: A002 - the column's name
        """The answer with this id, for its own workspace only."""
        with self._reading.transaction() as store:
            rows = store.rows(f"SELECT {_COLUMNS} FROM chat_answer WHERE workspace = ? AND id = ?", workspace, id)
        return _kept(rows[0]) if rows else None

    def recent(self, workspace: str, asker: str, limit: int) -> tuple[KeptAnswer, ...]:
        """What somebody asked last, newest first, each question once."""
        with self._reading.transaction() as store:
            rows = store.rows(
                f"SELECT {_COLUMNS} FROM chat_answer WHERE workspace = ? AND asker = ? AND kind = 'ask'"
                " ORDER BY at DESC, id LIMIT ?",
                *(workspace, asker, 4 * limit),
            )
        once: dict[str, KeptAnswer] = {}
        for kept in map(_kept, rows):
            once.setdefault(kept.question.casefold(), kept)
        return tuple(once.values())[:limit]

    def rules(self, workspace: str) -> Mapping[str, str]:
        """Rules by channel, "*" for all others."""
        with self._reading.transaction() as store:
            return {str(c): str(r) for c, r in store.rows("SELECT channel, rule FROM chat_rule WHERE workspace = ?", workspace)}

    def set_rule(self, workspace: str, channel: str, rule: str | None) -> None:
        """Sets the rule of a channel; None takes it away."""
        with self._writing.transaction() as store:
            store.run("DELETE FROM chat_rule WHERE workspace = ? AND channel = ?", workspace, channel)
            if rule is not None:
                store.insert("chat_rule", ("workspace", "channel", "rule"), [(workspace, channel, rule)])

    def settings(self, workspace: str) -> Mapping[str, str]:
        """What the workspace has set, by name."""
        with self._reading.transaction() as store:
            return {str(n): str(v) for n, v in store.rows("SELECT name, value FROM chat_setting WHERE workspace = ?", workspace)}

    def set_setting(self, workspace: str, name: str, value: str | None) -> None:
        """Sets one thing for the workspace; None takes it away."""
        with self._writing.transaction() as store:
            store.run("DELETE FROM chat_setting WHERE workspace = ? AND name = ?", workspace, name)
            if value is not None:
                store.insert("chat_setting", ("workspace", "name", "value"), [(workspace, name, value)])

    def forget(self, workspace: str) -> None:
        """Deletes all that is kept of a workspace that let the bot go."""
        with self._writing.transaction() as store:
            for table in ("chat_event", "chat_thread", "chat_answer", "chat_rule", "chat_setting"):
                store.run(f"DELETE FROM {table} WHERE workspace = ?", workspace)

    def sweep(self, now: float, days: int) -> None:
        """Deletes threads and answers older than so many days, and events older than one: none is delivered again so late."""
        with self._writing.transaction() as store:
            store.run("DELETE FROM chat_event WHERE at < ?", now - _DAY)
            for table in ("chat_thread", "chat_answer"):
                store.run(f"DELETE FROM {table} WHERE at < ?", now - days * _DAY)

    def close(self) -> None:
        """Gives the connections back."""
        self._reading.close()
        self._writing.close()


_COLUMNS = "id, workspace, asker, thread, kind, question, conversation, language, today, at"


def _keep(store: Transaction, answer: KeptAnswer, conversation: str) -> None:
    store.run(
        "INSERT INTO chat_answer (id, workspace, asker, thread, kind, question, conversation, today, at, language)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
        *(answer.id, answer.workspace, answer.asker, answer.thread, answer.kind, answer.question),
        *(answer.conversation, answer.today.isoformat(), answer.at, answer.language),
    )
    if answer.thread is not None:
        store.run(
            "INSERT INTO chat_thread (workspace, thread, conversation, at) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (workspace, thread) DO UPDATE SET conversation = excluded.conversation, at = excluded.at"
            " WHERE chat_thread.at <= excluded.at",
            *(answer.workspace, answer.thread, conversation, answer.at),
        )


def _kept(row: tuple[object, ...]) -> KeptAnswer:
    *columns, today, at = row
    texts = (None if text is None else str(text) for text in columns)
    id_, workspace, asker, thread, kind, question, conversation, language = texts
    day = today if isinstance(today, dt.date) else dt.date.fromisoformat(str(today))
    return KeptAnswer(  # the columns are NOT NULL but for the thread and the language
        str(id_), str(workspace), str(asker), thread, str(kind), str(question), str(conversation), day, float(str(at)), language
    )
