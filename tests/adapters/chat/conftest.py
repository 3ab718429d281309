"""A chat desk over a starter store of its own, on an event loop of its own."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest

from adapters.chat.desk import ChatDesk
from adapters.settings import Settings
from store.importers.load import ensure_starter


@pytest.fixture(scope="session")
def starter_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the starter record, made once. Not to be written to."""
    file = tmp_path_factory.mktemp("starter") / "votedesk.sqlite3"
    ensure_starter(f"sqlite:///{file.as_posix()}")
    return file


@pytest.fixture
def store_file(starter_file: Path, tmp_path: Path) -> Path:
    """A copy of it for one test."""
    return Path(shutil.copy(starter_file, tmp_path / "store.sqlite3"))


@pytest.fixture
def settings(store_file: Path, tmp_path: Path) -> Settings:
    """Those of a chat over that copy."""
    return Settings(database_url=f"sqlite:///{store_file}", data_dir=tmp_path, chat_questions_per_minute=5)


Run = Callable[[Callable[[ChatDesk], Coroutine[Any, Any, None]]], None]


@pytest.fixture
def with_chat(settings: Settings) -> Run:
    """Runs a coroutine function with a chat desk that is started before and stopped afterwards."""

    def run(test: Callable[[ChatDesk], Coroutine[Any, Any, None]]) -> None:
        async def whole() -> None:
            chat = ChatDesk(settings)
            await chat.start()
            try:
                await test(chat)
            finally:
                await chat.stop()

        asyncio.run(whole())

    return run
