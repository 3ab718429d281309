"""Messages -> Slack's Web API. Where Slack refuses blocks, plainer ones, and in the end the text alone: an answer always arrives.

Nothing here logs what a message says, nor a token.
"""

from __future__ import annotations

import contextlib
import json
import logging
from collections.abc import Callable, Iterator

from aiohttp import ClientSession
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook import WebhookResponse
from slack_sdk.webhook.async_client import AsyncWebhookClient

from adapters.chat.full_list import FullList
from adapters.slack.render import Message

log = logging.getLogger("votedesk.slack")

Rendered = Callable[[bool], Message]
"""A message with rich blocks (True) or plain ones (False)."""

RETRIES = 3
"""How often a call waits, as long as Slack asks it to, after "too many requests": https://docs.slack.dev/apis/web-api/rate-limits"""

REFUSED = frozenset(
    {
        *("invalid_blocks", "invalid_blocks_format", "invalid_attachments", "only_one_table_allowed"),
        *("msg_blocks_too_long", "msg_too_long"),
    }
)
"""Errors after which plainer blocks are worth a try: https://docs.slack.dev/reference/methods/chat.postMessage#errors"""

REVOKED = frozenset({"token_revoked", "token_expired", "account_inactive", "invalid_auth", "not_authed"})


def make_client(token: str | None, base_url: str, session: ClientSession) -> AsyncWebClient:
    """A client that waits when it is told to."""
    client = AsyncWebClient(token=token, base_url=base_url, session=session)
    client.retry_handlers.append(AsyncRateLimitErrorRetryHandler(max_retry_count=RETRIES))
    return client


async def post(client: AsyncWebClient, channel: str, thread: str | None, rendered: Rendered) -> str | None:
    """Posts in a channel, or in one of its threads; gives the time stamp, None where Slack does not let it."""
    for message in _plainer(rendered):
        try:
            posted = await client.chat_postMessage(
                channel=channel,
                thread_ts=thread,
                text=message.text,
                blocks=list(message.blocks) or None,
                parse="none",
                link_names=False,
                unfurl_links=False,
                unfurl_media=False,
            )
        except SlackApiError as error:
            if not refuses_blocks(error, "chat.postMessage"):
                return None
        else:
            return str(posted["ts"])
    return None


async def whisper(client: AsyncWebClient, channel: str, user: str, thread: str | None, rendered: Rendered) -> bool:
    """Shows a message to one user of a channel only; whether that worked."""
    for message in _plainer(rendered):
        try:
            await client.chat_postEphemeral(
                channel=channel,
                user=user,
                thread_ts=thread,
                text=message.text,
                blocks=list(message.blocks) or None,
                parse="none",
                link_names=False,
            )
        except SlackApiError as error:
            if not refuses_blocks(error, "chat.postEphemeral"):
                return False
        else:
            return True
    return False


async def respond(
    client: AsyncWebClient, url: str, rendered: Rendered, *, in_channel: bool = False, thread: str | None = None
) -> bool:
    """Answers a command or a button by its own address, which works also where the bot is no member; whether that worked."""
    webhook = AsyncWebhookClient(url, session=client.session, retry_handlers=client.retry_handlers)
    for message in _plainer(rendered):
        body = {
            "response_type": "in_channel" if in_channel else "ephemeral",
            "replace_original": False,
            "text": message.text,
            "blocks": list(message.blocks),
            "parse": "none",
            "link_names": False,
            "unfurl_links": False,
            "unfurl_media": False,
        }
        answered = await webhook.send_dict(body if thread is None else {**body, "thread_ts": thread})
        reason = _refusal(answered)
        if reason is None:
            return True
        log.warning("Slack did not take an answer to a command or button (%s: %s).", answered.status_code, reason)
        if answered.status_code in (404, 410) or reason in ("used_url", "expired_url"):
            return False
    return False


async def upload(client: AsyncWebClient, channel: str, thread: str | None, file: FullList, comment: str) -> bool:
    """Posts a file in a channel or thread; whether that worked."""
    try:
        await client.files_upload_v2(
            channel=channel,
            thread_ts=thread,
            filename=file.name,
            title=file.name,
            content=file.content,
            initial_comment=comment,
        )
    except SlackApiError as error:
        refuses_blocks(error, "files.upload")
        return False
    return True


def refuses_blocks(error: SlackApiError, method: str) -> bool:
    """Whether plainer blocks are worth a try; says in the log what Slack said."""
    reason = str(error.response.get("error"))
    if reason in REVOKED:
        log.error("Slack no longer accepts the bot's token (%s): install the app again.", reason)
    else:
        log.warning("Slack refused %s: %s.", method, reason)
    return reason in REFUSED


def _refusal(answered: WebhookResponse) -> str | None:
    """What Slack said against it. A command's address answers in words, a button's in JSON, refusals with status 200."""
    said = answered.body.strip()
    if answered.status_code != 200:
        return said[:80]
    with contextlib.suppress(ValueError):
        told = json.loads(said)
        if isinstance(told, dict) and not told.get("ok", True):
            return str(told.get("error"))
    return None


def _plainer(rendered: Rendered) -> Iterator[Message]:
    yield rendered(True)
    plain = rendered(False)
    yield plain
    yield Message(plain.text)
