"""The process: what is missing told at the start, health, a stop by signal; the manifest and its scopes."""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from adapters.cli.main import run
from adapters.settings import ConfigurationError, Settings
from adapters.slack.manifest import SCOPES, UNFURL_SCOPES, manifest
from adapters.slack.setup import read_setup
from tests.adapters.slack.conftest import Run, settings_for
from tests.support.fake_slack import APP_TOKEN, BOT_TOKEN, SECRET, FakeSlack
from tests.support.slack_payloads import slash

ROOT = Path(__file__).parents[3]
FIRST = "how did Hungary vote on A/RES/ES-11/7?"


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({}, "Set SLACK_BOT_TOKEN"),
        ({"slack_bot_token": BOT_TOKEN}, "Set SLACK_APP_TOKEN"),
        ({"slack_bot_token": APP_TOKEN, "slack_app_token": APP_TOKEN}, "SLACK_BOT_TOKEN is no bot token"),
        ({"slack_bot_token": BOT_TOKEN, "slack_app_token": BOT_TOKEN}, "SLACK_APP_TOKEN is no app token"),
        ({"slack_client_id": "1", "slack_client_secret": "s", "slack_signing_secret": "s"}, "Set VOTEDESK_TOKEN_KEYS"),
        ({"slack_client_id": "1", "slack_client_secret": "s", "token_keys": "k", "slack_app_token": APP_TOKEN}, "Set SLACK_SIGNING_SECRET too"),
        ({"slack_bot_token": BOT_TOKEN, "slack_app_token": APP_TOKEN, "slack_channels": "C1=loud"}, "VOTEDESK_SLACK_CHANNELS: 'C1=loud' is no rule"),
    ],
)
def test_what_is_missing_is_told_in_one_sentence_without_any_secret(given: Mapping[str, Any], sentence: str) -> None:
    with pytest.raises(ConfigurationError, match=re.escape(sentence)) as refused:
        read_setup(Settings.model_validate(given))
    told = str(refused.value)
    assert "\n" not in told
    assert told.endswith(".")
    assert BOT_TOKEN not in told
    assert APP_TOKEN not in told


@pytest.mark.parametrize(("method", "sentence"), [("auth.test", "does not accept SLACK_BOT_TOKEN (invalid_auth)"), ("apps.connections.open", "does not accept SLACK_APP_TOKEN (invalid_auth)")])
def test_a_token_that_slack_does_not_know_is_told_at_the_start(store_file: Path, method: str, sentence: str) -> None:
    from adapters.slack.serve import serving

    async def whole() -> None:
        async with FakeSlack("socket") as slack:
            slack.fail(method, "invalid_auth")
            async with serving(settings_for(slack, store_file), say=lambda _: None):
                raise AssertionError("it must not start")

    with pytest.raises(ConfigurationError, match=re.escape(sentence)):
        asyncio.run(whole())


def test_health_is_good_while_the_record_and_slack_are_there(serve: Run, road: str) -> None:
    async def test(slack: FakeSlack) -> None:
        status, body, _ = await slack.get("/healthz")
        assert (status, json.loads(body)) == (200, {"record": "ok", "slack": "ok"})

    serve(test, road)


def test_readiness_and_metrics_stand_beside_health(serve: Run, road: str) -> None:
    async def test(slack: FakeSlack) -> None:
        status, body, _ = await slack.get("/readyz")
        assert (status, json.loads(body)) == (200, {"record": "ok"})
        status, body, _ = await slack.get("/metrics")
        text = body if isinstance(body, str) else body.decode()
        assert status == 200
        assert 'votedesk_data_until_timestamp_seconds{body="GA",dataset="starter"}' in text

    serve(test, road)


def test_sigterm_stops_the_process_after_it_has_answered(store_file: Path) -> None:
    async def whole() -> tuple[int, str]:
        async with FakeSlack("socket") as slack:
            environment = {
                **os.environ,
                "VOTEDESK_DATABASE_URL": f"sqlite:///{store_file}",
                "VOTEDESK_SLACK_API_URL": slack.api_url,
                "VOTEDESK_PORT": "0",
                "SLACK_BOT_TOKEN": BOT_TOKEN,
                "SLACK_APP_TOKEN": APP_TOKEN,
            }
            process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "adapters.cli", "serve", "slack", cwd=ROOT, env=environment, stderr=asyncio.subprocess.PIPE
            )
            await slack.until_connected()
            await slack.deliver("slash_commands", slash(slack, FIRST))
            process.send_signal(signal.SIGTERM)
            _, told = await asyncio.wait_for(process.communicate(), 60)
            assert (await slack.until("respond")).body["text"].startswith("Hungary voted no on")
            return process.returncode or 0, told.decode()

    status, told = asyncio.run(whole())
    assert status == 0
    assert "connected to Slack (Socket Mode)" in told
    assert "finishing what has begun" in told
    assert BOT_TOKEN not in told


def test_serving_without_settings_ends_with_a_sentence(capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VOTEDESK_DATA_DIR", str(tmp_path))
    assert run(["serve", "slack"]) == 2
    assert capfd.readouterr().err.startswith("votedesk: Set SLACK_BOT_TOKEN")


def test_a_port_that_is_taken_is_told(store_file: Path) -> None:
    from adapters.slack.serve import serving

    async def whole() -> None:
        async with FakeSlack() as slack, serving(settings_for(slack, store_file, port=slack.port), say=lambda _: None):
            raise AssertionError("it must not start")

    with pytest.raises(ConfigurationError, match="set VOTEDESK_PORT to a free port"):
        asyncio.run(whole())


def printed(capfd: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    assert run(["slack", "manifest", *words]) == 0
    made: dict[str, Any] = json.loads(capfd.readouterr().out)
    return made


def test_the_manifest_for_socket_mode_names_no_address(capfd: pytest.CaptureFixture[str]) -> None:
    made = printed(capfd)
    assert made["settings"]["socket_mode_enabled"] is True
    assert "url" not in json.dumps(made)
    assert made["oauth_config"]["scopes"]["bot"] == list(SCOPES)


def test_the_manifest_for_http_sends_everything_to_one_address(capfd: pytest.CaptureFixture[str]) -> None:
    made = printed(capfd, "--http", "https://votes.example/")
    addresses = set(re.findall(r'"(https://votes[^"]+)"', json.dumps(made)))
    assert addresses == {"https://votes.example/slack/events", "https://votes.example/slack/oauth_redirect"}
    assert made["settings"]["socket_mode_enabled"] is False


def test_link_previews_ask_for_their_scopes_only_when_they_are_wanted() -> None:
    off, on = (manifest(public_url=None, unfurl=unfurl, many_workspaces=False) for unfurl in (False, True))
    assert not set(UNFURL_SCOPES) & set(off["oauth_config"]["scopes"]["bot"])
    assert "unfurl_domains" not in off["features"]
    assert set(UNFURL_SCOPES) <= set(on["oauth_config"]["scopes"]["bot"])
    assert "link_shared" in on["settings"]["event_subscriptions"]["bot_events"]


def test_every_scope_is_explained_in_the_guide() -> None:
    guide = (ROOT / "docs" / "slack.md").read_text("utf-8")
    for scope, purpose in {**SCOPES, **UNFURL_SCOPES}.items():
        assert f"| `{scope}` | {purpose} |" in guide


def test_keys_are_made_anew_each_time(capfd: pytest.CaptureFixture[str]) -> None:
    keys = set()
    for _ in range(2):
        assert run(["slack", "key"]) == 0
        keys.add(capfd.readouterr().out)
    assert len(keys) == 2


def test_no_secret_shows_where_settings_are_printed() -> None:
    assert SECRET not in repr(Settings.model_validate({"slack_signing_secret": SECRET}))
