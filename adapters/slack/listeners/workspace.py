"""What happens to a workspace: links posted in it, the app let go, tokens taken back."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from adapters.chat.answering import Unanswered
from adapters.chat.rules import Rule
from adapters.slack.incoming import Payload, workspace_of
from adapters.slack.listeners.desk import SlackDesk
from adapters.slack.render import Offers, render
from adapters.slack.sending import refuses_blocks
from adapters.slack.unfurl import question_about

if TYPE_CHECKING:
    from adapters.slack.installations import Installations

log = logging.getLogger("votedesk.slack")

_MOST_LINKS = 5


class Workspace:
    """Without `installations`, one workspace by token: there is nothing to delete but what was kept of it."""

    def __init__(self, desk: SlackDesk, installations: Installations | None) -> None:
        self._desk = desk
        self._installations = installations

    async def links_shared(self, body: Payload, client: AsyncWebClient) -> None:
        """Shows the result below a link to a UN document, where the owner turned that on and the channel's rule is open."""
        event, workspace = body["event"], workspace_of(body)
        if not self._desk.settings.slack_unfurl or event.get("is_bot_user_member") is False:
            return
        if await self._desk.admit(workspace, f"event:{body['event_id']}", event["user"], counts=False) is None:
            return
        if await self._desk.rule(workspace, event["channel"]) is not Rule.OPEN:
            return
        urls = [link["url"] for link in event["links"][:_MOST_LINKS]]
        shown = {url: preview for url in urls if (preview := await self._preview(url)) is not None}
        if not shown:
            return
        try:
            await client.chat_unfurl(channel=event["channel"], ts=event["message_ts"], unfurls=shown)
        except SlackApiError as error:
            refuses_blocks(error, "chat.unfurl")

    async def uninstalled(self, body: Payload) -> None:
        """Forgets all that is kept of the workspace."""
        workspace = workspace_of(body)
        if self._installations is not None:
            await self._installations.async_delete_all(enterprise_id=body.get("enterprise_id"), team_id=body.get("team_id"))
        await self._desk.chat.state.forget(workspace)
        log.info("The app was uninstalled from a workspace; what was kept of it is deleted.")

    async def tokens_revoked(self, body: Payload) -> None:
        """Deletes tokens that count no more."""
        if self._installations is None:
            log.error("Slack took the bot's token back: install the app again, and set SLACK_BOT_TOKEN anew.")
            return
        enterprise, team = body.get("enterprise_id"), body.get("team_id")
        tokens = body["event"]["tokens"]
        for user in tokens.get("oauth") or ():
            await self._installations.async_delete_installation(enterprise_id=enterprise, team_id=team, user_id=user)
        if tokens.get("bot"):
            await self._installations.async_delete_bot(enterprise_id=enterprise, team_id=team)

    async def _preview(self, url: str) -> dict[str, object] | None:
        question = question_about(url)
        if question is None:
            return None
        turn = await self._desk.chat.glance(question)
        if isinstance(turn, Unanswered) or turn.reply.status != "answered":
            return None
        return {"blocks": list(render(turn.card, Offers(), rich=False).blocks)}
