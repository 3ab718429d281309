"""`/vote` with its subcommands (wire, imports discord): options in, a question out. All texts are keys of texts.json."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from discord import AppCommandOptionType, Attachment, ChannelType, Interaction, app_commands
from discord.app_commands import Choice, Range

from adapters.discord import limits
from adapters.discord.exchange import Exchange, place_of
from adapters.discord.files import reading
from adapters.discord.front import Wish
from adapters.discord.options import Options
from adapters.discord.server_settings import AS_SERVER, MEANINGS, READERS_OWN, Change
from adapters.discord.texts import LANGUAGES

if TYPE_CHECKING:
    from bot.completing import Completion

ANYWHERE = app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True)
SERVERS_AND_USERS = app_commands.AppInstallationType(guild=True, user=True)

_PRIVATE = "Show the answer only to you; you can share it afterwards"
_NAME = "A member state or a group, such as EU or BRICS"
Words = Range[str, 1, 300]
Text = Range[str, 1, limits.COMMAND_TEXT]


class ChannelToSet(app_commands.Transformer):
    """Channels in which messages are written; a forum's rule holds for its posts, a channel's for its threads."""

    @property
    def type(self) -> AppCommandOptionType:
        """A channel."""
        return AppCommandOptionType.channel

    @property
    def channel_types(self) -> list[ChannelType]:
        """Not categories: their rule would hold for nothing."""
        return [ChannelType.text, ChannelType.news, ChannelType.voice, ChannelType.stage_voice, ChannelType.forum]

    async def transform(self, _: Interaction[Any], value: Any, /) -> str:
        """The channel's id, whether or not the bot can see it."""
        return str(value.id)


class VoteCommands(app_commands.Group):
    """The subcommands of `/vote`."""

    def __init__(self) -> None:
        super().__init__(
            name="vote",
            description="Recorded votes at the United Nations",
            allowed_contexts=ANYWHERE,
            allowed_installs=SERVERS_AND_USERS,
        )

    @app_commands.command(description="Ask in your own words how states voted")
    @app_commands.describe(question="For example: how did Hungary vote on the Cuba embargo?", private=_PRIVATE)
    async def ask(self, interaction: Interaction[Any], question: Text, private: bool | None = None) -> None:
        """`/vote ask`."""
        place, wish, front = place_of(interaction), Wish(private), interaction.client.front
        work = front.answer(str(interaction.id), place, question, wish)
        await exchange(interaction).answer(work, private=front.is_private(place, wish))

    @app_commands.command(description="How one member state or group voted")
    @app_commands.describe(name=_NAME, topic="A resolution or a topic; without it, the latest votes", private=_PRIVATE)
    async def country(
        self, interaction: Interaction[Any], name: Words, topic: Words | None = None, private: bool | None = None
    ) -> None:
        """`/vote country`."""
        await _ask_options(interaction, Options("country", (name,), topic), private)

    @app_commands.command(description="Who voted how on one resolution")
    @app_commands.describe(resolution="A symbol such as A/RES/ES-11/7, a nickname, or words of the title", private=_PRIVATE)
    async def rollcall(self, interaction: Interaction[Any], resolution: Words, private: bool | None = None) -> None:
        """`/vote rollcall`."""
        await _ask_options(interaction, Options("rollcall", (), resolution), private)

    @app_commands.command(description="Compare how two member states voted")
    @app_commands.describe(
        first="One member state",
        second="The other member state",
        topic="A resolution or a topic; without it, how often they vote alike",
        private=_PRIVATE,
    )
    async def compare(
        self, interaction: Interaction[Any], first: Words, second: Words, topic: Words | None = None, private: bool | None = None
    ) -> None:
        """`/vote compare`."""
        await _ask_options(interaction, Options("compare", (first, second), topic), private)

    @app_commands.command(description="Check what a text claims about votes")
    @app_commands.describe(
        text="The text; for a message, use its menu: Apps, Check vote claims",
        file="A text file (.txt, .md or .html), such as a whole article",
        private=_PRIVATE,
    )
    async def check(
        self,
        interaction: Interaction[Any],
        text: Text | None = None,
        file: Attachment | None = None,
        private: bool | None = None,
    ) -> None:
        """`/vote check`."""
        place, wish, front = place_of(interaction), Wish(private), interaction.client.front
        written = reading(text or "", [file] if file else [], only_text=True)
        work = front.check(str(interaction.id), place, written, wish)
        await exchange(interaction).answer(work, private=front.is_private(place, wish))

    @app_commands.command(description="What can be asked, and how far the record reaches")
    async def help(self, interaction: Interaction[Any]) -> None:
        """`/vote help`."""
        work = interaction.client.front.help(str(interaction.id), place_of(interaction))
        await exchange(interaction).answer(work, private=True)

    @app_commands.command(description="Where and how I answer on this server (for its managers)")
    @app_commands.describe(
        channel="The channel that is meant; without it, the whole server",
        answers="Whether and to whom I answer there",
        private="Whether answers to commands are first shown only to whoever asked",
        language="The language in which I speak on this server",
    )
    @app_commands.choices(
        answers=[
            *(Choice(name=meaning, value=rule.value) for rule, meaning in MEANINGS.items()),
            Choice(name="As for the whole server", value=AS_SERVER),
        ],
        language=[
            *(Choice(name=name, value=language) for language, name in LANGUAGES.items()),
            Choice(name="Each reader's own", value=READERS_OWN),
        ],
    )
    async def settings(
        self,
        interaction: Interaction[Any],
        channel: app_commands.Transform[str, ChannelToSet] | None = None,
        answers: str | None = None,
        private: bool | None = None,
        language: str | None = None,
    ) -> None:
        """`/vote settings`."""
        change = Change(channel, answers, private, language)
        is_manager = interaction.permissions.manage_guild
        is_member = interaction.guild_id is not None and interaction.is_guild_integration()
        work = interaction.client.settings_panel.change(place_of(interaction), change, is_manager=is_manager, is_member=is_member)
        await exchange(interaction).answer(work, private=True)

    @country.autocomplete("name")
    @compare.autocomplete("first")
    @compare.autocomplete("second")
    async def complete_member(self, interaction: Interaction[Any], typed: str) -> list[Choice[str]]:
        """Member states and groups as one types."""
        return _choices(await interaction.client.front.chat.complete_members(typed, limits.COMPLETIONS))

    @country.autocomplete("topic")
    @compare.autocomplete("topic")
    @rollcall.autocomplete("resolution")
    async def complete_resolution(self, interaction: Interaction[Any], typed: str) -> list[Choice[str]]:
        """Votes as one types."""
        return _choices(await interaction.client.front.chat.complete_resolutions(typed, limits.COMPLETIONS))

    @ask.autocomplete("question")
    async def complete_question(self, interaction: Interaction[Any], typed: str) -> list[Choice[str]]:
        """What this reader asked before, then examples, where they hold what was typed."""
        found = await interaction.client.front.questions(place_of(interaction), typed)
        return [Choice(name=question, value=question) for question in found]


def exchange(interaction: Interaction[Any], *, of_message: bool = False) -> Exchange:
    """With the layout that the owner wants; or `of_message`, the one that the message has, which no edit can change."""
    if of_message and interaction.message is not None:
        return Exchange(interaction, as_embed=not interaction.message.flags.components_v2)
    return Exchange(interaction, as_embed=interaction.client.as_embed)


async def _ask_options(interaction: Interaction[Any], options: Options, private: bool | None) -> None:
    place, wish, front = place_of(interaction), Wish(private), interaction.client.front
    work = front.ask_options(str(interaction.id), place, options, wish)
    await exchange(interaction).answer(work, private=front.is_private(place, wish))


def _choices(found: tuple[Completion, ...]) -> list[Choice[str]]:
    return [Choice(name=one.label, value=one.value) for one in found if len(one.value) <= limits.CHOICE]
