"""The command in this process, on a store of its own that holds the starter record."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from adapters.cli.main import run
from adapters.settings import Settings, variable
from bot.desk import Desk
from store.importers.load import ensure_starter
from store.vote_store import VoteStore


@dataclass(frozen=True)
class Outcome:
    """What one run of the command did."""

    status: int
    out: str
    err: str


Votedesk = Callable[..., Outcome]


@pytest.fixture(scope="session")
def starter_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the starter record, made once. Not to be written to."""
    file = tmp_path_factory.mktemp("starter") / "votedesk.sqlite3"
    ensure_starter(f"sqlite:///{file.as_posix()}")
    return file


@pytest.fixture
def starter_desk(starter_store: Path) -> Iterator[Desk]:
    """What the command asks, to compare with."""
    with VoteStore.open(f"sqlite:///{starter_store.as_posix()}") as store:
        yield Desk.open(store)


@pytest.fixture
def data_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty data folder, and no other setting."""
    for field in Settings.model_fields:
        monkeypatch.delenv(variable(field), raising=False)
    folder = tmp_path / "data"
    folder.mkdir()
    monkeypatch.setenv("VOTEDESK_DATA_DIR", str(folder))
    return folder


@pytest.fixture
def votedesk(capfd: pytest.CaptureFixture[str], data_dir: Path, starter_store: Path) -> Votedesk:
    """Runs `votedesk WORDS...` on a copy of the starter store."""
    shutil.copy(starter_store, data_dir / "votedesk.sqlite3")
    return _runner(capfd)


@pytest.fixture
def fresh_votedesk(capfd: pytest.CaptureFixture[str], data_dir: Path) -> Votedesk:
    """The same on a machine where nothing was asked before."""
    return _runner(capfd)


def _runner(capfd: pytest.CaptureFixture[str]) -> Votedesk:
    def votedesk(*words: str) -> Outcome:
        status = run(words)
        shown = capfd.readouterr()
        return Outcome(status, shown.out, shown.err)

    return votedesk
