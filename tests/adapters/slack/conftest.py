"""VoteDesk served to a Slack on loopback, over both roads, on a store of its own."""

from __future__ import annotations

import asyncio
import datetime as dt
import shutil
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest

from adapters.settings import Settings, variable
from adapters.slack.serve import serving
from store.importers.load import ensure_starter
from tests.support.fake_slack import APP_TOKEN, BOT_TOKEN, SECRET, Call, FakeSlack
from tests.support.slack_checks import call_fits

NOW = dt.datetime(2026, 1, 10, 12, tzinfo=dt.UTC).timestamp()

Test = Callable[[FakeSlack], Coroutine[Any, Any, None]]
Run = Callable[..., list[Call]]


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


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(variable(name), raising=False)


@pytest.fixture(params=["http", "socket"])
def road(request: pytest.FixtureRequest) -> Iterator[str]:
    """How Slack reaches the app."""
    return request.param


@pytest.fixture
def serve(store_file: Path, tmp_path: Path) -> Run:
    """`serve(test, road)` runs a test against the app. It gives all that Slack was sent until the app had stopped, each of
    which Slack must have taken: what had begun is finished then, so what is not there did not come."""

    def run(
        test: Test, road: str = "http", *, sign_after: float = 30.0, clock: Callable[[], float] = lambda: NOW, **changed: Any
    ) -> list[Call]:
        async def whole() -> list[Call]:
            async with FakeSlack(road) as slack:
                settings = settings_for(slack, store_file, **changed)
                async with serving(settings, say=lambda _: None, sign_after=sign_after, clock=clock) as port:
                    slack.app_port = port
                    await test(slack)
            return slack.calls

        calls = asyncio.run(whole())
        for call in calls:
            call_fits(call)
        return calls

    return run


def settings_for(slack: FakeSlack, store_file: Path, **changed: Any) -> Settings:
    """One workspace by token, on a free port."""
    given: dict[str, Any] = {
        "database_url": f"sqlite:///{store_file}",
        "data_dir": store_file.parent,
        "slack_bot_token": BOT_TOKEN,
        "slack_app_token": APP_TOKEN if slack.road == "socket" else None,
        "slack_signing_secret": SECRET,
        "slack_api_url": slack.api_url,
        "port": 0,
    }
    return Settings.model_validate({**given, **changed})
