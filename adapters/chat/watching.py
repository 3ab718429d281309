"""`/healthz`, `/readyz` and `/metrics`: what watches over a chat process asks of it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack

from aiohttp import web

from adapters.chat.desk import ChatDesk
from adapters.chat.metrics import MEDIA_TYPE
from adapters.settings import ConfigurationError, Settings

Connected = Callable[[], Awaitable[bool]]


class Watching:
    """`platform` names what `connected` tells of: "slack"."""

    def __init__(self, chat: ChatDesk, platform: str, connected: Connected) -> None:
        self._chat = chat
        self._platform = platform
        self._connected = connected

    def add_to(self, served: web.Application) -> None:
        """Adds the three pages."""
        served.router.add_get("/healthz", self.health)
        served.router.add_get("/readyz", self.readiness)
        served.router.add_get("/metrics", self.metrics)

    async def health(self, _: web.Request) -> web.Response:
        """200 while the process can do its work: the record can be read and the platform is connected; else 503."""
        return await self._told(await self._connected())

    async def readiness(self, _: web.Request) -> web.Response:
        """200 while it can take a question on: the record can be read, whether or not the platform is connected."""
        return await self._told(None)

    async def metrics(self, _: web.Request) -> web.Response:
        """For Prometheus."""
        body = self._chat.metrics.text(await self._chat.coverage())
        return web.Response(body=body, headers={"Content-Type": MEDIA_TYPE})

    async def _told(self, connected: bool | None) -> web.Response:
        reads = bool(await self._chat.coverage())
        told = {"record": "ok" if reads else "cannot be read"}
        if connected is not None:
            told[self._platform] = "ok" if connected else "not connected"
        return web.json_response(told, status=200 if reads and connected is not False else 503)


async def listen(served: web.Application, settings: Settings, closing: AsyncExitStack) -> int:
    """Serves the pages until `closing` ends; gives the port. Raises `ConfigurationError` where it is taken."""
    runner = web.AppRunner(served, access_log=None, handle_signals=False)
    await runner.setup()
    closing.push_async_callback(runner.cleanup)
    site = web.TCPSite(runner, settings.host, settings.port)
    try:
        await site.start()
    except OSError as error:
        raise ConfigurationError(
            f"Nothing can listen on {settings.host}:{settings.port} ({error.strerror}): set VOTEDESK_PORT to a free port."
        ) from error
    port: int = runner.addresses[0][1]
    return port
