"""`votedesk serve slack`: the app, its connection to Slack, `/healthz`, and a stop that finishes what has begun."""

from __future__ import annotations

import contextlib
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from typing import TYPE_CHECKING

import aiohttp
from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from adapters.chat.desk import ChatDesk, Common
from adapters.chat.stopping import Says
from adapters.chat.watching import Watching, listen
from adapters.settings import ConfigurationError, Settings
from adapters.slack.app import ManyWorkspaces, OneWorkspace, make_app
from adapters.slack.listeners.desk import SlackDesk
from adapters.slack.manifest import EVENTS_PATH, INSTALL_PATH, REDIRECT_PATH, scopes
from adapters.slack.sending import make_client
from adapters.slack.setup import OAuth, Setup, read_setup
from adapters.slack.work import SIGN_AFTER, Work

if TYPE_CHECKING:
    from adapters.slack.installations import Installations, OAuthStates

log = logging.getLogger("votedesk.slack")

PATIENCE = 25.0
"""Seconds that a stop waits for what is under way; what runs containers usually kills after thirty."""

_CONNECTIONS = 100
_PING_SECONDS = 5
"""Between pings of Socket Mode: a connection that was cut is noticed after about as long."""


@contextlib.asynccontextmanager
async def serving(
    settings: Settings,
    say: Says,
    sign_after: float = SIGN_AFTER,
    clock: Callable[[], float] = time.time,
    common: Common | None = None,
) -> AsyncIterator[int]:
    """Serves as long as the block runs, and ends what has begun after it; gives the port of `/healthz`.

    `common`: what it shares with another front end of the process.
    """
    setup = read_setup(settings)
    work = Work()
    async with contextlib.AsyncExitStack() as closing:
        chat = ChatDesk(settings, setup.rules, clock, common)
        await chat.start()
        closing.push_async_callback(chat.stop)
        session = await closing.enter_async_context(aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=_CONNECTIONS)))
        client = make_client(None, settings.slack_api_url, session)
        desk = SlackDesk(chat, settings, sign_after)
        if setup.oauth is None:
            authorize = await OneWorkspace.of(make_client(setup.token, settings.slack_api_url, session))
            app, flow = make_app(desk, setup, authorize, client, work), None
        else:
            from adapters.slack.installations import open_installations

            installations, states = open_installations(settings.store_url, setup.oauth.client_id, setup.oauth.keys)
            closing.push_async_callback(installations.close)
            flow = _oauth_flow(settings, setup.oauth, client, installations, states)
            app = make_app(desk, setup, ManyWorkspaces(installations), client, work, installations)
        closing.push_async_callback(_finish, work)
        socket = await _connect(app, setup, closing) if setup.road == "socket" else None
        port = await listen(_web_app(app, flow, setup, _watching(chat, socket)), settings, closing)
        say(_greeting(settings, setup, port))
        yield port


def _watching(chat: ChatDesk, socket: AsyncSocketModeHandler | None) -> Watching:
    async def connected() -> bool:
        return socket is None or bool(await socket.client.is_connected())

    return Watching(chat, "slack", connected)


async def _connect(app: AsyncApp, setup: Setup, closing: contextlib.AsyncExitStack) -> AsyncSocketModeHandler:
    try:
        # Bolt would try a token that is refused again and again, and say nothing.
        await app.client.apps_connections_open(app_token=setup.app_token or "")
    except SlackApiError as error:
        reason = error.response.get("error")
        raise ConfigurationError(
            f"Slack does not accept SLACK_APP_TOKEN ({reason}): make one with the scope connections:write, "
            "and turn Socket Mode on."
        ) from error
    handler = AsyncSocketModeHandler(app, setup.app_token or "", ping_interval=_PING_SECONDS)
    closing.push_async_callback(handler.close_async)
    await handler.connect_async()  # type: ignore[no-untyped-call]
    return handler


def _web_app(app: AsyncApp, flow: AsyncOAuthFlow | None, setup: Setup, watching: Watching) -> web.Application:
    served = web.Application()
    watching.add_to(served)
    if setup.road == "http":

        async def events(request: web.Request) -> web.Response:
            if not request.headers.get("x-slack-request-timestamp", "").isdecimal():
                return web.Response(status=401)  # Bolt would fail to read it
            return await to_aiohttp_response(await app.async_dispatch(await to_bolt_request(request)))

        served.router.add_post(EVENTS_PATH, events)
    if flow is not None:

        served.router.add_get(INSTALL_PATH, _page(flow.handle_installation))
        served.router.add_get(REDIRECT_PATH, _page(flow.handle_callback))
    return served


def _page(
    make: Callable[[AsyncBoltRequest], Awaitable[BoltResponse]],
) -> Callable[[web.Request], Coroutine[object, object, web.StreamResponse]]:
    """A page for whoever installs the app."""

    async def page(request: web.Request) -> web.StreamResponse:
        try:
            return await to_aiohttp_response(await make(await to_bolt_request(request)))
        except Exception as error:
            log.error("An installation failed (%s).", type(error).__name__)
            log.debug("unexpected failure", exc_info=error)
            return web.Response(status=503, text="VoteDesk could not be installed just now. Please try again in a few minutes.")

    return page


def _oauth_flow(
    settings: Settings, oauth: OAuth, client: AsyncWebClient, installations: Installations, states: OAuthStates
) -> AsyncOAuthFlow:
    from adapters.slack.installations import STATE_SECONDS

    public = (settings.public_url or "").rstrip("/")
    return AsyncOAuthFlow(
        client=client,
        logger=log,
        settings=AsyncOAuthSettings(
            client_id=oauth.client_id,
            client_secret=oauth.client_secret,
            scopes=scopes(unfurl=settings.slack_unfurl),
            user_scopes=[],
            redirect_uri=f"{public}{REDIRECT_PATH}" if public else None,
            install_path=INSTALL_PATH,
            redirect_uri_path=REDIRECT_PATH,
            installation_store=installations,
            installation_store_bot_only=True,
            state_store=states,
            state_expiration_seconds=STATE_SECONDS,
            logger=log,
        ),
    )


async def _finish(work: Work) -> None:
    if not await work.finish(PATIENCE):
        log.error("Stopped with answers still under way after %.0f s.", PATIENCE)


def _greeting(settings: Settings, setup: Setup, port: int) -> str:
    here = f"http://{settings.host}:{port}"
    road = "connected to Slack (Socket Mode)" if setup.road == "socket" else f"waiting for Slack at {here}{EVENTS_PATH}"
    install = f" Workspaces install it at {settings.public_url or here}{INSTALL_PATH}." if setup.oauth else ""
    return f"VoteDesk is {road}.{install} Health: {here}/healthz. Stop with Ctrl-C."
