"""A Slack on loopback: Web API, files, addresses of answers, Socket Mode's websocket, signed HTTP requests, OAuth.

It speaks the wire, so the real slack-bolt talks to it. Whatever it is sent is kept in `calls`; what it answers can be changed
by `fail`. Nothing in it sleeps: `until` waits for what is to come.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import time
import urllib.parse
from collections import defaultdict, deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import aiohttp
from aiohttp import web
from slack_sdk.signature import SignatureVerifier

SECRET = "a-signing-secret"
BOT_TOKEN, APP_TOKEN = "xoxb-the-bot-s-token", "xapp-the-app-s-token"
TEAM, BOT_USER, BOT_ID = "T1", "UBOT", "BBOT"
PATIENCE = 20.0
"""Seconds after which a test gives up waiting for what should have come at once."""

Kind = Literal["events_api", "slash_commands", "interactive"]
_NUMBERS = itertools.count(1)


@dataclass(frozen=True)
class Call:
    """One request: `method` is "chat.postMessage", "respond" for an answer's own address, "upload" for a file's content."""

    method: str
    token: str
    body: dict[str, Any]

    @property
    def blocks(self) -> list[dict[str, Any]]:
        """Its blocks; those of its view."""
        found: list[dict[str, Any]] = self.body.get("blocks") or (self.body.get("view") or {}).get("blocks") or []
        return found


@dataclass(frozen=True)
class Acknowledged:
    """How a delivery was acknowledged, and after how many seconds."""

    status: int
    body: Any
    seconds: float


@dataclass
class FakeSlack:
    """Started with `async with`. `road`: how deliveries go to the app; for HTTP, `app_port` is set once the app listens."""

    road: Literal["socket", "http"] = "http"
    app_port: int = 0
    calls: list[Call] = field(default_factory=list)
    connections: int = 0
    bots: dict[str, str] = field(default_factory=lambda: {BOT_TOKEN: TEAM})

    def __post_init__(self) -> None:
        self._failures: defaultdict[str, deque[tuple[int, dict[str, Any], dict[str, str]]]] = defaultdict(deque)
        self._arrived = asyncio.Condition()
        self._sockets: list[web.WebSocketResponse] = []
        self._acknowledged: dict[str, asyncio.Future[Any]] = {}

    async def __aenter__(self) -> FakeSlack:
        served = web.Application(client_max_size=20 * 2**20)
        served.router.add_post("/api/{method}", self._api)
        served.router.add_post("/respond/{id}", self._respond)
        served.router.add_post("/upload/{id}", self._upload)
        served.router.add_get("/socket", self._socket)
        self._runner = web.AppRunner(served, access_log=None, shutdown_timeout=1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.port: int = self._runner.addresses[0][1]
        self._session = aiohttp.ClientSession()
        return self

    async def __aexit__(self, *_: object) -> None:
        for socket in self._sockets:
            await socket.close()
        await self._session.close()
        await self._runner.cleanup()

    @property
    def api_url(self) -> str:
        """The Web API's address."""
        return f"http://127.0.0.1:{self.port}/api/"

    def response_url(self) -> str:
        """A new address for the answers to one command or button."""
        return f"http://127.0.0.1:{self.port}/respond/{next(_NUMBERS)}"

    def fail(self, method: str, error: str | None = None, *, status: int = 200, times: int = 1, **headers: str) -> None:
        """The next calls of a method are refused."""
        body = {} if error is None else {"ok": False, "error": error}
        self._failures[method].extend([(status, body, headers)] * times)

    def of(self, *methods: str) -> list[Call]:
        """What came so far."""
        return [call for call in self.calls if call.method in methods]

    async def until(self, method: str, count: int = 1, fits: Callable[[Call], bool] = lambda _: True) -> Call:
        """Waits for the nth call of a method that fits."""

        def found() -> list[Call]:
            return [call for call in self.of(method) if fits(call)]

        async with self._arrived:
            try:
                await asyncio.wait_for(self._arrived.wait_for(lambda: len(found()) >= count), PATIENCE)
            except TimeoutError:
                came = [call.method for call in self.calls]
                raise AssertionError(f"{method} was not called {count} times; what came: {came}") from None
        return found()[count - 1]

    async def until_connected(self, times: int = 1) -> None:
        """Waits until the app has opened so many websockets since the start."""
        async with self._arrived:
            await asyncio.wait_for(self._arrived.wait_for(lambda: self.connections >= times), PATIENCE)

    async def deliver(self, kind: Kind, payload: Mapping[str, Any], *, retry: int = 0, **headers: str) -> Acknowledged:
        """Sends an event, a command or an interaction, and waits for its acknowledgement."""
        began = time.perf_counter()
        if self.road == "socket":
            body = await self._deliver_by_socket(kind, payload, retry)
            return Acknowledged(200, body, time.perf_counter() - began)
        status, body = await self._deliver_by_http(kind, payload, retry, headers)
        return Acknowledged(status, body, time.perf_counter() - began)

    async def get(self, path: str, **options: Any) -> tuple[int, str, Mapping[str, str]]:
        """A browser at the app."""
        async with self._session.get(f"http://127.0.0.1:{self.app_port}{path}", allow_redirects=False, **options) as answer:
            return answer.status, await answer.text(), answer.headers

    async def ask_to_reconnect(self) -> None:
        """Slack renews connections now and then: the app opens a new one."""
        await self._sockets[-1].send_json({"type": "disconnect", "reason": "refresh_requested"})

    async def cut(self) -> None:
        """The connection is gone without a word."""
        socket = self._sockets.pop()
        transport = socket._req.transport if socket._req is not None else None
        assert transport is not None
        transport.abort()

    async def _deliver_by_socket(self, kind: Kind, payload: Mapping[str, Any], retry: int) -> Any:
        envelope = f"envelope-{next(_NUMBERS)}"
        future: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._acknowledged[envelope] = future
        told = {"retry_attempt": retry, "retry_reason": "timeout" if retry else ""} if kind == "events_api" else {}
        await self._sockets[-1].send_json(
            {"envelope_id": envelope, "type": kind, "payload": payload, "accepts_response_payload": kind != "events_api", **told}
        )
        return await asyncio.wait_for(future, PATIENCE)

    async def _deliver_by_http(
        self, kind: Kind, payload: Mapping[str, Any], retry: int, headers: Mapping[str, str]
    ) -> tuple[int, Any]:
        if kind == "events_api":
            body, content_type = json.dumps(payload), "application/json"
        elif kind == "slash_commands":
            body, content_type = urllib.parse.urlencode(payload), "application/x-www-form-urlencoded"
        else:
            body, content_type = urllib.parse.urlencode({"payload": json.dumps(payload)}), "application/x-www-form-urlencoded"
        sent = {"content-type": content_type, **signed(body), **headers}
        if retry:
            sent |= {"x-slack-retry-num": str(retry), "x-slack-retry-reason": "http_timeout"}
        url = f"http://127.0.0.1:{self.app_port}/slack/events"
        async with self._session.post(url, data=body.encode(), headers=sent) as answer:
            text = await answer.text()
            return answer.status, json.loads(text) if text.startswith("{") else text

    async def _api(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        body = await _decoded(request)
        await self._keep(Call(method, str(body.pop("token", token)), body))
        if self._failures[method]:
            status, failure, headers = self._failures[method].popleft()
            return web.json_response(failure, status=status, headers=headers)
        return web.json_response({"ok": True, **self._answer(method, token, body)})

    def _answer(self, method: str, token: str, body: Mapping[str, Any]) -> dict[str, Any]:
        stamp = f"1800000000.{next(_NUMBERS):06d}"
        match method:
            case "auth.test":
                team = self.bots.get(token)
                if team is None:
                    return {"ok": False, "error": "invalid_auth"}
                return {"team_id": team, "team": "A newsroom", "user_id": BOT_USER, "bot_id": BOT_ID, "user": "votedesk", "url": ""}
            case "apps.connections.open":
                return {"url": f"ws://127.0.0.1:{self.port}/socket"}
            case "chat.postMessage":
                channel = str(body["channel"])
                return {"ts": stamp, "channel": f"D{channel}" if channel.startswith("U") else channel}
            case "chat.postEphemeral":
                return {"message_ts": stamp}
            case "views.open":
                return {"view": {"id": f"V{next(_NUMBERS)}"}}
            case "files.getUploadURLExternal":
                number = next(_NUMBERS)
                return {"file_id": f"F{number}", "upload_url": f"http://127.0.0.1:{self.port}/upload/{number}"}
            case "files.completeUploadExternal":
                return {"files": [{"id": "F1"}]}
            case "oauth.v2.access":
                return self._installed(str(body["code"]))
        return {}

    def _installed(self, code: str) -> dict[str, Any]:
        """The code "T2" installs in the workspace T2."""
        self.bots[f"xoxb-of-{code}"] = code
        return {
            "app_id": "A1",
            "access_token": f"xoxb-of-{code}",
            "token_type": "bot",
            "scope": "commands,chat:write",
            "bot_user_id": BOT_USER,
            "team": {"id": code, "name": f"Newsroom {code}"},
            "enterprise": None,
            "is_enterprise_install": False,
            "authed_user": {"id": "UINSTALLER"},
        }

    async def _respond(self, request: web.Request) -> web.Response:
        await self._keep(Call("respond", "", await request.json() | {"address": request.match_info["id"]}))
        if self._failures["respond"]:
            status, failure, headers = self._failures["respond"].popleft()
            # A command's address refuses in words with a status of its own, a button's in JSON with 200.
            text = json.dumps(failure) if status == 200 else str(failure.get("error", ""))
            return web.Response(text=text, status=status, headers=headers)
        return web.Response(text="ok")

    async def _upload(self, request: web.Request) -> web.Response:
        content = await request.read()
        await self._keep(Call("upload", "", {"id": request.match_info["id"], "content": content}))
        return web.Response(text="OK")

    async def _socket(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self._sockets.append(socket)
        await socket.send_json({"type": "hello", "num_connections": 1, "debug_info": {}, "connection_info": {}})
        async with self._arrived:
            self.connections += 1
            self._arrived.notify_all()
        async for message in socket:
            if message.type is aiohttp.WSMsgType.TEXT:
                told = json.loads(message.data)
                future = self._acknowledged.get(told.get("envelope_id", ""))
                if future is not None and not future.done():
                    future.set_result(told.get("payload") or "")
        return socket

    async def _keep(self, call: Call) -> None:
        async with self._arrived:
            self.calls.append(call)
            self._arrived.notify_all()


def signed(body: str, secret: str = SECRET, at: float | None = None) -> dict[str, str]:
    """The headers by which Slack's requests are known: https://docs.slack.dev/authentication/verifying-requests-from-slack"""
    stamp = str(int(time.time() if at is None else at))
    signature = SignatureVerifier(secret).generate_signature(timestamp=stamp, body=body)
    return {"x-slack-request-timestamp": stamp, "x-slack-signature": signature or ""}


async def _decoded(request: web.Request) -> dict[str, Any]:
    """A call's arguments, whichever way the SDK wrote them."""
    if request.content_type == "application/json":
        body: dict[str, Any] = await request.json()
        return body
    given = {**request.query, **await request.post()}
    return {name: _json(value) if isinstance(value, str) else value for name, value in given.items()}


def _json(value: str) -> Any:
    return json.loads(value) if value[:1] in ("[", "{") else value
