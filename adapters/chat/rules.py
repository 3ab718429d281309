"""Where the bot may answer, and whether in the open: rules by channel, from the settings and from the workspace's own.

A rule is "open" (answers where it was asked), "private" (only who asked sees the answer) or "off" (does not answer here).
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from store.chat_state import EVERYWHERE


class Rule(StrEnum):
    """How the bot may answer in a channel."""

    OPEN = "open"
    PRIVATE = "private"
    OFF = "off"


MEANINGS = {
    Rule.OPEN: "Answer in the channel, where everybody can see it",
    Rule.PRIVATE: "Answer only to whoever asks, without sharing",
    Rule.OFF: "Do not answer here",
}


def read_rules(text: str) -> dict[str, Rule]:
    """"*=private C012AB3C4=open": rules by channel, "*" for all others. ValueError says which part is none."""
    rules: dict[str, Rule] = {}
    for part in text.replace(",", " ").split():
        channel, equals, rule = part.partition("=")
        if not (channel and equals and rule in list(Rule)):
            raise ValueError(f"{part!r} is no rule: write CHANNEL=open, CHANNEL=private or CHANNEL=off, with * for all channels")
        rules[channel] = Rule(rule)
    return rules


def rule_for(channel: str, own: Mapping[str, str], configured: Mapping[str, Rule]) -> Rule:
    """The most exact rule: the workspace's own before the settings', a channel's before that for all channels."""
    for name in (channel, EVERYWHERE):
        if name in own and own[name] in list(Rule):
            return Rule(own[name])
        if name in configured:
            return configured[name]
    return Rule.OPEN
