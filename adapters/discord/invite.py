"""The links with which VoteDesk is added to a server or to one's own account. Pure."""

from __future__ import annotations

from urllib.parse import urlencode

AUTHORIZE = "https://discord.com/oauth2/authorize"

PERMISSIONS = {
    "View Channels": 1 << 10,
    "Send Messages": 1 << 11,
    "Embed Links": 1 << 14,
    "Attach Files": 1 << 15,
    "Read Message History": 1 << 16,
    "Send Messages in Threads": 1 << 38,
}
"""The smallest that mentions need; commands need none: https://docs.discord.com/developers/topics/permissions"""


def server_link(application_id: str) -> str:
    """For whoever manages a server."""
    permissions = str(sum(PERMISSIONS.values()))
    asked = {"client_id": application_id, "scope": "bot applications.commands", "permissions": permissions}
    return f"{AUTHORIZE}?{urlencode(asked)}&integration_type=0"


def user_link(application_id: str) -> str:
    """For anybody: the commands then work everywhere, also where the bot is not a member."""
    return f"{AUTHORIZE}?{urlencode({'client_id': application_id, 'scope': 'applications.commands'})}&integration_type=1"
