"""The core's help -> Discord's: what can be asked, the commands, and how far the record reaches."""

from __future__ import annotations

from dataclasses import replace

from adapters.discord.texts import say
from bot.card import Bullets, Card, Paragraph

COMMANDS = {
    "ask": "Ask in your own words how states voted",
    "country": "How one member state or group voted",
    "rollcall": "Who voted how on one resolution",
    "compare": "Compare how two member states voted",
    "check": "Check what a text claims about votes",
}

ELSEWHERE = (
    "Or mention me, reply to me, or write to me directly. On a message: Apps, then “Check vote claims” or “Ask about this”."
)


def help_card(asked: Card, coverage: Card, language: str) -> Card:
    """`asked`: the core's card on what can be asked; `coverage`: its card on what the record covers."""
    name = say("vote", language)
    items = tuple(f"/{name} {say(command, language)}: {say(meaning, language)}" for command, meaning in COMMANDS.items())
    blocks = (Bullets(items, say("Commands", language)), Paragraph(say(ELSEWHERE, language)), Paragraph(coverage.lead))
    return replace(asked, blocks=(*blocks, *asked.blocks, *coverage.blocks), sources=(*asked.sources, *coverage.sources))
