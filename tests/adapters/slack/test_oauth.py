"""Many workspaces: installed by OAuth with its state checked, tokens encrypted at rest, uninstalled, keys changed."""

from __future__ import annotations

import asyncio
import re
import sqlite3
from collections.abc import Callable, Coroutine
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

pytest.importorskip("greenlet", reason="slack_sdk's SQLAlchemy stores need greenlet")

from slack_sdk.oauth.installation_store.sqlalchemy import SQLAlchemyInstallationStore
from slack_sdk.oauth.state_store.sqlalchemy import SQLAlchemyOAuthStateStore
from sqlmodel import SQLModel

import store.chat_tables
from adapters.settings import ConfigurationError
from adapters.slack.secrets import Sealed, new_key
from adapters.slack.serve import serving
from tests.adapters.slack.conftest import NOW, settings_for
from tests.support.fake_slack import Call, FakeSlack
from tests.support.slack_payloads import direct, event, mention, slash

# slack_sdk signs the exchange of the code with aiohttp's BasicAuth, which aiohttp 3.14 wants replaced.
pytestmark = pytest.mark.filterwarnings("ignore:BasicAuth is deprecated:DeprecationWarning")

FIRST = "how did Hungary vote on A/RES/ES-11/7?"
KEY = new_key()

Test = Callable[[FakeSlack], Coroutine[Any, Any, None]]
Run = Callable[..., list[Call]]


@pytest.fixture
def serve(store_file: Path) -> Run:
    """The app for many workspaces, over HTTP."""

    def run(test: Test, **changed: Any) -> list[Call]:
        async def whole() -> list[Call]:
            async with FakeSlack(bots={}) as slack:
                given = {"slack_bot_token": None, "slack_client_id": "1.2", "slack_client_secret": "client-secret", "token_keys": KEY}
                settings = settings_for(slack, store_file, **{**given, "public_url": "https://votes.example", **changed})
                async with serving(settings, say=lambda _: None, sign_after=30, clock=lambda: NOW) as port:
                    slack.app_port = port
                    await test(slack)
            return slack.calls

        return asyncio.run(whole())

    return run


async def install(slack: FakeSlack, workspace: str) -> int:
    """A browser through the whole installation; gives the status of its end."""
    status, page, headers = await slack.get("/slack/install")
    assert status == 200
    found = re.search(r'https://slack\.com/oauth/v2/authorize\?[^"]+', page)
    assert found is not None
    asked = parse_qs(urlsplit(found[0].replace("&amp;", "&")).query)
    assert asked["redirect_uri"] == ["https://votes.example/slack/oauth_redirect"]
    assert "chat:write" in asked["scope"][0]
    state = asked["state"][0]
    cookie = headers["Set-Cookie"].partition(";")[0]
    status, _, _ = await slack.get(f"/slack/oauth_redirect?code={workspace}&state={state}", headers={"Cookie": cookie})
    return status


def test_workspaces_install_and_each_is_answered_with_its_own_token(serve: Run) -> None:
    async def test(slack: FakeSlack) -> None:
        for workspace in ("T2", "T3"):
            assert await install(slack, workspace) == 200
        for workspace in ("T2", "T3"):
            await slack.deliver("events_api", mention(FIRST, team=workspace))
        await slack.until("chat.postMessage", 2)
        assert {call.token for call in slack.of("chat.postMessage")} == {"xoxb-of-T2", "xoxb-of-T3"}

    serve(test)


def test_an_installation_with_a_state_that_was_not_given_out_is_refused(serve: Run) -> None:
    async def test(slack: FakeSlack) -> None:
        _, _, headers = await slack.get("/slack/install")
        cookie = headers["Set-Cookie"].partition(";")[0]
        status, _, _ = await slack.get("/slack/oauth_redirect?code=T2&state=forged", headers={"Cookie": cookie})
        assert status == 400
        status, _, _ = await slack.get("/slack/oauth_redirect?code=T2&state=forged", headers={"Cookie": "slack-app-oauth-state=forged"})
        assert status == 401

    assert "oauth.v2.access" not in [call.method for call in serve(test)]


def test_a_state_is_good_for_one_installation(serve: Run) -> None:
    async def test(slack: FakeSlack) -> None:
        _, page, headers = await slack.get("/slack/install")
        state = re.search(r"state=([0-9a-f-]+)", page)
        assert state is not None
        cookie = {"Cookie": headers["Set-Cookie"].partition(";")[0]}
        statuses = [(await slack.get(f"/slack/oauth_redirect?code=T2&state={state[1]}", headers=cookie))[0] for _ in range(2)]
        assert statuses == [200, 401]

    serve(test)


def stored(file: Path, table: str) -> str:
    with closing(sqlite3.connect(file)) as connection:
        return repr(connection.execute(f"SELECT * FROM {table}").fetchall())


def test_tokens_rest_encrypted(serve: Run, store_file: Path) -> None:
    async def test(slack: FakeSlack) -> None:
        await install(slack, "T2")

    serve(test)
    for table in ("slack_bots", "slack_installations"):
        assert "T2" in stored(store_file, table)
        assert "xoxb" not in stored(store_file, table)
    assert b"xoxb-of-T2" not in store_file.read_bytes()


GOES, STAYS = "T0GOESAWAY", "T0STAYSHERE"  # long enough never to stand in an encrypted token by chance


def test_a_workspace_that_uninstalls_is_forgotten_whole_and_no_other(serve: Run, store_file: Path) -> None:
    async def test(slack: FakeSlack) -> None:
        for number, workspace in enumerate((GOES, STAYS), 1):
            await install(slack, workspace)
            await slack.deliver("events_api", mention(FIRST, team=workspace))
            await slack.until("chat.postMessage", number)
        await slack.deliver("events_api", event({"type": "app_uninstalled"}, team=GOES))

    serve(test)
    for table in ("slack_bots", "slack_installations", "chat_answer", "chat_thread", "chat_event"):
        assert GOES not in stored(store_file, table), table
        assert STAYS in stored(store_file, table), table


def test_after_uninstalling_nothing_is_answered(serve: Run) -> None:
    async def test(slack: FakeSlack) -> None:
        await install(slack, "T2")
        await slack.deliver("events_api", event({"type": "tokens_revoked", "tokens": {"bot": ["UBOT"], "oauth": []}}, team="T2"))
        for number in range(1, 100):
            await slack.deliver("slash_commands", slash(slack, FIRST, team_id="T2", user_id=f"U{number}"))
            if "not installed" in (await slack.until("respond", number)).body["text"]:
                return
        raise AssertionError("the token is still used")

    serve(test)


def test_a_workspace_that_never_installed_is_told_so(serve: Run) -> None:
    async def test(slack: FakeSlack) -> None:
        assert (await slack.deliver("slash_commands", slash(slack, FIRST, team_id="T9"))).status == 200
        assert "not installed" in (await slack.until("respond")).body["text"]
        await slack.deliver("events_api", direct(FIRST, team="T9"))

    assert "chat.postMessage" not in [call.method for call in serve(test)]


def test_whoever_installed_it_sets_the_rules(serve: Run) -> None:
    async def test(slack: FakeSlack) -> None:
        await install(slack, "T2")
        await slack.deliver("slash_commands", slash(slack, "settings", team_id="T2", user_id="U7"))
        assert "Only the people" in (await slack.until("respond")).body["text"]
        await slack.deliver("slash_commands", slash(slack, "settings", team_id="T2", user_id="UINSTALLER"))
        await slack.until("views.open")

    serve(test)


def test_the_new_key_opens_what_the_old_one_sealed(serve: Run) -> None:
    newer = new_key()

    async def installs(slack: FakeSlack) -> None:
        await install(slack, "T2")

    async def asks(slack: FakeSlack) -> None:
        await slack.deliver("events_api", mention(FIRST, team="T2"))
        assert (await slack.until("chat.postMessage")).token == "xoxb-of-T2"

    serve(installs)
    serve(asks, token_keys=f"{newer},{KEY}")


def test_without_the_key_a_token_counts_as_lost_and_the_log_says_so(serve: Run, caplog: pytest.LogCaptureFixture) -> None:
    async def installs(slack: FakeSlack) -> None:
        await install(slack, "T2")

    async def asks(slack: FakeSlack) -> None:
        await slack.deliver("slash_commands", slash(slack, FIRST, team_id="T2"))
        assert "not installed" in (await slack.until("respond")).body["text"]

    serve(installs)
    serve(asks, token_keys=new_key())
    assert "put the old key back" in caplog.text
    assert "xoxb" not in caplog.text


def test_sealed_text_tells_nothing_and_is_never_the_same_twice() -> None:
    sealed = Sealed(KEY)
    first, second = sealed.seal("xoxb-secret"), sealed.seal("xoxb-secret")
    assert first != second
    assert "xoxb" not in f"{first}{second}"
    assert sealed.open(first) == sealed.open(second) == "xoxb-secret"
    assert sealed.open("nonsense") is None
    assert sealed.seal(None) is None


def test_a_key_that_is_none_is_told_without_repeating_it() -> None:
    with pytest.raises(ConfigurationError, match="votedesk slack key") as refused:
        Sealed("not-a-key")
    assert "not-a-key" not in str(refused.value)


def test_our_tables_have_every_column_that_slack_s_stores_write() -> None:
    theirs = SQLModel.metadata.__class__()
    made = [
        SQLAlchemyInstallationStore.build_bots_table(theirs, "slack_bots"),
        SQLAlchemyInstallationStore.build_installations_table(theirs, "slack_installations"),
        SQLAlchemyOAuthStateStore.build_oauth_states_table(theirs, "slack_oauth_states"),
    ]
    assert store.chat_tables
    for table in made:
        assert {column.name for column in table.columns} == set(SQLModel.metadata.tables[table.name].columns.keys())


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_both_engines_keep_find_and_delete_installations(engine: str, store_file: Path) -> None:
    from contextlib import nullcontext

    from slack_sdk.oauth.installation_store import Installation

    from adapters.slack.installations import open_installations
    from tests.store.conftest import fresh_postgres

    async def whole(url: str) -> None:
        installations, states = open_installations(url, "1.2", KEY)
        given = {"app_id": "A1", "team_id": "T2", "user_id": "U1", "bot_id": "B1", "bot_user_id": "UB", "bot_token": "xoxb-" + "x" * 300}
        for _ in range(2):
            await installations.async_save(Installation(**given))
        for _ in range(2):
            bot = await installations.async_find_bot(enterprise_id=None, team_id="T2")
            assert bot is not None
            assert bot.bot_token == given["bot_token"]
        found = await installations.async_find_installation(enterprise_id=None, team_id="T2", user_id="U1")
        assert found is not None
        assert found.bot_token == given["bot_token"]
        await installations.async_delete_all(enterprise_id=None, team_id="T2")
        assert await installations.async_find_bot(enterprise_id=None, team_id="T2") is None
        assert await installations.async_find_installation(enterprise_id=None, team_id="T2") is None
        state = await states.async_issue()
        assert [await states.async_consume(given) for given in (state, state, "forged")] == [True, False, False]
        await installations.close()

    with fresh_postgres() if engine == "postgresql" else nullcontext(f"sqlite:///{store_file}") as url:
        asyncio.run(whole(url))
