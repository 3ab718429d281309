"""A loopback Discord: the gateway's websocket and the REST calls that VoteDesk makes, for the real discord.py.

It remembers every call, keeps the messages that calls make, and can be told to fail the next calls of a kind.
"""

from __future__ import annotations

import asyncio
import json
import re
import time
from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from typing import Any, Self

from aiohttp import WSCloseCode, WSMsgType, web

TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4.loopback.token"
BOT = {"id": "123456789012345678", "username": "VoteDesk", "discriminator": "0000", "avatar": None, "bot": True}
PATIENCE = 20.0
"""Seconds after which a test that waits for a call fails. Nothing waits that long when all is well."""

EPHEMERAL = 64
LAYOUT = 1 << 15
HELLO, IDENTIFY, RESUME, HEARTBEAT, ACK, RECONNECT, INVALID_SESSION = 10, 2, 6, 1, 11, 7, 9
_NEW_MESSAGE, _DEFERRED, _DEFERRED_UPDATE, _UPDATE, _COMPLETIONS, _FORM = 4, 5, 6, 7, 8, 9


@dataclass(frozen=True)
class Call:
    """One REST call. `path` begins after the API's version; `files` by name; `at`: when it came, on the monotonic clock."""

    method: str
    path: str
    payload: Any
    files: dict[str, bytes]
    at: float


@dataclass
class Fault:
    """The answer to the next call whose method and path fit, instead of the real one."""

    method: str
    path: str
    status: int
    body: dict[str, Any]
    headers: dict[str, str] = field(default_factory=dict)


class FakeDiscord:
    """Use as an async context manager. `intents`: what the application may have; `shards`: what it advises."""

    def __init__(self, *, may_read_messages: bool = False, shards: int = 1, guilds: tuple[dict[str, Any], ...] = ()) -> None:
        self.calls: list[Call] = []
        self.identified: list[dict[str, Any]] = []
        self.resumed: list[dict[str, Any]] = []
        self.messages: dict[str, dict[str, Any]] = {}
        self.originals: dict[str, str] = {}
        self.commands: list[dict[str, Any]] = []
        self.faults: list[Fault] = []
        self.expired: set[str] = set()
        self.files: dict[str, bytes] = {}
        self.guilds = guilds
        self.api = ""
        self._may_read = may_read_messages
        self._shards = shards
        self._sockets: dict[int, web.WebSocketResponse] = {}
        self._answered: set[str] = set()
        self._sent_at: dict[str, float] = {}
        self._changed = asyncio.Condition()
        self._sequence = 0
        self._last_id = int(time.time() * 1000 - 1_420_070_400_000) << 22
        self._closing = AsyncExitStack()

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=1 << 24)
        app.router.add_get("/gw/", self._gateway)
        app.router.add_route("*", "/api/v10/{path:.*}", self._rest)
        app.router.add_get("/attachments/{name}", self._file)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        self._closing.push_async_callback(runner.cleanup)
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        port = runner.addresses[0][1]
        self.api, self._socket_url = f"http://127.0.0.1:{port}/api/v10", f"ws://127.0.0.1:{port}/gw/"
        return self

    async def __aexit__(self, *_: object) -> None:
        for socket in list(self._sockets.values()):
            await socket.close()
        await self._closing.aclose()

    def next_id(self) -> str:
        """A snowflake of this moment."""
        self._last_id = max(self._last_id + 1, int(time.time() * 1000 - 1_420_070_400_000) << 22)
        return str(self._last_id)

    async def dispatch(self, event: str, data: dict[str, Any], shard: int = 0) -> None:
        """Sends an event over the gateway."""
        self._sequence += 1
        self._sent_at[str(data.get("id"))] = time.monotonic()
        await self._sockets[shard].send_str(json.dumps({"op": 0, "t": event, "s": self._sequence, "d": data}))

    async def drop(self, shard: int = 0, code: int = WSCloseCode.SERVICE_RESTART) -> None:
        """Closes the connection from Discord's side."""
        await self._sockets.pop(shard).close(code=code)

    async def ask_to_reconnect(self, shard: int = 0) -> None:
        """What Discord does before it restarts a gateway."""
        await self._sockets[shard].send_str(json.dumps({"op": RECONNECT, "d": None}))

    def fail(self, method: str, path: str, status: int, body: dict[str, Any], **headers: str) -> None:
        """The next call whose method and path (a pattern) fit fails so."""
        self.faults.append(Fault(method, path, status, body, {name.replace("_", "-"): text for name, text in headers.items()}))

    async def until(self, holds: Callable[[], Any]) -> Any:
        """Waits until something is true of what was called, and gives it."""
        async with asyncio.timeout(PATIENCE), self._changed:
            await self._changed.wait_for(holds)
        return holds()

    def calls_to(self, path: str, method: str | None = None) -> list[Call]:
        """Those whose whole path fits a pattern."""
        return [call for call in self.calls if re.fullmatch(path, call.path) and method in (None, call.method)]

    def callbacks(self, interaction: str) -> list[Call]:
        """The first answers to an interaction: one, if all is well."""
        return self.calls_to(rf"interactions/{interaction}/[^/]+/callback")

    def waited(self, interaction: str) -> float:
        """Seconds from an interaction to its first answer."""
        return self.callbacks(interaction)[0].at - self._sent_at[interaction]

    async def _changed_now(self) -> None:
        async with self._changed:
            self._changed.notify_all()

    async def _gateway(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse(max_msg_size=1 << 24)
        await socket.prepare(request)
        await socket.send_str(json.dumps({"op": HELLO, "d": {"heartbeat_interval": 30_000}}))
        async for message in socket:
            if message.type is WSMsgType.TEXT:
                await self._heard(socket, json.loads(message.data))
        return socket

    async def _heard(self, socket: web.WebSocketResponse, told: dict[str, Any]) -> None:
        if told["op"] == HEARTBEAT:
            await socket.send_str(json.dumps({"op": ACK, "d": None}))
        elif told["op"] == IDENTIFY:
            await self._identify(socket, told["d"])
        elif told["op"] == RESUME:
            self.resumed.append(told["d"])
            self._sockets[int(told["d"]["session_id"].partition("-")[2])] = socket
            await socket.send_str(json.dumps({"op": 0, "t": "RESUMED", "s": self._sequence, "d": {}}))
            await self._changed_now()

    async def _identify(self, socket: web.WebSocketResponse, identity: dict[str, Any]) -> None:
        if identity["token"] != TOKEN:
            await socket.close(code=4004)
            return
        if identity["intents"] & (1 << 15) and not self._may_read:
            await socket.close(code=4014)
            return
        shard = identity.get("shard", [0, 1])
        self._sockets[shard[0]] = socket
        self.identified.append(identity)
        mine = [guild for guild in self.guilds if (int(guild["id"]) >> 22) % shard[1] == shard[0]]
        ready = {
            "v": 10,
            "user": BOT,
            "guilds": [{"id": guild["id"], "unavailable": True} for guild in mine],
            "session_id": f"session-{shard[0]}",
            "resume_gateway_url": self._socket_url,
            "shard": shard,
            "application": {"id": BOT["id"], "flags": 0},
        }
        await self.dispatch("READY", ready, shard[0])
        for guild in mine:
            await self.dispatch("GUILD_CREATE", guild, shard[0])
        await self._changed_now()

    def hold(self, name: str, content: bytes, kind: str | None = "text/plain; charset=utf-8") -> dict[str, Any]:
        """A file that somebody sent, as Discord describes it; its content is on the loopback until `files` loses it."""
        self.files[name] = content
        url = f"{self.api.removesuffix('/api/v10')}/attachments/{name}"
        return {"id": self.next_id(), "filename": name, "size": len(content), "url": url, "proxy_url": url, "content_type": kind}

    async def _file(self, request: web.Request) -> web.Response:
        name = request.match_info["name"]
        return web.Response(body=self.files[name]) if name in self.files else web.Response(status=404)

    async def _rest(self, request: web.Request) -> web.Response:
        at = time.monotonic()
        payload, files = await _read(request)
        call = Call(request.method, request.match_info["path"], payload, files, at)
        self.calls.append(call)
        try:
            for fault in self.faults:
                if fault.method == call.method and re.fullmatch(fault.path, call.path):
                    self.faults.remove(fault)
                    return _json(fault.body, fault.status, fault.headers)
            if request.headers.get("Authorization", f"Bot {TOKEN}") != f"Bot {TOKEN}":
                return _json({"message": "401: Unauthorized", "code": 0}, 401)
            return self._answer(call)
        finally:
            await self._changed_now()

    def _answer(self, call: Call) -> web.Response:
        parts = call.path.split("/")
        match (call.method, *parts):
            case ("GET", "users", "@me"):
                return _json(BOT)
            case ("GET", "oauth2", "applications", "@me") | ("GET", "applications", "@me"):
                return _json(_APPLICATION)
            case ("GET", "gateway", "bot"):
                limits = {"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 16}
                return _json({"url": self._socket_url, "shards": self._shards, "session_start_limit": limits})
            case ("PUT", "applications", _, "commands"):
                self.commands = call.payload
                return _json([self._known_command(command) for command in call.payload])
            case ("POST", "interactions", interaction, token, "callback"):
                return self._callback(interaction, token, call)
            case ("POST", "webhooks", _, token):
                return self._follow_up(token, call)
            case ("PATCH", "webhooks", _, token, "messages", which):
                return self._edit(token, which, call)
            case ("POST", "channels", channel, "typing"):
                return web.Response(status=204)
            case ("POST", "channels", channel, "messages"):
                return _json(self._keep(call.payload, channel))
            case ("POST", "users", "@me", "channels"):
                return _json({"id": f"9{call.payload['recipient_id']}", "type": 1, "recipients": [{"id": str(call.payload["recipient_id"]), "username": "desk", "discriminator": "0", "avatar": None}]})
            case _:
                return _json({"message": "404: Not Found", "code": 0}, 404)

    def _callback(self, interaction: str, token: str, call: Call) -> web.Response:
        if interaction in self.expired:
            return _json({"message": "Unknown interaction", "code": 10062}, 404)
        if interaction in self._answered:
            return _json({"message": "Interaction has already been acknowledged.", "code": 40060}, 400)
        self._answered.add(interaction)
        kind, data = call.payload["type"], call.payload.get("data") or {}
        told: dict[str, Any] = {"interaction": {"id": interaction, "type": 2}, "resource": {"type": kind}}
        if kind == _NEW_MESSAGE:
            message = self._keep(data, "1")
            self.originals[token] = message["id"]
            told["resource"]["message"] = message
        elif kind == _DEFERRED:
            self.originals[token] = self._keep(data, "1")["id"]
        elif kind == _UPDATE and token in self.originals:
            self.messages[self.originals[token]].update(data)
        return _json(told)

    def _follow_up(self, token: str, call: Call) -> web.Response:
        return _json(self._keep(call.payload, "1"))

    def _edit(self, token: str, which: str, call: Call) -> web.Response:
        message = self.messages[self.originals[token] if which == "@original" else which]
        flags = message["flags"] | (call.payload.get("flags") or 0)
        message.update(call.payload, flags=flags)
        return _json(message)

    def _keep(self, payload: dict[str, Any], channel: str) -> dict[str, Any]:
        message = {**_MESSAGE, **payload, "id": self.next_id(), "channel_id": channel, "author": BOT}
        message["flags"] = payload.get("flags") or 0
        message["attachments"] = []
        self.messages[message["id"]] = message
        return message

    def _known_command(self, command: dict[str, Any]) -> dict[str, Any]:
        known = {"application_id": BOT["id"], "version": "1", "default_member_permissions": None, **command, "id": self.next_id()}
        return {**known, "type": command.get("type", 1), "description": command.get("description", "")}


_APPLICATION = {
    "id": BOT["id"],
    "name": "VoteDesk",
    "icon": None,
    "description": "",
    "bot_public": True,
    "bot_require_code_grant": False,
    "verify_key": "0",
    "flags": 0,
    "owner": BOT,
    "team": None,
    "summary": "",
}
_MESSAGE = {
    "type": 0,
    "content": "",
    "embeds": [],
    "components": [],
    "mentions": [],
    "mention_roles": [],
    "mention_everyone": False,
    "pinned": False,
    "tts": False,
    "timestamp": "2026-01-10T12:00:00+00:00",
    "edited_timestamp": None,
}


async def _read(request: web.Request) -> tuple[Any, dict[str, bytes]]:
    if request.content_type != "multipart/form-data":
        body = await request.read()
        return (json.loads(body) if body else None), {}
    form = await request.post()
    files = {part.filename: part.file.read() for part in form.values() if isinstance(part, web.FileField)}
    return json.loads(str(form["payload_json"])), files


def _json(body: Any, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    """discord.py reads JSON only where the content type is exactly this, without a charset."""
    return web.Response(body=json.dumps(body).encode(), status=status, headers={"Content-Type": "application/json", **(headers or {})})
