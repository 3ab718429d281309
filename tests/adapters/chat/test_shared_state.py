"""Chat state for an event loop: what comes at once is written at once, and nothing that the store refuses holds up the rest."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.chat import shared_state
from adapters.chat.shared_state import SharedState
from store.chat_state import ChatState, KeptAnswer
from store.database import DatabaseError
from store.importers.load import ensure_starter
from tests.store.test_chat_state import kept


class Watched(ChatState):
    """Notes what each transaction wrote, and refuses what holds a certain answer."""

    written: list[list[str]]
    refused: str | None = None

    def keep(self, *answers: tuple[KeptAnswer, str]) -> None:
        ids = [answer.id for answer, _ in answers]
        if self.refused in ids:
            raise DatabaseError("refused")
        super().keep(*answers)
        self.written.append(ids)


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Watched]:
    url = f"sqlite:///{tmp_path / 'store.sqlite3'}"
    ensure_starter(url)
    state = Watched.open(url)
    state.written = []
    yield state
    state.close()


def test_answers_that_come_while_one_is_written_are_written_together(watched: Watched) -> None:
    async def keep_many() -> None:
        shared = SharedState(watched)
        await asyncio.gather(*(shared.keep(kept(str(number)), "{}") for number in range(20)))

    asyncio.run(keep_many())
    assert [id_ for ids in watched.written for id_ in ids] == [str(number) for number in range(20)]
    assert len(watched.written) < 20


def test_an_answer_that_the_store_refuses_holds_up_no_other(watched: Watched, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared_state, "REST", 0.01)
    watched.refused = "bad"

    async def keep_many() -> None:
        shared = SharedState(watched)
        await shared.start()
        await asyncio.gather(*(shared.keep(kept(id_), "{}") for id_ in ("bad", "a", "b", "c")))
        for _ in range(200):
            if len(watched.written) == 3:
                break
            await asyncio.sleep(0.01)

    asyncio.run(keep_many())
    assert sorted(id_ for ids in watched.written for id_ in ids) == ["a", "b", "c"]
