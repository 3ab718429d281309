"""`votedesk doctor`: what is configured, what is missing, whether the store is readable, how fresh it is."""

from __future__ import annotations

import datetime as dt
import json
import os
import platform
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Literal

import typer

from adapters.cli.options import AsJson, Database, settings_with

if TYPE_CHECKING:
    from collections.abc import Sequence

    from adapters.settings import Settings
    from store.facts import Coverage

State = Literal["ok", "warning", "broken"]
SIGNS: dict[State, str] = {"ok": "✓ ok", "warning": "! warning", "broken": "✗ broken"}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: what was found, and what to do about it ("" where nothing is to be done)."""

    name: str
    state: State
    found: str
    advice: str = ""


def doctor(as_json: AsJson = False, database: Database = None) -> int:
    """Check the installation.

    Settings, data folder, vote store, freshness. The exit status is 1 when something is broken.

    \b
    Examples:
      votedesk doctor
      votedesk doctor --json
      votedesk doctor --database postgresql://votedesk@localhost/votes
    """
    findings = list(examine(settings_with(database)))
    healthy = all(finding.state != "broken" for finding in findings)
    if as_json:
        typer.echo(json.dumps({"version": 1, "healthy": healthy, "findings": [asdict(f) for f in findings]}).encode())
    else:
        for finding in findings:
            typer.echo(f"{SIGNS[finding.state]:<10} {finding.name}: {finding.found}")
            if finding.advice:
                typer.echo(f"{'':<10} {finding.advice}")
    return 0 if healthy else 1


def examine(settings: Settings) -> Iterator[Finding]:
    """Every finding, from the program to the freshness of its data. Changes nothing, and makes no store."""
    from adapters.settings import PLATFORMS_OWN

    yield Finding("Program", "ok", f"Python {platform.python_version()} on {platform.system()} {platform.machine()}")
    yield from unknown_variables()
    if settings.is_embedded:
        yield data_folder(settings)
    if settings.is_embedded and not settings.embedded_file.exists():
        yield Finding(
            "Vote store",
            "warning",
            f"not made yet ({settings.embedded_file})",
            "It is made, with the starter record, the first time that something is asked.",
        )
    else:
        yield from vote_store(settings)
    if any(getattr(settings, field) for field in PLATFORMS_OWN if field.startswith("slack_")):
        yield slack(settings)
    if settings.discord_token is not None:
        yield discord(settings)


def slack(settings: Settings) -> Finding:
    """Whether what is set is enough to serve Slack. Slack itself is not asked."""
    from adapters.settings import ConfigurationError
    from adapters.slack.setup import read_setup

    try:
        setup = read_setup(settings)
    except ConfigurationError as error:
        return Finding("Slack", "broken", "cannot be served", str(error))
    road = "Socket Mode" if setup.road == "socket" else "HTTP"
    return Finding("Slack", "ok", f"{'one workspace' if setup.oauth is None else 'many workspaces'}, {road}")


def discord(settings: Settings) -> Finding:
    """Whether what is set is enough to serve Discord. Discord itself is not asked."""
    from adapters.discord.setup import application_id, read_setup
    from adapters.settings import ConfigurationError

    try:
        setup, application = read_setup(settings), application_id(settings)
    except ConfigurationError as error:
        return Finding("Discord", "broken", "cannot be served", str(error))
    shards = "all shards" if setup.shard_count is None else f"shards {settings.discord_shards}"
    return Finding("Discord", "ok", f"application {application}, {shards}")


def unknown_variables() -> Iterator[Finding]:
    """Variables that look like settings and are none: a misspelt one would otherwise go unnoticed."""
    from adapters.settings import PREFIX, Settings, variable

    known = {variable(field) for field in Settings.model_fields}
    for name in sorted(os.environ):
        if name.startswith(PREFIX) and not name.startswith(f"{PREFIX}TEST_") and name not in known:
            yield Finding("Settings", "warning", f"{name} is no setting", f"The settings are {', '.join(sorted(known))}.")


def data_folder(settings: Settings) -> Finding:
    """Whether the data folder, or the nearest folder above that exists, can be written to."""
    folder = settings.embedded_file.parent
    nearest = next(path for path in (folder, *folder.parents) if path.exists())
    if nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK):
        return Finding("Data folder", "ok", str(folder))
    # Answering only reads, so a store that is there already works on a folder that cannot be written to.
    state: State = "warning" if settings.embedded_file.exists() else "broken"
    advice = "Set VOTEDESK_DATA_DIR to a folder that you can write to."
    return Finding("Data folder", state, f"{folder} cannot be written to", advice)


def vote_store(settings: Settings) -> Iterator[Finding]:
    """Whether the store opens, what it holds, how fresh it is."""
    from adapters.settings import ConfigurationError
    from adapters.startup import open_store
    from store.database import read_address
    from store.errors import StoreError

    try:
        with open_store(settings) as store:
            covered, names = store.coverage(), store.names_coverage()
    except (ConfigurationError, StoreError) as error:
        yield Finding("Vote store", "broken", "cannot be used", str(error))
        return
    yield Finding("Vote store", "ok", read_address(settings.reading_url).shown)
    yield from contents(covered, settings.stale_days, dt.datetime.now(tz=dt.UTC).date())
    if names is not None:
        found = f"{names.names:,} names of {names.states:,} states, the newest in use since {names.until}; imported"
        yield Finding(names.title, "ok", f"{found} {names.file.imported_at:%Y-%m-%d} from {names.url}")


def contents(covered: Sequence[Coverage], stale_days: int, today: dt.date) -> Iterator[Finding]:
    """What the store holds, one finding a dataset, and whether the official files are missing."""
    from adapters.cli.coverage import ONLY_STARTER, STARTER
    from store.importers.datasets import is_kept_up

    official = [part for part in covered if part.dataset != STARTER]
    if not covered:
        yield Finding("Record", "warning", "the store is empty", "Import the official files: votedesk import FILE...")
    elif not official:
        yield Finding("Record", "warning", "only the starter record", " ".join(ONLY_STARTER.split()))
    for part in official:
        age = (today - part.until).days
        found = f"{part.roll_calls:,} roll calls, {part.first} to {part.until}"
        if age > stale_days and is_kept_up(part.dataset, part.body):
            advice = f"The newest vote is {age} days old: look for a newer file at {part.url} and import it."
            yield Finding(f"{part.title} ({part.body})", "warning", found, advice)
        else:
            yield Finding(f"{part.title} ({part.body})", "ok", f"{found}, {age} days old")
