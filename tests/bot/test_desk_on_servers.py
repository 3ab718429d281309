"""The desk on PostgreSQL servers that restart, hand over to a standby, or sit behind a pooler: answered, or told in a sentence."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.desk import Desk
from store.database import DatabaseError, StoreUnwritable
from store.importers.load import ensure_starter
from store.vote_store import VoteStore
from tests.store.conftest import statement, take
from tests.support.postgres_servers import Server, folder_for_servers, pooler, primary, standby

pytest.importorskip("psycopg")

QUESTIONS = (
    "how did Hungary vote on A/RES/ES-11/7?",
    "who vetoed the Gaza ceasefire?",
    "didn't Israel abstain on the Cuba embargo?",
    "how often did France and Germany vote the same way?",
    "how did Atlantis vote?",
)


@pytest.fixture
def servers() -> Iterator[Path]:
    with folder_for_servers() as folder:
        yield folder


def replies(url: str, times: int = 1) -> list[str]:
    with VoteStore.open(url) as store:
        desk = Desk.open(store)
        return [desk.ask(question).reply.model_dump_json() for _ in range(times) for question in QUESTIONS]


class Asking:
    """One front end that asks without end; every question leaves a reply or a sentence."""

    def __init__(self, url: str) -> None:
        self.store = VoteStore.open(url)
        self.desk = Desk.open(self.store)
        self.asked = 0
        self.replies: list[str] = []
        self.sentences: list[str] = []
        self._heard = threading.Condition()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._ask)
        self._thread.start()

    def _ask(self) -> None:
        while not self._stop.is_set():
            self.asked += 1
            try:
                text = self.desk.ask(QUESTIONS[0]).reply.text
            except DatabaseError as error:
                self.sentences.append(str(error))
            else:
                with self._heard:
                    self.replies.append(text)
                    self._heard.notify_all()

    def hears(self, more: int = 3) -> bool:
        """Whether it gets so many more replies, from now on."""
        with self._heard:
            enough = len(self.replies) + more
            return self._heard.wait_for(lambda: len(self.replies) >= enough, timeout=30)

    def end(self) -> None:
        self._stop.set()
        self._thread.join()
        self.store.close()


@contextmanager
def asking(url: str, replicas: int = 3) -> Iterator[Sequence[Asking]]:
    running = [Asking(url) for _ in range(replicas)]
    try:
        yield running
    finally:
        for one in running:
            one.end()


def nothing_lost(running: Sequence[Asking]) -> None:
    for one in running:
        assert one.asked == len(one.replies) + len(one.sentences)
        assert len(set(one.replies)) == 1
        assert all(sentence.endswith(".") and "\n" not in sentence for sentence in one.sentences)


def test_behind_a_pooler_in_transaction_mode_the_replies_are_those_of_the_embedded_store(servers: Path, tmp_path: Path) -> None:
    sqlite_url = f"sqlite:///{tmp_path / 'store.sqlite3'}"
    ensure_starter(sqlite_url)
    take(sqlite_url, statement("A/RES/99/1", "HUN Y, POL N"))
    expected = replies(sqlite_url, times=4)
    with primary(servers) as server, pooler(server, servers, connections=2) as url:
        ensure_starter(url)
        take(url, statement("A/RES/99/1", "HUN Y, POL N"))
        found: list[list[str]] = []
        threads = [threading.Thread(target=lambda: found.append(replies(url, times=4))) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert found == [expected] * 4


def test_a_restart_under_load_costs_no_question_and_no_front_end(servers: Path) -> None:
    with primary(servers) as server:
        ensure_starter(server.url)
        with asking(server.url) as running:
            assert all(one.hears() for one in running)
            server.restart()
            assert all(one.hears() for one in running)
        nothing_lost(running)


def both(first: Server, second: Server) -> str:
    """One address for two servers: https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-MULTIPLE-HOSTS"""
    return f"postgresql://postgres@127.0.0.1:{first.port},127.0.0.1:{second.port}/votes"


def test_a_standby_promoted_under_load_takes_over_and_then_takes_imports(servers: Path) -> None:
    with primary(servers) as first:
        ensure_starter(first.url)
        with standby(first, servers) as second:
            with pytest.raises(StoreUnwritable, match="is a standby"):
                take(second.url, statement("A/RES/99/1", "HUN Y"))
            with asking(both(first, second)) as running:
                assert all(one.hears() for one in running)
                first.stop()
                assert all(one.hears() for one in running)
                second.promote()
                take(both(first, second), statement("A/RES/99/1", "HUN Y, POL N"))
                assert all(one.hears() for one in running)
                assert all(one.store.refresh() or one.store.catalogue.by_key("A/RES/99/1") for one in running)
            nothing_lost(running)
