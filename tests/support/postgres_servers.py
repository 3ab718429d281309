"""PostgreSQL servers of a test's own, on loopback, with a standby and a pooler where asked for."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

_IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
_USER = {"user": "postgres", "group": "postgres", "extra_groups": []} if _IS_ROOT else {}
"""Neither the server nor the pooler runs as root."""


def program(name: str) -> str:
    """The path of a server program, which Debian keeps out of the PATH; skips where it is not installed."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    found = shutil.which(name, path=os.pathsep.join([*map(str, folders), "/usr/sbin", os.environ.get("PATH", "")]))
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def run(*command: str) -> None:
    """A server program, to its end."""
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60, cwd="/", **_USER)
    assert done.returncode == 0, f"{command[0]}: {done.stderr or done.stdout}"


def free_port() -> int:
    """One that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


class Server:
    """One server in a folder of its own, with an empty database "votes"."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = free_port()

    @property
    def url(self) -> str:
        return f"postgresql://postgres@127.0.0.1:{self.port}/votes"

    def start(self) -> None:
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off"
        self._control("start", "--wait", "--log", f"{self.folder}.log", "--options", options)

    def stop(self) -> None:
        """At once, as in a crash."""
        self._control("stop", "--mode", "immediate")

    def restart(self) -> None:
        """As an administrator does: who is connected is sent away."""
        self._control("restart", "--mode", "fast", "--wait", "--log", f"{self.folder}.log")

    def promote(self) -> None:
        self._control("promote", "--wait")

    def _control(self, *command: str) -> None:
        run(program("pg_ctl"), "--silent", "--pgdata", str(self.folder), *command)


@contextmanager
def folder_for_servers() -> Iterator[Path]:
    """Where servers may keep their data: pytest's own folders are closed to other users."""
    folder = Path(tempfile.mkdtemp(prefix="votedesk-servers-"))
    try:
        if _IS_ROOT:
            with suppress(LookupError):
                shutil.chown(folder, "postgres", "postgres")
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def primary(folder: Path) -> Iterator[Server]:
    """A running server that takes writes."""
    server = Server(folder / "primary")
    run(program("initdb"), "--pgdata", str(server.folder), "--username", "postgres", "--auth", "trust", "--encoding", "UTF8", "--no-sync")
    server.start()
    try:
        run(program("createdb"), "--host", "127.0.0.1", "--port", str(server.port), "--username", "postgres", "votes")
        yield server
    finally:
        with suppress(AssertionError):
            server.stop()


@contextmanager
def standby(of: Server, folder: Path) -> Iterator[Server]:
    """A running server that follows another by streaming, and only answers."""
    server = Server(folder / "standby")
    source = ("--host", "127.0.0.1", "--port", str(of.port), "--username", "postgres")
    run(program("pg_basebackup"), *source, "--pgdata", str(server.folder), "--write-recovery-conf", "--checkpoint", "fast", "--no-sync")
    server.start()
    try:
        yield server
    finally:
        with suppress(AssertionError):
            server.stop()


@contextmanager
def pooler(of: Server, folder: Path, connections: int) -> Iterator[str]:
    """The address of a pgbouncer in transaction mode before the server, with so many connections to it."""
    port = free_port()
    settings = folder / "pgbouncer.ini"
    lines: Sequence[str] = (
        "[databases]",
        f"votes = host=127.0.0.1 port={of.port} dbname=votes user=postgres",
        "[pgbouncer]",
        "listen_addr = 127.0.0.1",
        f"listen_port = {port}",
        "unix_socket_dir =",
        "auth_type = any",
        "pool_mode = transaction",
        f"default_pool_size = {connections}",
        f"logfile = {folder / 'pgbouncer.log'}",
    )
    settings.write_text("\n".join(lines) + "\n")
    settings.chmod(0o644)
    with subprocess.Popen([program("pgbouncer"), "--quiet", str(settings)], cwd="/", stderr=subprocess.DEVNULL, **_USER) as process:
        try:
            _wait_for(port, process)
            yield f"postgresql://postgres@127.0.0.1:{port}/votes"
        finally:
            process.terminate()


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    while process.poll() is None:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
    raise AssertionError("the pooler ended before it listened")
