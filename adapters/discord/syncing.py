"""Commands are sent to Discord when they changed, and only then (wire, imports discord): the store remembers their hash."""

from __future__ import annotations

import hashlib
import json
import logging
from typing import Any

from discord import app_commands

from adapters.chat.shared_state import SharedState
from store.errors import StoreError

log = logging.getLogger("votedesk.discord")

_NAME = "commands"


async def sync_commands(tree: app_commands.CommandTree[Any], application_id: int, state: SharedState) -> bool:
    """Whether they were sent. While the store is down they are: sending twice changes nothing."""
    workspace, digest = f"discord:{application_id}", await digest_of(tree)
    try:
        known = (await state.settings(workspace)).get(_NAME)
    except StoreError:
        known = None
    if known == digest:
        return False
    await tree.sync()
    try:
        await state.set_setting(workspace, _NAME, digest)
    except StoreError as error:
        log.warning("Commands will be sent again at the next start: %s", error)
    return True


async def digest_of(tree: app_commands.CommandTree[Any]) -> str:
    """Of everything that Discord is told about the commands."""
    translator = tree.translator
    told = [
        await command.get_translated_payload(tree, translator) if translator else command.to_dict(tree)
        for command in tree._get_all_commands(guild=None)  # noqa: SLF001 - there is no public way to them all
    ]
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
