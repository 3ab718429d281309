"""Slack's wire: receive, acknowledge, hand over. Every listener of the app is registered here, on slack-bolt.

Slack is acknowledged before anything else is done; what follows is counted as work under way, and whatever fails in it ends
here: a line in the log that holds neither token nor question.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.authorization.async_authorize import AsyncAuthorize
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from adapters.chat.wording import LOOKING, NOTHING_ASKED, THANKS
from adapters.settings import ConfigurationError
from adapters.slack import modals
from adapters.slack.incoming import Payload, read_command
from adapters.slack.listeners.buttons import ASK_ACTIONS, Buttons
from adapters.slack.listeners.desk import SlackDesk, sentence
from adapters.slack.listeners.questions import Questions
from adapters.slack.listeners.views import Views
from adapters.slack.listeners.workspace import Workspace
from adapters.slack.manifest import ASK_SHORTCUT, CHECK_SHORTCUT
from adapters.slack.sending import respond
from adapters.slack.setup import Setup
from adapters.slack.work import Work

if TYPE_CHECKING:
    from adapters.slack.installations import Installations

log = logging.getLogger("votedesk.slack")

_BOLT_LOG = "votedesk.slack.bolt"

NOT_INSTALLED = "VoteDesk is not installed in this workspace, or cannot look that up just now. Please try again in a minute."
_ONLY_OWNERS = "Only the people whom VoteDesk's owner named, or who installed it, may change where it answers."
_ANYTHING = re.compile(".*")

_Handler = Callable[[Payload, AsyncWebClient], Awaitable[object]]


def make_app(
    desk: SlackDesk,
    setup: Setup,
    authorize: AsyncAuthorize,
    client: AsyncWebClient,
    work: Work,
    installations: Installations | None = None,
) -> AsyncApp:
    """The app with all of its listeners. `client` carries the address, the session and the retries of every call."""
    app = AsyncApp(
        name=_BOLT_LOG,  # Bolt sets the level of the logger of this name
        logger=_bolt_log(),
        client=client,
        authorize=authorize,  # type: ignore[arg-type] # Bolt takes both, and says only one
        signing_secret=setup.signing_secret or "",
        request_verification_enabled=setup.road == "http",
        user_facing_authorize_error_message=NOT_INSTALLED,
    )
    listeners = _Listeners(desk, setup, work, installations)
    # Bolt tries them in this order, so what comes most often is first.
    listeners.hear_commands(app)
    listeners.hear_events(app)
    listeners.hear_buttons(app)
    listeners.hear_views(app)
    return app


def _bolt_log() -> logging.Logger:
    """Bolt warns of variables that it finds in the environment and that this program reads by itself."""
    quiet = logging.getLogger(_BOLT_LOG)
    if not log.isEnabledFor(logging.DEBUG):
        quiet.setLevel(logging.ERROR)
    return quiet


class OneWorkspace(AsyncAuthorize):
    """The one workspace whose token is set. Asked once at the start, so that no event waits for it."""

    def __init__(self, result: AuthorizeResult) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._result = result

    @classmethod
    async def of(cls, client: AsyncWebClient) -> OneWorkspace:
        """Raises `ConfigurationError` where Slack does not know the token."""
        try:
            tested = await client.auth_test()
        except SlackApiError as error:
            reason = error.response.get("error")
            raise ConfigurationError(
                f"Slack does not accept SLACK_BOT_TOKEN ({reason}): install the app again and copy the new one."
            ) from error
        return cls(AuthorizeResult.from_auth_test_response(bot_token=client.token, auth_test_response=tested))

    async def __call__(self, **_: Any) -> AuthorizeResult:
        return self._result


class ManyWorkspaces(AsyncAuthorize):
    """Whichever workspace installed the app."""

    def __init__(self, installations: Installations) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._installations = installations

    async def __call__(
        self, *, context: AsyncBoltContext, enterprise_id: str | None, team_id: str | None, **_: Any
    ) -> AuthorizeResult | None:
        try:
            bot = await self._installations.async_find_bot(
                enterprise_id=enterprise_id, team_id=team_id, is_enterprise_install=context.is_enterprise_install
            )
        except Exception as error:  # noqa: BLE001 - whatever the database raises: the user is told to try again
            log.error("A workspace's token cannot be looked up (%s).", type(error).__name__)
            return None
        if bot is None:
            return None
        return AuthorizeResult(
            enterprise_id=enterprise_id, team_id=team_id, bot_token=bot.bot_token, bot_id=bot.bot_id, bot_user_id=bot.bot_user_id
        )


class _Listeners:
    def __init__(self, desk: SlackDesk, setup: Setup, work: Work, installations: Installations | None) -> None:
        self._desk = desk
        self._setup = setup
        self._work = work
        self._installations = installations
        self._questions = Questions(desk)
        self._buttons = Buttons(desk)
        self._views = Views(desk)
        self._workspace = Workspace(desk, installations)

    def hear_events(self, app: AsyncApp) -> None:

        async def spoken(body: dict[str, Any], client: AsyncWebClient, context: AsyncBoltContext) -> None:
            await self._do("message", lambda b, c: self._questions.message(b, c, context.bot_user_id), body, client)

        for event in ("message", "app_mention"):
            app.event(event)(spoken)
        handlers: dict[str, _Handler] = {
            "assistant_thread_started": self._questions.assistant_opened,
            "app_home_opened": self._views.home_opened,
            "link_shared": self._workspace.links_shared,
            "app_uninstalled": lambda body, _: self._workspace.uninstalled(body),
            "tokens_revoked": lambda body, _: self._workspace.tokens_revoked(body),
        }
        for event, handler in handlers.items():
            app.event(event)(self._listener(event, handler))
        # What nobody listens to would be answered with 404, and delivered again.
        app.event(_ANYTHING)(_nothing)

    def hear_commands(self, app: AsyncApp) -> None:
        async def command(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
            await ack()
            await self._do("command", self._command, body, client)

        app.command(_ANYTHING)(command)
        app.shortcut(CHECK_SHORTCUT)(self._listener("shortcut", self._questions.check_message))
        app.shortcut(ASK_SHORTCUT)(self._listener("shortcut", self._views.open_form))
        app.shortcut(_ANYTHING)(_acknowledged)

    def hear_buttons(self, app: AsyncApp) -> None:
        handlers: dict[str, _Handler] = {
            ASK_ACTIONS: self._buttons.ask,
            "^share$": self._buttons.share,
            "^full_list$": self._buttons.full_list,
            "^file$": self._buttons.file,
            "^feedback(?:_helpful|_wrong)?$": self._buttons.judge,
        }
        for pattern, handler in handlers.items():
            app.action(re.compile(pattern))(self._listener("button", handler))
        app.action(_ANYTHING)(_acknowledged)

    def hear_views(self, app: AsyncApp) -> None:
        async def options(ack: AsyncAck, body: dict[str, Any]) -> None:
            async with self._work.begun():
                await ack(options=await self._views.complete(body))

        async def asked(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
            if not modals.question_of(body["view"]["state"]["values"]):
                await ack(response_action="errors", errors={"question": NOTHING_ASKED})
                return
            await ack(response_action="update", view=modals.waiting(LOOKING))
            await self._do("form", self._views.submitted, body, client)

        async def found_wrong(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
            await ack(response_action="update", view=modals.waiting(THANKS))
            await self._do("form", self._buttons.remark, body, client)

        app.options(modals.MEMBER)(options)
        app.options(modals.RESOLUTION)(options)
        app.view(modals.ASK)(asked)
        app.view(modals.WRONG)(found_wrong)
        app.view(modals.RULES)(self._listener("form", self._rules))
        app.view(_ANYTHING)(_acknowledged)

    async def _command(self, body: Payload, client: AsyncWebClient) -> None:
        command = read_command(body)
        if command.verb != "settings":
            await self._questions.command(body, client)
        elif await self._is_owner(body, command.user):
            await self._views.open_rules(command, client)
        else:
            await respond(client, command.response_url, sentence(_ONLY_OWNERS))

    async def _rules(self, body: Payload, client: AsyncWebClient) -> None:
        if await self._is_owner(body, body["user"]["id"]):
            await self._views.rules_saved(body, client)

    async def _is_owner(self, body: Payload, user: str) -> bool:
        if user in self._setup.owners:
            return True
        if self._installations is None:
            return False
        enterprise, team = (body.get(name) or (body.get(name[:-3]) or {}).get("id") for name in ("enterprise_id", "team_id"))
        found = await self._installations.async_find_installation(enterprise_id=enterprise, team_id=team, user_id=user)
        return found is not None

    def _listener(self, kind: str, handler: _Handler) -> Callable[..., Awaitable[None]]:
        async def listener(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
            await ack()
            await self._do(kind, handler, body, client)

        return listener

    async def _do(self, kind: str, handler: _Handler, body: Payload, client: AsyncWebClient) -> None:
        async with self._work.begun():
            try:
                await handler(body, client)
            except Exception as error:
                # The error's own text may hold a question or an address that is a secret.
                what = error.response.get("error") if isinstance(error, SlackApiError) else type(error).__name__
                log.error("A %s could not be dealt with (%s).", kind, what)
                log.debug("unexpected failure", exc_info=error)


async def _nothing() -> None:
    """Slack is acknowledged, and nothing is done."""


async def _acknowledged(ack: AsyncAck) -> None:
    await ack()
